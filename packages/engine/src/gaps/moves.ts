/** Which items of a sum must be moved together to reach more: sets by size, smaller first, none that contains another. */

export interface Move {
  readonly item: number;
  /** The sum that it joins or leaves. */
  readonly group: unknown;
  /** 分: added to it; below 0 where the item leaves. */
  readonly by: number;
}

/** There may be exponentially many minimal sets: so many are given, and so many looked at. */
const GIVEN = 512;
const MAX_STEPS = 20_000;

/**
 * `need`: what must be added at least for `reaches` to hold. `rising`: more never pays less; then a set whose largest moves don't reach
 * without its smallest has no part that does. Moves are tried in falling order, and no branch is entered that can't add up to `need`.
 */
export function minimalMoves<M extends Move>(
  moves: readonly M[],
  need: number,
  rising: boolean,
  reaches: (subset: readonly M[]) => boolean,
): M[][] {
  const sorted = [...moves].sort((a, b) => b.by - a.by || a.item - b.item);
  const upTo = [0];
  for (const move of sorted) upTo.push((upTo.at(-1) ?? 0) + Math.max(0, move.by));
  const found: M[][] = [];
  let left = MAX_STEPS;
  const extend = (chosen: readonly M[], sum: number, start: number, size: number): void => {
    for (let i = start; i < sorted.length && left > 0 && found.length < GIVEN; i++) {
      const most = sum + (upTo[Math.min(sorted.length, i + size - chosen.length)] ?? 0) - (upTo[i] ?? 0);
      if (most < need) return;
      const move = sorted[i] as M;
      if (chosen.some((c) => c.item === move.item)) continue;
      left -= 1;
      const wider = [...chosen, move];
      if (wider.length === size) {
        if (reaches(wider) && !found.some((f) => f.every((m) => wider.includes(m)))) found.push(wider);
      } else if (!rising || !reaches(wider)) extend(wider, sum + Math.max(0, move.by), i + 1, size);
    }
  };
  for (let size = 1; size <= sorted.length && left > 0 && found.length < GIVEN; size++) extend([], 0, 0, size);
  return found;
}
