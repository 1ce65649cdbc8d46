/** An uploaded file → sheets, by what its first bytes say it is; its name only serves to name the sheet of a CSV. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { NamedSheet } from "@zhengdui/casework";
import { type CsvSheet, readCsv, readCsvAside } from "./read-csv.ts";
import { readXlsx, readXlsxAside } from "./read-xlsx.ts";

export interface SheetFile {
  /** What it was taken for: "xlsx", "CSV（GB18030，以制表符分隔）". */
  readonly format: string;
  readonly sheets: readonly NamedSheet[];
}

export function readSheets(bytes: Uint8Array, fileName: string): Outcome<SheetFile, Problem> {
  const refused = refusedAtSight(bytes, fileName);
  if (refused !== null) return fail(refused);
  if (!isZip(bytes)) return asFile(readCsv(bytes, sheetName(fileName)));
  const read = readXlsx(bytes);
  return read.ok ? ok({ format: "xlsx", sheets: read.value }) : read;
}

/** As `readSheets`; a large file doesn't keep others waiting. `told`: of which part is read, 0 to 1. */
export async function readSheetsAside(
  bytes: Uint8Array,
  fileName: string,
  told: (part: number) => void,
): Promise<Outcome<SheetFile, Problem>> {
  const refused = refusedAtSight(bytes, fileName);
  if (refused !== null) return fail(refused);
  if (!isZip(bytes)) return asFile(await readCsvAside(bytes, sheetName(fileName), told));
  const read = await readXlsxAside(bytes, told);
  return read.ok ? ok({ format: "xlsx", sheets: read.value }) : read;
}

const begins = (bytes: Uint8Array, ...magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
const isZip = (bytes: Uint8Array): boolean => begins(bytes, 0x50, 0x4b);

function refusedAtSight(bytes: Uint8Array, fileName: string): Problem | null {
  if (bytes.length === 0) return { path: fileName, problem: "文件是空的", expected: ".xlsx 或 CSV 文件" };
  if (!begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return null;
  return { path: fileName, problem: "这是旧版 Excel 文件（.xls），或加了密的工作簿", expected: "另存为不加密的 .xlsx" };
}

const sheetName = (fileName: string): string => fileName.replace(/\.\w{1,5}$/, "");

function asFile(read: Outcome<CsvSheet, Problem>): Outcome<SheetFile, Problem> {
  if (!read.ok) return read;
  const { sheet, encoding, separator } = read.value;
  return ok({ format: `CSV（${encoding}，以${SEPARATOR_WORDS[separator]}分隔）`, sheets: [sheet] });
}

const SEPARATOR_WORDS = { ",": "逗号", ";": "分号", "\t": "制表符" } as const;
