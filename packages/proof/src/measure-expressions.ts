/** The expressions of a measure, by what they decide. */
import { type Expr, walk } from "@zhengdui/feel";
import type { Form, Interpretation, Measure, Policy } from "@zhengdui/policy";

/** What decides the amount: intermediate values, the amount itself, its caps. */
export function decidingOf(form: Form): Expr[] {
  switch (form.kind) {
    case "each":
      return [
        ...form.lets.map((l) => l.value),
        form.amount,
        ...(form.itemCap === null ? [] : [form.itemCap]),
        ...(form.yearCap === null ? [] : [form.yearCap]),
      ];
    case "pool":
      return [...form.lets.map((l) => l.value), form.amount];
    case "tally":
      return [form.amount];
    case "discretionary":
    case "no-subsidy":
      return [];
  }
}

/** All of them: also the conditions, and what is added up or counted. */
export function expressionsOfMeasure({ who, form }: Measure): Expr[] {
  const conditions = [...who, ...("when" in form ? form.when : [])].map((c) => c.test);
  switch (form.kind) {
    case "each":
      return [...conditions, ...decidingOf(form), ...[...form.marks, ...form.measureMarks].map((m) => m.test)];
    case "pool": {
      const largest = form.largest === null ? [] : [form.largest.when, form.largest.by];
      return [...conditions, ...decidingOf(form), form.basis, ...largest, ...form.marks.map((m) => m.test)];
    }
    case "tally": {
      const rows = form.tallies.flatMap((t) => [...t.when.map((c) => c.test), t.counts, ...t.marks.map((m) => m.test)]);
      return [...conditions, ...decidingOf(form), ...rows, ...form.marks.map((m) => m.test)];
    }
    case "discretionary":
    case "no-subsidy":
      return conditions;
  }
}

/** The interpretations whose readings are asked for. */
export function readingsIn(exprs: readonly Expr[], policy: Policy): Interpretation[] {
  const keys = new Set<string>();
  for (const expr of exprs)
    walk(expr, (e) => {
      if (e.op === "reading") keys.add(e.key);
    });
  return policy.interpretations.filter((i) => keys.has(i.key));
}

/** The facts that are read: of a record or of the "item", and their key. */
export function factsIn(exprs: readonly Expr[]): (readonly [string, string])[] {
  const found = new Map<string, readonly [string, string]>();
  for (const expr of exprs)
    walk(expr, (e) => {
      if (e.op === "fact") found.set(`${e.of}.${e.key}`, [e.of, e.key]);
    });
  return [...found.values()];
}
