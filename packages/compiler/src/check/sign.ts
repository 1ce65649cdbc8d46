/** Can an expression fall below zero? Facts and figures can't; only a difference can, and what is made of one. */
import type { Expr } from "@zhengdui/feel";

/** `lets`: what the names of the same rule stand for; one that isn't there is a sum or a count. */
export function isNonNegative(expr: Expr, lets: ReadonlyMap<string, Expr>): boolean {
  const all = (items: readonly Expr[]): boolean => items.every((item) => isNonNegative(item, lets));
  switch (expr.op) {
    case "number":
      return expr.value >= 0;
    case "let": {
      const value = lets.get(expr.name);
      return value === undefined || isNonNegative(value, lets);
    }
    case "sub":
      return false;
    case "add":
    case "mul":
    case "quotient":
      return all([expr.left, expr.right]);
    case "min":
      return all(expr.items);
    case "max":
      return expr.items.some((item) => isNonNegative(item, lets));
    case "scaleUp":
    case "toRatio":
    case "cut":
      return isNonNegative(expr.of, lets);
    case "cutDivide":
      return all([expr.num, expr.den]);
    case "if":
      return all([expr.then, expr.else]);
    case "table":
      return all(expr.rows.map((row) => row.value));
    case "abs":
    case "param":
    case "fact":
    case "env":
    case "call":
    case "null":
    case "text":
    case "texts":
    case "boolean":
    case "reading":
    case "oneOf":
    case "compare":
    case "isNull":
    case "and":
    case "or":
    case "not":
      return true;
  }
}
