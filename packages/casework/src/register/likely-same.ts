/** Of rows that came and rows that went: pairs that look like one row whose key was changed, so that a corrected code isn't read as two enterprises. */
import { folded } from "../sheet/sheet-cell.ts";
import type { RegisterDiff, RowChange } from "./diff-rows.ts";
import type { RegisterKind, RegisterRow } from "./register-kind.ts";

export interface LikelySame extends RowChange {
  /** rest: all cells but the key's are the same; name: the enterprise's name is. */
  readonly by: "rest" | "name";
}

/** Where more rows than these came or went, it is another list and not a correction. */
const CORRECTED_ROWS = 5_000;

/** Each row in one pair at most, and only where nothing else of its side would do as well. */
export function likelySame(kind: RegisterKind, { added, removed }: RegisterDiff): readonly LikelySame[] {
  if (Math.max(added.length, removed.length) > CORRECTED_ROWS) return [];
  const ids = new Set(kind.key);
  const beside = kind.columns.flatMap(({ id, type }, at) => (ids.has(id) || type === "year" ? [] : [at]));
  const restOf = ({ cells }: RegisterRow): string | null => {
    const rest = beside.map((at) => cells[at] ?? null);
    return rest.some((cell) => cell !== null) ? JSON.stringify(rest) : null;
  };
  const byRest = pairs(added, removed, restOf);
  const paired = new Set(byRest.flatMap(([before, after]) => [before, after]));
  const free = (rows: readonly RegisterRow[]): readonly RegisterRow[] => rows.filter((row) => !paired.has(row));
  const byName = pairs(free(added), free(removed), ({ name }) => (name === null ? null : folded(name)));
  return [
    ...byRest.map(([before, after]) => ({ before, after, by: "rest" as const })),
    ...byName.map(([before, after]) => ({ before, after, by: "name" as const })),
  ].sort((a, b) => a.after.place - b.after.place);
}

function pairs(
  added: readonly RegisterRow[],
  removed: readonly RegisterRow[],
  likenessOf: (row: RegisterRow) => string | null,
): readonly (readonly [before: RegisterRow, after: RegisterRow])[] {
  const [came, went] = [only(added, likenessOf), only(removed, likenessOf)];
  return [...went].flatMap(([likeness, before]) => {
    const after = came.get(likeness);
    return before === null || after === undefined || after === null ? [] : [[before, after] as const];
  });
}

/** null: several rows have it. */
function only(
  rows: readonly RegisterRow[],
  likenessOf: (row: RegisterRow) => string | null,
): ReadonlyMap<string, RegisterRow | null> {
  const found = new Map<string, RegisterRow | null>();
  for (const row of rows) {
    const likeness = likenessOf(row);
    if (likeness !== null) found.set(likeness, found.has(likeness) ? null : row);
  }
  return found;
}
