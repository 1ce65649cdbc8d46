/**
 * An entrant made ready for a sweep: the projects in order of how much is lost by their second-best option (most first),
 * and for every stage what the stages after it can still bring.
 */
import type { Entrant } from "./entrant.ts";
import { type Grid, gridOf, priced } from "./grid.ts";
import { constant, type Prices } from "./prices.ts";
import type { Option, Race } from "./race.ts";
import { type RowTable, rowTable } from "./row-table.ts";

/** What is still to come at certain prices, full rows being priced 0: by set of full rows (bit mask), when first asked for. */
export interface Outlook {
  readonly unit: number;
  readonly price: Float64Array;
  readonly fixed: Float64Array;
  readonly rest: (Float64Array | undefined)[];
  /** Only for wide sweeps. */
  readonly tables: readonly RowTable[];
  /** By table: the bound's constant when its row isn't priced, in 1/unit. */
  readonly tableFixed: readonly number[];
}

export interface Course {
  readonly race: Race;
  readonly stages: readonly (readonly Option[])[];
  readonly grid: Grid;
  /** By stage: the project's place in the contest. */
  readonly where: readonly number[];
  readonly outlooks: readonly Outlook[];
  /** By row: sums above 0 are paid (soft), the target, the ceiling. */
  readonly soft: Uint8Array;
  readonly target: Float64Array;
  readonly ceiling: Float64Array;
  /** By component: the row that pays into it, or −1. */
  readonly rowOf: readonly number[];
  /** By row and stage: the most that can still be added; by component and stage: the most that can still be gained. */
  readonly rowRest: readonly Float64Array[];
  readonly gainRest: readonly Float64Array[];
}

/** More rows than this aren't told apart when full. */
const MASKED_ROWS = 8;

function suffix(stages: readonly (readonly Option[])[], value: (option: Option) => number): Float64Array {
  const sums = new Float64Array(stages.length + 1);
  for (let stage = stages.length - 1; stage >= 0; stage--) {
    let top = Number.NEGATIVE_INFINITY;
    for (const option of stages[stage] ?? []) top = Math.max(top, value(option));
    sums[stage] = (sums[stage + 1] ?? 0) + top;
  }
  return sums;
}

function emptyOutlook(race: Race, grid: Grid, { unit, price }: Prices, sharp: boolean): Outlook {
  const masks = race.rows.length <= MASKED_ROWS ? 2 ** race.rows.length : 1;
  const flat = Float64Array.from(price);
  const tabled = sharp ? race.rows.map((_, row) => row).filter((row) => isTabled(race, row)) : [];
  return {
    unit,
    price: flat,
    fixed: new Float64Array(masks),
    rest: new Array(masks),
    tables: tabled.map((row) => rowTable(grid, race.rows[row] ?? NOTHING, row, unit, flat)),
    tableFixed: tabled.map((row) =>
      constant(
        race,
        unit,
        price.map((at, index) => (index === row ? 0 : at)),
      ),
    ),
  };
}

const NOTHING = { pays: -1, target: 0, ceiling: 0 };
const isTabled = (race: Race, row: number): boolean =>
  (race.rows[row]?.target ?? 0) > 0 && race.rows[row]?.ceiling === Number.POSITIVE_INFINITY;

/** Fills the outlook for a set of full rows. */
export function lookOut(course: Course, outlook: Outlook, mask: number): Float64Array {
  const { race, grid } = course;
  const price = outlook.price.map((at, row) => (((mask >> row) & 1) === 1 ? 0 : at));
  const rest = new Float64Array(grid.projects + 1);
  for (let stage = grid.projects - 1; stage >= 0; stage--) {
    let top = Number.NEGATIVE_INFINITY;
    const end = grid.start[stage + 1] ?? 0;
    for (let option = grid.start[stage] ?? 0; option < end; option++)
      top = Math.max(top, priced(grid, option, outlook.unit, price));
    rest[stage] = (rest[stage + 1] ?? 0) + top;
  }
  outlook.fixed[mask] = constant(race, outlook.unit, price);
  outlook.rest[mask] = rest;
  return rest;
}

function loss(grid: Grid, project: number, { unit, price }: Prices): number {
  let [first, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let option = grid.start[project] ?? 0; option < (grid.start[project + 1] ?? 0); option++) {
    const value = priced(grid, option, unit, price);
    if (value > first) [first, second] = [value, first];
    else if (value > second) second = value;
  }
  return (first - second) / unit;
}

/** How much an option moves the rows, in parts of their targets: among equal losses the large ones are decided first. */
function reach(race: Race, list: readonly Option[]): number {
  let most = 0;
  for (const option of list) {
    let own = 0;
    option.rows.forEach((row, index) => {
      own += (option.weights[index] ?? 0) / Math.max(1, race.rows[row]?.target ?? 1);
    });
    most = Math.max(most, own);
  }
  return most;
}

/** `sharp`: with tables, which cost some milliseconds and pay in wide sweeps. */
export function courseOf(entrant: Entrant, sharp: boolean): Course {
  const { race, grid, prices, where } = entrant;
  const guide = prices[prices.length - 1];
  const losses = race.options.map((_, project) => (guide === undefined ? 0 : loss(grid, project, guide)));
  const reaches = race.options.map((list) => reach(race, list));
  const order = losses
    .map((_, project) => project)
    .sort((one, other) => {
      const difference = (losses[other] ?? 0) - (losses[one] ?? 0);
      return difference !== 0 ? difference : (reaches[other] ?? 0) - (reaches[one] ?? 0) || one - other;
    });
  const stages = order.map((project) => race.options[project] ?? []);
  const ordered = gridOf(stages);
  return {
    race,
    stages,
    grid: ordered,
    where: order.map((project) => where[project] ?? 0),
    outlooks: prices.map((one) => emptyOutlook(race, ordered, one, sharp)),
    soft: Uint8Array.from(race.rows, (row) => (row.pays >= 0 ? 1 : 0)),
    target: Float64Array.from(race.rows, (row) => row.target),
    ceiling: Float64Array.from(race.rows, (row) => row.ceiling),
    rowOf: race.base.map((_, component) => (component === 0 ? -1 : race.rows.findIndex((row) => row.pays === component))),
    rowRest: race.rows.map((_, row) => suffix(stages, (option) => option.weights[option.rows.indexOf(row)] ?? 0)),
    gainRest: race.base.map((_, component) => suffix(stages, (option) => option.gain[component] ?? 0)),
  };
}
