/** For reports: plain numbers in the unit of what they stand beside. The 0 of `增加额 > 0` has been aligned to two decimals: it is 0元, not 0%. */
import type { Expr } from "@zhengdui/feel";
import { partsOf, rebuilt } from "./expr-sites.ts";

const ALIKE: ReadonlySet<Expr["op"]> = new Set<Expr["op"]>([
  "compare",
  "min",
  "max",
  "add",
  "sub",
  "if",
  "table",
  "scaleUp",
  "cut",
]);

const unitOf = ({ type }: Expr): string => (type.kind === "number" || type.kind === "ratio" ? type.unit : "");

export const withUnits = (expr: Expr): Expr =>
  rebuilt(expr, (node) => {
    if (!ALIKE.has(node.op)) return node;
    const unit = [node, ...partsOf(node)].map(unitOf).find((one) => one !== "");
    return unit === undefined ? node : inUnit(node, unit);
  });

/** The parts that are the node's own value, or are compared with each other. */
function inUnit(node: Expr, unit: string): Expr {
  const give = (part: Expr): Expr => named(part, unit);
  switch (node.op) {
    case "compare":
    case "add":
    case "sub":
      return { ...node, left: give(node.left), right: give(node.right) };
    case "min":
    case "max":
      return { ...node, items: node.items.map(give) };
    case "if":
      return { ...node, then: give(node.then), else: give(node.else) };
    case "table":
      return { ...node, rows: node.rows.map((row) => ({ ...row, value: give(row.value) })) };
    case "scaleUp":
    case "cut":
      return { ...node, of: give(node.of) };
    default:
      return node;
  }
}

function named(expr: Expr, unit: string): Expr {
  if (expr.type.kind !== "number" || expr.type.unit !== "" || (expr.op !== "number" && !ALIKE.has(expr.op))) return expr;
  const own = { ...expr, type: { ...expr.type, unit } } as Expr;
  return own.op === "number" ? own : inUnit(own, unit);
}
