/** Rows of texts → the bytes of a CSV that Excel opens in Chinese: UTF-8 with its mark, every cell in quotes, formulas held off. */
import { guard } from "./guard-formula.ts";

export const writeCsv = (rows: readonly (readonly (string | null)[])[]): Buffer =>
  Buffer.from(`\uFEFF${rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`);

const cellOf = (cell: string | null): string => (cell === null ? "" : `"${guard(cell).replaceAll('"', '""')}"`);
