/**
 * A typed expression → terms for the solver, operation by operation as the reference evaluator computes it: numbers stay scaled integers,
 * cuts become whole divisions, truths stay three-valued.
 */
import type { Builtin, Expr } from "@zhengdui/feel";
import { builtin, type Tables } from "./builtins.ts";
import { add, and, compare, divide, FALSE, int, ite, mul, not, or, sub, type Term, TRUE } from "./terms.ts";
import {
  asFraction,
  choose,
  type Fraction,
  noneOf,
  type TextSet,
  type Truth,
  termOf,
  truth,
  type Value,
  whole,
} from "./value.ts";

/** What names stand for. */
export interface Scope extends Tables {
  readonly fact: (of: string, key: string) => Value;
  readonly lets: ReadonlyMap<string, Value>;
  /** Lets that are never below zero. */
  readonly neverNegative: ReadonlySet<string>;
  readonly figure: (name: string) => number | readonly string[] | null;
  readonly env: (name: Extract<Expr, { op: "env" }>["name"]) => Term;
  readonly reading: (key: string) => Term;
  /** What a function of standards or calendar gives; where it isn't given, what their tables say. */
  readonly call?: (name: Builtin, args: readonly Value[]) => Value;
}

export function translate(expr: Expr, scope: Scope): Value {
  const get = (e: Expr): Value => translate(e, scope);
  switch (expr.op) {
    case "number":
      return whole(int(expr.value));
    case "text":
      return whole(int(scope.codes.of(expr.value)));
    case "boolean":
      return truth(expr.value ? TRUE : FALSE, expr.value ? FALSE : TRUE);
    case "null":
      return expr.type.kind === "boolean" ? truth(FALSE, FALSE) : whole("0", TRUE);
    case "texts":
      return setOf(expr.items, scope);
    case "param":
      return figure(scope.figure(expr.name), scope);
    case "fact":
      return scope.fact(expr.of, expr.key);
    case "let":
      return scope.lets.get(expr.name) ?? whole("0", TRUE);
    case "env":
      return whole(scope.env(expr.name));
    case "reading":
      return whole(scope.reading(expr.key));
    case "and":
    case "or":
    case "not":
    case "isNull":
    case "compare":
    case "oneOf":
      return logic(expr, scope);
    case "if":
      return choose(truthOf(get(expr.when)).yes, get(expr.then), get(expr.else));
    case "table":
      return expr.rows.reduceRight<Value>(
        (rest, row) => choose(truthOf(get(row.test)).yes, get(row.value), rest),
        expr.type.kind === "boolean" ? truth(FALSE, FALSE) : whole("0", TRUE),
      );
    case "call":
      return (scope.call ?? ((name, args) => builtin(name, args, scope)))(expr.name, expr.args.map(get));
    case "toRatio":
    case "scaleUp":
    case "add":
    case "sub":
    case "mul":
    case "cut":
    case "cutDivide":
    case "quotient":
    case "abs":
    case "min":
    case "max":
      return arithmetic(expr, scope);
  }
}

export const truthOf = (value: Value): Truth => (value.kind === "truth" ? value : truth(FALSE, FALSE));

const setOf = (texts: readonly string[], scope: Scope): TextSet => ({
  kind: "set",
  has: new Map(texts.map((text) => [scope.codes.of(text), TRUE])),
});

function figure(value: number | readonly string[] | null, scope: Scope): Value {
  if (value === null) return whole("0", TRUE);
  return typeof value === "number" ? whole(int(value)) : setOf(value, scope);
}

type Logic = Extract<Expr, { op: "and" | "or" | "not" | "isNull" | "compare" | "oneOf" }>;

function logic(expr: Logic, scope: Scope): Truth {
  const get = (e: Expr): Value => translate(e, scope);
  switch (expr.op) {
    case "and":
    case "or": {
      const items = expr.items.map((item) => truthOf(get(item)));
      const [yes, no] = [items.map((t) => t.yes), items.map((t) => t.no)];
      return expr.op === "and" ? truth(and(...yes), or(...no)) : truth(or(...yes), and(...no));
    }
    case "not": {
      const of = truthOf(get(expr.of));
      return truth(of.no, of.yes);
    }
    case "isNull": {
      const none = noneOf(get(expr.of));
      return truth(none, not(none));
    }
    case "oneOf": {
      const [of, list] = [get(expr.of), get(expr.list)];
      const has = list.kind === "set" ? [...list.has] : [];
      const found = or(...has.map(([code, present]) => and(present, compare("=", termOf(of), int(code)))));
      return known(found, noneOf(of));
    }
    case "compare":
      return comparison(expr.test, get(expr.left), get(expr.right));
  }
}

const known = (holds: Term, none: Term): Truth => truth(and(not(none), holds), and(not(none), not(holds)));

function comparison(test: Extract<Expr, { op: "compare" }>["test"], left: Value, right: Value): Truth {
  const none = or(noneOf(left), noneOf(right));
  if (left.kind === "truth" && right.kind === "truth") {
    const same = or(and(left.yes, right.yes), and(left.no, right.no));
    return known(test === "!=" ? not(same) : same, none);
  }
  const [a, b] = sides(left, right);
  return known(test === "!=" ? not(compare("=", a, b)) : compare(test, a, b), none);
}

/** Two integers that compare as the values do: fractions are multiplied crosswise. */
function sides(left: Value, right: Value): readonly [Term, Term] {
  if (left.kind !== "fraction" && right.kind !== "fraction") return [termOf(left), termOf(right)];
  const [a, b] = [asFraction(left), asFraction(right)];
  return [mul(a.n, b.d), mul(b.n, a.d)];
}

type Arithmetic = Extract<
  Expr,
  { op: "toRatio" | "scaleUp" | "add" | "sub" | "mul" | "cut" | "cutDivide" | "quotient" | "abs" | "min" | "max" }
>;

const scaleOf = (expr: Expr): number => (expr.type.kind === "number" ? expr.type.scale : 0);
const power = (digits: number): Term => (10n ** BigInt(digits)).toString();

function arithmetic(expr: Arithmetic, scope: Scope): Value {
  const get = (e: Expr): Value => translate(e, scope);
  switch (expr.op) {
    case "toRatio":
      return { ...asFraction(get(expr.of)), d: power(scaleOf(expr.of)) };
    case "scaleUp":
      return whole(mul(power(expr.by), termOf(get(expr.of))), noneOf(get(expr.of)));
    case "add":
    case "sub":
    case "mul":
      return binary(expr.op, get(expr.left), get(expr.right));
    case "quotient":
      return quotient(asFraction(get(expr.left)), asFraction(get(expr.right)));
    case "cut":
      return cut(get(expr.of), scaleOf(expr.of), scaleOf(expr), mayFall(expr.of, scope.neverNegative));
    case "cutDivide": {
      const [num, den] = [get(expr.num), get(expr.den)];
      const up = power(scaleOf(expr) - scaleOf(expr.num) + scaleOf(expr.den));
      const none = or(noneOf(num), noneOf(den), compare("=", termOf(den), "0"));
      return whole(divide(mul(termOf(num), up), termOf(den), mayFall(expr.num, scope.neverNegative)), none);
    }
    case "abs": {
      const of = get(expr.of);
      if (of.kind === "fraction") return { ...of, n: ite(compare(">=", of.n, "0"), of.n, `(- ${of.n})`) };
      return whole(ite(compare(">=", termOf(of), "0"), termOf(of), `(- ${termOf(of)})`), noneOf(of));
    }
    case "min":
    case "max": {
      const [first = whole("0", TRUE), ...others] = expr.items.map(get);
      return others.reduce((best, item) => extreme(expr.op === "min" ? "<" : ">", best, item), first);
    }
  }
}

function binary(op: "add" | "sub" | "mul", left: Value, right: Value): Value {
  const none = or(noneOf(left), noneOf(right));
  if (left.kind !== "fraction" && right.kind !== "fraction") {
    const join = { add, sub, mul }[op];
    return whole(join(termOf(left), termOf(right)), none);
  }
  const [a, b] = [asFraction(left), asFraction(right)];
  const d = mul(a.d, b.d);
  if (op === "mul") return { kind: "fraction", n: mul(a.n, b.n), d, none };
  return { kind: "fraction", n: (op === "add" ? add : sub)(mul(a.n, b.d), mul(b.n, a.d)), d, none };
}

/** The denominator stays positive: the sign goes up. */
function quotient(a: Fraction, b: Fraction): Fraction {
  const none = or(a.none, b.none, compare("=", b.n, "0"));
  const up = compare(">", b.n, "0");
  const [n, d] = [mul(a.n, b.d), mul(a.d, b.n)];
  return { kind: "fraction", n: ite(up, n, `(- ${n})`), d: ite(up, d, `(- ${d})`), none };
}

function cut(of: Value, from: number, to: number, maybeNegative: boolean): Value {
  if (of.kind === "fraction") return whole(divide(mul(of.n, power(to)), of.d, maybeNegative), of.none);
  return whole(divide(termOf(of), power(from - to), maybeNegative), noneOf(of));
}

/** Where one of the two isn't there, neither is the extreme. */
function extreme(test: "<" | ">", best: Value, item: Value): Value {
  const [a, b] = sides(item, best);
  const chosen = choose(compare(test, a, b), item, best);
  const none = or(noneOf(best), noneOf(item));
  return chosen.kind === "fraction" ? { ...chosen, none } : whole(termOf(chosen), none);
}

/** May the value lie below zero? Judged by the operations alone; facts and figures are never negative. */
export function mayFall(expr: Expr, never: ReadonlySet<string>): boolean {
  const falls = (e: Expr): boolean => mayFall(e, never);
  switch (expr.op) {
    case "sub":
      return true;
    case "let":
      return !never.has(expr.name);
    case "number":
      return expr.value < 0;
    case "add":
    case "mul":
    case "quotient":
      return falls(expr.left) || falls(expr.right);
    case "max":
      return expr.items.every(falls);
    case "min":
      return expr.items.some(falls);
    case "scaleUp":
    case "toRatio":
    case "cut":
      return falls(expr.of);
    case "cutDivide":
      return falls(expr.num);
    case "if":
      return falls(expr.then) || falls(expr.else);
    case "table":
      return expr.rows.some((row) => falls(row.value));
    case "abs":
    case "param":
    case "fact":
    case "text":
    case "boolean":
    case "null":
    case "texts":
    case "env":
    case "reading":
    case "and":
    case "or":
    case "not":
    case "isNull":
    case "compare":
    case "oneOf":
    case "call":
      return false;
  }
}
