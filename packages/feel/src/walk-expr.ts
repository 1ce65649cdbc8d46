/** Goes through a typed expression without knowing what its operations mean. */
import type { Expr } from "./expr.ts";

/** Every sub-expression, parents first. */
export function walk(expr: Expr, visit: (e: Expr) => void): void {
  visit(expr);
  for (const child of childrenOf(expr)) walk(child, visit);
}

export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case "add":
    case "sub":
    case "mul":
    case "quotient":
    case "compare":
      return [expr.left, expr.right];
    case "scaleUp":
    case "toRatio":
    case "cut":
    case "abs":
    case "not":
    case "isNull":
      return [expr.of];
    case "cutDivide":
      return [expr.num, expr.den];
    case "oneOf":
      return [expr.of, expr.list];
    case "min":
    case "max":
    case "and":
    case "or":
      return expr.items;
    case "if":
      return [expr.when, expr.then, expr.else];
    case "call":
      return expr.args;
    case "table":
      return expr.rows.flatMap((row) => [row.test, row.value]);
    default:
      return [];
  }
}
