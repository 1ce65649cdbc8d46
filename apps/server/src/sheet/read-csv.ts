/** The bytes of a CSV → one sheet of texts: UTF-8 with or without its mark, UTF-16 with its mark, or GB18030; separated by comma, semicolon or tab. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { NamedSheet } from "@zhengdui/casework";
import { CsvError, parse } from "csv-parse/sync";
import { unguard } from "./guard-formula.ts";

export interface CsvSheet {
  readonly sheet: NamedSheet;
  readonly encoding: Encoding;
  readonly separator: Separator;
}

type Encoding = "UTF-8" | "UTF-16" | "GB18030";
type Separator = "," | ";" | "\t";

const LONGEST_LINE_CHARS = 1024 * 1024;

export function readCsv(bytes: Uint8Array, name: string): Outcome<CsvSheet, Problem> {
  const decoded = decode(bytes);
  if (decoded === null)
    return fail({ path: name, problem: "不是 UTF-8，也不是 GB18030 编码的文本", expected: "另存为 UTF-8 的 CSV，或 .xlsx" });
  const { text, encoding } = decoded;
  if (text.includes("\u0000")) return fail({ path: name, problem: "不是文本文件", expected: "CSV 或 .xlsx" });
  const separator = separatorOf(text);
  try {
    const rows: string[][] = parse(text, {
      delimiter: separator,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_LINE_CHARS,
    });
    const cells = rows.map((row) => row.map((cell) => (cell === "" ? null : unguard(cell))));
    return ok({ sheet: { name, rows: cells }, encoding, separator });
  } catch (error) {
    if (error instanceof CsvError) return fail(csvProblem(error, name));
    throw error;
  }
}

function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return tried("utf-16le", "UTF-16", bytes);
  if (first === 0xfe && second === 0xff) return tried("utf-16be", "UTF-16", bytes);
  return tried("utf-8", "UTF-8", bytes) ?? tried("gb18030", "GB18030", bytes);
}

function tried(
  label: string,
  encoding: Encoding,
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: Encoding } | null {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

const FIRST_CHARS = 20_000;

/** The one that stands most often outside of quotes at the beginning; a comma where none does. */
function separatorOf(text: string): Separator {
  const counts: Record<Separator, number> = { ",": 0, ";": 0, "\t": 0 };
  let quoted = false;
  for (const character of text.slice(0, FIRST_CHARS)) {
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
