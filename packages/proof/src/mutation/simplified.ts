/** An expression without parts that are settled by a constant, so that two ways to one policy are seen to be one. */
import type { Expr } from "@zhengdui/feel";
import { rebuilt } from "./expr-sites.ts";

export const simplified = (expr: Expr): Expr => rebuilt(expr, simplifiedNode);

function simplifiedNode(expr: Expr): Expr {
  switch (expr.op) {
    case "and":
    case "or":
      return connection(expr);
    case "not":
      return expr.of.op === "boolean" ? { ...expr.of, value: !expr.of.value } : expr.of.op === "not" ? expr.of.of : expr;
    case "if":
      if (expr.when.op === "boolean") return expr.when.value ? expr.then : expr.else;
      return expr.when.op === "not" && !expr.when.type.nullable
        ? { ...expr, when: expr.when.of, then: expr.else, else: expr.then }
        : expr;
    case "min":
    case "max":
      return expr.items.length === 1 && expr.items[0] !== undefined ? expr.items[0] : expr;
    default:
      return expr;
  }
}

/** `and` is settled by a false, `or` by a true; the other constant says nothing. */
function connection(expr: Extract<Expr, { op: "and" | "or" }>): Expr {
  const settles = expr.op === "or";
  const items = expr.items.filter((item) => !(item.op === "boolean" && item.value !== settles));
  const type = { kind: "boolean", nullable: false } as const;
  if (items.some((item) => item.op === "boolean")) return { op: "boolean", value: settles, type };
  const [only] = items;
  if (only === undefined) return { op: "boolean", value: !settles, type };
  return items.length === 1 ? only : { ...expr, items };
}
