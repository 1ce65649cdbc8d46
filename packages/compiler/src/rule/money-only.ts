/** What is paid is 元 to the 分, always there and never below zero: else it is refused here, not at the counter. */
import type { Expr } from "@zhengdui/feel";
import { typeName, WHOLE } from "../check/scope.ts";
import { isNonNegative } from "../check/sign.ts";
import type { RuleReader } from "./rule-reader.ts";

const CAPS: readonly string[] = ["cap", "year cap"];
const NO_LETS: ReadonlyMap<string, Expr> = new Map();

export function moneyOnly(rule: RuleReader, key: string, amount: Expr | null, lets = NO_LETS): Expr | null {
  if (amount === null) return null;
  const { type } = amount;
  const refuse = (
    code: "type-mismatch" | "maybe-null" | "cap-maybe-null" | "maybe-negative" | "inexact-number",
    args = {},
  ): null => {
    rule.report([...rule.path, key], { code, from: 0, to: WHOLE, args });
    return null;
  };
  const zero = amount.op === "table" && type.kind === "number" && type.max === 0;
  if (type.kind !== "number" || (type.unit !== "元" && !zero))
    return refuse("type-mismatch", { expected: "数（元）", found: typeName(type) });
  if (type.nullable) return CAPS.includes(key) ? refuse("cap-maybe-null", { key }) : refuse("maybe-null");
  if (!isNonNegative(amount, lets)) return refuse("maybe-negative");
  return type.scale === 2 ? amount : refuse("inexact-number", { words: "金额比分还细" });
}
