/** Of all that was ever said of one fact in one year: which statement counts, and of each other one why it doesn't. */
import type { Statement } from "./current-fact.ts";

/**
 * counts: the one in force. office-first: the unit's newest, behind the office's word. later: somebody of the same side said something later.
 * replaced, undone: the list it stood in has a next version, or its import was undone.
 */
export type StatementStanding = "counts" | "office-first" | "later" | "replaced" | "undone";

export interface RememberedStatement extends Statement {
  /** Of a register's: how its version stands. */
  readonly version: "current" | "replaced" | "undone" | null;
}

/** `all`: the newest first. `current`: the id of what counts now; null: nothing does. */
export function standingsInHistory(
  all: readonly RememberedStatement[],
  current: string | null,
): ReadonlyMap<string, StatementStanding> {
  const counting = all.find(({ id }) => id === current);
  const unitsNewest = all.find(({ source }) => source === "unit");
  const standingOf = (one: RememberedStatement): StatementStanding => {
    if (one === counting) return "counts";
    if (one.version === "replaced" || one.version === "undone") return one.version;
    return one === unitsNewest && counting !== undefined ? "office-first" : "later";
  };
  return new Map(all.map((one) => [one.id, standingOf(one)]));
}
