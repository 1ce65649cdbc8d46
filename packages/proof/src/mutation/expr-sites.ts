/** Finds the expressions in any part of a compiled policy by their shape, so that a form or an operation that is new is walked too. */
import type { Expr } from "@zhengdui/feel";
import type { Path } from "./mutant.ts";

export interface ExprSite {
  readonly path: Path;
  readonly expr: Expr;
  /** Is it a whole expression, not a part of one? */
  readonly root: boolean;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

export const isExpr = (value: unknown): value is Expr => isObject(value) && typeof value.op === "string" && isObject(value.type);

/** Every expression under `value`, parents first. */
export function exprSites(value: unknown, path: Path = [], inside = false): ExprSite[] {
  if (!isObject(value)) return [];
  const own = isExpr(value) ? [{ path, expr: value, root: !inside }] : [];
  const below = childrenAt(value, path).flatMap(([child, at]) => exprSites(child, at, inside || own.length > 0));
  return [...own, ...below];
}

/** Children of a node of the tree: a type is none. */
export function childrenAt(value: object, path: Path = []): (readonly [unknown, Path])[] {
  if (Array.isArray(value)) return value.map((child, i) => [child, [...path, i]] as const);
  return Object.entries(value).flatMap(([key, child]) => (key === "type" ? [] : [[child, [...path, key]] as const]));
}

/** The expressions directly under one, whatever it is. */
export function partsOf(expr: Expr): Expr[] {
  const found = (value: unknown): Expr[] => {
    if (isExpr(value)) return [value];
    return isObject(value) ? childrenAt(value).flatMap(([child]) => found(child)) : [];
  };
  return childrenAt(expr).flatMap(([child]) => found(child));
}

/** `change` at every node from the leaves up; what it leaves alone it returns. */
export function rebuilt(expr: Expr, change: (e: Expr) => Expr): Expr {
  const below = (value: unknown): unknown => {
    if (isExpr(value)) return rebuilt(value, change);
    if (Array.isArray(value)) return value.map(below);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, key === "type" ? child : below(child)]));
  };
  const parts = Object.entries(expr).map(([key, child]) => [key, key === "type" ? child : below(child)]);
  return change(Object.fromEntries(parts) as unknown as Expr);
}
