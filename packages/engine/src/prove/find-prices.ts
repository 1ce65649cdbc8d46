/** Looks for prices of the rows whose bound is low: Polyak's steps on ordinary numbers, cut to whole numbers at the end, so that the bound itself is exact. */
import type { Prices } from "./proof.ts";
import type { Row, Way } from "./staging.ts";

export type Stages = readonly (readonly Way[])[];

export function dot(sums: ArrayLike<number>, prices: ArrayLike<number>): number {
  let all = 0;
  for (let row = 0; row < sums.length; row++) all += (sums[row] ?? 0) * (prices[row] ?? 0);
  return all;
}

/** The most that one of the ways brings. */
export function topOf(ways: readonly Way[], prices: ArrayLike<number>): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const way of ways) top = Math.max(top, dot(way, prices));
  return top;
}

const ROOM = 2 ** 51;
const FINEST = 2 ** 20;
const PATIENCE = 8;

/** For all choices that begin with `start` and go through `later`. Ends early where they prove that none exceeds `total`. */
export function findPrices(rows: readonly Row[], start: Way, later: Stages, total: number, rounds: number): Prices {
  const scale = rows.map((_, row) =>
    later.reduce((most, ways) => Math.max(most, ...ways.map((way) => Math.abs(way[row] ?? 0))), 1),
  );
  const prices = rows.map((_, row): number => (row === 0 ? 1 : 0));
  let best = prices.slice();
  let [least, pace, stale] = [Number.POSITIVE_INFINITY, 1, 0];
  for (let round = 0; round < rounds && least >= total + 1; round++) {
    const [value, filled] = respond(start, later, prices);
    if (value < least) {
      if (value < least - 1) stale = 0;
      least = value;
      best = prices.slice();
    } else if (++stale >= PATIENCE) {
      [stale, pace] = [0, pace / 2];
      prices.splice(0, prices.length, ...best);
    }
    const pull = filled.map((sum, row) => (row === 0 ? 0 : sum / (scale[row] ?? 1)));
    const norm = dot(pull, pull);
    if (norm === 0) break;
    const step = (pace * Math.max(1, value - total)) / norm;
    for (let row = 1; row < prices.length; row++) {
      const next = (prices[row] ?? 0) - (step * (pull[row] ?? 0)) / (scale[row] ?? 1);
      prices[row] = Math.max(0, rows[row]?.hard ? next : Math.min(1, next));
    }
  }
  return rounded(rows, start, later, best);
}

/** What every stage leaves to its best way: its worth at these prices, and the sums. */
function respond(start: Way, later: Stages, prices: readonly number[]): [number, number[]] {
  const filled = start.slice();
  for (const ways of later) {
    let [top, best] = [Number.NEGATIVE_INFINITY, ways[0]];
    for (const way of ways) {
      const value = dot(way, prices);
      if (value > top) [top, best] = [value, way];
    }
    for (let row = 0; row < filled.length; row++) filled[row] = (filled[row] ?? 0) + (best?.[row] ?? 0);
  }
  return [dot(filled, prices), filled];
}

function rounded(rows: readonly Row[], start: Way, later: Stages, raw: readonly number[]): Prices {
  const reach = rows.map((_, row) => {
    const most = (ways: readonly Way[]): number => Math.max(...ways.map((way) => Math.abs(way[row] ?? 0)));
    return later.reduce((sum, ways) => sum + most(ways), Math.abs(start[row] ?? 0) + 1);
  });
  const room = reach.reduce((sum, most, row) => sum + most * (rows[row]?.hard ? (raw[row] ?? 0) : 1), 0);
  const unit = 2 ** Math.max(0, Math.min(Math.log2(FINEST), Math.floor(Math.log2(ROOM / 4 / room))));
  return raw.map((price, row) => {
    const limit = Math.floor(ROOM / (4 * raw.length * (reach[row] ?? 1)));
    return row === 0 ? unit : Math.min(limit, Math.floor(price * unit));
  });
}
