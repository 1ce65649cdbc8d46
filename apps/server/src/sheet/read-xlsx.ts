/** The parts of an .xlsx → its sheets, cell by cell: long numbers with their digits, days as days, formulas by the value that was last computed. */

import { atOnce, fail, type Outcome, ok, type Problem, type Steps } from "@zhengdui/basics";
import {
  brokenWorkbook,
  decode,
  judgeParts,
  type NamedSheet,
  unpackWorkbook,
  type WorkbookParts,
  workbookFilter,
} from "@zhengdui/casework";
import { unzip } from "fflate";
import { inSteps } from "./in-steps.ts";
import { readCells } from "./read-cells.ts";
import { attributeOf, scanInSteps, scanXml } from "./scan-xml.ts";
import { unescapeControls } from "./unescape-controls.ts";

const SAMPLE = "完好的 .xlsx 工作簿，不加密";
const LIMITS = { bytes: 192 * 1024 * 1024, cells: 4 * 1024 * 1024 };
/** Each may name the same part: what is read again and again must have an end. */
const MOST_SHEETS_SIZE = 200;

export function readXlsx(bytes: Uint8Array): Outcome<readonly NamedSheet[], Problem> {
  const unpacked = unpackWorkbook(bytes, SAMPLE, LIMITS);
  return unpacked.ok ? atOnce(sheetsOfParts(unpacked.value)) : unpacked;
}

/** As `readXlsx`, and others are served meanwhile: unpacked in a thread of its own, read in steps. `told`: of which part is read, 0 to 1. */
export async function readXlsxAside(
  bytes: Uint8Array,
  told: (part: number) => void,
): Promise<Outcome<readonly NamedSheet[], Problem>> {
  const filter = workbookFilter(LIMITS);
  const files = await new Promise<WorkbookParts | null>((resolve) => {
    unzip(bytes, { filter: filter.takes }, (error, found) => resolve(error === null ? found : null));
  });
  if (files === null) return fail(brokenWorkbook(SAMPLE));
  const judged = await inSteps(judgeParts(files, filter, LIMITS));
  if (!judged.ok) return judged;
  const all = Object.values(judged.value).reduce((sum, part) => sum + part.length, 0);
  return inSteps(sheetsOfParts(judged.value), (bytes) => told(Math.min(1, bytes / all)));
}

/** Yields how many of all bytes are read. */
function* sheetsOfParts(parts: WorkbookParts): Steps<Outcome<readonly NamedSheet[], Problem>> {
  const partOf = (path: string): Steps<string> => decode(parts[path] ?? new Uint8Array());
  let before = 0;
  function* counted<T>(path: string, read: (xml: string) => Steps<T>): Steps<T> {
    const xml = yield* partOf(path);
    const bytes = parts[path]?.length ?? 0;
    const value = yield* scaled(read(xml), before, bytes / Math.max(1, xml.length));
    before += bytes;
    return value;
  }
  const book = yield* partOf("xl/workbook.xml");
  if (book === "") return fail({ path: "", problem: "不是 .xlsx 工作簿（里面没有 xl/workbook.xml）", expected: SAMPLE });
  const setting = {
    texts: yield* counted("xl/sharedStrings.xml", textsOf),
    days: dayStylesOf(yield* partOf("xl/styles.xml")),
    from1904: countsFrom1904(book),
    room: { cells: LIMITS.cells, chars: LIMITS.bytes },
  };
  const targets = targetsOf(yield* partOf("xl/_rels/workbook.xml.rels"));
  const named = sheetsOf(book);
  if (named.length > MOST_SHEETS_SIZE)
    return fail({ path: "", problem: `工作簿里有 ${named.length} 张表`, expected: `至多 ${MOST_SHEETS_SIZE} 张` });
  const sheets: NamedSheet[] = [];
  for (const { name, id } of named) {
    const rows = yield* counted(targets.get(id) ?? "", (xml) => readCells(xml, setting));
    if (rows === null)
      return fail({ path: name, problem: "工作簿里的格太多，或有内容离数据太远", expected: `各表合计至多 ${LIMITS.cells} 格` });
    sheets.push({ name, rows });
  }
  return ok(sheets);
}

/** Steps that count the characters of one part, counted on from `before`. */
function* scaled<T>(steps: Steps<T>, before: number, by: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield step.value === undefined ? undefined : before + step.value * by;
  }
}

function countsFrom1904(book: string): boolean {
  let from1904 = false;
  visitOpen(book, (name, attributes) => {
    if (name === "workbookPr") from1904 = /^(?:1|true)$/.test(attributeOf(attributes, "date1904") ?? "");
  });
  return from1904;
}

function sheetsOf(xml: string): { readonly name: string; readonly id: string }[] {
  const sheets: { readonly name: string; readonly id: string }[] = [];
  visitOpen(xml, (name, attributes) => {
    if (name !== "sheet") return;
    // The relation's attribute has a prefix, whichever the writer chose.
    const id = /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    sheets.push({ name: attributeOf(attributes, "name") ?? "", id: id ?? "" });
  });
  return sheets;
}

/** Relation → path in the archive; a target that begins with / counts from the archive's root, else from xl/. */
function targetsOf(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  visitOpen(xml, (name, attributes) => {
    const target = attributeOf(attributes, "Target");
    if (name !== "Relationship" || target === null) return;
    targets.set(attributeOf(attributes, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  });
  return targets;
}

function visitOpen(xml: string, open: (name: string, attributes: string) => void): void {
  scanXml(xml, { open, close: () => undefined, text: () => undefined });
}

/** Texts that several cells share. The reading aids of East Asian texts (rPh) are no part of them. */
function* textsOf(xml: string): Steps<readonly string[]> {
  const texts: string[] = [];
  let [text, inText, aids] = ["", false, 0];
  yield* scanInSteps(xml, {
    open: (name, _attributes, closed) => {
      if (name === "si") {
        text = "";
        if (closed) texts.push("");
      } else if (name === "rPh" && !closed) aids += 1;
      else if (name === "t") inText = !closed;
    },
    close: (name) => {
      if (name === "si") texts.push(unescapeControls(text));
      else if (name === "rPh") aids -= 1;
      else if (name === "t") inText = false;
    },
    text: (part) => {
      if (inText && aids === 0) text += part;
    },
  });
  return texts;
}

/** ECMA-376, 18.8.30: formats that are days without saying so, the East Asian ones included. */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/** Which of the cell styles show a number as a day, by their index. */
function dayStylesOf(xml: string): readonly boolean[] {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === "numFmt")
        formats.set(Number(attributeOf(attributes, "numFmtId")), isDayFormat(attributeOf(attributes, "formatCode") ?? ""));
      else if (name === "cellXfs") inCellStyles = true;
      else if (name === "xf" && inCellStyles) {
        const id = Number(attributeOf(attributes, "numFmtId") ?? "0");
        styles.push(formats.get(id) ?? isBuiltInDay(id));
      }
    },
    close: (name) => {
      if (name === "cellXfs") inCellStyles = false;
    },
    text: () => undefined,
  });
  return styles;
}

/** Outside of quoted words, escaped characters and [conditions], a year or a day is shown. */
const isDayFormat = (code: string): boolean => /[yde]/i.test(code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]|general|E[+-]/gi, ""));
