/**
 * Looks into the bytes of an .xlsx before anything reads its cells: a small archive may unpack to gigabytes, and one cell far away makes a
 * table of milliards. What is handed on is what was measured, so that a false size in the archive helps nobody.
 */
import { atOnce, fail, type Outcome, ok, type Problem, type Steps } from "@zhengdui/basics";
import { type Unzipped, unzipSync } from "fflate";

export interface WorkbookLimits {
  /** Of all XML of the workbook, unpacked. */
  readonly bytes: number;
  /** Rows × columns of one sheet, up to its last cell that holds something. */
  readonly cells: number;
}

const WORKBOOK_LIMITS: WorkbookLimits = { bytes: 256 * 1024 * 1024, cells: 4 * 1024 * 1024 };

/** Rows and columns that a sheet can have at all. */
const [ROWS, COLUMNS] = [1_048_576, 16_384];
/**
 * A tag's attributes, which hold no other tag: what begins and never ends is left at the next one, so that a sheet is gone through once. (Who hides a > in
 * quotes gets past here; whoever reads the cells counts what it makes of them.)
 */
const ROW = /<(?:\w+:)?row\b([^<>]*)>/g;
const CELL = /<(?:\w+:)?c\b([^<>]*)>/g;
const ROW_NUMBER = /\sr=["'](\d+)["']/;
const CELL_PLACE = /\sr=["']([A-Z]+)(\d+)["']/;

/** Bytes by their path in the archive. */
export type WorkbookParts = Readonly<Record<string, Uint8Array>>;

export interface WorkbookFilter {
  /** The workbook's XML alone (no pictures, no macros), as long as it stays within its limit. */
  readonly takes: (entry: { readonly name: string; readonly originalSize: number }) => boolean;
  readonly isTooLarge: () => boolean;
}

/** For one archive: whoever unpacks it elsewhere asks of each entry whether it is wanted. */
export function workbookFilter(limits: WorkbookLimits): WorkbookFilter {
  let size = 0;
  return {
    takes: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/i.test(name)) return false;
      size += originalSize;
      return size <= limits.bytes;
    },
    isTooLarge: () => size > limits.bytes,
  };
}

export const brokenWorkbook = (sample: string): Problem => ({
  path: "",
  problem: "不是完好的 .xlsx 文件，解压不了",
  expected: sample,
});

/** Problems have the path ""; `sample` says what would be right. */
export function unpackWorkbook(
  bytes: Uint8Array,
  sample: string,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Outcome<WorkbookParts, Problem> {
  const filter = workbookFilter(limits);
  let files: Unzipped;
  try {
    files = unzipSync(bytes, { filter: filter.takes });
  } catch {
    return fail(brokenWorkbook(sample));
  }
  return atOnce(judgeParts(files, filter, limits));
}

/** What was unpacked, or why it isn't taken; step by step, so that others can be served between the steps. */
export function* judgeParts(
  files: WorkbookParts,
  filter: WorkbookFilter,
  limits: WorkbookLimits,
): Steps<Outcome<WorkbookParts, Problem>> {
  if (filter.isTooLarge()) {
    const most = `解压后至多 ${limits.bytes / 1024 / 1024} MiB`;
    return fail({ path: "", problem: "工作簿解压后过大", expected: `${most}，可以分成几个批次` });
  }
  const faults: Problem[] = [];
  for (const [name, content] of Object.entries(files))
    if (/worksheets\/[^/]*\.xml$/i.test(name)) faults.push(...(yield* extentFault(name, yield* decode(content), limits.cells)));
  return faults.length > 0 ? fail(...faults) : ok(files);
}

const DECODED_BYTES = 256 * 1024;

/** UTF-8, a quarter of a mebibyte at a time. */
export function* decode(bytes: Uint8Array): Steps<string> {
  const decoder = new TextDecoder();
  let text = "";
  for (let at = 0; at < bytes.length; at += DECODED_BYTES) {
    text += decoder.decode(bytes.subarray(at, at + DECODED_BYTES), { stream: true });
    yield;
  }
  return text + decoder.decode();
}

/** So many matches are looked at in one step. */
const STEP_MATCHES = 500;

function* extentFault(file: string, xml: string, cells: number): Steps<readonly Problem[]> {
  let [rows, columns] = [0, 0];
  let [far, seen] = ["", 0];
  for (const [, attributes = ""] of xml.matchAll(ROW)) {
    const row = ROW_NUMBER.exec(attributes)?.[1] ?? "";
    if (Number(row) > ROWS) far = `第 ${row} 行`;
    seen += 1;
    if (seen % STEP_MATCHES === 0) yield;
  }
  for (const [, attributes = ""] of xml.matchAll(CELL)) {
    seen += 1;
    if (seen % STEP_MATCHES === 0) yield;
    const [, letters = "", row = ""] = CELL_PLACE.exec(attributes) ?? [];
    // A cell that is closed at once holds a look and nothing else: a column that was coloured to its end is no matter.
    if (letters === "" || attributes.endsWith("/")) continue;
    const column = columnNumber(letters);
    if (column > COLUMNS || Number(row) > ROWS || Math.max(rows, Number(row)) * Math.max(columns, column) > cells)
      far ||= `${letters}${row}`;
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, column);
  }
  if (far === "") return [];
  const problem = `有内容离数据太远：${far}（工作簿里的 ${file}）`;
  return [{ path: "", problem, expected: `一张表至多 ${cells} 格（行数乘列数）；删去远处的内容` }];
}

/** A → 1, XFD → 16384; more letters than a sheet has are too many. */
function columnNumber(letters: string): number {
  if (letters.length > 3) return COLUMNS + 1;
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
