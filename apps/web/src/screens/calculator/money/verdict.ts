/** Every measure as can, can't tell yet, can't, or nothing to do with it; and the one fact that decides. */

import type { ConditionResult, GivenUp, MeasureResult } from "@zhengdui/contract";
import type { Interview, Prospect, Question } from "@zhengdui/engine";
import type { Condition, Measure, Policy } from "@zhengdui/policy";
import { fenOf } from "../../../parts/figures/money.ts";
import { factName, groupName } from "../../../parts/form/fact-name.ts";
import { stepsOf } from "../../../parts/form/json.ts";
import { type NameFact, namesOf, valueWords } from "../../../parts/why/fact-words.ts";
import { t } from "../../../words/t.ts";
import type { Answered } from "./answered.ts";
import { needed } from "./needed.ts";

export const GROUPS = ["can", "open", "cannot", "none"] as const;
export type Group = (typeof GROUPS)[number];

export interface Verdict {
  readonly measure: Measure;
  readonly result: MeasureResult;
  readonly group: Group;
  readonly isDiscretionary: boolean;
  /** 分: at least, and at most (null: no limit is known). */
  readonly least: bigint;
  readonly most: bigint | null;
  /** The condition that fails, or is undecided. */
  readonly condition: Failing | null;
  /** Names of what is still to be answered. */
  readonly missing: readonly string[];
  readonly givenUp: readonly GivenUp[];
  /** What the applicant would have to have, where nothing else stands against it; "" else. */
  readonly unclaimed: string;
}

export interface Failing {
  readonly holds: false | null;
  readonly text: string;
  /** "" where the policy has no words for it. */
  readonly otherwise: string;
  readonly quote: string;
  readonly facts: readonly DecidingFact[];
}

export interface DecidingFact {
  readonly name: string;
  readonly value: string;
  /** "" where the condition doesn't say what it would have to be. */
  readonly needed: string;
}

export function verdictsOf(policy: Policy, interview: Interview, now: Answered): readonly Verdict[] {
  const nameFact = namesOf(policy, now.dossier);
  return policy.measures.map((measure, i) => {
    const result = interview.result.measures[i] as MeasureResult;
    const prospect = interview.prospects[i] as Prospect;
    const group = groupOf(measure, result, prospect);
    const givenUp = interview.result.givenUp.filter((each) => each.measure === measure.id);
    return {
      measure,
      result,
      group,
      isDiscretionary: measure.form.kind === "discretionary" && group === "open",
      least: prospect.low,
      most: prospect.high,
      condition: group === "can" || group === "none" ? null : failingOf(policy, measure, result, group, nameFact),
      missing: prospect.settled ? [] : missingOf(policy, measure, prospect, interview.questions, now, nameFact),
      givenUp,
      unclaimed:
        group === "none" && prospect.holds === true
          ? listsOf(measure)
              .map((list) => nameFact(list).label)
              .join("、")
          : "",
    };
  });
}

function groupOf({ form }: Measure, result: MeasureResult, prospect: Prospect): Group {
  if (form.kind === "no-subsidy") return "none";
  if (prospect.holds === false) return "cannot";
  if (prospect.low > 0n) return isNothing(result) ? "cannot" : "can";
  if (!prospect.settled) return "open";
  if (result.status === "not-claimed") return "none";
  if (form.kind === "discretionary") return "open";
  return prospect.high === 0n ? "cannot" : "open";
}

/** Standing alone it would pay, but all of it was given up for others. */
const isNothing = ({ amount, granted }: MeasureResult): boolean => fenOf(amount) !== 0n && fenOf(granted) === 0n;

function failingOf(
  policy: Policy,
  measure: Measure,
  { conditions }: MeasureResult,
  group: Group,
  nameFact: NameFact,
): Failing | null {
  // Where it is still open, what is undecided matters, and not that some other item fails.
  const ranked = group === "open" ? [null, false] : [false, null];
  const found = ranked.flatMap((wanted) => conditions.filter(({ holds }) => holds === wanted))[0];
  if (found === undefined || found.holds === true) return null;
  const declared = conditionsOf(measure).find(({ text, quote }) => text === found.text && quote === found.quote);
  const facts = Object.entries(found.facts).map(([path, value]): DecidingFact & { readonly isKnown: boolean } => {
    const words = nameFact(path);
    const of = stepsOf(path)
      .filter((step) => typeof step === "string")
      .slice(0, -1)
      .join(".");
    const key = String(stepsOf(path).at(-1));
    const must =
      declared === undefined || words.fact === null ? "" : needed(policy, declared.test, { of, key, fact: words.fact });
    const said = valueWords(words, value);
    const name = words.row === "" ? words.label : t("“{row}”{name}", { row: words.row, name: words.label });
    return { name, value: said, needed: must === said ? "" : must, isKnown: value !== null };
  });
  // Where a known fact is the wrong one, what nobody knows or what would do decides nothing.
  const wrong = found.holds === false ? facts.filter(({ isKnown, needed }) => isKnown && needed !== "") : [];
  const deciding = (wrong.length > 0 ? wrong : facts).map(({ name, value, needed }) => ({ name, value, needed }));
  return { holds: found.holds, text: found.text, otherwise: otherwiseOf(found, declared), quote: found.quote, facts: deciding };
}

const otherwiseOf = ({ holds }: ConditionResult, declared: Condition | undefined): string =>
  holds === false ? (declared?.otherwise ?? "") : "";

const conditionsOf = ({ who, form }: Measure): readonly Condition[] => [
  ...who,
  ...("when" in form ? form.when : []),
  ...(form.kind === "tally" ? form.tallies.flatMap(({ when }) => when) : []),
];

/** What was answered "not known", and what hasn't been asked yet. */
function missingOf(
  policy: Policy,
  measure: Measure,
  { missing }: Prospect,
  questions: readonly Question[],
  now: Answered,
  nameFact: NameFact,
): string[] {
  const lists = [...now.skipped, ...(now.growing ?? [])].filter((path) => listsOf(measure).includes(path));
  const unknown = [...missing, ...lists];
  const asked = questions.flatMap((question) => namesIn(policy, question, measure.id));
  const names = unknown.map((path) => {
    const { row, label } = nameFact(path);
    return row === "" ? label : t("“{row}”的{label}", { row, label });
  });
  return [...new Set([...names, ...asked])];
}

const listsOf = ({ form }: Measure): readonly string[] =>
  form.kind === "tally" ? form.tallies.map(({ list }) => list) : "list" in form ? [form.list] : [];

function namesIn({ facts }: Policy, question: Question, measure: string): string[] {
  const labelOf = (list: string) => {
    const found = facts.lists.find(({ id }) => id === list);
    return found === undefined ? list : groupName(found);
  };
  switch (question.kind) {
    case "fact":
      return question.measures.includes(measure) ? [factName(question.fact)] : [];
    case "lists":
      return question.lists.filter(({ measures }) => measures.includes(measure)).map(({ id }) => labelOf(id));
    case "rows":
      return question.measures.includes(measure) ? [labelOf(question.list)] : [];
  }
}
