/** The prices of a proof, and what each of them says of a partial choice; only those that bound something are written. */
import { dot, type Stages, topOf } from "./find-prices.ts";
import type { Prices } from "./proof.ts";
import type { Row, Way } from "./staging.ts";

interface Line {
  readonly prices: Prices;
  /** By stage: what the stages from there on bring at most. */
  readonly rest: Float64Array;
  /** Its place among the written ones, from 1; 0: not yet. */
  place: number;
}

/** What may come: a partial choice is bounded by the written prices of that place, or promises so many 分. */
export type Judgement =
  | { readonly kind: "bounded"; readonly place: number }
  | { readonly kind: "open"; readonly promise: number };

export interface PriceBook {
  /** By row, from each stage on: the most that is still taken out (−∞ for money: no sum of it is ever enough). */
  readonly full: (stage: number) => Way;
  /** Answers where the prices stand. */
  readonly add: (prices: Prices) => number;
  /** A partial choice before `stage`, by the prices of these places. */
  readonly judge: (sums: Way, lines: readonly number[], stage: number) => Judgement;
  readonly prices: (place: number) => Prices;
  readonly written: () => readonly Prices[];
}

export function createPriceBook(rows: readonly Row[], ahead: Stages, total: number): PriceBook {
  const reach = rows.map((_, row) => ({ taken: sumsFrom(ahead, row, -1), most: sumsFrom(ahead, row, 1) }));
  const money = reach[0]?.most[0] ?? 0;
  const lines: Line[] = [];
  const written: Prices[] = [];
  const variants = new Map<string, Line>();
  const lineOf = (prices: Prices): Line => {
    const rest = new Float64Array(ahead.length + 1);
    for (let stage = ahead.length - 1; stage >= 0; stage--)
      rest[stage] = (rest[stage + 1] ?? 0) + topOf(ahead[stage] ?? [], prices);
    return { prices, rest, place: 0 };
  };
  const variant = (key: string, make: () => Prices): Line => {
    const known = variants.get(key) ?? lineOf(make());
    variants.set(key, known);
    return known;
  };
  const write = (line: Line): Judgement => {
    if (line.place === 0) line.place = written.push(line.prices);
    return { kind: "bounded", place: line.place };
  };
  const full = (stage: number): Way =>
    reach.map(({ taken }, row) => (row === 0 ? Number.POSITIVE_INFINITY : (taken[stage] ?? 0)));
  const judge: PriceBook["judge"] = (sums, places, stage) => {
    let masks = "";
    for (let row = 1; row < rows.length; row++) {
      const most = (sums[row] ?? 0) + (reach[row]?.most[stage] ?? 0);
      if (most < 0 && rows[row]?.hard)
        return write(variant(`short ${row}`, () => rows.map((_, at) => (at === 0 ? 1 : at === row ? money + 1 : 0))));
      masks += (sums[row] ?? 0) >= (reach[row]?.taken[stage] ?? 0) ? "0" : most <= 0 && !rows[row]?.hard ? "1" : "-";
    }
    let promise = Number.POSITIVE_INFINITY;
    for (let at = places.length - 1; at >= 0; at--) {
      const base = lines[places[at] ?? 0] as Line;
      const unit = base.prices[0] ?? 1;
      const line = variant(`${places[at]} ${masks}`, () =>
        base.prices.map((price, row) => (row === 0 || masks[row - 1] === "-" ? price : masks[row - 1] === "0" ? 0 : unit)),
      );
      const bound = dot(sums, line.prices) + (line.rest[stage] ?? 0);
      if (bound < unit * (total + 1)) return write(line);
      promise = Math.min(promise, bound / unit);
    }
    return { kind: "open", promise };
  };
  const prices = (place: number): Prices => lines[place]?.prices ?? [];
  return { full, prices, add: (prices) => lines.push(lineOf(prices)) - 1, judge, written: () => written };
}

/** By stage: the most that the ways from there on put into a row (side 1), or take out of it (side −1). */
function sumsFrom(ahead: Stages, row: number, side: 1 | -1): Float64Array {
  const sums = new Float64Array(ahead.length + 1);
  for (let stage = ahead.length - 1; stage >= 0; stage--) {
    const most = Math.max(...(ahead[stage] ?? []).map((way) => side * (way[row] ?? 0)));
    sums[stage] = (sums[stage + 1] ?? 0) + (side === 1 ? most : Math.max(0, most));
  }
  return sums;
}
