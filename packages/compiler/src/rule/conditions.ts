/** Conditions of a rule: written in full, or the name of one that the policy's shared block declares. */
import { nearest } from "@zhengdui/basics";
import type { Expr } from "@zhengdui/feel";
import type { Condition } from "@zhengdui/policy";
import type { Scope } from "../check/scope.ts";
import { typeName, WHOLE } from "../check/scope.ts";
import { readMark } from "./marks.ts";
import type { RuleReader } from "./rule-reader.ts";

export interface SharedCondition {
  readonly clause: string;
  readonly reader: RuleReader;
  readonly value: unknown;
}

export const CONDITION_KEYS = ["text", "when", "quote", "clause", "otherwise", "mark"];

export function readConditions(
  rule: RuleReader,
  key: string,
  scope: Scope,
  clause: string,
  shared: ReadonlyMap<string, SharedCondition>,
): Condition[] {
  return rule.list(key).flatMap((entry, i): Condition[] => {
    if (typeof entry === "string") {
      const found = shared.get(entry);
      if (found === undefined) {
        rule.report([...rule.path, key, i], {
          code: "unknown-name",
          from: 0,
          to: entry.length,
          args: {
            name: entry,
            nearest: nearest(entry, [...shared.keys()]) ?? "",
            known: `conditions 里的条件：${[...shared.keys()].join("、") || "没有"}`,
            mend: "在 conditions 里写上它，或把这一项写成 text、when、otherwise 几行",
          },
        });
        return [];
      }
      return readCondition(found.reader, found.value, ["conditions", entry], entry, scope, found.clause);
    }
    const reader = rule.at([key, i], entry);
    return reader === null ? [] : readCondition(rule, entry, [key, i], reader.text("text"), scope, clause);
  });
}

function readCondition(
  rule: RuleReader,
  value: unknown,
  below: readonly (string | number)[],
  text: string,
  scope: Scope,
  clause: string,
): Condition[] {
  const reader = rule.at(below, value);
  if (reader === null) return [];
  reader.allow(CONDITION_KEYS);
  const test = reader.expr("when", scope);
  if (test === null) return [];
  if (!isBoolean(test, reader)) return [];
  return [
    {
      id: text,
      text,
      clause: reader.text("clause", clause),
      quote: reader.text("quote", ""),
      test,
      mark: readMark(reader, "mark"),
      otherwise: reader.text("otherwise", `不符合：${text}`),
    },
  ];
}

function isBoolean(test: Expr, reader: RuleReader): boolean {
  if (test.type.kind === "boolean") return true;
  reader.report([...reader.path, "when"], {
    code: "condition-not-boolean",
    from: 0,
    to: WHOLE,
    args: { found: typeName(test.type) },
  });
  return false;
}
