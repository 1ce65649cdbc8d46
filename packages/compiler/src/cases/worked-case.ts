/** A worked case as plain data: the dossier its words make, and the outcome an official expects. Places are kept, so that a difference names its line. */
import type { DocCell } from "../read/policy-document.ts";

export type CaseStatus = "eligible" | "not-eligible" | "not-claimed" | "undetermined" | "discretionary" | "no-subsidy";

/** What a cell says, with the cell. */
export interface Expected<T> extends DocCell {
  readonly value: T;
}

export interface WorkedCase {
  readonly title: string;
  /** The `#` heading above it. */
  readonly group: string;
  readonly line: number;
  /** Raw, as a dossier file has it; the intake still judges it. */
  readonly dossier: Readonly<Record<string, unknown>>;
  /** Line of each record's and list's table, by its id in the dossier. */
  readonly lines: Readonly<Record<string, number>>;
  /** Measures that aren't named are expected to be not claimed (or to be no subsidy at all). */
  readonly measures: readonly ExpectedMeasure[];
  /** 元 with two decimals. */
  readonly granted: Expected<string>;
  /** null: not to be paid yet. */
  readonly payable: Expected<string | null>;
  /** Marks of the whole dossier that must be there; []: there must be none; null: not said. */
  readonly marks: Expected<readonly string[]> | null;
}

/** Amounts in 元 with two decimals. */
export interface ExpectedMeasure {
  /** "2.2" */
  readonly id: string;
  readonly line: number;
  readonly status: Expected<CaseStatus>;
  readonly amount: Expected<string>;
  /** null: not said, then it is the amount. */
  readonly potential: Expected<string> | null;
  /** null: not said. */
  readonly granted: Expected<string> | null;
  /** Marks of the measure or of its items that must be there; []: there must be none; null: not said. */
  readonly marks: Expected<readonly string[]> | null;
}

/** A case of several applicants: who is chosen where places, or money, are few. */
export interface WorkedRound {
  readonly title: string;
  readonly group: string;
  readonly line: number;
  /** Raw, as a file has it: `{ year, settings?, dossiers }`, one applicant a row. */
  readonly round: Readonly<Record<string, unknown>>;
  /** Whose rows compete. */
  readonly list: string;
  readonly rows: readonly WorkedRow[];
}

export interface WorkedRow {
  readonly uscc: string;
  readonly project: string;
  /** Is it chosen? null: not decided; undefined: it takes no part. */
  readonly selected: Expected<boolean | null | undefined>;
  /** Its place by score, ties share one; a value of null: it has none; null: not said. */
  readonly place: Expected<number | null> | null;
  /** What the measure gives the applicant, 元 with two decimals; a value of null: not yet determined; null: not said. */
  readonly amount: Expected<string | null> | null;
}
