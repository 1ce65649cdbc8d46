/** Conditions in FEEL, each with its words beside it, so that a reader of the expression alone sees what of the text it stands for. */
import type { Condition } from "@zhengdui/policy";
import type { Scope } from "./feel-scope.ts";
import { writeFeel, writeOperand } from "./write-feel.ts";

/** Block comments survive tools that join lines. */
export const comment = (words: string): string => `/* ${words.replaceAll("*/", "* /").replace(/\s+/g, " ").trim()} */`;

export const conditionWords = ({ text, quote, otherwise }: Condition): string =>
  [text, quote === "" ? "" : `原文：“${quote}”`, otherwise === "" ? "" : `否则：${otherwise}`].filter((w) => w !== "").join("；");

/** All of them joined by `and`; `true` where there is none. */
export function allOf(conditions: readonly Condition[], scope: Scope): string {
  const [first] = conditions;
  if (first === undefined) return "true";
  if (conditions.length === 1) return `${comment(conditionWords(first))}\n${writeFeel(first.test, scope)}`;
  return conditions.map((c) => `${comment(conditionWords(c))}\n${writeOperand(c.test, scope)}`).join("\nand\n");
}

/** As entries 条件1, 条件2 … of a context, and the names that say all of them hold. */
export function conditionEntries(conditions: readonly Condition[], scope: Scope): { entries: string[]; all: string } {
  const names = conditions.map((_, i) => `条件${i + 1}`);
  const entries = conditions.map((c, i) => `${comment(conditionWords(c))}\n  ${names[i]}: ${writeFeel(c.test, scope)}`);
  return { entries, all: names.length === 0 ? "true" : names.join(" and ") };
}

export const clausesOf = (conditions: readonly Condition[]): string[] => conditions.map((c) => c.clause);
