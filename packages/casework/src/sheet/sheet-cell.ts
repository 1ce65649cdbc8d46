/** A sheet as its cells say it, whatever file it came from: what stands there, and how the file kept it. Nothing is interpreted yet. */

/**
 * null: empty. A string: text, exactly as typed. Else how the file kept it: a number with the digits of the file, a day as YYYY-MM-DD, a truth as 是 or 否, an error
 * as #REF! and the like. `formula`: the value is what the spreadsheet last computed.
 */
export type SheetCell = null | string | KeptCell;

export interface KeptCell {
  readonly as: "text" | "number" | "day" | "truth" | "error";
  readonly text: string;
  readonly formula?: true;
}

export interface NamedSheet {
  readonly name: string;
  /** From the first row and column on; rows may be shorter than others. */
  readonly rows: readonly (readonly SheetCell[])[];
}

/** Both from 0: 2, 6 → "C7". */
export const addressOf = (column: number, row: number): string => `${lettersOf(column)}${row + 1}`;

/** From 0: 0 → A, 26 → AA. */
export function lettersOf(column: number): string {
  const [above, last] = [Math.floor(column / 26), column % 26];
  return (above > 0 ? lettersOf(above - 1) : "") + String.fromCharCode(65 + last);
}

export const textOf = (cell: SheetCell): string => (cell === null ? "" : typeof cell === "string" ? cell : cell.text);

/** As headings and words are compared: without white space, width and case. */
export const folded = (words: string): string => words.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
