/** The back end without code generation: each expression becomes a closure. Runs under a strict Content-Security-Policy. */
import type { Comparison, Expr } from "@zhengdui/feel";
import type { Prepared, Ratio, Row, Value } from "../dossier.ts";
import * as rt from "./runtime.ts";

/** What an expression may read: the dossier, the item under evaluation, and the lets computed before. */
export interface Env {
  readonly dossier: Prepared;
  readonly row: Row | null;
  readonly lets: Record<string, unknown>;
}

export type Closure = (env: Env) => unknown;
/** The figures of the policy by name, as scaled integers or lists. */
export type Figures = ReadonlyMap<string, Value>;

type N = number | null;
type B = boolean | null;

export function closure(expr: Expr, figures: Figures): Closure {
  const sub = (e: Expr) => closure(e, figures);
  switch (expr.op) {
    case "number":
    case "text":
    case "boolean":
      return () => expr.value;
    case "null":
      return () => null;
    case "texts":
      return () => expr.items;
    case "param": {
      const value = figures.get(expr.name) ?? null;
      return () => value;
    }
    case "fact":
      return factClosure(expr.of, expr.key);
    case "let":
      return (env) => env.lets[expr.name];
    case "env":
      return envClosure(expr.name);
    case "reading":
      return (env) => env.dossier.readings[expr.key] ?? null;
    case "and":
      return fold(expr.items.map(sub), rt.and3, true);
    case "or":
      return fold(expr.items.map(sub), rt.or3, false);
    case "not": {
      const of = sub(expr.of);
      return (env) => rt.not3(of(env) as B);
    }
    case "isNull": {
      const of = sub(expr.of);
      return (env) => of(env) === null;
    }
    case "if": {
      const [when, then, otherwise] = [sub(expr.when), sub(expr.then), sub(expr.else)];
      return (env) => (when(env) === true ? then(env) : otherwise(env));
    }
    case "oneOf": {
      const [of, list] = [sub(expr.of), sub(expr.list)];
      return (env) => {
        const value = of(env) as string | null;
        return value === null ? null : (list(env) as readonly string[]).includes(value);
      };
    }
    case "table":
      return tableClosure(expr.rows.map((row) => [sub(row.test), sub(row.value)] as const));
    case "call": {
      const args = expr.args.map(sub);
      const call = rt.builtins[expr.name] as (...values: unknown[]) => unknown;
      return (env) => call(...args.map((arg) => arg(env)));
    }
    case "quotient":
      return lift2(sub(expr.left), sub(expr.right), rt.divRatio);
    case "compare":
      return compareClosure(expr.test, expr.left.type.kind === "ratio", sub(expr.left), sub(expr.right));
    default:
      return expr.type.kind === "ratio" || ("of" in expr && expr.of.type.kind === "ratio")
        ? ratioClosure(expr, sub)
        : numberClosure(expr, sub);
  }
}

type Arithmetic = Extract<
  Expr,
  { op: "scaleUp" | "toRatio" | "add" | "sub" | "mul" | "cut" | "cutDivide" | "abs" | "min" | "max" }
>;

function numberClosure(expr: Arithmetic, sub: (e: Expr) => Closure): Closure {
  switch (expr.op) {
    case "add":
      return lift2(sub(expr.left), sub(expr.right), (a: number, b: number) => rt.guard(a + b));
    case "sub":
      return lift2(sub(expr.left), sub(expr.right), (a: number, b: number) => rt.guard(a - b));
    case "mul":
      return lift2(sub(expr.left), sub(expr.right), (a: number, b: number) => rt.guard(a * b));
    case "scaleUp": {
      const power = 10 ** expr.by;
      return lift1(sub(expr.of), (a: number) => rt.guard(a * power));
    }
    case "cut": {
      const power = 10 ** (scaleOf(expr.of) - scaleOf(expr));
      return lift1(sub(expr.of), (a: number) => rt.cutDigits(a, power));
    }
    case "cutDivide": {
      const factor = 10 ** (scaleOf(expr) - scaleOf(expr.num) + scaleOf(expr.den));
      return lift2(sub(expr.num), sub(expr.den), (a: number, b: number) => rt.cutDivide(a, factor, b));
    }
    case "abs":
      return lift1(sub(expr.of), (a: number) => Math.abs(a));
    case "min":
      return foldLifted(expr.items.map(sub), (a: number, b: number) => (b < a ? b : a));
    case "max":
      return foldLifted(expr.items.map(sub), (a: number, b: number) => (b > a ? b : a));
    case "toRatio":
      return lift1(sub(expr.of), (a: number) => rt.toRatio(a, scaleOf(expr.of)));
  }
}

function ratioClosure(expr: Arithmetic, sub: (e: Expr) => Closure): Closure {
  switch (expr.op) {
    case "add":
      return lift2(sub(expr.left), sub(expr.right), rt.addRatio);
    case "sub":
      return lift2(sub(expr.left), sub(expr.right), rt.subRatio);
    case "mul":
      return lift2(sub(expr.left), sub(expr.right), rt.mulRatio);
    case "cut":
      return lift1(sub(expr.of), (a: Ratio) => rt.cutRatio(a, scaleOf(expr)));
    case "abs":
      return lift1(sub(expr.of), rt.absRatio);
    case "min":
      return foldLifted(expr.items.map(sub), rt.minRatio);
    case "max":
      return foldLifted(expr.items.map(sub), rt.maxRatio);
    case "toRatio":
      return lift1(sub(expr.of), (a: number) => rt.toRatio(a, scaleOf(expr.of)));
    case "scaleUp":
    case "cutDivide":
      return numberClosure(expr, sub);
  }
}

export const scaleOf = (expr: Expr): number => (expr.type.kind === "number" ? expr.type.scale : 0);

function factClosure(of: string, key: string): Closure {
  if (of === "item") return (env) => env.row?.[key] ?? null;
  return (env) => (env.dossier[of] as Row)[key] ?? null;
}

function envClosure(name: Extract<Expr, { op: "env" }>["name"]): Closure {
  return (env) => env.dossier.env[name];
}

function fold(items: Closure[], join: (a: B, b: B) => B, start: boolean): Closure {
  return (env) => {
    let value: B = start;
    for (const item of items) value = join(value, item(env) as B);
    return value;
  };
}

function lift1<A>(of: Closure, f: (a: A) => unknown): Closure {
  return (env) => {
    const a = of(env) as A | null;
    return a === null ? null : f(a);
  };
}

function lift2<A>(left: Closure, right: Closure, f: (a: A, b: A) => unknown): Closure {
  return (env) => {
    const a = left(env) as A | null;
    const b = right(env) as A | null;
    return a === null || b === null ? null : f(a, b);
  };
}

function foldLifted<A>(items: Closure[], f: (a: A, b: A) => A): Closure {
  return (env) => {
    let value: A | null = null;
    for (const item of items) {
      const next = item(env) as A | null;
      if (next === null) return null;
      value = value === null ? next : f(value, next);
    }
    return value;
  };
}

function compareClosure(test: Comparison, ratio: boolean, left: Closure, right: Closure): Closure {
  const holds = comparison(test);
  if (ratio) return lift2<Ratio>(left, right, (a, b) => holds(rt.compareRatio(a, b), 0));
  return lift2<N & string>(left, right, (a, b) => holds(a, b));
}

export function comparison(test: Comparison): <A>(a: A, b: A) => boolean {
  switch (test) {
    case "=":
      return (a, b) => a === b;
    case "!=":
      return (a, b) => a !== b;
    case "<":
      return (a, b) => a < b;
    case "<=":
      return (a, b) => a <= b;
    case ">":
      return (a, b) => a > b;
    case ">=":
      return (a, b) => a >= b;
  }
}

function tableClosure(rows: readonly (readonly [Closure, Closure])[]): Closure {
  return (env) => {
    for (const [test, value] of rows) if (test(env) === true) return value(env);
    return null;
  };
}
