/** Reads the Markdown of a policy: front matter, and section by section the official words, their figures, and the rules with their tables. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { type Complaint, complain } from "../complaints.ts";
import type {
  DocCell,
  DocSection,
  DocTable,
  FigureRow,
  FrontMatter,
  PolicyDocument,
  Quote,
  RuleBlock,
  TableCaption,
} from "./policy-document.ts";
import { type Block, linesOf, readBlocks } from "./read-blocks.ts";
import { readCaption } from "./read-caption.ts";
import { isFigureTable, readFigureTable } from "./read-figure-table.ts";
import { readYaml } from "./read-yaml.ts";

/** Every fault of form at once; see DOCUMENT_CATALOGUE. Whether the words are the official ones is `checkText`'s question. */
export function readDocument(file: string, text: string): Outcome<PolicyDocument, Complaint> {
  const { document, complaints } = readDocumentPartly(file, text);
  return complaints.length > 0 ? fail(...complaints) : ok(document);
}

/** What can be read of it: a section keeps what it has besides its faults; the front matter is null where it can't be read. */
export function readDocumentPartly(
  file: string,
  text: string,
): { readonly document: PolicyDocument; readonly complaints: readonly Complaint[] } {
  const lines = linesOf(text);
  const front = readFront(file, lines);
  const end = lines[0]?.trimEnd() === "---" ? lines.findIndex((l, i) => i > 0 && l.trimEnd() === "---") : -1;
  const { blocks, complaints } = readBlocks(file, lines.slice(end + 1), end + 2);
  const reading: Reading = { file, complaints: [...complaints], names: new Map(), drafts: [] };
  for (const [i, block] of blocks.entries()) take(block, reading, blocks[i - 1]);
  if (!front.ok) reading.complaints.unshift(...front.errors);
  const document = { file, front: front.ok ? front.value : NO_FRONT, sections: reading.drafts.map(sectionOf) };
  return { document, complaints: reading.complaints };
}

const NO_FRONT: FrontMatter = { value: null, line: 1, lineOf: () => 1, placeOf: () => ({ line: 1, column: 1 }) };

interface Reading {
  readonly file: string;
  readonly complaints: Complaint[];
  /** Line of every figure's name. */
  readonly names: Map<string, number>;
  readonly drafts: Draft[];
}

interface Draft {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly quotes: Quote[];
  readonly figures: FigureRow[];
  readonly rules: (Omit<RuleBlock, "tables"> & { readonly tables: DocTable[] })[];
  readonly prose: string[];
}

const sectionOf = (draft: Draft): DocSection => ({ ...draft, prose: draft.prose.join("\n\n") });

function readFront(file: string, lines: readonly string[]): Outcome<FrontMatter, Complaint> {
  const end = lines.findIndex((l, i) => i > 0 && l.trimEnd() === "---");
  if (lines[0]?.trimEnd() !== "---" || end < 0)
    return fail(complain("front-matter-missing", { file, line: 1, column: 1, words: lines[0] ?? "" }));
  const yaml = readYaml(file, lines.slice(1, end).join("\n"), 2);
  return yaml.ok ? ok({ ...yaml.value, line: 1 }) : yaml;
}

function take(block: Block, reading: Reading, before: Block | undefined): void {
  const draft = reading.drafts.at(-1);
  switch (block.kind) {
    case "heading":
      if (block.level === 2) open(block.heading, reading);
      else draft?.prose.push(block.heading.text);
      return;
    case "paragraph":
      draft?.prose.push(block.text);
      return;
    case "quote":
      if (draft === undefined) stray(block.line, block.lines[0]?.text ?? "", reading);
      else draft.quotes.push({ text: block.lines.map((l) => l.text).join(""), line: block.line, lines: block.lines });
      return;
    case "fence":
      if (block.language !== "rule") draft?.prose.push(block.text);
      else takeRule(block.text, block.line, draft, reading);
      return;
    case "table":
      takeTable({ ...block.table, caption: captionOf(before, reading) }, draft, reading);
      return;
  }
}

function open(heading: DocCell, reading: Reading): void {
  const [id = "", ...title] = heading.text.split("·").map((part) => part.trim());
  const place = { file: reading.file, line: heading.line, column: heading.column, words: heading.text };
  const first = reading.drafts.find((d) => d.id === id);
  if (id === "") reading.complaints.push(complain("section-without-id", place));
  else if (first !== undefined) reading.complaints.push(complain("section-twice", place, { id, firstLine: first.line }));
  reading.drafts.push({ id, title: title.join("·"), line: heading.line, quotes: [], figures: [], rules: [], prose: [] });
}

function takeRule(text: string, line: number, draft: Draft | undefined, reading: Reading): void {
  if (draft === undefined) {
    stray(line, "```rule", reading);
    return;
  }
  const yaml = readYaml(reading.file, text, line + 1);
  if (yaml.ok) draft.rules.push({ ...yaml.value, text, line, tables: [] });
  else reading.complaints.push(...yaml.errors);
}

function takeTable(table: DocTable, draft: Draft | undefined, reading: Reading): void {
  const words = table.header.map((c) => c.text).join(" | ");
  const rule = draft?.rules.at(-1);
  if (draft === undefined) stray(table.line, words, reading);
  else if (isFigureTable(table)) draft.figures.push(...readFigureTable(reading.file, table, reading.names, reading.complaints));
  else if (rule !== undefined) rule.tables.push(table);
  else reading.complaints.push(complain("table-without-rule", { file: reading.file, line: table.line, column: 1, words }));
}

function captionOf(before: Block | undefined, reading: Reading): TableCaption | null {
  const found = before?.kind === "paragraph" ? readCaption(before.text, before.line) : null;
  if (found === null || !("bad" in found)) return found;
  const { text, line, column } = found.bad;
  reading.complaints.push(complain("table-caption", { file: reading.file, line, column, words: text }));
  return null;
}

function stray(line: number, words: string, reading: Reading): void {
  reading.complaints.push(complain("stray-before-section", { file: reading.file, line, column: 1, words }));
}
