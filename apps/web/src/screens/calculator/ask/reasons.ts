/** Why a fact is asked: the clauses, and the conditions or amounts in them, that read it. */
import { type Expr, walk } from "@zhengdui/feel";
import type { Form, Measure, Policy } from "@zhengdui/policy";

export interface Reason {
  readonly measure: string;
  readonly clause: string;
  /** 第二条第（二）项 */
  readonly label: string;
  readonly title: string;
  /** The official words of the condition; "" where the amount reads it. */
  readonly quote: string;
  readonly text: string;
}

interface Reader {
  readonly expr: Expr;
  readonly clause: string;
  readonly quote: string;
  readonly text: string;
}

/** Of the fact `key` of a record or list; `measures`: of these alone, empty for all. Each measure once. */
export function reasonsFor(policy: Policy, of: string, key: string, measures: readonly string[]): readonly Reason[] {
  return policy.measures.flatMap((measure) => {
    if (measures.length > 0 && !measures.includes(measure.id)) return [];
    const list = listsOf(measure.form);
    const reader = readersOf(measure).find(({ expr }) => reads(expr, of, key, list.includes(of)));
    if (reader === undefined) return [];
    const label = policy.clauses.find(({ id }) => id === reader.clause)?.label ?? reader.clause;
    return [{ measure: measure.id, clause: reader.clause, label, title: measure.title, quote: reader.quote, text: reader.text }];
  });
}

const listsOf = (form: Form): readonly string[] =>
  form.kind === "tally" ? form.tallies.map(({ list }) => list) : form.kind === "no-subsidy" ? [] : [form.list];

function reads(expr: Expr, of: string, key: string, item: boolean): boolean {
  let found = false;
  walk(expr, (e) => {
    if (e.op === "fact" && e.key === key && (e.of === of || (item && e.of === "item"))) found = true;
  });
  return found;
}

function readersOf({ clause, form, who }: Measure): readonly Reader[] {
  const conditions = [
    ...who,
    ...("when" in form ? form.when : []),
    ...(form.kind === "tally" ? form.tallies.flatMap(({ when }) => when) : []),
  ];
  return [
    ...conditions.map(({ test, clause, quote, text }) => ({ expr: test, clause, quote, text })),
    ...amountsOf(form).map((expr) => ({ expr, clause, quote: "", text: "" })),
  ];
}

function amountsOf(form: Form): readonly Expr[] {
  switch (form.kind) {
    case "each":
      return [...form.lets.map(({ value }) => value), form.amount, ...[form.itemCap, form.yearCap].filter((cap) => cap !== null)];
    case "pool":
      return [
        ...form.lets.map(({ value }) => value),
        form.basis,
        form.amount,
        ...(form.largest === null ? [] : [form.largest.when, form.largest.by]),
      ];
    case "tally":
      return [...form.tallies.map(({ counts }) => counts), form.amount];
    case "discretionary":
    case "no-subsidy":
      return [];
  }
}
