/**
 * What a measure makes of one item, or of a sum, or of counts, as terms by name: all that a result or another measure can see of it. Two
 * measures whose outcomes are equal everywhere give equal results. As the engine computes it: an amount that has no value is 0.
 */
import type { Expr } from "@zhengdui/feel";
import type { Condition, Form, MarkRule, Measure } from "@zhengdui/policy";
import { and, compare, FALSE, ite, not, or, type Term } from "../../smt/terms.ts";
import { type Scope, translate, truthOf } from "../../smt/translate.ts";
import { noneOf, type Truth, termOf, type Value, whole } from "../../smt/value.ts";
import { withLets } from "../../world/world.ts";
import { partsOf } from "../expr-sites.ts";
import { inlined } from "../rule-outcomes.ts";
import { spreadChoices } from "./spread-choices.ts";

export type Outcome = ReadonlyMap<string, Term>;

type Each = Extract<Form, { kind: "each" }>;
type Pool = Extract<Form, { kind: "pool" }>;
type Tally = Extract<Form, { kind: "tally" }>;

/** Names of the sums and counts that the outcome speaks of: whole numbers that aren't negative. */
export const totalsOf = ({ form }: Measure): readonly string[] => {
  if (form.kind === "pool") return ["total.0"];
  return form.kind === "tally" ? form.tallies.map((_, i) => `total.${i}`) : [];
};

/** null: something stands where this can't follow the engine. */
export function outcomeOf({ who, form }: Measure, scope: Scope): Outcome | null {
  if (who.some(({ test }) => readsBeside(test, []))) return null;
  const bound = holding(who.map(({ test }) => truthOf(translate(test, scope))));
  switch (form.kind) {
    case "each":
      return joined(bound, eachOutcome(form, scope));
    case "pool":
      return joined(bound, poolOutcome(form, scope));
    case "tally":
      return joined(bound, tallyOutcome(form, scope));
    case "discretionary":
    case "no-subsidy":
      return joined(bound, []);
  }
}

type Entries = readonly (readonly [string, Term])[];

const joined = (who: Truth, entries: Entries | null): Outcome | null =>
  entries === null ? null : new Map([["who holds", who.yes], ["who fails", who.no], ...entries]);

const holding = (truths: readonly Truth[]): Truth => ({
  kind: "truth",
  yes: and(...truths.map((t) => t.yes)),
  no: or(...truths.map((t) => t.no)),
});

/** 0 where there is no value; null where it isn't a whole number. */
const amountTerm = (value: Value): Term | null => (value.kind === "whole" ? ite(value.none, "0", value.term) : null);

interface Item {
  readonly get: (expr: Expr) => Value;
  readonly holds: Truth;
  readonly marks: (name: string) => Term;
  readonly markNames: readonly string[];
}

function itemOf(form: Each | Pool, scope: Scope): Item {
  const get = (expr: Expr): Value => translate(spreadChoices(inlined(expr, form)), scope);
  const whens = form.when.map((condition) => [condition, truthOf(get(condition.test))] as const);
  const holds = holding(whens.map(([, t]) => t));
  const given = (rule: MarkRule): Term => and(not(holds.no), truthOf(get(rule.test)).yes);
  const marks = [
    ...whens.flatMap(([{ mark }, t]: readonly [Condition, Truth]) => (mark === null ? [] : [[mark, t.no] as const])),
    ...form.marks.map((rule) => [rule.mark, given(rule)] as const),
  ];
  return {
    get,
    holds,
    marks: (name) => or(...marks.filter(([mark]) => mark === name).map(([, term]) => term)),
    markNames: [...new Set(marks.map(([mark]) => mark))],
  };
}

const CAPPED = "capped";

/** An item of 0 claims no project and adds nothing, so that it is as good as one that doesn't count. */
function eachOutcome(form: Each, scope: Scope): Entries | null {
  const { get, holds, marks, markNames } = itemOf(form, scope);
  const full = amountTerm(get(form.amount));
  const cap = form.itemCap === null ? full : amountTerm(get(form.itemCap));
  const common = forApplicant(form, scope);
  if (full === null || cap === null || common === null) return null;
  const capped = form.itemCap === null ? FALSE : compare(">", full, cap);
  const value = ite(capped, cap, full);
  return [
    ...common,
    ["known", ite(holds.yes, value, "0")],
    ["possible", ite(holds.no, "0", value)],
    [`mark ${CAPPED}`, or(marks(CAPPED), and(not(holds.no), capped))],
    ...markNames.filter((name) => name !== CAPPED).map((name) => [`mark ${name}`, marks(name)] as const),
  ];
}

/** The year's cap and the measure's marks, which the engine computes without a row. */
function forApplicant({ yearCap, measureMarks }: Each, scope: Scope): Entries | null {
  if ([...(yearCap === null ? [] : [yearCap]), ...measureMarks.map((m) => m.test)].some((expr) => readsBeside(expr, [])))
    return null;
  const cap = yearCap === null ? null : amountTerm(translate(spreadChoices(yearCap), scope));
  if (yearCap !== null && cap === null) return null;
  const names = [...new Set(measureMarks.map(({ mark }) => mark))];
  const given = (name: string): Term =>
    or(...measureMarks.filter(({ mark }) => mark === name).map(({ test }) => truthOf(translate(test, scope)).yes));
  return [
    ...(cap === null ? [] : [["year cap", cap] as const]),
    ...names.map((name) => [`measure mark ${name}`, given(name)] as const),
  ];
}

/** Here an item of 0 counts: it may hold its project. */
function poolOutcome(form: Pool, scope: Scope): Entries | null {
  const { get, holds, marks, markNames } = itemOf(form, scope);
  const basis = amountTerm(get(form.basis));
  const { largest, name, amount } = form;
  if (basis === null || (largest !== null && readsBeside(largest.when, [])) || readsBeside(amount, [name])) return null;
  const by = largest === null ? null : get(largest.by);
  if (by !== null && by.kind !== "whole") return null;
  const summed = translate(spreadChoices(amount), withLets(scope, [[name, whole("total.0")]]));
  if (summed.kind !== "whole") return null;
  return [
    ["holds", holds.yes],
    ["fails", holds.no],
    ["basis", ite(holds.no, "0", basis)],
    ["amount", summed.term],
    ["no amount", summed.none],
    ...(largest === null || by === null
      ? []
      : ([
          ["largest", truthOf(translate(largest.when, scope)).yes],
          ["group", termOf(by)],
          ["no group", noneOf(by)],
        ] as const)),
    ...markNames.map((mark) => [`mark ${mark}`, marks(mark)] as const),
  ];
}

/** Of the counts; how rows are counted must be the same in both. */
function tallyOutcome(form: Tally, scope: Scope): Entries | null {
  const names = form.tallies.map(({ name }) => name);
  const reads = [form.amount, ...form.when.map(({ test }) => test)];
  if (reads.some((expr) => readsBeside(expr, names))) return null;
  const within = withLets(
    scope,
    names.map((name, i) => [name, whole(`total.${i}`)] as const),
  );
  const holds = and(...form.when.map(({ test }) => truthOf(translate(test, within)).yes));
  const amount = translate(spreadChoices(form.amount), within);
  if (amount.kind !== "whole") return null;
  return [
    ["amount", ite(holds, amount.term, "0")],
    ["no amount", and(holds, amount.none)],
  ];
}

/** Does it read the row, or a let that isn't one of the sums or counts? Then the engine has no value for it. */
function readsBeside(expr: Expr, known: readonly string[]): boolean {
  if (expr.op === "let") return !known.includes(expr.name);
  return expr.op === "fact" ? expr.of === "item" : partsOf(expr).some((part) => readsBeside(part, known));
}
