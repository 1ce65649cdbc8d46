/**
 * Official corrections: `corrections:` in a clause's rule block. The quotation stays as promulgated; a figure within corrected words may have
 * the value that the correcting document gives it.
 */
import { parseDate } from "@zhengdui/basics";
import type { Correction } from "@zhengdui/policy";
import { type Complaint, complain } from "../complaints.ts";
import type { DocSection, RuleBlock } from "../read/policy-document.ts";

export const CORRECTION_KEYS = ["words", "corrected", "by", "on", "why"] as const;

const bare = (text: string): string => text.replace(/\s/gu, "");

const entriesOf = (block: RuleBlock): readonly unknown[] => {
  const value = (block.value as { corrections?: unknown } | null)?.corrections;
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
};

/** Those that can be read. */
export function correctionsOf(section: DocSection): Correction[] {
  return section.rules.flatMap((block) =>
    entriesOf(block).flatMap((entry): Correction[] => {
      const found = readCorrection(section, entry);
      return typeof found === "string" ? [] : [found];
    }),
  );
}

/** Faults: correction-wrong, at the entry. */
export function checkCorrections(file: string, section: DocSection): Complaint[] {
  return section.rules.flatMap((block) =>
    entriesOf(block).flatMap((entry, i): Complaint[] => {
      const found = readCorrection(section, entry);
      if (typeof found !== "string") return [];
      const line = block.lineOf(["corrections", i]);
      const words = String((entry as { words?: unknown } | null)?.words ?? section.id);
      return [complain("correction-wrong", { file, line, column: 1, words }, { problem: found, clause: section.id })];
    }),
  );
}

/** The correction, or what is wrong with it. */
function readCorrection(section: DocSection, entry: unknown): Correction | string {
  if (typeof entry !== "object" || entry === null) return "不是一项更正";
  const given = entry as Readonly<Record<string, unknown>>;
  const odd = Object.keys(given).find((key) => !CORRECTION_KEYS.some((known) => known === key));
  if (odd !== undefined) return `没有“${odd}”这个键`;
  const missing = CORRECTION_KEYS.find((key) => typeof given[key] !== "string" || given[key] === "");
  if (missing !== undefined) return `缺少“${missing}”，或不是文字`;
  const { words, corrected, by, on, why } = given as Record<(typeof CORRECTION_KEYS)[number], string>;
  const text = bare(section.quotes.map((q) => q.text).join("\n"));
  const times = text.split(bare(words)).length - 1;
  if (times !== 1) return `“${words}”在本条原文里出现 ${times} 次`;
  if (bare(words) === bare(corrected)) return "更正前后一样";
  if (parseDate(on) === null) return `“${on}”不是日期`;
  return { clause: section.id, words, corrected, by, on, why };
}
