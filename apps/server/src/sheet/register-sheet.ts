/** A register as a sheet: its rows under their headings, or an empty one to be filled in. What is written is read back as the same. */
import { hintOf, type RegisterColumn, type RegisterKind, type RegisterRow } from "@zhengdui/casework";
import { writeCsv } from "./write-csv.ts";
import { type PlainSheet, writeXlsx } from "./write-xlsx.ts";

export type SheetFormat = "xlsx" | "csv";

export const MEDIA_TYPES: Readonly<Record<SheetFormat, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

const PREPARED_ROWS = 300;

export function registerSheet(kind: RegisterKind, rows: readonly RegisterRow[], format: SheetFormat): Buffer {
  const table = [
    headingsOf(kind),
    ...rows.map(({ cells }) => kind.columns.map((column, at) => shown(column, cells[at] ?? null))),
  ];
  return format === "csv" ? writeCsv(table) : writeXlsx([sheetOf(kind, table)]);
}

export function registerTemplate(kind: RegisterKind, format: SheetFormat): Buffer {
  const table = [headingsOf(kind)];
  if (format === "csv") return writeCsv(table);
  return writeXlsx([{ ...sheetOf(kind, table), prepared: PREPARED_ROWS }, guideOf(kind)]);
}

const headingsOf = ({ columns }: RegisterKind): string[] => columns.map(({ label }) => label);

const sheetOf = (kind: RegisterKind, rows: PlainSheet["rows"]): PlainSheet => ({
  name: kind.title,
  widths: kind.columns.map(({ label, type }) =>
    Math.max(label.length * 2 + 2, type === "name" || type === "credit-code" ? 26 : 14),
  ),
  rows,
});

const guideOf = (kind: RegisterKind): PlainSheet => ({
  name: "说明",
  widths: [24, 8, 60],
  rows: [
    ["说明", "必填", "填法"],
    ...kind.columns.map((column) => [`列：${column.label}`, column.required ? "是" : null, hintOf(column)]),
    [`提供：${kind.supplier}`, null, kind.basis],
  ],
});

const shown = ({ type, options }: RegisterColumn, cell: string | null): string | null =>
  type === "choice" ? (options.find(({ id }) => id === cell)?.label ?? cell) : cell;
