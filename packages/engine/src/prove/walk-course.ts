/** A region made ready to be walked through: the projects in order, and for every stage what the rest of them can still do. */
import { type Option, type Region, reachOf } from "./layout.ts";
import { limitsBound, priced } from "./price-bound.ts";
import type { PriceLine } from "./proof.ts";

export interface Course {
  readonly region: Region;
  /** Project numbers. */
  readonly order: readonly number[];
  readonly stages: readonly (readonly Option[])[];
  readonly lines: readonly PriceLine[];
  /** By row and stage: the least and the most that is still to come. */
  readonly least: readonly Float64Array[];
  readonly most: readonly Float64Array[];
  /** By row: from this sum on a further 分 changes nothing; Infinity where more can be worse. */
  readonly full: readonly number[];
  /** By row: does it fill a cap? */
  readonly capped: readonly boolean[];
  /** By line, then set of full rows. */
  readonly rests: readonly Map<number, Float64Array>[];
}

export function courseOf(region: Region, lines: readonly PriceLine[]): Course {
  const guide = lines[lines.length - 1];
  const loss = (list: readonly Option[]): number => {
    const values = list
      .map((option) => (guide === undefined ? 0 : priced(option, guide.unit, guide.price)))
      .sort((a, b) => b - a);
    return values.length < 2 ? Number.POSITIVE_INFINITY : (values[0] ?? 0) - (values[1] ?? 0);
  };
  const losses = region.open.map(loss);
  const order = region.open
    .flatMap((list, project) => (list.length === 0 ? [] : [project]))
    .sort((a, b) => (losses[a] === losses[b] ? a - b : (losses[b] ?? 0) - (losses[a] ?? 0)));
  const stages = order.map((project) => region.open[project] ?? []);
  const rows = Array.from({ length: region.layout.rows }, (_, row) => row);
  const ahead = (row: number, side: "least" | "most"): Float64Array => {
    const sums = new Float64Array(stages.length + 1);
    for (let stage = stages.length - 1; stage >= 0; stage--)
      sums[stage] = (sums[stage + 1] ?? 0) + reachOf([stages[stage] ?? []], row)[side];
    return sums;
  };
  const [least, most] = [rows.map((row) => ahead(row, "least")), rows.map((row) => ahead(row, "most"))];
  const full = rows.map((row) =>
    (region.high[row] ?? 0) < (most[row]?.[0] ?? 0) ? Number.POSITIVE_INFINITY : fullAt(region, row),
  );
  const capped = rows.map((row) => region.layout.funds.some((fund) => fund.cap !== null && fund.rows.includes(row)));
  return { region, order, stages, lines, least, most, full, capped, rests: lines.map(() => new Map()) };
}

function fullAt(region: Region, row: number): number {
  const index = region.layout.funds.findIndex((fund) => fund.rows.includes(row));
  const fund = region.layout.funds[index];
  const [low, most] = [region.low[row] ?? 0, region.most[index] ?? 0];
  if (fund === undefined) return low;
  if (fund.cap !== null) return Math.max(low, most);
  if (!fund.rising) return Number.POSITIVE_INFINITY;
  const last = Math.min(most, fund.steps[fund.steps.length - 1]?.value ?? 0);
  return Math.max(low, fund.steps.find((step) => Math.min(most, step.value) === last)?.from ?? 0);
}

function restOf(course: Course, line: number, price: readonly number[], mask: number): Float64Array {
  const known = course.rests[line]?.get(mask);
  if (known !== undefined) return known;
  const { stages, lines } = course;
  const unit = lines[line]?.unit ?? 1;
  const rest = new Float64Array(stages.length + 1);
  for (let stage = stages.length - 1; stage >= 0; stage--) {
    let top = Number.NEGATIVE_INFINITY;
    for (const option of stages[stage] ?? []) top = Math.max(top, priced(option, unit, price));
    rest[stage] = (rest[stage + 1] ?? 0) + top;
  }
  course.rests[line]?.set(mask, rest);
  return rest;
}

export interface Partial {
  readonly sums: readonly number[];
  readonly gain: number;
  /** What the guiding prices promise, 分: only for the order. */
  readonly promise: number;
}

/** The partial choice after `stage` projects, with full rows cut to where they are full; null: by some prices it can't exceed the total. */
export function hopeful(course: Course, stage: number, sums: readonly number[], gain: number, total: number): Partial | null {
  const { region, least, most, full, lines } = course;
  const own = sums.map((sum, row) => Math.min(sum, full[row] ?? 0));
  const low = own.map((sum, row) => Math.max(region.low[row] ?? 0, sum + (least[row]?.[stage] ?? 0)));
  const high = own.map((sum, row) => Math.min(region.high[row] ?? 0, sum + (most[row]?.[stage] ?? 0)));
  if (low.some((sum, row) => sum > (high[row] ?? 0))) return null;
  const mask = own.reduce((set, sum, row) => (sum >= (full[row] ?? 0) && row < MASKED ? set | (1 << row) : set), 0);
  const here: Region = { ...region, low, high };
  let promise = 0;
  for (const [at, { unit, price }] of lines.entries()) {
    const masked = price.map((one, row) => (row < MASKED && ((mask >> row) & 1) === 1 ? 0 : one));
    const carried = own.reduce((sum, one, row) => sum + one * (masked[row] ?? 0), unit * gain);
    const bound = limitsBound(here, unit, masked) + carried + (restOf(course, at, masked, mask)[stage] ?? 0);
    if (bound < unit * (total + 1)) return null;
    promise = bound / unit;
  }
  return { sums: own, gain, promise };
}

const MASKED = 30;

/** Whatever completes `other` completes `one` at least as well: what it lacks in caps it has gained elsewhere, of pools it lacks nothing. */
export function covers(course: Course, one: Partial, other: Partial): boolean {
  let missing = 0;
  for (let row = 0; row < one.sums.length; row++) {
    const [a, b] = [one.sums[row] ?? 0, other.sums[row] ?? 0];
    if (a === b) continue;
    if (course.full[row] === Number.POSITIVE_INFINITY) return false;
    if (a > b) continue;
    if (!course.capped[row]) return false;
    missing += b - a;
  }
  return one.gain - other.gain >= missing;
}
