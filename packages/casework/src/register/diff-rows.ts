/** What a new version of a register changes: rows that came, went, or differ, told apart by their keys. */
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

export function diffRows(before: readonly RegisterRow[], after: readonly RegisterRow[]): RegisterDiff {
  const known = new Map(before.map((row) => [row.key, row]));
  const added: RegisterRow[] = [];
  const changed: RowChange[] = [];
  let same = 0;
  for (const row of after) {
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
