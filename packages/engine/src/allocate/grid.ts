/** The options of a race in flat arrays: what the hot loops read. */
import type { Option, Race } from "./race.ts";

export interface Grid {
  readonly projects: number;
  /** By project: its first option; one more at the end. */
  readonly start: Int32Array;
  /** By option: gain of the total. */
  readonly total: Float64Array;
  /** By option: its first entry in `row` and `weight`; one more at the end. */
  readonly entry: Int32Array;
  readonly row: Int32Array;
  readonly weight: Float64Array;
}

export function gridOf(lists: readonly (readonly Option[])[]): Grid {
  const start = new Int32Array(lists.length + 1);
  let entries = 0;
  for (let project = 0; project < lists.length; project++) {
    const list = lists[project] ?? [];
    start[project + 1] = (start[project] ?? 0) + list.length;
    for (const option of list) entries += option.rows.length;
  }
  const options = start[lists.length] ?? 0;
  const total = new Float64Array(options);
  const entry = new Int32Array(options + 1);
  const row = new Int32Array(entries);
  const weight = new Float64Array(entries);
  let [at, to] = [0, 0];
  for (const list of lists) {
    for (const option of list) {
      total[at] = option.gain[0] ?? 0;
      for (let index = 0; index < option.rows.length; index++) {
        row[to] = option.rows[index] ?? 0;
        weight[to++] = option.weights[index] ?? 0;
      }
      entry[++at] = to;
    }
  }
  return { projects: lists.length, start, total, entry, row, weight };
}

/** The value of an option at given prices of the rows, in 1/unit. */
export function priced(grid: Grid, option: number, unit: number, price: ArrayLike<number>): number {
  let value = unit * (grid.total[option] ?? 0);
  const end = grid.entry[option + 1] ?? 0;
  for (let at = grid.entry[option] ?? 0; at < end; at++) value += (price[grid.row[at] ?? 0] ?? 0) * (grid.weight[at] ?? 0);
  return value;
}

/** By row: the most that the options can add up to, and the largest single weight. */
export function weightsByRow(race: Race, grid: Grid): { readonly sum: Float64Array; readonly largest: Float64Array } {
  const sum = new Float64Array(race.rows.length);
  const largest = new Float64Array(race.rows.length);
  const best = new Float64Array(race.rows.length);
  for (let project = 0; project < grid.projects; project++) {
    best.fill(0);
    const [from, to] = [grid.entry[grid.start[project] ?? 0] ?? 0, grid.entry[grid.start[project + 1] ?? 0] ?? 0];
    for (let at = from; at < to; at++) {
      const row = grid.row[at] ?? 0;
      best[row] = Math.max(best[row] ?? 0, grid.weight[at] ?? 0);
    }
    for (let row = 0; row < best.length; row++) {
      sum[row] = (sum[row] ?? 0) + (best[row] ?? 0);
      largest[row] = Math.max(largest[row] ?? 0, best[row] ?? 0);
    }
  }
  return { sum, largest };
}
