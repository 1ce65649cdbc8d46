/** The bytes of a CSV → one sheet of texts: UTF-8 with or without its mark, UTF-16 with its mark, or GB18030; separated by comma, semicolon or tab. */
import { finished } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import { atOnce, fail, type Outcome, ok, type Problem, type Steps } from "@zhengdui/basics";
import type { NamedSheet, SheetCell } from "@zhengdui/casework";
import { CsvError, parse } from "csv-parse";
import { parse as parseAtOnce } from "csv-parse/sync";
import { unguard } from "./guard-formula.ts";
import { inSteps } from "./in-steps.ts";

export interface CsvSheet {
  readonly sheet: NamedSheet;
  readonly encoding: Encoding;
  readonly separator: Separator;
}

type Encoding = "UTF-8" | "UTF-16" | "GB18030";
type Separator = "," | ";" | "\t";

const LONGEST_LINE_CHARS = 1024 * 1024;

const OPTIONS = {
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  skip_empty_lines: false,
  max_record_size: LONGEST_LINE_CHARS,
};

export function readCsv(bytes: Uint8Array, name: string): Outcome<CsvSheet, Problem> {
  const decoded = atOnce(decode(bytes));
  const fault = faultOf(decoded, name);
  if (decoded === null || fault !== null) return fail(fault ?? unreadable(name));
  const separator = separatorOf(decoded.parts);
  try {
    const rows: string[][] = parseAtOnce(decoded.parts.join(""), { ...OPTIONS, delimiter: separator });
    return ok({ sheet: { name, rows: rows.map(cellsOf) }, encoding: decoded.encoding, separator });
  } catch (error) {
    if (error instanceof CsvError) return fail(csvProblem(error, name));
    throw error;
  }
}

/** As `readCsv`, and others are served meanwhile. `told`: of which part is read, 0 to 1. */
export async function readCsvAside(
  bytes: Uint8Array,
  name: string,
  told: (part: number) => void,
): Promise<Outcome<CsvSheet, Problem>> {
  const decoded = await inSteps(decode(bytes));
  const fault = faultOf(decoded, name);
  if (decoded === null || fault !== null) return fail(fault ?? unreadable(name));
  const separator = separatorOf(decoded.parts);
  const rows: SheetCell[][] = [];
  const parser = parse({ ...OPTIONS, delimiter: separator });
  parser.on("data", (row: string[]) => rows.push(cellsOf(row)));
  const ended = finished(parser);
  // Whoever writes on learns of a fault by the end.
  ended.catch(() => undefined);
  for (const [at, part] of decoded.parts.entries()) {
    if (parser.destroyed) break;
    parser.write(part);
    told(at / decoded.parts.length);
    await setImmediate();
  }
  try {
    parser.end();
    await ended;
    return ok({ sheet: { name, rows }, encoding: decoded.encoding, separator });
  } catch (error) {
    if (error instanceof CsvError) return fail(csvProblem(error, name));
    throw error;
  }
}

const cellsOf = (row: readonly string[]): SheetCell[] => row.map((cell) => (cell === "" ? null : unguard(cell)));

interface Decoded {
  readonly parts: readonly string[];
  readonly encoding: Encoding;
}

const unreadable = (name: string): Problem => ({
  path: name,
  problem: "不是 UTF-8，也不是 GB18030 编码的文本",
  expected: "另存为 UTF-8 的 CSV，或 .xlsx",
});

function faultOf(decoded: Decoded | null, name: string): Problem | null {
  if (decoded === null) return unreadable(name);
  const isBinary = decoded.parts.some((part) => part.includes("\u0000"));
  return isBinary ? { path: name, problem: "不是文本文件", expected: "CSV 或 .xlsx" } : null;
}

function* decode(bytes: Uint8Array): Steps<Decoded | null> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return yield* tried("utf-16le", "UTF-16", bytes);
  if (first === 0xfe && second === 0xff) return yield* tried("utf-16be", "UTF-16", bytes);
  return (yield* tried("utf-8", "UTF-8", bytes)) ?? (yield* tried("gb18030", "GB18030", bytes));
}

/** Decoded, and parsed, in one step. */
const PART_BYTES = 16 * 1024;

/** null: not in this encoding. */
function* tried(label: string, encoding: Encoding, bytes: Uint8Array): Steps<Decoded | null> {
  const decoder = new TextDecoder(label, { fatal: true });
  const parts: string[] = [];
  try {
    for (let at = 0; at < bytes.length; at += PART_BYTES) {
      parts.push(decoder.decode(bytes.subarray(at, at + PART_BYTES), { stream: true }));
      yield;
    }
    parts.push(decoder.decode());
    return { parts, encoding };
  } catch {
    return null;
  }
}

const FIRST_CHARS = 20_000;
/** So many have as many characters, whatever the encoding. */
const FIRST_PARTS = 8;

/** The one that stands most often outside of quotes at the beginning; a comma where none does. */
function separatorOf(parts: readonly string[]): Separator {
  const counts: Record<Separator, number> = { ",": 0, ";": 0, "\t": 0 };
  let quoted = false;
  for (const character of parts.slice(0, FIRST_PARTS).join("").slice(0, FIRST_CHARS)) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "," || character === ";" || character === "\t")) counts[character] += 1;
  }
  const [comma, semicolon, tab] = [counts[","], counts[";"], counts["\t"]];
  if (tab > comma && tab >= semicolon) return "\t";
  return semicolon > comma ? ";" : ",";
}

function csvProblem({ code, lines }: CsvError & { readonly lines?: number }, name: string): Problem {
  const path = lines === undefined ? name : `${name}!${lines}:${lines}`;
  if (code === "CSV_MAX_RECORD_SIZE") return { path, problem: "有一行长得出奇", expected: "看这一行前面是否少了一个引号" };
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return { path, problem: "引号开了没有关", expected: "补上另一个引号；文字里的引号写成两个" };
  return { path, problem: "引号的位置不对", expected: "含引号的一格整个放在引号里，里面的引号写成两个" };
}
