/**
 * Choices moved out of products: (10% or 20%) × investment becomes 10% × investment or 20% × investment, which is the same value, and a
 * question about multiples of one unknown instead of a product of two.
 */
import type { Expr } from "@zhengdui/feel";
import { rebuilt } from "../expr-sites.ts";

type Choice = Extract<Expr, { op: "if" | "table" }>;

const isChoice = (expr: Expr): expr is Choice => expr.op === "if" || expr.op === "table";

export const spreadChoices = (expr: Expr): Expr => rebuilt(expr, spread);

function spread(expr: Expr): Expr {
  if (expr.op === "mul" && isChoice(expr.left)) return each(expr.left, expr, (left) => spread({ ...expr, left }));
  if (expr.op === "mul" && isChoice(expr.right)) return each(expr.right, expr, (right) => spread({ ...expr, right }));
  if ((expr.op === "cut" || expr.op === "toRatio" || expr.op === "scaleUp") && isChoice(expr.of))
    return each(expr.of, expr, (of) => spread({ ...expr, of }));
  return expr;
}

/** The same choice between what `change` makes of its values; where nothing is chosen, arithmetic has no value either. */
function each(choice: Choice, { type }: Expr, change: (value: Expr) => Expr): Expr {
  if (choice.op === "if") return { ...choice, then: change(choice.then), else: change(choice.else), type };
  return { ...choice, rows: choice.rows.map((row) => ({ ...row, value: change(row.value) })), type };
}
