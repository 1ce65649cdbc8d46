/** Goes through a region project by project with every partial choice that could still exceed the total: what is left at the end refutes it. */
import type { Region } from "./layout.ts";
import type { PriceLine, Walk } from "./proof.ts";
import { type Course, courseOf, covers, hopeful, type Partial } from "./walk-course.ts";

/** Ways that may still be looked at. */
export interface Effort {
  left: number;
}

/** How many neighbours each partial choice is held against. */
const CHAIN = 24;

export function walk(region: Region, lines: readonly PriceLine[], total: number, effort: Effort): Walk | null {
  const course = courseOf(region, lines);
  let present: readonly Partial[] = [{ sums: new Array<number>(region.layout.rows).fill(0), gain: 0, promise: 0 }];
  const layers: { kept: readonly number[]; ways: readonly number[] }[] = [];
  for (let stage = 0; stage < course.stages.length; stage++) {
    const options = course.stages[stage] ?? [];
    effort.left -= present.length * options.length;
    if (effort.left < 0) return null;
    const ways = present.flatMap(({ sums, gain }) =>
      options.map((option) => {
        const filled = sums.slice();
        option.rows.forEach((row, at) => {
          filled[row] = (filled[row] ?? 0) + (option.weights[at] ?? 0);
        });
        return hopeful(course, stage + 1, filled, gain + option.gain, total);
      }),
    );
    const chosen = shelve(course, ways);
    layers.push({ kept: chosen.kept, ways: chosen.ways });
    present = chosen.kept.map((way) => ways[way] as Partial);
    if (present.length === 0) break;
  }
  return present.length === 0 ? { kind: "walk", order: course.order, prices: lines, layers } : null;
}

/** The ways worth going on with, the most promising first; the others point to one that is at least as good. */
function shelve(course: Course, ways: readonly (Partial | null)[]): { kept: number[]; ways: number[] } {
  const order = ways.flatMap((way, at) => (way === null ? [] : [at]));
  const promise = (at: number): number => ways[at]?.promise ?? 0;
  const filled = (at: number): number => (ways[at]?.sums ?? []).reduce((sum, one) => sum + one, 0);
  order.sort((a, b) => promise(b) - promise(a) || filled(b) - filled(a) || a - b);
  const [top, bottom] = [promise(order[0] ?? 0), promise(order[order.length - 1] ?? 0)];
  const guide = course.lines[course.lines.length - 1];
  const size = course.full.map((full, row) => {
    const price = Math.abs(guide?.price[row] ?? 0) / (guide?.unit ?? 1);
    const coarse = Math.max(1, (full === Number.POSITIVE_INFINITY ? 1 : full) / 4);
    return price === 0 ? coarse : Math.min(coarse, Math.max(1, (0.02 * (top - bottom)) / price));
  });
  const cells = new Map<string, number[]>();
  const cellOf = (sums: readonly number[], above: number): string =>
    sums.map((sum, row) => Math.floor(sum / (size[row] ?? 1)) + (row === above ? 1 : 0)).join();
  const kept: number[] = [];
  const found = ways.map(() => -1);
  for (const at of order) {
    const way = ways[at] as Partial;
    let better = -1;
    for (let above = -1; above < way.sums.length && better < 0; above++) {
      const near = cells.get(cellOf(way.sums, above)) ?? [];
      better = near.slice(0, CHAIN).find((one) => covers(course, ways[kept[one] ?? 0] as Partial, way)) ?? -1;
    }
    if (better < 0) {
      better = kept.length;
      kept.push(at);
      const cell = cellOf(way.sums, -1);
      cells.set(cell, [better, ...(cells.get(cell) ?? []).slice(0, CHAIN)]);
    }
    found[at] = better;
  }
  return { kept, ways: found };
}
