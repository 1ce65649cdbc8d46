/** Where the walks over open facts stand, and what they gather. */
import type { Knowledge } from "./answers.ts";
import type { Outlook } from "./foresee.ts";
import type { Span } from "./span.ts";

/** An amount or a count: as known, and with what isn't known taken as true. */
export interface Pair {
  readonly known: Span;
  readonly hoped: Span;
}

/** `row` −1: outside any list. */
export const placeOf = (at: Knowledge, list: string, row: number, lets: Outlook["lets"] = {}): Outlook => ({
  fact: at.facts(list, row),
  lets,
  env: at.dossier.env,
  readings: at.dossier.readings,
});

export function groupBy<T, K>(list: readonly T[], keyOf: (one: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const [i, one] of list.entries()) {
    const key = keyOf(one, i);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
