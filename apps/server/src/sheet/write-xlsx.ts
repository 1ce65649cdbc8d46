/** Rows of texts → an .xlsx of one sheet in which every cell is text: long numbers keep their digits, and nothing is computed. */
import { lettersOf } from "@zhengdui/casework";
import { strToU8, zipSync } from "fflate";
import { escapeControls } from "./unescape-controls.ts";

export interface PlainSheet {
  readonly name: string;
  /** In characters, for each column. */
  readonly widths: readonly number[];
  /** The first one is the heading: bold, and it stays in sight. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Rows below, prepared for typing, as text. */
  readonly prepared?: number;
}

/** The same rows give the same bytes, whenever they are written. */
const ALWAYS = new Date("1990-01-01T00:00:00");

export function writeXlsx(sheets: readonly PlainSheet[]): Buffer {
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8(contentTypes(sheets.length)),
    "_rels/.rels": strToU8(relations([["rId1", "officeDocument", "xl/workbook.xml"]])),
    "xl/workbook.xml": strToU8(workbook(sheets)),
    "xl/_rels/workbook.xml.rels": strToU8(
      relations([
        ...sheets.map((_, at) => [`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`] as const),
        [`rId${sheets.length + 1}`, "styles", "styles.xml"],
      ]),
    ),
    "xl/styles.xml": strToU8(STYLES),
  };
  sheets.forEach((sheet, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(worksheet(sheet));
  });
  return Buffer.from(zipSync(files, { level: 6, mtime: ALWAYS }));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** 0: the default; 1: text; 2: a heading. `quotePrefix` keeps a text that looks like a formula a text when it is edited. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="49" fontId="0" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

function contentTypes(sheets: number): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${parts.join("")}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`;
}

const relations = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const workbook = (sheets: readonly PlainSheet[]): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${sheets
    .map(({ name }, at) => `<sheet name="${escapeXml(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join("")}</sheets></workbook>`;

/** At most 31 characters, without those that a sheet's name can't have. */
const sheetName = (name: string): string => [...name.replace(/[\\/?*[\]:']/g, "_")].slice(0, 31).join("");

function worksheet({ widths, rows, prepared = 0 }: PlainSheet): string {
  const columns = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="1"/>`)
    .join("");
  const blank = widths.map((_, column) => column);
  const lines = [
    ...rows.map((row, at) => rowOf(at, row.map((cell, column) => filledCell(cell, column, at)).join(""))),
    ...Array.from({ length: prepared }, (_, more) => {
      const at = rows.length + more;
      return rowOf(at, blank.map((column) => `<c r="${lettersOf(column)}${at + 1}" s="1"/>`).join(""));
    }),
  ];
  const frozen = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  return `${HEAD}<worksheet xmlns="${MAIN}">${frozen}${columns === "" ? "" : `<cols>${columns}</cols>`}<sheetData>${lines.join("")}</sheetData></worksheet>`;
}

const rowOf = (at: number, cells: string): string => `<row r="${at + 1}">${cells}</row>`;

const filledCell = (cell: string | null, column: number, row: number): string =>
  cell === null || cell === ""
    ? ""
    : `<c r="${lettersOf(column)}${row + 1}" t="inlineStr" s="${row === 0 ? 2 : 1}"><is><t xml:space="preserve">${escapeXml(escapeControls(cell))}</t></is></c>`;

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : "&quot;"));
