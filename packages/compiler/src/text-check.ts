/** Is the document the official text, and does every figure of it have a name? Answered both ways, by section and line. */
import type { Complaint } from "./complaints.ts";
import type { PolicyDocument } from "./read/policy-document.ts";
import { checkFigures } from "./text-check/check-figures.ts";
import { checkQuotes } from "./text-check/check-quotes.ts";
import { checkCorrections } from "./text-check/corrections.ts";

/**
 * `original`: the text as promulgated (original.txt). Where a section's quotes are wrong its figures aren't checked: they would only repeat it.
 * Faults: those of TEXT_CATALOGUE, in the order of the document.
 */
export function checkText(document: PolicyDocument, original: string): Complaint[] {
  const quotes = checkQuotes(document, original);
  const sound = document.sections.filter((section, i) => {
    const end = document.sections[i + 1]?.line ?? Number.POSITIVE_INFINITY;
    return !quotes.some((c) => c.code !== "quote-out-of-order" && c.line >= section.line && c.line < end);
  });
  const figures = sound.flatMap((section) => checkFigures(document.file, section));
  const corrections = document.sections.flatMap((section) => checkCorrections(document.file, section));
  return [...quotes, ...figures, ...corrections].sort((a, b) => a.line - b.line || a.column - b.column);
}
