/** Reads the rows of a `| 数 | 值 | 原文 |` table: names fit for formulas, values, and the words that make them. */
import { type Complaint, complain } from "../complaints.ts";
import { parseFigureValue } from "./parse-figure.ts";
import type { DocCell, DocTable, Excerpt, FigureRow } from "./policy-document.ts";

const NAME = /^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9]*$/u;

export const isFigureTable = (table: DocTable): boolean => table.header.map((c) => c.text).join("|") === "数|值|原文";

/** `names`: line of every name used so far in the document; added to. Faults: figure-name-bad, -twice, figure-value-unreadable, figure-row-words-missing. */
export function readFigureTable(file: string, table: DocTable, names: Map<string, number>, complaints: Complaint[]): FigureRow[] {
  return table.rows.flatMap((cells) => {
    const [nameCell, value, words] = cells;
    if (nameCell === undefined || value === undefined || words === undefined) return [];
    const row: FigureRow = {
      name: nameCell.text === "—" ? null : nameCell.text,
      nameCell,
      value,
      words: excerptsOf(words),
      line: nameCell.line,
    };
    complaints.push(...faultsOf(file, row, words, names));
    if (row.name !== null && !names.has(row.name)) names.set(row.name, row.line);
    return [row];
  });
}

function faultsOf(file: string, row: FigureRow, words: DocCell, names: ReadonlyMap<string, number>): Complaint[] {
  const at = (cell: DocCell) => ({ file, line: cell.line, column: cell.column, words: cell.text });
  const shown = row.name ?? "—";
  const value = parseFigureValue(row.value.text);
  const found: Complaint[] = [];
  const firstLine = row.name === null ? undefined : names.get(row.name);
  if (row.name !== null && !NAME.test(row.name)) found.push(complain("figure-name-bad", at(row.nameCell), { name: row.name }));
  if (row.name === null && value !== null && value.kind !== "note")
    found.push(complain("figure-name-bad", at(row.nameCell), { name: shown }));
  if (firstLine !== undefined) found.push(complain("figure-name-twice", at(row.nameCell), { name: shown, firstLine }));
  if (value === null) found.push(complain("figure-value-unreadable", at(row.value), { name: shown, value: row.value.text }));
  if (row.words.length === 0) found.push(complain("figure-row-words-missing", at(words), { name: shown }));
  return found;
}

function excerptsOf(cell: DocCell): Excerpt[] {
  return [...cell.text.matchAll(/`([^`]+)`/gu)].map((match) => {
    const marks: { from: number; to: number }[] = [];
    let text = "";
    for (const part of (match[1] ?? "").split(/(【[^】]*】)/u)) {
      const marked = part.startsWith("【") ? part.slice(1, -1) : null;
      if (marked !== null) marks.push({ from: text.length, to: text.length + marked.length });
      text += marked ?? part;
    }
    return { text, line: cell.line, column: cell.column + match.index + 1, marks };
  });
}
