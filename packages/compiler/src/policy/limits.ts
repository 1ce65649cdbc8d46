/** The rules over all measures: 就高不重复 (which outside awards compete) and the fiscal ceiling. */
import type { Ceiling, Combination } from "@zhengdui/policy";
import type { Complaint } from "../complaints.ts";
import type { PolicyDocument } from "../read/policy-document.ts";
import { type Names, scopeOf } from "../rule/fact-types.ts";
import type { RuleReader } from "../rule/rule-reader.ts";
import { readerOf } from "./sources.ts";

export const COMBINATION_KEYS = ["quote", "outside", "competes", "local", "except"];
export const CEILING_KEYS = ["quote", "who", "contribution", "other", "except"];

export interface Limits {
  readonly combination: Combination | null;
  readonly ceiling: Ceiling | null;
}

/** Either may be missing: a policy without the sentence has no such rule. null: complained. */
export function readLimits(
  document: PolicyDocument,
  names: Names,
  measures: readonly string[],
  complaints: Complaint[],
): Limits | null {
  const before = complaints.length;
  let limits: Limits = { combination: null, ceiling: null };
  for (const section of document.sections)
    for (const block of section.rules) {
      const reader = readerOf(document, section, block, complaints);
      const [combination, ceiling] = [reader.child("combination"), reader.child("ceiling")];
      if (combination !== null) limits = { ...limits, combination: readCombination(combination, section.id, names, measures) };
      if (ceiling !== null) limits = { ...limits, ceiling: readCeiling(ceiling, section.id, names, measures) };
    }
  return complaints.length > before ? null : limits;
}

/** What 就高不重复 leaves out, before the measures are known: faults are told when the rule itself is read. */
export function freeMeasures(document: PolicyDocument): ReadonlySet<string> {
  const rules = document.sections.flatMap((section) =>
    section.rules.flatMap((block) => readerOf(document, section, block, []).child("combination") ?? []),
  );
  return new Set(rules.flatMap((rule) => rule.list("except").map(String)));
}

/** Measures that a rule over all of them leaves out. */
function exceptions(rule: RuleReader, measures: readonly string[]): { except?: readonly string[] } {
  const except = rule.list("except").map(String);
  for (const [i, id] of except.entries())
    if (!measures.includes(id))
      rule.report([...rule.path, "except", i], {
        code: "unknown-name",
        from: 0,
        to: id.length,
        args: { name: id, nearest: measures.join("、") },
      });
  return except.length === 0 ? {} : { except };
}

function readCombination(rule: RuleReader, clause: string, names: Names, measures: readonly string[]): Combination | null {
  rule.allow(COMBINATION_KEYS);
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
  const except = exceptions(rule, measures);
  if (competes === null || local === null) return null;
  return { clause, quote: rule.text("quote"), outside: list.id, competes, local, ...except };
}

function readCeiling(rule: RuleReader, clause: string, names: Names, measures: readonly string[]): Ceiling | null {
  rule.allow(CEILING_KEYS);
  const scope = scopeOf(names, null, new Map());
  const who = rule.expr("who", scope);
  const contribution = factAt(rule, "contribution", names);
  const otherAwards = factAt(rule, "other", names);
  const except = exceptions(rule, measures);
  if (who === null || contribution === null || otherAwards === null) return null;
  return { clause, quote: rule.text("quote"), who, contribution, otherAwards, ...except };
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
