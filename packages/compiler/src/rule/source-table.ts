/** A decision table as it stands in the document, and what compiling it gives. */
import type { Expr } from "@zhengdui/feel";
import type { Fault } from "../check/scope.ts";

export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface SourceTable {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A complaint at a cell; table-gap and table-overlap carry the counterexample in words. */
export interface CellFault {
  readonly cell: Cell;
  readonly fault:
    | Fault
    | {
        readonly code: "table-gap" | "table-overlap" | "table-shape" | "table-unproved";
        readonly args: Readonly<Record<string, string>>;
      };
}

export interface TableResult {
  readonly expr: Expr | null;
  readonly faults: readonly CellFault[];
}
