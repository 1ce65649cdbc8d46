/** Cuts Markdown into the few blocks a policy uses: headings, blockquotes, tables, fenced blocks, paragraphs. Everything keeps its place. */
import { type Complaint, complain } from "../complaints.ts";
import type { DocCell, DocTable } from "./policy-document.ts";

export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly heading: DocCell; readonly line: number }
  | { readonly kind: "quote"; readonly lines: readonly DocCell[]; readonly line: number }
  | { readonly kind: "table"; readonly table: DocTable; readonly line: number }
  /** `line`: that of the opening fence; the text begins on the next. */
  | { readonly kind: "fence"; readonly language: string; readonly text: string; readonly line: number }
  | { readonly kind: "paragraph"; readonly text: string; readonly line: number };

export interface Blocks {
  readonly blocks: readonly Block[];
  readonly complaints: readonly Complaint[];
}

/** Lines without BOM and carriage returns. */
export const linesOf = (text: string): readonly string[] => text.replace(/^\uFEFF/, "").split(/\r?\n/);

/** Faults: fence-open, table-without-header, table-ragged. `firstLine`: the file's line of `lines[0]`. */
export function readBlocks(file: string, lines: readonly string[], firstLine = 1): Blocks {
  const blocks: Block[] = [];
  const complaints: Complaint[] = [];
  let at = 0;
  while (at < lines.length) {
    const source = lines[at] ?? "";
    const line = at + firstLine;
    const heading = /^(#{1,6})[ \t]+/.exec(source);
    const fence = /^(`{3,})\s*(\S*)/.exec(source);
    if (source.trim() === "") at += 1;
    else if (heading !== null) {
      blocks.push({
        kind: "heading",
        level: heading[1]?.length ?? 1,
        heading: cellAt(source, heading[0].length, source.length, line),
        line,
      });
      at += 1;
    } else if (fence !== null) {
      const [marks = "", language = ""] = fence.slice(1);
      const end = lines.findIndex((l, i) => i > at && l.trimEnd() === marks);
      if (end < 0) complaints.push(complain("fence-open", { file, line, column: 1, words: source }, { language }));
      blocks.push({ kind: "fence", language, text: lines.slice(at + 1, end < 0 ? undefined : end).join("\n"), line });
      at = end < 0 ? lines.length : end + 1;
    } else {
      const kind = kindOf(source);
      const end = lines.findIndex((l, i) => i > at && kindOf(l) !== kind);
      const part = lines.slice(at, end < 0 ? undefined : end);
      blocks.push(blockOf(kind, part, line, file, complaints));
      at += part.length;
    }
  }
  return { blocks, complaints };
}

type Kind = "quote" | "table" | "paragraph" | "other";

function kindOf(source: string): Kind {
  if (source.startsWith(">")) return "quote";
  if (source.startsWith("|")) return "table";
  return source.trim() === "" || /^(#{1,6}[ \t]|`{3})/.test(source) ? "other" : "paragraph";
}

function blockOf(kind: Kind, part: readonly string[], line: number, file: string, complaints: Complaint[]): Block {
  if (kind === "quote")
    return {
      kind: "quote",
      lines: part.map((source, i) => cellAt(source, source.startsWith("> ") ? 2 : 1, source.length, line + i)),
      line,
    };
  if (kind !== "table") return { kind: "paragraph", text: part.join("\n"), line };
  const all = part.map((source, i) => cellsOf(source, line + i));
  const header = all[0] ?? [];
  const rows = all.slice(2);
  if (!/^\|[|\s:-]*-[|\s:-]*$/.test(part[1] ?? ""))
    complaints.push(complain("table-without-header", { file, line, column: 1, words: header.map((c) => c.text).join(" | ") }));
  for (const row of rows.filter((r) => r.length !== header.length))
    complaints.push(
      complain(
        "table-ragged",
        { file, line: row[0]?.line ?? line, column: 1, words: row.map((c) => c.text).join(" | ") },
        { cells: row.length, header: header.length },
      ),
    );
  return { kind: "table", table: { caption: null, header, rows, line }, line };
}

/** The cells between bars; a bar within a cell is written \|. */
function cellsOf(source: string, line: number): DocCell[] {
  const cells: DocCell[] = [];
  let from = 1;
  for (let at = 1; at <= source.length; at += 1) {
    const last = at === source.length;
    if (last ? source.slice(from).trim() === "" : source[at] !== "|" || source[at - 1] === "\\") continue;
    cells.push(cellAt(source, from, at, line));
    from = at + 1;
  }
  return cells;
}

function cellAt(source: string, from: number, to: number, line: number): DocCell {
  const raw = source.slice(from, to);
  return { text: raw.trim().replaceAll("\\|", "|"), line, column: from + (raw.length - raw.trimStart().length) + 1 };
}
