/**
 * The conversation with an applicant: given the answers so far, which questions can still change the result (most deciding first), what
 * each measure can still bring, and the result of what is certain. Asks for nothing that can't matter; ends when nothing is left to ask.
 */
import type { Measure } from "@zhengdui/policy";
import type { Prepared } from "../dossier.ts";
import { type Engine, figuresOf } from "../engine.ts";
import type { Result } from "../result.ts";
import { rowsOf } from "../rows.ts";
import type { Explanation, MeasureWhy } from "../why.ts";
import { type Answers, knowledgeOf, knownFacts, pathOf } from "./answers.ts";
import { answersLayOut } from "./lay-out-answers.ts";
import { type MeasureOutlook, outlookOf } from "./measure-outlook.ts";
import { type Question, questionsOf } from "./questions.ts";
import { sharedOutlook } from "./shared-outlook.ts";
import { withoutUnsaid } from "./unsaid.ts";

/** What a measure can still bring. Money in 分. */
export interface Prospect {
  readonly id: string;
  /** Of the conditions on the applicant; "open": an answer is missing. */
  readonly holds: boolean | null | "open";
  /** By condition, as above. */
  readonly who: readonly (boolean | null | "open")[];
  readonly low: bigint;
  /** null: no limit is known yet. */
  readonly high: bigint | null;
  /** Nothing that could still be answered changes what it brings. */
  readonly settled: boolean;
  /** Facts answered "not known", without which it can't be told: their paths. */
  readonly missing: readonly string[];
}

export interface Interview {
  readonly questions: readonly Question[];
  readonly prospects: readonly Prospect[];
  /** Of what is certain: rows with open facts don't count, nor do measures of which it is open whether they are the applicant's. */
  readonly result: Result;
  readonly why: Explanation;
}

const ALL = (): boolean => true;

export function createInterview(engine: Engine): (answers: Answers) => Interview {
  const { policy } = engine;
  const figures = figuresOf(policy);
  const layOut = answersLayOut(policy);
  const known = knownFacts(policy);
  return (answers) => {
    const whole = layOut(answers, ALL);
    const at = knowledgeOf(known, answers, whole);
    const outlooks = policy.measures.map((measure) => outlookOf(measure, at, figures));
    const shared = sharedOutlook(policy, outlooks, at, figures);
    const certain = certainWhy(engine, outlooks, whole, (keep) => layOut(answers, keep));
    const why = certain.map((each, i) => withoutUnsaid(policy.measures[i] as Measure, each, at, figures));
    return {
      questions: questionsOf(policy, outlooks, shared),
      prospects: policy.measures.map(({ id }, i) => prospectOf(id, outlooks[i] as MeasureOutlook)),
      result: engine.assess(whole, why),
      why,
    };
  };
}

const truthOf = (span: MeasureOutlook["holds"]): boolean | null | "open" => (span.sure ? (span.value as boolean | null) : "open");

function prospectOf(id: string, outlook: MeasureOutlook): Prospect {
  const asked = [...outlook.records, ...outlook.cells].filter((need) => need.skipped);
  return {
    id,
    holds: truthOf(outlook.holds),
    who: outlook.who.map(truthOf),
    low: outlook.amount.low,
    high: outlook.potential.high,
    settled: outlook.settled,
    missing: asked.map(pathOf),
  };
}

/** Of a settled measure its explanation; of another what its rows without open facts bring, if it is the applicant's at all. */
function certainWhy(
  engine: Engine,
  outlooks: readonly MeasureOutlook[],
  whole: Prepared,
  layOut: (keep: (list: string, row: number) => boolean) => Prepared,
): Explanation {
  const all = engine.explain(whole);
  if (outlooks.every(({ settled }) => settled)) return all;
  const open = new Set(outlooks.flatMap(({ cells }) => cells.map(({ of, row }) => `${of} ${row}`)));
  const isClosed = (list: string, row: number): boolean => !open.has(`${list} ${row}`);
  const closed = engine.explain(layOut(isClosed));
  return engine.policy.measures.map(({ form }, i): MeasureWhy => {
    const { settled, holds } = outlooks[i] as MeasureOutlook;
    const why = (settled ? all[i] : closed[i]) as MeasureWhy;
    if (settled) return why;
    if (!holds.sure) return { ...why, holds: null, value: 0, potential: 0, items: [], body: [], marks: [] };
    if (form.kind !== "each" && form.kind !== "pool") return why;
    const rows = rowsOf(whole, form.list).flatMap((_, row) => (isClosed(form.list, row) ? [row] : []));
    return { ...why, items: why.items.map((item) => ({ ...item, index: rows[item.index] as number })) };
  });
}
