/**
 * Two shapes of one thing made one. The distance of a and b is that of b and a. And comparisons with a figure that a value can't come near: 15% and 50% of whole 分 differ by whole five hundredths of a 分, so that "at least
 * 0.0099" is "at least 0.01". The figure is moved to the next multiple that says the same.
 */
import type { Expr } from "@zhengdui/feel";
import type { Figures } from "./evaluate-point.ts";
import { rebuilt } from "./expr-sites.ts";

export const inOneShape = (expr: Expr, figures: Figures): Expr => rebuilt(expr, (e) => moved(ordered(e), figures));

function ordered(expr: Expr): Expr {
  if (expr.op !== "abs" || expr.of.op !== "sub") return expr;
  const { left, right } = expr.of;
  return JSON.stringify(left) <= JSON.stringify(right) ? expr : { ...expr, of: { ...expr.of, left: right, right: left } };
}

function moved(expr: Expr, figures: Figures): Expr {
  if (expr.op !== "compare" || expr.right.op !== "number") return expr;
  const step = stepOf(expr.left, figures);
  if (step <= 1) return expr;
  const up = expr.test === ">=" || expr.test === "<";
  if (!up && expr.test !== ">" && expr.test !== "<=") return expr;
  const times = expr.right.value / step;
  return { ...expr, right: { ...expr.right, value: (up ? Math.ceil(times) : Math.floor(times)) * step } };
}

/** Every value, as a scaled integer, is a multiple of it; 0 where the value is always 0. */
function stepOf(expr: Expr, figures: Figures): number {
  const sub = (e: Expr): number => stepOf(e, figures);
  if (expr.type.kind !== "number") return 1;
  switch (expr.op) {
    case "number":
      return Math.abs(expr.value);
    case "param": {
      const value = figures.get(expr.name);
      return typeof value === "number" ? Math.abs(value) : 1;
    }
    case "mul":
      return sub(expr.left) * sub(expr.right);
    case "add":
    case "sub":
      return divisor(sub(expr.left), sub(expr.right));
    case "scaleUp":
      return sub(expr.of) * 10 ** expr.by;
    case "abs":
      return sub(expr.of);
    case "min":
    case "max":
      return expr.items.map(sub).reduce(divisor);
    default:
      return 1;
  }
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
