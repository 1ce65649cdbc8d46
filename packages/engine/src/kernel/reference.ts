/**
 * The slow, obviously right evaluator: one recursive function over big integers, no guard, no alignment tricks. It is what the fast
 * back ends are checked against, and what computes a dossier whose figures leave the safe range.
 */
import type { Expr } from "@zhengdui/feel";
import type { Ratio, Row, Value } from "../dossier.ts";
import { comparison, type Env, type Figures, scaleOf } from "./closures.ts";
import * as rt from "./runtime.ts";

type Big = bigint | string | boolean | null | Ratio | readonly string[];

const big = (value: Value | undefined): Big => (value === undefined ? null : typeof value === "number" ? BigInt(value) : value);
const small = (value: Big): Value => (typeof value === "bigint" ? Number(value) : value);

export function reference(expr: Expr, figures: Figures): (env: Env) => Big {
  return (env) => evaluate(expr, env, figures);
}

function evaluate(expr: Expr, env: Env, figures: Figures): Big {
  const get = (e: Expr): Big => evaluate(e, env, figures);
  switch (expr.op) {
    case "number":
      return BigInt(expr.value);
    case "text":
    case "boolean":
      return expr.value;
    case "null":
      return null;
    case "texts":
      return expr.items;
    case "param":
      return big(figures.get(expr.name));
    case "fact":
      return big(expr.of === "item" ? env.row?.[expr.key] : (env.dossier[expr.of] as Row)[expr.key]);
    case "let":
      return big(env.lets[expr.name] as Value | undefined);
    case "env":
      return BigInt(env.dossier.env[expr.name]);
    case "reading":
      return env.dossier.readings[expr.key] ?? null;
    case "and":
      return expr.items.reduce<boolean | null>((value, item) => rt.and3(value, get(item) as boolean | null), true);
    case "or":
      return expr.items.reduce<boolean | null>((value, item) => rt.or3(value, get(item) as boolean | null), false);
    case "not":
      return rt.not3(get(expr.of) as boolean | null);
    case "isNull":
      return get(expr.of) === null;
    case "if":
      return get(expr.when) === true ? get(expr.then) : get(expr.else);
    case "oneOf": {
      const value = get(expr.of);
      return value === null ? null : (get(expr.list) as readonly string[]).includes(value as string);
    }
    case "table": {
      const row = expr.rows.find((r) => get(r.test) === true);
      return row === undefined ? null : get(row.value);
    }
    case "quotient": {
      const [left, right] = [get(expr.left), get(expr.right)];
      return left === null || right === null ? null : rt.divRatio(left as Ratio, right as Ratio);
    }
    case "call": {
      const call = rt.builtins[expr.name] as (...values: unknown[]) => Value;
      return big(call(...expr.args.map((arg) => small(get(arg)))));
    }
    default:
      return arithmetic(expr, get);
  }
}

type Arithmetic = Exclude<
  Expr,
  {
    op:
      | "number"
      | "text"
      | "boolean"
      | "null"
      | "texts"
      | "param"
      | "fact"
      | "let"
      | "env"
      | "reading"
      | "and"
      | "or"
      | "not"
      | "isNull"
      | "if"
      | "oneOf"
      | "table"
      | "quotient"
      | "call";
  }
>;

function arithmetic(expr: Arithmetic, get: (e: Expr) => Big): Big {
  const operands =
    "left" in expr
      ? [expr.left, expr.right]
      : "items" in expr
        ? expr.items
        : expr.op === "cutDivide"
          ? [expr.num, expr.den]
          : [expr.of];
  const values = operands.map(get);
  if (values.some((value) => value === null)) return null;
  const kind = operands[0]?.type.kind;
  if (kind === "ratio") return ratioArithmetic(expr, values as Ratio[]);
  if (expr.op === "compare") return comparison(expr.test)(values[0], values[1]);
  return integerArithmetic(expr, values as bigint[]);
}

function integerArithmetic(expr: Exclude<Arithmetic, { op: "compare" }>, values: bigint[]): Big {
  const [a = 0n, b = 0n] = values;
  switch (expr.op) {
    case "add":
      return a + b;
    case "sub":
      return a - b;
    case "mul":
      return a * b;
    case "scaleUp":
      return a * 10n ** BigInt(expr.by);
    case "toRatio":
      return rt.toRatio(a, scaleOf(expr.of));
    case "cut":
      return a / 10n ** BigInt(scaleOf(expr.of) - scaleOf(expr));
    case "cutDivide":
      return b === 0n ? null : (a * 10n ** BigInt(scaleOf(expr) - scaleOf(expr.num) + scaleOf(expr.den))) / b;
    case "abs":
      return a < 0n ? -a : a;
    case "min":
      return values.reduce((x, y) => (y < x ? y : x));
    case "max":
      return values.reduce((x, y) => (y > x ? y : x));
  }
}

function ratioArithmetic(expr: Arithmetic, values: Ratio[]): Big {
  const [a, b] = values as [Ratio, Ratio];
  switch (expr.op) {
    case "add":
      return rt.addRatio(a, b);
    case "sub":
      return rt.subRatio(a, b);
    case "mul":
      return rt.mulRatio(a, b);
    case "cut":
      return rt.cutRatioBig(a, scaleOf(expr));
    case "abs":
      return rt.absRatio(a);
    case "min":
      return values.reduce(rt.minRatio);
    case "max":
      return values.reduce(rt.maxRatio);
    case "compare":
      return comparison(expr.test)(rt.compareRatio(a, b), 0);
    case "scaleUp":
    case "toRatio":
    case "cutDivide":
      return null;
  }
}
