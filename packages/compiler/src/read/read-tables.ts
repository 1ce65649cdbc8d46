/** Reads any Markdown of headings with tables and fenced blocks below them (facts.md, interpretations.md, cases.md). */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { Complaint } from "../complaints.ts";
import type { DocCell, DocTable } from "./policy-document.ts";
import { linesOf, readBlocks } from "./read-blocks.ts";

export interface TableSection {
  readonly heading: DocCell;
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly level: number;
  readonly tables: readonly DocTable[];
  /** `line`: that of the opening fence. Parse YAML with `readYaml(file, text, line + 1)`. */
  readonly fences: readonly { readonly language: string; readonly text: string; readonly line: number }[];
  readonly quotes: readonly DocCell[];
  readonly paragraphs: readonly DocCell[];
}

/** Faults: fence-open, table-without-header, table-ragged. Sections in the order of the file, each up to the next heading of any level. */
export function readTables(file: string, text: string): Outcome<readonly TableSection[], Complaint> {
  const { blocks, complaints } = readBlocks(file, linesOf(text));
  if (complaints.length > 0) return fail(...complaints);
  const draft = (heading: DocCell, level: number) => ({
    heading,
    level,
    tables: [] as DocTable[],
    fences: [] as { language: string; text: string; line: number }[],
    quotes: [] as DocCell[],
    paragraphs: [] as DocCell[],
  });
  let section = draft({ text: "", line: 1, column: 1 }, 0);
  const sections = [section];
  for (const block of blocks) {
    if (block.kind === "heading") {
      section = draft(block.heading, block.level);
      sections.push(section);
    } else if (block.kind === "table") section.tables.push(block.table);
    else if (block.kind === "fence") section.fences.push({ language: block.language, text: block.text, line: block.line });
    else if (block.kind === "quote") section.quotes.push(...block.lines);
    else section.paragraphs.push({ text: block.text, line: block.line, column: 1 });
  }
  return ok(sections.filter((s) => s.level > 0 || s.tables.length + s.fences.length + s.quotes.length + s.paragraphs.length > 0));
}
