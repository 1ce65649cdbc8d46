/** The value of an expression at a point, that is, with a value for each of its atoms. Numbers are in their plain unit, whatever their scale. */
import type { Comparison, Expr } from "@zhengdui/feel";
import { isAtom, isStrict, keyOf } from "./atoms.ts";
import { partsOf } from "./expr-sites.ts";

export type PointValue = number | boolean | string | null | readonly string[];
export type Point = ReadonlyMap<string, PointValue>;
export type Figures = ReadonlyMap<string, number | readonly string[] | null>;

type Truth = boolean | null;

/** An expression made ready: at which points it has which value. */
export type AtPoint = (point: Point) => PointValue;

export function atPoint(expr: Expr, figures: Figures): AtPoint {
  const sub = (e: Expr): AtPoint => atPoint(e, figures);
  if (isAtom(expr)) return atomAt(expr, isStrict(expr) ? partsOf(expr).map(sub) : []);
  switch (expr.op) {
    case "number": {
      const value = plain(expr.value, expr);
      return () => value;
    }
    case "param": {
      const value = figures.get(expr.name) ?? null;
      const found = typeof value === "number" ? plain(value, expr) : value;
      return () => found;
    }
    case "text":
    case "boolean": {
      const { value } = expr;
      return () => value;
    }
    case "texts":
      return () => expr.items;
    case "env":
      return (point) => point.get(`env ${expr.name}`) ?? null;
    case "toRatio":
    case "scaleUp":
      return sub(expr.of);
    case "isNull": {
      const of = sub(expr.of);
      return (point) => of(point) === null;
    }
    case "not": {
      const of = sub(expr.of);
      return (point) => not3(of(point) as Truth);
    }
    case "and":
    case "or":
      return connected(expr.op, expr.items.map(sub));
    case "if": {
      const [when, then, otherwise] = [sub(expr.when), sub(expr.then), sub(expr.else)];
      return (point) => (when(point) === true ? then(point) : otherwise(point));
    }
    case "min":
    case "max":
      return extreme(expr.op, expr.items.map(sub));
    case "compare":
      return compared(expr.test, sub(expr.left), sub(expr.right));
    case "oneOf": {
      const [of, list] = [sub(expr.of), sub(expr.list)];
      return (point) => {
        const value = of(point);
        return value === null ? null : ((list(point) ?? []) as readonly string[]).includes(value as string);
      };
    }
    case "table": {
      const rows = expr.rows.map((row) => [sub(row.test), sub(row.value)] as const);
      return (point) => rows.find(([test]) => test(point) === true)?.[1](point) ?? null;
    }
    default:
      return () => null;
  }
}

const plain = (value: number, { type }: Expr): number => (type.kind === "number" ? value / 10 ** type.scale : value);

const not3 = (value: Truth): Truth => (value === null ? null : !value);

function atomAt(expr: Expr, parts: readonly AtPoint[]): AtPoint {
  const key = keyOf(expr);
  return (point) => (parts.some((part) => part(point) === null) ? null : (point.get(key) ?? null));
}

/** Kleene's and, or. */
export function connected(op: "and" | "or", items: readonly AtPoint[]): AtPoint {
  const settles = op === "or";
  return (point) => {
    const values = items.map((item) => item(point));
    if (values.includes(settles)) return settles;
    return values.includes(null) ? null : !settles;
  };
}

function extreme(op: "min" | "max", items: readonly AtPoint[]): AtPoint {
  return (point) => {
    const values = items.map((item) => item(point));
    return values.includes(null) ? null : Math[op](...(values as number[]));
  };
}

function compared(test: Comparison, left: AtPoint, right: AtPoint): AtPoint {
  return (point) => {
    const [a, b] = [left(point), right(point)];
    if (a === null || b === null) return null;
    switch (test) {
      case "=":
        return a === b;
      case "!=":
        return a !== b;
      case "<":
        return a < b;
      case "<=":
        return a <= b;
      case ">":
        return a > b;
      case ">=":
        return a >= b;
    }
  };
}
