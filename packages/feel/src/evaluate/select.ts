/** Filters, ranges and `in`: choosing by a condition. */
import type { Ast, Comparison } from "../ast.ts";
import { order } from "../value/compare.ts";
import { readingSteps } from "../value/effort.ts";
import { anyOf, passes } from "../value/membership.ts";
import { toIndex } from "../value/ratio.ts";
import { is, itemsOf, list, type RangeValue, type Value } from "../value/value.ts";
import type { Evaluate } from "./call.ts";
import { mentions } from "./mentions.ts";
import { inner, type Scope, withItem } from "./scope.ts";

/** `list[2]`, `list[-1]` by place; `list[condition]` by what each item satisfies, its entries being in scope. */
export const filterOf = (ast: Extract<Ast, { kind: "filter" }>, scope: Scope, evaluate: Evaluate): Value => {
  const of = evaluate(ast.of, scope);
  if (of === null) return null;
  const items = itemsOf(of);
  const kept: Value[] = [];
  for (const [index, item] of items.entries()) {
    const holds = evaluate(ast.where, withItem(scope, item));
    if (index === 0 && is(holds, "number")) return itemAt(items, holds);
    if (index === 0 && holds !== null && typeof holds !== "boolean") return null;
    if (holds === true) kept.push(item);
  }
  if (items.length === 0 && is(evaluate(ast.where, scope), "number")) return null;
  return list(kept);
};

const itemAt = (items: readonly Value[], position: Extract<Value, { type: "number" }>): Value => {
  const at = toIndex(position) ?? 0;
  return (at > 0 ? items[at - 1] : at < 0 ? items[items.length + at] : undefined) ?? null;
};

export const inOf = (ast: Extract<Ast, { kind: "in" }>, scope: Scope, evaluate: Evaluate): Value => {
  const subject = evaluate(ast.of, scope);
  const bound = inner(scope, [["?", subject]]);
  const results = ast.tests.map((test) => {
    const value = evaluate(test, bound);
    scope.budget.spend(test, readingSteps(value) + (is(value, "list") ? readingSteps(subject) : 0));
    // A test that speaks of `?`, the value under test, is a condition rather than a value to equal.
    if (!mentions(test, "?")) return passes(subject, value);
    return typeof value === "boolean" ? value : null;
  });
  return anyOf(results);
};

const unbounded: RangeValue = { type: "range", low: undefined, high: undefined, lowOpen: true, highOpen: true };

/** `< x` and its like as a value: a range without an end, or a single point. */
export const testOf = (op: Comparison, than: Value): Value => {
  switch (op) {
    case "<":
      return { ...unbounded, high: than };
    case "<=":
      return { ...unbounded, high: than, highOpen: false };
    case ">":
      return { ...unbounded, low: than };
    case ">=":
      return { ...unbounded, low: than, lowOpen: false };
    case "=":
    case "!=":
      return { ...unbounded, low: than, only: op };
  }
};

/** null where the ends have no order; an end that is null stays, as a bound that is not known. */
export const rangeOf = (low: Value, high: Value, lowOpen: boolean, highOpen: boolean): Value => {
  if (low !== null && high !== null && order(low, high) === null) return null;
  return { type: "range", low, high, lowOpen, highOpen };
};
