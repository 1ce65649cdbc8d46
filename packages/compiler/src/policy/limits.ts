/** The rules over all measures: 就高不重复 (which outside awards compete) and the fiscal ceiling. */
import { nearest } from "@zhengdui/basics";
import type { Expr } from "@zhengdui/feel";
import type { Ceiling, Combination } from "@zhengdui/policy";
import { typeName, WHOLE } from "../check/scope.ts";
import type { Complaint } from "../complaints.ts";
import type { PolicyDocument } from "../read/policy-document.ts";
import { type Names, scopeOf } from "../rule/fact-types.ts";
import type { RuleReader } from "../rule/rule-reader.ts";
import { isMeasure, readerOf } from "./sources.ts";

export const COMBINATION_KEYS = ["quote", "outside", "competes", "local", "except"];
export const CEILING_KEYS = ["quote", "who", "contribution", "other", "except"];

export interface Limits {
  readonly combination: Combination | null;
  readonly ceiling: Ceiling | null;
}

/** Either may be missing: a policy without the sentence has no such rule. null: complained. */
export function readLimits(document: PolicyDocument, names: Names, complaints: Complaint[]): Limits | null {
  // Also of rules that have faults of their own: their numbers are good.
  const measures = document.sections.flatMap(({ rules }) =>
    rules.filter(isMeasure).map(({ value }) => String((value as { measure?: unknown }).measure)),
  );
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
        args: {
          name: id,
          nearest: nearest(id, [...measures]) ?? "",
          known: `措施的编号：${measures.join("、")}`,
          mend: "改为措施的编号（measure），加引号",
        },
      });
  return except.length === 0 ? {} : { except };
}

function readCombination(rule: RuleReader, clause: string, names: Names, measures: readonly string[]): Combination | null {
  rule.allow(COMBINATION_KEYS);
  const label = rule.text("outside");
  const list = names.facts.lists.find((l) => l.label === label);
  if (list === undefined) {
    const labels = names.facts.lists.map((l) => l.label);
    if (label !== "")
      rule.report([...rule.path, "outside"], {
        code: "unknown-name",
        from: 0,
        to: WHOLE,
        args: {
          name: label,
          nearest: nearest(label, labels) ?? "",
          known: `facts.md 里的清单：${labels.join("、") || "没有"}`,
          mend: "在 facts.md 声明其他奖补的清单：programme、project、amount、level 等几个事实",
        },
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

const EVERYBODY: Expr = { op: "boolean", value: true, type: { kind: "boolean", nullable: false } };

/** Without `who` it binds everybody; without `other` it counts this policy's own awards. */
function readCeiling(rule: RuleReader, clause: string, names: Names, measures: readonly string[]): Ceiling | null {
  rule.allow(CEILING_KEYS);
  const scope = scopeOf(names, null, new Map());
  const who = rule.has("who") ? rule.expr("who", scope) : EVERYBODY;
  const contribution = factAt(rule, "contribution", names);
  const otherAwards = rule.has("other") ? factAt(rule, "other", names) : null;
  const except = exceptions(rule, measures);
  if (who === null || contribution === null || (otherAwards === null && rule.has("other"))) return null;
  return { clause, quote: rule.text("quote"), who, contribution, otherAwards, ...except };
}

function factAt(rule: RuleReader, key: string, names: Names): { record: string; key: string } | null {
  const found = rule.expr(key, scopeOf(names, null, new Map()));
  if (found === null) return null;
  if (found.op === "fact" && found.type.kind === "number") return { record: found.of, key: found.key };
  rule.report([...rule.path, key], {
    code: "type-mismatch",
    from: 0,
    to: WHOLE,
    args: {
      expected:
        key === "other"
          ? "金额型的事实，如 申报单位.其他本级奖补；原文只管本办法的，不写 other"
          : "金额型的事实，如 申报单位.财政贡献",
      found: found.op === "fact" ? typeName(found.type) : `算出来的${typeName(found.type)}，不是一个事实`,
    },
  });
  return null;
}
