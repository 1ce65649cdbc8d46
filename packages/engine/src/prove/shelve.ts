/** Which of the ways on are worth going on with: the most promising first; the others point to one that is at least as good. */
import type { Prices } from "./proof.ts";
import { type Row, type Way, worthOf } from "./staging.ts";

/** A partial choice that could still exceed the total. */
export interface Partial {
  readonly sums: Way;
  /** The prices that fit it: shared by all that began alike, and added to as the walk goes on. */
  readonly lines: number[];
  /** What they promise, 分. */
  readonly promise: number;
}

/** How many neighbours each partial choice is held against. */
const CHAIN = 24;
const COARSE = 4;
const FINE = 0.1;

/** A number: the way is bounded by the prices of that place. */
export function shelve(
  rows: readonly Row[],
  ways: readonly (Partial | number)[],
  pricesOf: (place: number) => Prices,
): { kept: Partial[]; codes: number[] } {
  const codes = ways.map((way) => (typeof way === "number" ? -way : 0));
  const open = ways.flatMap((way, at) =>
    typeof way === "number" ? [] : [{ way, at, filled: way.sums.reduce((sum, one) => sum + one, 0) }],
  );
  open.sort((a, b) => b.way.promise - a.way.promise || b.filled - a.filled || a.at - b.at);
  const spread = (open[0]?.way.promise ?? 0) - (open.at(-1)?.way.promise ?? 0);
  const guide = pricesOf(open[0]?.way.lines.at(-1) ?? 0);
  const size = rows.map((_, row) => {
    if (row === 0) return Number.POSITIVE_INFINITY;
    const sums = open.map(({ way }) => way.sums[row] ?? 0);
    const span = sums.reduce((most, sum) => Math.max(most, sum), 0) - sums.reduce((least, sum) => Math.min(least, sum), 0);
    const price = (guide[row] ?? 0) / (guide[0] ?? 1);
    return Math.max(1, Math.min(span / COARSE, price === 0 ? span : (FINE * spread) / price));
  });
  const cells = new Map<string, { way: Partial; at: number }[]>();
  const cellOf = (sums: Way, above: number): string =>
    sums.map((sum, row) => Math.floor(sum / (size[row] ?? 1)) + (row === above ? 1 : 0)).join();
  const kept: { way: Partial; at: number }[] = [];
  for (const one of open) {
    let better: number | undefined;
    for (let above = -1; above < one.way.sums.length && better === undefined; above++) {
      if (above === 0) continue;
      better = cells
        .get(cellOf(one.way.sums, above))
        ?.slice(0, CHAIN)
        .find(({ way }) => covers(rows, way.sums, one.way.sums))?.at;
    }
    if (better !== undefined) {
      codes[one.at] = better + 1;
      continue;
    }
    kept.push(one);
    const cell = cellOf(one.way.sums, -1);
    cells.set(cell, [one, ...(cells.get(cell) ?? []).slice(0, CHAIN)]);
  }
  return { kept: kept.sort((a, b) => a.at - b.at).map(({ way }) => way), codes };
}

/** Whatever completes `other` completes `one` at least as well. */
function covers(rows: readonly Row[], one: Way, other: Way): boolean {
  return (
    worthOf(
      rows,
      one.map((sum, row) => sum - (other[row] ?? 0)),
    ) >= 0
  );
}
