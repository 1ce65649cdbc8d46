/** The XML of one sheet → its rows. Numbers keep the digits that stand in the file, and what it grows to is counted while it grows. */
import { formatDate, type Steps } from "@zhengdui/basics";
import type { SheetCell } from "@zhengdui/casework";
import { attributeOf, scanInSteps } from "./scan-xml.ts";
import { unescapeControls } from "./unescape-controls.ts";

export interface SheetSetting {
  readonly texts: readonly string[];
  /** By index of the cell's style: a number is shown as a day. */
  readonly days: readonly boolean[];
  readonly from1904: boolean;
  /** What all sheets together may still grow to, counted down as they are read: cells (filled, or between filled ones), and their characters (one text may
   * stand in a million of them). */
  readonly room: { cells: number; chars: number };
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string;
  text: string;
}

/** null: there is no more room. */
export function* readCells(xml: string, setting: SheetSetting): Steps<readonly (readonly SheetCell[])[] | null> {
  const rows: SheetCell[][] = [];
  // A row is made once a cell in it is filled: a number in a tag costs nothing.
  let [row, column] = [-1, 0];
  let cell: OpenCell | null = null;
  let within: "value" | "text" | null = null;
  let aids = 0;
  yield* scanInSteps(xml, {
    open: (name, attributes, closed) => {
      if (name === "row") [row, column] = [rowAt(row + 1, attributeOf(attributes, "r")), 0];
      else if (name === "c") {
        const opened = openCell(attributes, column);
        column = opened.column + 1;
        cell = closed ? null : opened;
      } else if (name === "f" && cell !== null) cell.formula = true;
      else if (name === "rPh" && !closed) aids += 1;
      else if (name === "v" && !closed) within = "value";
      else if (name === "t" && !closed && aids === 0) within = "text";
    },
    close: (name) => {
      if (name === "v" || name === "t") within = null;
      else if (name === "rPh") aids -= 1;
      else if (name === "c" && cell !== null) {
        put(rows, Math.max(row, 0), cell, setting);
        cell = null;
      }
    },
    text: (part) => {
      if (cell === null || within === null) return;
      cell[within] += part;
    },
  });
  return isFull(setting) ? null : rows;
}

/** The place (from 0) of the row that `number` (from 1) says, or the next one. */
const rowAt = (next: number, number: string | null): number =>
  number !== null && /^\d{1,7}$/.test(number) && Number(number) > 0 ? Number(number) - 1 : next;

function openCell(attributes: string, next: number): OpenCell {
  const place = attributeOf(attributes, "r");
  const named = place === null ? -1 : columnOf(place);
  const column = named < 0 ? next : named;
  const type = attributeOf(attributes, "t") ?? "n";
  return { column, type, style: Number(attributeOf(attributes, "s") ?? "0"), formula: false, value: "", text: "" };
}

/** "AA7" → 26 */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < Math.min(3, place.length); at++) {
    const code = place.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

const isFull = ({ room }: SheetSetting): boolean => room.cells < 0 || room.chars < 0;

function put(rows: SheetCell[][], at: number, cell: OpenCell, setting: SheetSetting): void {
  const { room } = setting;
  const read = cellOf(cell, setting);
  if (read === null || isFull(setting)) return;
  room.cells -= Math.max(0, at + 1 - rows.length) + Math.max(0, cell.column + 1 - (rows[at]?.length ?? 0));
  room.chars -= typeof read === "string" ? read.length : read.text.length;
  if (isFull(setting)) return;
  while (rows.length <= at) rows.push([]);
  const row = rows[at] ?? [];
  while (row.length < cell.column) row.push(null);
  row[cell.column] = read;
}

function cellOf({ type, style, formula, value, text }: OpenCell, setting: SheetSetting): SheetCell {
  const kept = (as: "number" | "day" | "truth" | "error", of: string): SheetCell =>
    formula ? { as, text: of, formula } : { as, text: of };
  switch (type) {
    case "s":
      return words(setting.texts[Number(value)] ?? "", formula);
    case "inlineStr":
      return words(unescapeControls(text), formula);
    case "str":
      return words(unescapeControls(value), formula);
    case "b":
      return kept("truth", value.trim() === "1" ? "是" : "否");
    case "e":
      return kept("error", value);
    case "d":
      return kept("day", value.slice(0, 10));
    default: {
      const digits = value.trim();
      if (digits === "") return null;
      const day = setting.days[style] === true ? dayOf(Number(digits), setting.from1904) : null;
      return day === null ? kept("number", digits) : kept("day", day);
    }
  }
}

const words = (text: string, formula: boolean): SheetCell =>
  text === "" ? null : formula ? { as: "text", text, formula } : text;

/** Days from 1899-12-30 to 1970-01-01, and from 1904-01-01. */
const [EPOCH_1900, EPOCH_1904] = [25_569, 24_107];

/** null: no day of this calendar; the spreadsheets' 29 February 1900 and what lies before isn't taken for one. */
function dayOf(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial);
  if (!(from1904 ? days >= 0 : days > 60) || days > 2_958_465) return null;
  return formatDate(days - (from1904 ? EPOCH_1904 : EPOCH_1900));
}
