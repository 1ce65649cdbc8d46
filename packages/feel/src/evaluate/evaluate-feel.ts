/**
 * The dynamically typed evaluator of a FEEL tree: `zhengdui feel` and the conformance kit use it; policies are compiled instead.
 * A mistake of types is worth null, as FEEL has it; nothing is thrown.
 */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { Ast, BinaryOperator, Place } from "../ast.ts";
import { BUILTINS } from "../builtins/all-builtins.ts";
import { plainName } from "../lezer-node.ts";
import { minus, negated, over, plus, times, toThePower } from "../value/arithmetic.ts";
import { equal, order } from "../value/compare.ts";
import { numberSteps, passingSteps, powerSteps, readingSteps } from "../value/effort.ts";
import { readRatio } from "../value/ratio-text.ts";
import { readTemporal } from "../value/temporal-text.ts";
import { conforms } from "../value/type-test.ts";
import { context, is, list, type Value } from "../value/value.ts";
import { builtinValue, callOf, functionOf } from "./call.ts";
import { forOf, quantifiedOf } from "./loop.ts";
import { propertyOf } from "./property.ts";
import { Budget, type EvaluationComplaint, EvaluationStop, lookUp, type Scope, withEntries } from "./scope.ts";
import { filterOf, inOf, rangeOf, testOf } from "./select.ts";

/** `names` holds the values in scope. Fails only where the expression asks for more work than one evaluation may do. */
export const evaluateFeel = (ast: Ast, names: ReadonlyMap<string, Value> = new Map()): Outcome<Value, EvaluationComplaint> => {
  const empty: Scope = { names: new Map(), outer: undefined, budget: new Budget() };
  try {
    return ok(evaluate(ast, withEntries(empty, context(names))));
  } catch (thrown) {
    if (thrown instanceof EvaluationStop) return fail(thrown.complaint);
    throw thrown;
  }
};

const evaluate = (ast: Ast, scope: Scope): Value => {
  scope.budget.enter(ast);
  return scope.budget.leave(ast, worthOf(ast, scope));
};

const worthOf = (ast: Ast, scope: Scope): Value => {
  const at = (part: Ast): Value => evaluate(part, scope);
  switch (ast.kind) {
    case "number":
      return readRatio(ast.text) ?? null;
    case "string":
    case "boolean":
      return ast.value;
    case "null":
      return null;
    case "any":
      return true;
    case "at":
      return readTemporal(ast.text);
    case "name":
      return nameOf(ast, scope);
    case "path":
      return propertyOf(passed(ast, at(ast.of), scope), ast.name);
    case "call":
      return callOf(ast, scope, evaluate);
    case "filter":
      return filterOf(ast, scope, evaluate);
    case "negate":
      return negated(at(ast.of));
    case "binary":
      return binaryOf(ast, scope);
    case "between":
      return betweenOf(at(ast.of), at(ast.low), at(ast.high));
    case "in":
      return inOf(ast, scope, evaluate);
    case "test":
      return testOf(ast.op, at(ast.than));
    case "range":
      return rangeOf(at(ast.low), at(ast.high), ast.lowOpen, ast.highOpen);
    case "list":
      return list(ast.items.map(at));
    case "context":
      return contextOf(ast.entries, scope);
    case "if":
      return at(ast.when) === true ? at(ast.then) : at(ast.else);
    case "for":
      return forOf(ast, scope, evaluate);
    case "quantified":
      return quantifiedOf(ast, scope, evaluate);
    case "function":
      return functionOf(ast, scope, evaluate);
    case "instanceOf":
      return conforms(passed(ast, at(ast.of), scope), ast.type);
  }
};

const nameOf = (ast: Extract<Ast, { kind: "name" }>, scope: Scope): Value => {
  const found = lookUp(scope, ast.name);
  if (found !== undefined) return found;
  const known = BUILTINS.get(ast.name);
  return known === undefined ? null : builtinValue(known, scope.budget.workAt(ast));
};

/** A value that isn't a boolean counts as null. */
const junction = (and: boolean, left: Value, right: () => Value): Value => {
  if (left === !and) return left;
  const other = right();
  if (other === !and) return other;
  return left === and && other === and ? and : null;
};

const binaryOf = (ast: Extract<Ast, { kind: "binary" }>, scope: Scope): Value => {
  const left = evaluate(ast.left, scope);
  if (ast.op === "and" || ast.op === "or") return junction(ast.op === "and", left, () => evaluate(ast.right, scope));
  const right = evaluate(ast.right, scope);
  scope.budget.spend(ast, Math.min(readingSteps(left), readingSteps(right)) + operationSteps(ast.op, left, right));
  switch (ast.op) {
    case "+":
      return plus(left, right);
    case "-":
      return minus(left, right);
    case "*":
      return times(left, right);
    case "/":
      return over(left, right);
    case "**":
      return toThePower(left, right);
    case "=":
      return equal(left, right);
    case "!=": {
      const same = equal(left, right);
      return same === null ? null : !same;
    }
    default:
      return ordered(ast.op, order(left, right));
  }
};

/** A text grown by another is as long as both; a number's cost is that of the longer; a root or power is a series. */
const operationSteps = (op: BinaryOperator, left: Value, right: Value): number => {
  if (typeof left === "string") return passingSteps(left) + passingSteps(right);
  if (!is(left, "number") || !is(right, "number")) return 0;
  const longer = Math.max(numberSteps(left), numberSteps(right));
  return op === "**" ? longer + powerSteps(left, right) : longer;
};

const passed = (place: Place, value: Value, scope: Scope): Value => {
  scope.budget.spend(place, passingSteps(value));
  return value;
};

const ordered = (op: "<" | "<=" | ">" | ">=", compared: number | null): Value => {
  if (compared === null) return null;
  switch (op) {
    case "<":
      return compared < 0;
    case "<=":
      return compared <= 0;
    case ">":
      return compared > 0;
    case ">=":
      return compared >= 0;
  }
};

const betweenOf = (of: Value, low: Value, high: Value): Value =>
  junction(true, ordered(">=", order(of, low)), () => ordered("<=", order(of, high)));

/** An entry sees those before it; a key given twice makes the whole null. */
const contextOf = (entries: Extract<Ast, { kind: "context" }>["entries"], scope: Scope): Value => {
  const made = new Map<string, Value>();
  const named = new Map<string, { readonly value: Value; readonly place: number }>();
  for (const [place, { key, value: expression }] of entries.entries()) {
    if (made.has(key)) return null;
    const before = (name: string): Value | undefined => {
      const found = named.get(name);
      return found !== undefined && found.place < place ? found.value : undefined;
    };
    const value = evaluate(expression, { ...scope, names: { get: before }, outer: scope });
    made.set(key, value);
    named.set(plainName(key), { value, place });
  }
  return context(made);
};
