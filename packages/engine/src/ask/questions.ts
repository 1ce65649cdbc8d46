/** Open facts as questions, most deciding first: whatever decides most measures at once comes before what decides few. */
import type { Fact, Policy } from "@zhengdui/policy";
import { pathOf } from "./answers.ts";
import type { MeasureOutlook } from "./measure-outlook.ts";
import type { SharedOutlook } from "./shared-outlook.ts";
import { askable, type Need } from "./span.ts";

export type Question =
  /** One fact of a record. */
  | {
      readonly kind: "fact";
      readonly of: string;
      readonly fact: Fact;
      readonly path: string;
      readonly measures: readonly string[];
    }
  /** Of which of these lists has the applicant anything? */
  | { readonly kind: "lists"; readonly lists: readonly ListChoice[] }
  /** Facts of rows of one list that matter, each with its row and key; none where it is only open which rows there are. */
  | { readonly kind: "rows"; readonly list: string; readonly cells: readonly Need[]; readonly measures: readonly string[] };

export interface ListChoice {
  readonly id: string;
  /** Measures (ids) that pay for it; empty: asked for 就高不重复 alone. */
  readonly measures: readonly string[];
}

/** Empty: nothing can be asked that would still change the result. */
export function questionsOf(policy: Policy, outlooks: readonly MeasureOutlook[], shared: SharedOutlook): readonly Question[] {
  const facts = factQuestions(policy, outlooks);
  const lists = listQuestion(policy, outlooks);
  const weight = lists === null ? 0 : new Set(lists.lists.flatMap(({ measures }) => measures)).size;
  const heavy = facts.filter(({ measures }) => measures.length >= weight);
  const light = facts.filter(({ measures }) => measures.length < weight);
  const own = [...heavy, ...(lists === null ? [] : [lists]), ...light, ...rowQuestions(policy, outlooks)];
  return own.length > 0 ? own : sharedQuestions(policy, shared);
}

type FactQuestion = Extract<Question, { kind: "fact" }>;

/** Measures by what they need, in the order in which they first need it. */
function gather<T>(
  outlooks: readonly MeasureOutlook[],
  needsOf: (outlook: MeasureOutlook) => readonly T[],
  keyOf: (need: T) => string,
) {
  const found = new Map<string, { readonly need: T; readonly measures: number[] }>();
  for (const [i, outlook] of outlooks.entries())
    for (const need of needsOf(outlook)) {
      const known = found.get(keyOf(need));
      if (known === undefined) found.set(keyOf(need), { need, measures: [i] });
      else if (!known.measures.includes(i)) known.measures.push(i);
    }
  return [...found.values()];
}

function factQuestions(policy: Policy, outlooks: readonly MeasureOutlook[]): FactQuestion[] {
  const optional = new Set(policy.facts.records.filter(({ required }) => !required).map(({ id }) => id));
  // What belongs to a record that may be absent is asked once there is something that it belongs to.
  const due = ({ records, gates }: MeasureOutlook) =>
    askable(records).filter(({ of }) => gates.length === 0 || !optional.has(of));
  return gather(outlooks, due, pathOf)
    .flatMap(({ need, measures }) => factQuestion(policy, need, measures))
    .sort((a, b) => b.measures.length - a.measures.length);
}

function factQuestion(policy: Policy, need: Need, measures: readonly number[]): FactQuestion[] {
  const fact = policy.facts.records.find(({ id }) => id === need.of)?.facts.find(({ key }) => key === need.key);
  return fact === undefined ? [] : [{ kind: "fact", of: need.of, fact, path: pathOf(need), measures: idsOf(policy, measures) }];
}

const idsOf = (policy: Policy, measures: readonly number[]): string[] => measures.map((i) => policy.measures[i]?.id ?? "");

function listQuestion(policy: Policy, outlooks: readonly MeasureOutlook[]): Extract<Question, { kind: "lists" }> | null {
  const found = gather(
    outlooks,
    ({ gates }) => gates,
    (list) => list,
  );
  if (found.length === 0) return null;
  return { kind: "lists", lists: found.map(({ need, measures }) => ({ id: need, measures: idsOf(policy, measures) })) };
}

/** Rows are asked for once nothing else decides whether the measure is the applicant's at all. */
function rowQuestions(policy: Policy, outlooks: readonly MeasureOutlook[]): Question[] {
  const isReady = ({ records }: MeasureOutlook): boolean => askable(records).length === 0;
  const ready = outlooks.map((outlook) => (isReady(outlook) ? outlook : { ...outlook, cells: [], growing: [] }));
  const cells = gather(ready, (outlook) => askable(outlook.cells), pathOf);
  const growing = gather(
    ready,
    (outlook) => outlook.growing,
    (list) => list,
  );
  return policy.facts.lists.flatMap(({ id }): Question[] => {
    const own = cells.filter(({ need }) => need.of === id);
    const grows = growing.filter(({ need }) => need === id);
    if (own.length === 0 && grows.length === 0) return [];
    const measures = [...new Set([...own, ...grows].flatMap((each) => each.measures))].sort((a, b) => a - b);
    return [{ kind: "rows", list: id, cells: own.map(({ need }) => need), measures: idsOf(policy, measures) }];
  });
}

function sharedQuestions(policy: Policy, shared: SharedOutlook): Question[] {
  const cells = askable(shared.cells);
  const rows = [...new Set([...cells.map(({ of }) => of), ...shared.growing])].map(
    (list): Question => ({ kind: "rows", list, cells: cells.filter(({ of }) => of === list), measures: [] }),
  );
  const gates: Question[] =
    shared.gates.length === 0 ? [] : [{ kind: "lists", lists: shared.gates.map((id) => ({ id, measures: [] })) }];
  const facts = askable(shared.records).flatMap((need) => factQuestion(policy, need, []));
  return [...rows, ...gates, ...facts];
}
