/**
 * Prices for the rows of a race (Lagrange multipliers). Any prices give a proved upper bound of the race's total;
 * they are looked for by a subgradient descent on ordinary numbers, then cut to integers, so that the bound itself is exact.
 */
import { type Grid, priced, weightsByRow } from "./grid.ts";
import type { Race, Row } from "./race.ts";

export interface Prices {
  /** A power of two: prices are in 1/unit. */
  readonly unit: number;
  /** By row. A soft row's lies in 0 … unit; below 0 only where a row has a ceiling. */
  readonly price: readonly number[];
  /** No lawful choice of the race has a larger total, 分. */
  readonly bound: number;
}

const MONEY_ROOM = 2 ** 50;
const ROW_ROOM = 2 ** 48;

/** What the price of a row is measured against: its target, or, where it is below 0, its ceiling. */
const mark = (row: Row, price: number): number => (price < 0 ? row.ceiling : row.target);

/** What doesn't depend on the options, in 1/unit. */
export function constant(race: Race, unit: number, price: ArrayLike<number>): number {
  let sum = unit * (race.base[0] ?? 0);
  for (let index = 0; index < race.rows.length; index++) {
    const row = race.rows[index];
    if (row === undefined) continue;
    const at = price[index] ?? 0;
    if (row.pays >= 0) sum += unit * row.target;
    if (at !== 0) sum -= at * mark(row, at);
  }
  return sum;
}

/** Σ of the best options at these prices; `slope` gets the weights they add to each row. */
function bestOptions(grid: Grid, unit: number, price: ArrayLike<number>, slope: Float64Array | null): number {
  let sum = 0;
  for (let project = 0; project < grid.projects; project++) {
    let best = 0;
    let top = Number.NEGATIVE_INFINITY;
    const end = grid.start[project + 1] ?? 0;
    for (let option = grid.start[project] ?? 0; option < end; option++) {
      const value = priced(grid, option, unit, price);
      if (value > top) {
        top = value;
        best = option;
      }
    }
    sum += top;
    if (slope === null) continue;
    const last = grid.entry[best + 1] ?? 0;
    for (let at = grid.entry[best] ?? 0; at < last; at++) {
      const row = grid.row[at] ?? 0;
      slope[row] = (slope[row] ?? 0) + (grid.weight[at] ?? 0);
    }
  }
  return sum;
}

/** In 1/unit: the bound at given prices. */
export const priceBound = (race: Race, grid: Grid, unit: number, price: ArrayLike<number>): number =>
  constant(race, unit, price) + bestOptions(grid, unit, price, null);

function clampPrice(row: Row, price: number): number {
  if (row.pays >= 0) return Math.min(1, Math.max(0, price));
  if (row.ceiling === Number.POSITIVE_INFINITY) return row.target === 0 ? 0 : Math.max(0, price);
  return price;
}

/** Polyak's steps towards `aim`, halved when they stop helping; rows are scaled by their largest weight. */
function descend(race: Race, grid: Grid, scale: Float64Array, aim: number, rounds: number): Float64Array {
  const price = new Float64Array(race.rows.length);
  const slope = new Float64Array(race.rows.length);
  const best = price.slice();
  let least = Number.POSITIVE_INFINITY;
  let pace = 1;
  let stale = 0;
  for (let round = 0; round < rounds; round++) {
    for (let row = 0; row < price.length; row++) {
      const at = race.rows[row];
      slope[row] = at === undefined ? 0 : -mark(at, price[row] ?? 0);
    }
    const value = constant(race, 1, price) + bestOptions(grid, 1, price, slope);
    if (value < least) {
      if (value < least - 1) stale = 0;
      least = value;
      best.set(price);
    } else if (++stale >= 8) {
      stale = 0;
      pace /= 2;
      price.set(best);
    }
    if (least < aim) break;
    let norm = 0;
    for (let row = 0; row < price.length; row++) norm += ((slope[row] ?? 0) / Math.max(1, scale[row] ?? 1)) ** 2;
    if (norm === 0) break;
    const step = (pace * Math.max(1, value - aim)) / norm;
    for (let row = 0; row < price.length; row++) {
      const at = race.rows[row];
      if (at === undefined) continue;
      price[row] = clampPrice(at, (price[row] ?? 0) - (step * (slope[row] ?? 0)) / Math.max(1, scale[row] ?? 1) ** 2);
    }
  }
  return best;
}

/** As if every target were larger by `swell`: then prices say what is short first, even where nothing is short yet. */
function swollen(race: Race, swell: number): Race {
  if (swell === 0) return race;
  const rows = race.rows.map((row) =>
    row.ceiling === Number.POSITIVE_INFINITY ? { ...row, target: row.target * (1 + swell) } : row,
  );
  return { ...race, rows };
}

/** `aim`: a total already reached, 分; `rounds` 0: prices of 0 (the bound that ignores all rows). */
export function pricesOf(race: Race, grid: Grid, aim: number, rounds: number, swell = 0): Prices {
  const { sum, largest } = weightsByRow(race, grid);
  let room = (race.base[0] ?? 0) + 1;
  for (let project = 0; project < grid.projects; project++) {
    let most = 0;
    for (let option = grid.start[project] ?? 0; option < (grid.start[project + 1] ?? 0); option++) {
      most = Math.max(most, grid.total[option] ?? 0);
    }
    room += most;
  }
  race.rows.forEach((row, index) => {
    if (row.pays >= 0) room += row.target + (sum[index] ?? 0);
  });
  const unit = 2 ** Math.min(20, Math.max(0, Math.floor(Math.log2(MONEY_ROOM / room))));
  const raw = rounds === 0 ? new Float64Array(race.rows.length) : descend(swollen(race, swell), grid, largest, aim, rounds);
  const price = race.rows.map((row, index) => {
    const reach = row.ceiling === Number.POSITIVE_INFINITY ? row.target : row.ceiling;
    const limit = Math.floor(ROW_ROOM / ((sum[index] ?? 0) + reach + 1));
    const wanted = Math.floor((raw[index] ?? 0) * unit);
    return row.pays >= 0 ? Math.min(unit, wanted) : Math.max(-limit, Math.min(limit, wanted));
  });
  return { unit, price, bound: Math.floor(priceBound(race, grid, unit, price) / unit) };
}
