/** What a new version of a register changes: rows that came, went, or differ, told apart by their keys. */
import { atOnce, type Steps } from "@zhengdui/basics";
import type { RegisterRow } from "./register-kind.ts";

export interface RowChange {
  readonly before: RegisterRow;
  readonly after: RegisterRow;
}

export interface RegisterDiff {
  readonly added: readonly RegisterRow[];
  readonly removed: readonly RegisterRow[];
  readonly changed: readonly RowChange[];
  /** How many stayed as they were. */
  readonly same: number;
}

/** So many rows are compared in one step. */
const STEP_ROWS = 250;

export const diffRows = (before: readonly RegisterRow[], after: readonly RegisterRow[]): RegisterDiff =>
  atOnce(diffInSteps(before, after));

export function* diffInSteps(before: readonly RegisterRow[], after: readonly RegisterRow[]): Steps<RegisterDiff> {
  const known = new Map<string, RegisterRow>();
  for (const [at, row] of before.entries()) {
    known.set(row.key, row);
    if (at % STEP_ROWS === 0) yield;
  }
  const added: RegisterRow[] = [];
  const changed: RowChange[] = [];
  let same = 0;
  for (const [at, row] of after.entries()) {
    if (at % STEP_ROWS === 0) yield at;
    const old = known.get(row.key);
    known.delete(row.key);
    if (old === undefined) added.push(row);
    else if (isSame(old.cells, row.cells)) same += 1;
    else changed.push({ before: old, after: row });
  }
  return { added, removed: [...known.values()], changed, same };
}

const isSame = (a: readonly (string | null)[], b: readonly (string | null)[]): boolean =>
  a.length === b.length && a.every((cell, at) => cell === b[at]);
