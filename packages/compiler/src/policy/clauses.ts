/** Sections of the document as clauses of the policy, with the label an officer uses: 二（二） → 第二条第（二）项. */
import type { Clause } from "@zhengdui/policy";
import type { DocSection } from "../read/policy-document.ts";

export const NATURES: readonly Clause["nature"][] = ["rule", "discretionary", "unmodelled", "informational"];

export function clauseOf(section: DocSection): Clause {
  const stated = section.rules.map((r) => (r.value as { nature?: unknown } | null)?.nature).find((n) => typeof n === "string");
  const nature = NATURES.find((n) => n === stated) ?? "rule";
  return { id: section.id, label: labelOf(section.id), sentences: section.quotes.map((q) => q.text), nature };
}

export function labelOf(id: string): string {
  const numbered = /^([一二三四五六七八九十]+)(（[一二三四五六七八九十]+）)?$/u.exec(id);
  if (numbered === null) return id;
  return `第${numbered[1]}条${numbered[2] === undefined ? "" : `第${numbered[2]}项`}`;
}
