/** Ranks that decide amounts: a selected project's place by score, unless a tie lies across the figure at which another tier begins. */
import type { Candidate, PlacedGroup } from "./select-places.ts";

/** `tiers`: the last place of each tier. None: the groups as they are. */
export function withRanks<C extends Candidate>(
  groups: readonly PlacedGroup<C>[],
  tiers: readonly number[],
): readonly PlacedGroup<C>[] {
  if (tiers.length === 0) return groups;
  return groups.map((group) => ({
    ...group,
    ranked: group.ranked.map((placed) => {
      const { place, selected } = placed;
      if (selected !== true || place === null) return { ...placed, rank: null };
      const tied = group.ranked.filter((other) => other.place === place).length;
      const open = tiers.find((last) => place <= last && last < place + tied - 1);
      if (open === undefined) return { ...placed, rank: place };
      const why = `${placed.why}；与另外 ${tied - 1} 个同分，跨过第 ${open} 名的界限，档次待议定`;
      return { ...placed, rank: null, why };
    }),
  }));
}
