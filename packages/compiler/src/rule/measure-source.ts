/** What compiling one measure starts from: its rule block with its tables, and what all measures share. */
import type { DocTable } from "../read/policy-document.ts";
import type { SharedCondition } from "./conditions.ts";
import type { Names } from "./fact-types.ts";
import type { Path, Report, RuleReader } from "./rule-reader.ts";
import type { CellFault } from "./source-table.ts";

export interface MeasureSource {
  readonly clause: string;
  readonly rule: RuleReader;
  readonly tables: readonly DocTable[];
  readonly reportCell: (fault: CellFault) => void;
  /** What is no mistake, and yet to be looked at. */
  readonly notice: Report;
  /** What is written at a path of the rule; its key where no text is. */
  readonly textAt: (path: Path) => string;
}

export interface MeasureWorld {
  readonly names: Names;
  readonly shared: ReadonlyMap<string, SharedCondition>;
  readonly figureOf: (param: string) => number | null;
  /** Ids of measures that may be combined with any other. */
  readonly free: ReadonlySet<string>;
}
