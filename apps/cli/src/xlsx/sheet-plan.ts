/** A sheet to be written, as plain data: what stands where, and how it looks. */

export type PlannedCell =
  | null
  | { readonly kind: "text"; readonly text: string; readonly look?: Look }
  | { readonly kind: "number"; readonly value: number; readonly format: string; readonly look?: Look }
  /** An empty cell that takes what is typed into it as text: codes keep their zeros and their last digits. */
  | { readonly kind: "blank-text" };

export type Look = "title" | "header" | "strong" | "prose";

export interface SheetPlan {
  readonly name: string;
  /** Rows that stay in sight. */
  readonly frozenRows: number;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PlannedCell[])[];
  readonly landscape?: boolean;
}

export const text = (of: string, look?: Look): PlannedCell =>
  look ? { kind: "text", text: of, look } : { kind: "text", text: of };
export const header = (of: string): PlannedCell => text(of, "header");
export const prose = (of: string): PlannedCell => text(of, "prose");
