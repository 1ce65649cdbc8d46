/** Conditions of a measure as the contract lists them: the applicant's, those on sums and counts, then each item's. */
import type { Measure } from "@zhengdui/policy";
import type { ConditionResult, FactValue } from "../result.ts";
import type { ItemWhy, MeasureWhy, RuleNode, Why } from "../why.ts";
import { writeValue } from "./write-value.ts";

export function conditionsOf(measure: Measure, why: MeasureWhy): ConditionResult[] {
  const totals = why.body.length === 0 ? NO_TOTALS : new Map(why.body.filter(isTotal).map((w) => [w.of.label, w]));
  if (why.body.length === 0 && why.items.length === 0) return why.who.map((w) => resultOf(w, measure, totals, null));
  const whole = [...why.who, ...why.body.filter((w) => w.of.kind === "condition")].map((w) => resultOf(w, measure, totals, null));
  const tier = tierOf(measure, why, totals);
  const items = why.items.flatMap((item) => item.conditions.map((w) => resultOf(w, measure, totals, item)));
  return [...whole, ...(tier === null ? [] : [tier]), ...items];
}

const NO_TOTALS: ReadonlyMap<string, Why> = new Map();
const isTotal = ({ of }: Why): boolean => of.kind === "sum" || of.kind === "count";

function resultOf(why: Why, measure: Measure, totals: ReadonlyMap<string, Why>, item: ItemWhy | null): ConditionResult {
  const facts: Record<string, FactValue> = {};
  for (const leaf of why.because) addFacts(facts, leaf, totals, item, listOf(measure));
  return { clause: why.of.clause, quote: why.of.words, text: why.of.label, holds: why.value as boolean | null, facts };
}

function addFacts(
  facts: Record<string, FactValue>,
  leaf: Why,
  totals: ReadonlyMap<string, Why>,
  item: ItemWhy | null,
  list: string,
): void {
  if (leaf.of.kind === "fact") {
    facts[pathOf(leaf, item, list)] = writeValue(leaf.value, leaf.of.format);
    return;
  }
  if (leaf.of.kind === "reading") facts[`settings.interpretations.${leaf.of.key}`] = leaf.value as string;
  if (leaf.of.kind !== "let") return;
  const total = totals.get(leaf.of.label);
  if (total !== undefined) facts[total.of.key] = writeValue(total.value, total.of.format);
  const own = item?.lets.find((l) => l.of.label === leaf.of.label);
  for (const below of own?.because ?? []) addFacts(facts, below, totals, item, list);
}

const listOf = ({ form }: Measure): string => ("list" in form ? form.list : "");

/** Of a fact's node: its path, or by the item's index its paths. Joining a path anew for every condition costs more than all else here. */
const paths = new WeakMap<RuleNode, string[]>();
const NO_ITEM = 0;
const REMEMBERED = 256;

/** applicant.kind; softwarePurchases[0].paidOn */
export function pathOf({ of }: Why, item: ItemWhy | null, list: string): string {
  const own = item !== null && of.of === list;
  const at = own ? item.index + 1 : NO_ITEM;
  const known = paths.get(of)?.[at];
  if (known !== undefined) return known;
  const path = own ? `${list}[${item.index}].${of.key}` : `${of.of}.${of.key}`;
  if (at < REMEMBERED) paths.set(of, Object.assign(paths.get(of) ?? [], { [at]: path }));
  return path;
}

/** Where a table decides: does the sum or count reach a row that pays? */
function tierOf(measure: Measure, why: MeasureWhy, totals: ReadonlyMap<string, Why>): ConditionResult | null {
  const amount = why.body.find((w) => w.of.kind === "amount");
  const row = amount?.because.find((w) => w.of.kind === "row");
  if (amount === undefined || row === undefined) return null;
  const facts: Record<string, FactValue> = {};
  for (const total of totals.values()) facts[total.of.key] = writeValue(total.value, total.of.format);
  const reached = Number(row.value) > 0;
  const hoped = !reached && why.potential > 0;
  const figure = amount.because.find((w) => w.of.kind === "param");
  const names = [...totals.values()].map((t) => t.of.label).join("、");
  const text = `${names}${reached ? `达到补助档次（${row.of.label}）` : "达到补助档次"}`;
  return { clause: measure.clause, quote: figure?.of.words ?? "", text, holds: reached ? true : hoped ? null : false, facts };
}
