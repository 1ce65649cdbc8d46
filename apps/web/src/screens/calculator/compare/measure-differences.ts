/** The measures whose outcome differs between two results of one policy, each with the first reason found. Pure. */
import type { ConditionResult, Explanation, FactValue, MeasureResult, MeasureWhy, Result, Why } from "@zhengdui/contract";
import type { Measure, Policy } from "@zhengdui/policy";
import { figureOf } from "../../../parts/figures/amount.ts";
import { fenOf } from "../../../parts/figures/money.ts";
import type { Json } from "../../../parts/form/json.ts";
import { type NameFact, namesOf, valueWords } from "../../../parts/why/fact-words.ts";
import { t } from "../../../words/t.ts";
import { reasonsFor } from "../ask/reasons.ts";
import { type FactDifference, READING, YEAR } from "./fact-differences.ts";

export interface MeasureSide {
  readonly result: Result;
  readonly why: Explanation;
  readonly dossier: Json;
}

export interface MeasureDifference {
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  readonly left: MeasureResult;
  readonly right: MeasureResult;
  /** Of what is granted, right less left; 分. */
  readonly change: bigint;
  /** A sentence; "" where neither a condition nor a fact of the measure differs. */
  readonly why: string;
}

export interface MeasureComparison {
  readonly differences: readonly MeasureDifference[];
  readonly equal: number;
}

export function measureDifferences(
  policy: Policy,
  left: MeasureSide,
  right: MeasureSide,
  facts: readonly FactDifference[],
): MeasureComparison {
  const names = { left: namesOf(policy, left.dossier), right: namesOf(policy, right.dossier) };
  const differences = policy.measures.flatMap((measure, i): MeasureDifference[] => {
    const [a, b] = [left.result.measures[i], right.result.measures[i]];
    if (a === undefined || b === undefined || isSame(a, b)) return [];
    const why =
      (a.amount === b.amount && a.granted !== b.granted ? givenUpReason(policy, measure, left.result, right.result) : "") ||
      conditionReason(a.conditions, b.conditions, names) ||
      factReason(policy, measure, [left.why[i], right.why[i]], facts) ||
      givenUpReason(policy, measure, left.result, right.result);
    const clause = policy.clauses.find(({ id }) => id === a.clause)?.label ?? a.clause;
    return [{ id: a.id, clause, title: a.title, left: a, right: b, change: fen(b.granted) - fen(a.granted), why }];
  });
  return { differences, equal: policy.measures.length - differences.length };
}

const fen = (amount: string): bigint => fenOf(amount) ?? 0n;

const isSame = (a: MeasureResult, b: MeasureResult): boolean =>
  a.status === b.status && a.amount === b.amount && a.granted === b.granted && a.potential === b.potential;

interface Names {
  readonly left: NameFact;
  readonly right: NameFact;
}

const answer = (holds: boolean | null): string => (holds === null ? t("待定") : holds ? t("满足") : t("不满足"));

/** The first condition, asked of the same row, that is answered otherwise. */
function conditionReason(left: readonly ConditionResult[], right: readonly ConditionResult[], names: Names): string {
  const keyed = new Map<string, ConditionResult>();
  for (const condition of right) {
    const key = keyOf(condition, names.right);
    if (!keyed.has(key)) keyed.set(key, condition);
  }
  for (const a of left) {
    const b = keyed.get(keyOf(a, names.left));
    if (b === undefined || a.holds === b.holds) continue;
    const row = rowOf(a, names.left);
    const words = t("条件“{text}”：左边{left}，右边{right}", { text: a.text, left: answer(a.holds), right: answer(b.holds) });
    const because = becauseOf(a, b, names);
    return `${row === "" ? "" : `${row}：`}${words}${because === "" ? "" : t("（{because}）", { because })}`;
  }
  return "";
}

const rowOf = ({ facts }: ConditionResult, name: NameFact): string =>
  Object.keys(facts)
    .map((path) => name(path).row)
    .find((row) => row !== "") ?? "";

const keyOf = (condition: ConditionResult, name: NameFact): string =>
  JSON.stringify([condition.clause, condition.quote, condition.text, rowOf(condition, name)]);

/** The facts that differ; where none does, those that were asked about (the year decided). */
function becauseOf(a: ConditionResult, b: ConditionResult, names: Names): string {
  const said = (facts: ConditionResult["facts"], name: NameFact) =>
    Object.entries(facts).map(([path, value]) => ({ words: name(path), value }));
  const rightOnes = said(b.facts, names.right);
  const pairs = said(a.facts, names.left).map(({ words, value }, i) => ({ words, value, other: rightOnes[i]?.value ?? null }));
  const differing = pairs.filter(({ value, other }) => !isEqual(value, other));
  if (differing.length === 0) return pairs.map(({ words, value }) => `${words.label} ${valueWords(words, value)}`).join(t("，"));
  return differing
    .map(({ words, value, other }) => `${words.label} ${valueWords(words, value)} → ${valueWords(words, other)}`)
    .join(t("，"));
}

const isEqual = (a: FactValue, b: FactValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The first fact that differs and that the measure reads: of its own list, a row more or less, or a reading taken; then what its amount reads
 * of the applicant, then its conditions (answered alike on both sides, so hardly they), then the year.
 */
function factReason(
  policy: Policy,
  { id, form }: Measure,
  whys: readonly (MeasureWhy | undefined)[],
  facts: readonly FactDifference[],
): string {
  const lists = form.kind === "tally" ? form.tallies.map(({ list }) => list) : form.kind === "no-subsidy" ? [] : [form.list];
  const readings = new Set(whys.flatMap((why) => (why === undefined ? [] : nodesOf(why).flatMap(readingsIn))));
  const reads = ({ of, key }: FactDifference) => reasonsFor(policy, of, key, [id])[0];
  const isOwn = (each: FactDifference): boolean => {
    if (each.of === READING) return readings.has(each.key);
    return lists.includes(each.of) && (each.key === "" || reads(each) !== undefined);
  };
  const found =
    facts.find(isOwn) ??
    // By which key a tally counts its rows stands in none of its expressions.
    facts.find(({ of }) => form.kind === "tally" && lists.includes(of)) ??
    facts.find((each) => reads(each)?.text === "") ??
    facts.find((each) => reads(each) !== undefined) ??
    facts.find(({ of }) => of === YEAR);
  if (found === undefined) return "";
  const place = [found.of === YEAR || found.of === READING ? "" : found.group, found.row, found.label];
  return t("{what}：左边{left}，右边{right}", {
    what: place.filter((word) => word !== "").join(" · "),
    left: found.left,
    right: found.right,
  });
}

const nodesOf = (why: MeasureWhy): readonly Why[] => [
  ...why.who,
  ...why.body,
  ...why.items.flatMap(({ conditions, lets, amount }) => [...conditions, ...lets, amount]),
];

const readingsIn = ({ of, because }: Why): readonly string[] => [
  ...(of.kind === "reading" ? [of.key] : []),
  ...because.flatMap(readingsIn),
];

/** 就高不重复: who keeps the project, on the side where this measure gives it up. */
function givenUpReason(policy: Policy, { id }: Measure, left: Result, right: Result): string {
  const of = (result: Result) => result.givenUp.filter(({ measure }) => measure === id);
  const keyed = (result: Result) =>
    new Set(of(result).map(({ item, keptMeasure, keptProgramme }) => `${item} ${keptMeasure ?? keptProgramme}`));
  for (const [result, other, side] of [
    [right, left, t("右边")],
    [left, right, t("左边")],
  ] as const) {
    const there = keyed(other);
    const one = of(result).find(({ item, keptMeasure, keptProgramme }) => !there.has(`${item} ${keptMeasure ?? keptProgramme}`));
    if (one === undefined) continue;
    const keeper = policy.measures.find((measure) => measure.id === one.keptMeasure)?.title ?? one.keptProgramme ?? "";
    return t("就高不重复：{side}“{item}”由“{keeper}”保留，这里让出 {amount} 万元", {
      side,
      item: one.item,
      keeper,
      amount: figureOf(one.amount),
    });
  }
  return "";
}
