/** Exact fractions in FEEL: a context {分子, 分母} of whole numbers, and functions over such contexts that stand in the model. */
import type { Expr } from "@zhengdui/feel";
import { call, type Scope } from "./feel-scope.ts";
import type { ArithmeticFunction } from "./function-body.ts";
import { power, scaleOf } from "./scale.ts";

type OfRatio = Extract<
  Expr,
  { op: "toRatio" | "quotient" | "add" | "sub" | "mul" | "abs" | "min" | "max" | "scaleUp" | "cut" | "cutDivide" }
>;

export function writeRatio(expr: OfRatio, scope: Scope, write: (e: Expr) => string): string {
  const apply = (name: ArithmeticFunction, args: readonly string[]): string => call(scope, scope.world.functionOf(name), args);
  const two = (name: ArithmeticFunction, left: Expr, right: Expr): string => apply(name, [write(left), write(right)]);
  switch (expr.op) {
    case "toRatio":
      return apply("ratioOf", [write(expr.of), power(scaleOf(expr.of.type))]);
    case "quotient":
      return two("divideRatios", expr.left, expr.right);
    case "add":
      return two("addRatios", expr.left, expr.right);
    case "sub":
      return two("subtractRatios", expr.left, expr.right);
    case "mul":
      return two("multiplyRatios", expr.left, expr.right);
    case "abs":
      return apply("absoluteRatio", [write(expr.of)]);
    case "min":
    case "max":
      return expr.items.map(write).reduce((a, b) => apply(expr.op === "min" ? "lesserRatio" : "greaterRatio", [a, b]));
    // None of these gives a fraction.
    case "scaleUp":
    case "cut":
    case "cutDivide":
      return "null";
  }
}
