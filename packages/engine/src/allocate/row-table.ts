/**
 * A sharper bound than prices alone: one row is kept exact (up to rounding in the bound's favour), the others are priced.
 * Prices think that half a project can fill a gap; the table knows that it can't.
 */
import { type Grid, priced } from "./grid.ts";
import type { Row } from "./race.ts";

export interface RowTable {
  readonly row: number;
  /** 分 of the row in a step; needs are rounded down to steps, weights up. */
  readonly step: number;
  readonly steps: number;
  /** By stage and need in steps: the most that the stages from here on bring, in 1/unit; −∞: they can't fill a hard row. */
  readonly value: Float64Array;
}

const STEPS = 1_000;

export function rowTable(grid: Grid, row: Row, index: number, unit: number, price: Float64Array): RowTable {
  const step = Math.max(1, Math.floor(row.target / STEPS));
  const steps = Math.floor(row.target / step);
  const width = steps + 1;
  const value = new Float64Array((grid.projects + 1) * width);
  const others = price.slice();
  others[index] = 0;
  const end = grid.projects * width;
  for (let need = 1; need < width; need++) value[end + need] = row.pays >= 0 ? -unit * need * step : Number.NEGATIVE_INFINITY;
  for (let stage = grid.projects - 1; stage >= 0; stage--) {
    const [own, after] = [stage * width, (stage + 1) * width];
    value.fill(Number.NEGATIVE_INFINITY, own, own + width);
    for (let option = grid.start[stage] ?? 0; option < (grid.start[stage + 1] ?? 0); option++) {
      const worth = priced(grid, option, unit, others);
      let filled = 0;
      for (let at = grid.entry[option] ?? 0; at < (grid.entry[option + 1] ?? 0); at++) {
        if (grid.row[at] === index) filled = Math.ceil((grid.weight[at] ?? 0) / step);
      }
      for (let need = 0; need < width; need++) {
        const left = need > filled ? need - filled : 0;
        const brought = worth + (value[after + left] ?? 0);
        if (brought > (value[own + need] ?? 0)) value[own + need] = brought;
      }
    }
  }
  return { row: index, step, steps, value };
}

/** The most that the stages from `stage` on bring to a label whose row stands at `sum`, in 1/unit. */
export function tableValue(table: RowTable, target: number, stage: number, sum: number): number {
  return table.value[stage * (table.steps + 1) + Math.floor((target - sum) / table.step)] ?? 0;
}
