/** The rules over all measures: 就高不重复 (which outside awards compete) and the fiscal ceiling. */
import type { Ceiling, Combination } from "@zhengdui/policy";
import { type Complaint, complain } from "../complaints.ts";
import type { PolicyDocument } from "../read/policy-document.ts";
import { type Names, scopeOf } from "../rule/fact-types.ts";
import type { RuleReader } from "../rule/rule-reader.ts";
import { readerOf } from "./sources.ts";

export interface Limits {
  readonly combination: Combination;
  readonly ceiling: Ceiling | null;
}

export function readLimits(document: PolicyDocument, names: Names, complaints: Complaint[]): Limits | null {
  for (const section of document.sections)
    for (const block of section.rules) {
      const reader = readerOf(document, section, block, complaints);
      const combination = reader.child("combination");
      if (combination === null) continue;
      const found = readCombination(combination, section.id, names);
      const below = reader.child("ceiling");
      const ceiling = below === null ? null : readCeiling(below, section.id, names);
      return found === null ? null : { combination: found, ceiling };
    }
  complaints.push(
    complain("missing-key", { file: document.file, line: 1, column: 1, words: "" }, { key: "combination（就高不重复）" }),
  );
  return null;
}

function readCombination(rule: RuleReader, clause: string, names: Names): Combination | null {
  rule.allow(["quote", "outside", "competes", "local"]);
  const list = names.facts.lists.find((l) => l.label === rule.text("outside"));
  if (list === undefined) {
    rule.report([...rule.path, "outside"], {
      code: "unknown-fact",
      from: 0,
      to: 1,
      args: { name: rule.text("outside"), of: "清单", nearest: "" },
    });
    return null;
  }
  const scope = scopeOf(names, list, new Map());
  const competes = rule.expr("competes", scope);
  const local = rule.expr("local", scope);
  return competes === null || local === null ? null : { clause, quote: rule.text("quote"), outside: list.id, competes, local };
}

function readCeiling(rule: RuleReader, clause: string, names: Names): Ceiling | null {
  rule.allow(["quote", "who", "contribution", "other"]);
  const scope = scopeOf(names, null, new Map());
  const who = rule.expr("who", scope);
  const contribution = factAt(rule, "contribution", names);
  const otherAwards = factAt(rule, "other", names);
  return who === null || contribution === null || otherAwards === null
    ? null
    : { clause, quote: rule.text("quote"), who, contribution, otherAwards };
}

function factAt(rule: RuleReader, key: string, names: Names): { record: string; key: string } | null {
  const found = rule.expr(key, scopeOf(names, null, new Map()));
  if (found === null) return null;
  if (found.op === "fact" && found.type.kind === "number") return { record: found.of, key: found.key };
  rule.report([...rule.path, key], {
    code: "type-mismatch",
    from: 0,
    to: 1,
    args: { expected: "金额型的事实", found: found.op },
  });
  return null;
}
