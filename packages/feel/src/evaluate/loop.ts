/** `for … return`, `some` and `every`: all combinations of their bindings, a later one seeing the earlier. */
import type { Ast, Binding } from "../ast.ts";
import { order } from "../value/compare.ts";
import { ratio, toIndex } from "../value/ratio.ts";
import { is, list, type Value } from "../value/value.ts";
import type { Evaluate } from "./call.ts";
import { mentions } from "./mentions.ts";
import { inner, type Scope } from "./scope.ts";

/** Members of a range made at the price of one step. */
const MEMBERS_PER_STEP = 4;
const MAX_RANGE = 1_000_000;

/** From low to high, or, where the range is bare, downwards; whole numbers or dates. */
const stepsOf = (ast: Ast, scope: Scope, low: Value, high: Value, downwards: boolean): readonly Value[] | null => {
  const at = (value: Value): number | undefined =>
    is(value, "number") ? toIndex(value) : is(value, "date") ? value.days : undefined;
  const [from, to] = [at(low), at(high)];
  if (from === undefined || to === undefined || order(low, high) === null) return null;
  if (from > to && !downwards) return null;
  const size = Math.abs(to - from);
  scope.budget.workAt(ast).spend(size >= MAX_RANGE ? Number.POSITIVE_INFINITY : Math.floor(size / MEMBERS_PER_STEP));
  const direction = from <= to ? 1 : -1;
  return Array.from({ length: size + 1 }, (_, index) => {
    const step = from + index * direction;
    return is(low, "date") ? { type: "date", days: step } : ratio(BigInt(step));
  });
};

const sourceOf = (ast: Ast, scope: Scope, evaluate: Evaluate): readonly Value[] | null => {
  if (ast.kind === "range" && ast.bare === true) {
    const [low, high] = [evaluate(ast.low, scope), evaluate(ast.high, scope)];
    return stepsOf(ast, scope, low, high, true);
  }
  const value = evaluate(ast, scope);
  if (value === null) return null;
  if (is(value, "list")) return value.items;
  if (!is(value, "range")) return [value];
  if (value.low === undefined || value.high === undefined) return null;
  const steps = stepsOf(ast, scope, value.low, value.high, false);
  return steps?.slice(value.lowOpen ? 1 : 0, steps.length - (value.highOpen ? 1 : 0)) ?? null;
};

/** False where a binding has nothing to run over. `visit` may end the run by answering false. */
const combine = (
  bindings: readonly Binding[],
  scope: Scope,
  evaluate: Evaluate,
  visit: (scope: Scope) => boolean,
): boolean | null => {
  const [first, ...rest] = bindings;
  if (first === undefined) return visit(scope);
  const source = sourceOf(first.in, scope, evaluate);
  if (source === null) return null;
  for (const item of source) {
    if (rest.length > 0) scope.budget.spend(first.in, 1);
    const more = combine(rest, inner(scope, [[first.name, item]]), evaluate, visit);
    if (more !== true) return more;
  }
  return true;
};

/** How many results may be copied for `partial` at the price of one step. */
const COPIES_PER_STEP = 16;

export const forOf = (ast: Extract<Ast, { kind: "for" }>, scope: Scope, evaluate: Evaluate): Value => {
  const made: Value[] = [];
  const wantsPartial = mentions(ast.yield, "partial");
  const done = combine(ast.bindings, scope, evaluate, (bound) => {
    if (wantsPartial) scope.budget.spend(ast, Math.ceil(made.length / COPIES_PER_STEP));
    made.push(evaluate(ast.yield, wantsPartial ? inner(bound, [["partial", list([...made])]]) : bound));
    return true;
  });
  return done === null ? null : list(made);
};

export const quantifiedOf = (ast: Extract<Ast, { kind: "quantified" }>, scope: Scope, evaluate: Evaluate): Value => {
  let unknown = false;
  const decisive = !ast.all;
  const done = combine(ast.bindings, scope, evaluate, (bound) => {
    const holds = evaluate(ast.satisfies, bound);
    if (typeof holds !== "boolean") unknown = true;
    return holds !== decisive;
  });
  if (done === null) return null;
  if (!done) return decisive;
  return unknown ? null : !decisive;
};
