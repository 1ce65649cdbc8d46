/**
 * A race that shrinks: options that can't belong to a choice as good as the best known are struck out, projects with one option left
 * are settled and folded into the base and the rows.
 */
import type { Contest } from "./contest.ts";
import { type Grid, gridOf, priced } from "./grid.ts";
import { type Prices, priceBound, pricesOf } from "./prices.ts";
import type { Option, Race, Row } from "./race.ts";

export interface Entrant {
  /** As it was before anything was settled. */
  readonly origin: Race;
  readonly race: Race;
  readonly grid: Grid;
  /** By project of the race: its place in the contest. */
  readonly where: readonly number[];
  /** By project of the contest: its keeper where settled. */
  readonly settled: readonly (number | undefined)[];
  /** Each proves its own bound; the last one also orders the search. At least one. */
  readonly prices: readonly Prices[];
  /** No choice of this race with a larger total is unknown, 分. */
  readonly bound: number;
}

const ROUNDS = 120;
const SWELLS = [0.1, 0.03];
/** Where nothing is short. */
const SWELLS_OF_PLENTY = [0.03, 0.1];

export function entrantOf(race: Race, contest: Contest): Entrant {
  const grid = gridOf(race.options);
  const plain = pricesOf(race, grid, 0, 0);
  return {
    origin: race,
    race,
    grid,
    where: contest.projects.map((_, project) => project),
    settled: contest.projects.map(() => undefined),
    prices: [plain],
    bound: plain.bound,
  };
}

/** The same option once the rows are what is left of them; null: it doesn't fit under a ceiling. */
function refit(option: Option, rows: readonly Row[]): Option | null {
  if (option.rows.length === 0) return option;
  const used: number[] = [];
  const weights: number[] = [];
  for (let index = 0; index < option.rows.length; index++) {
    const at = option.rows[index] ?? 0;
    const row = rows[at];
    const weight = option.weights[index] ?? 0;
    if (row === undefined) continue;
    if (weight > row.ceiling) return null;
    const left = row.ceiling === Number.POSITIVE_INFINITY ? Math.min(row.target, weight) : weight;
    if (left === 0) continue;
    used.push(at);
    weights.push(left);
  }
  return { ...option, rows: used, weights };
}

function fold(race: Race, settled: readonly Option[]): Pick<Race, "base" | "rows"> {
  const base = race.base.slice();
  const sums = race.rows.map(() => 0);
  for (const option of settled) {
    option.gain.forEach((gain, component) => {
      base[component] = (base[component] ?? 0) + gain;
    });
    option.rows.forEach((row, index) => {
      sums[row] = (sums[row] ?? 0) + (option.weights[index] ?? 0);
    });
  }
  const rows = race.rows.map((row, index): Row => {
    const sum = sums[index] ?? 0;
    const filled = Math.min(row.target, sum);
    if (row.pays >= 0) {
      base[0] = (base[0] ?? 0) + filled;
      base[row.pays] = (base[row.pays] ?? 0) + filled;
    }
    return { pays: row.pays, target: row.target - filled, ceiling: row.ceiling - sum };
  });
  return { base, rows };
}

/** Only the options that `keep` names; null: some project or row can't be satisfied any more. Prices are to be found anew. */
export function restrict(entrant: Entrant, keep: (project: number, option: number) => boolean): Entrant | null {
  const { race, where } = entrant;
  const settled = entrant.settled.slice();
  let lists: { readonly place: number; readonly options: readonly Option[] }[] = race.options.map((list, project) => {
    return { place: where[project] ?? 0, options: list.filter((_, option) => keep(project, option)) };
  });
  let state: Pick<Race, "base" | "rows"> = race;
  for (;;) {
    if (lists.some((list) => list.options.length === 0)) return null;
    const single = lists.filter((list) => list.options.length === 1);
    for (const list of single) settled[list.place] = list.options[0]?.keeper;
    state = fold(
      { ...race, ...state },
      single.flatMap((list) => list.options),
    );
    if (state.rows.some((row) => row.ceiling < 0)) return null;
    const { rows } = state;
    const open = lists.filter((list) => list.options.length > 1);
    lists = open.map((list) => ({ place: list.place, options: list.options.flatMap((option) => refit(option, rows) ?? []) }));
    if (lists.every((list) => list.options.length > 1)) break;
  }
  const next: Race = { components: race.components, ...state, options: lists.map((list) => list.options) };
  const grid = gridOf(next.options);
  const plain = pricesOf(next, grid, 0, 0);
  const bound = Math.min(entrant.bound, plain.bound);
  return { origin: entrant.origin, race: next, grid, where: lists.map((list) => list.place), settled, prices: [plain], bound };
}

/** Prices for the race itself, and for its rows' being a little (or much) harder to fill: the first swelling that shows a shortage. */
function findPrices(entrant: Entrant, least: number): Prices[] {
  const { race, grid } = entrant;
  const found = [pricesOf(race, grid, least, ROUNDS)];
  if ((found[0]?.bound ?? 0) < least) return found;
  for (const swell of found[0]?.price.every((price) => price === 0) ? SWELLS_OF_PLENTY : SWELLS) {
    const prices = pricesOf(race, grid, least, ROUNDS / 2, swell);
    if (prices.price.every((price, row) => price === (found[0]?.price[row] ?? 0))) continue;
    found.push(prices);
  }
  return found;
}

/** Which options could still be part of a total of at least `least`, by the given prices. */
function alive(entrant: Entrant, least: number): Uint8Array {
  const { race, grid, prices } = entrant;
  const marks = new Uint8Array(grid.total.length).fill(1);
  for (const { unit, price } of prices) {
    const slack = priceBound(race, grid, unit, price) - unit * least;
    for (let project = 0; project < grid.projects; project++) {
      const [from, to] = [grid.start[project] ?? 0, grid.start[project + 1] ?? 0];
      let top = Number.NEGATIVE_INFINITY;
      for (let option = from; option < to; option++) top = Math.max(top, priced(grid, option, unit, price));
      for (let option = from; option < to; option++) if (top - priced(grid, option, unit, price) > slack) marks[option] = 0;
    }
  }
  return marks;
}

/** Prices, strikes out, and begins again while that helps; null: no choice of the race reaches `least`. */
export function tighten(entrant: Entrant, least: number): Entrant | null {
  let now = entrant;
  for (let turn = 0; turn < 4; turn++) {
    const prices = findPrices(now, least);
    now = { ...now, prices, bound: prices.reduce((bound, one) => Math.min(bound, one.bound), now.bound) };
    if (now.bound < least) return null;
    const marks = alive(now, least);
    const before = now;
    if (marks.every((one) => one === 1)) return now;
    const next = restrict(now, (project, option) => marks[(before.grid.start[project] ?? 0) + option] === 1);
    if (next === null || next.bound < least) return null;
    now = next;
  }
  const prices = findPrices(now, least);
  return { ...now, prices, bound: prices.reduce((bound, one) => Math.min(bound, one.bound), now.bound) };
}
