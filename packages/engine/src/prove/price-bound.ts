/**
 * What any prices of the limits prove. A fund's payment is at most its conjugate plus price × sum, whatever the sum is; so with the prices given
 * every project can be left to whoever brings most. Also looks for prices that prove much.
 */
import type { LimitedFund, Option, Region } from "./layout.ts";
import type { PriceLine } from "./proof.ts";

/** Of a fund at given prices, in 1/unit: the largest of payment − price × sum, and the sums where it lies (into `at`). */
function conjugate(region: Region, index: number, unit: number, price: ArrayLike<number>, at: Float64Array | null): number {
  const fund = region.layout.funds[index] as LimitedFund;
  const most = region.most[index] ?? 0;
  const [row = 0] = fund.rows;
  let best = Number.NEGATIVE_INFINITY;
  if (fund.cap !== null) {
    const [low, high] = [region.low[row] ?? 0, region.high[row] ?? 0];
    for (const sum of [low, Math.min(high, Math.max(low, most)), high]) {
      const value = unit * Math.min(most, sum) - (price[row] ?? 0) * sum;
      if (value <= best) continue;
      best = value;
      if (at !== null) at[row] = sum;
    }
    return best;
  }
  fund.steps.forEach((step, number) => {
    const until = (fund.steps[number + 1]?.from ?? Number.POSITIVE_INFINITY) - 1;
    if (fund.rows.some((other) => (region.low[other] ?? 0) > until)) return;
    for (const top of fund.rows) {
      const bottom = Math.max(step.from, region.low[top] ?? 0);
      if (bottom > Math.min(until, region.high[top] ?? 0)) continue;
      const sums = fund.rows.map((other) => {
        if ((price[other] ?? 0) < 0) return Math.min(until, region.high[other] ?? 0);
        return other === top ? bottom : (region.low[other] ?? 0);
      });
      const cost = sums.reduce((all, sum, place) => all + sum * (price[fund.rows[place] ?? 0] ?? 0), 0);
      const value = unit * Math.min(most, step.value) - cost;
      if (value <= best) continue;
      best = value;
      if (at !== null) for (const [place, other] of fund.rows.entries()) at[other] = sums[place] ?? 0;
    }
  });
  return best;
}

export function limitsBound(region: Region, unit: number, price: ArrayLike<number>, at: Float64Array | null = null): number {
  let sum = 0;
  for (let index = 0; index < region.layout.funds.length; index++) sum += conjugate(region, index, unit, price, at);
  return sum;
}

export function priced(option: Option, unit: number, price: ArrayLike<number>): number {
  let value = unit * option.gain;
  for (let at = 0; at < option.rows.length; at++) value += (price[option.rows[at] ?? 0] ?? 0) * (option.weights[at] ?? 0);
  return value;
}

function projectsBound(region: Region, unit: number, price: ArrayLike<number>, filled: Float64Array | null): number {
  let sum = 0;
  for (const list of region.open) {
    let best: Option | null = null;
    let top = Number.NEGATIVE_INFINITY;
    for (const option of list) {
      const value = priced(option, unit, price);
      if (value > top) [top, best] = [value, option];
    }
    if (best === null) continue;
    sum += top;
    if (filled === null) continue;
    for (let at = 0; at < best.rows.length; at++)
      filled[best.rows[at] ?? 0] = (filled[best.rows[at] ?? 0] ?? 0) + (best.weights[at] ?? 0);
  }
  return sum;
}

export function lineOf(region: Region, unit: number, price: readonly number[]): PriceLine {
  return { unit, price, limits: limitsBound(region, unit, price), projects: projectsBound(region, unit, price, null) };
}

export const closes = ({ unit, limits, projects }: PriceLine, total: number): boolean => limits + projects < unit * (total + 1);

/** Without the claimants that no choice above the total can have. */
export function struck(region: Region, line: PriceLine, total: number): Region {
  const slack = line.limits + line.projects - line.unit * (total + 1);
  const open = region.open.map((list) => {
    if (list.length < 2) return list;
    const values = list.map((option) => priced(option, line.unit, line.price));
    const top = Math.max(...values);
    return list.filter((_, at) => top - (values[at] ?? 0) <= slack);
  });
  return { ...region, open };
}

const ROOM = 2 ** 51;
const FINEST = 2 ** 20;

/** Polyak's steps towards the total, on ordinary numbers; the result is cut to whole 1/unit, so that the bound itself is exact. */
export function findPrices(region: Region, total: number, rounds: number, swell: number): PriceLine {
  const { rows, funds } = region.layout;
  const aim = swell === 0 ? region : swollen(region, swell);
  const price = new Float64Array(rows);
  const best = new Float64Array(rows);
  const scale = Float64Array.from(price, (_, row) => scaleOf(region, row));
  let [least, pace, stale] = [Number.POSITIVE_INFINITY, 1, 0];
  for (let round = 0; round < rounds; round++) {
    const [at, filled] = [new Float64Array(rows), new Float64Array(rows)];
    const value = limitsBound(aim, 1, price, at) + projectsBound(aim, 1, price, filled);
    if (value < least) {
      if (value < least - 1) stale = 0;
      least = value;
      best.set(price);
    } else if (++stale >= 8) {
      [stale, pace] = [0, pace / 2];
      price.set(best);
    }
    if (least < total + 1) break;
    let norm = 0;
    for (let row = 0; row < rows; row++) norm += (((filled[row] ?? 0) - (at[row] ?? 0)) / (scale[row] ?? 1)) ** 2;
    if (norm === 0) break;
    const step = (pace * Math.max(1, value - total)) / norm;
    for (let row = 0; row < rows; row++)
      price[row] = (price[row] ?? 0) - (step * ((filled[row] ?? 0) - (at[row] ?? 0))) / (scale[row] ?? 1) ** 2;
    for (const { cap, rows: own, rising } of funds)
      for (const row of own)
        if (rising) price[row] = Math.min(cap === null ? Number.POSITIVE_INFINITY : 1, Math.max(0, price[row] ?? 0));
  }
  return rounded(region, best);
}

function scaleOf(region: Region, row: number): number {
  let most = 1;
  for (const list of region.open)
    for (const option of list) {
      const at = option.rows.indexOf(row);
      if (at >= 0) most = Math.max(most, option.weights[at] ?? 0);
    }
  return most;
}

/** As if everything were a little harder to fill: then prices say what is short first. */
function swollen(region: Region, swell: number): Region {
  const grown = (sum: number): number => sum * (1 + swell);
  const low = region.low.map((sum, row) => Math.min(grown(sum), region.high[row] ?? 0));
  return {
    ...region,
    low,
    most: region.most.map((most, index) => (region.layout.funds[index]?.cap === null ? most : grown(most))),
  };
}

function rounded(region: Region, raw: Float64Array): PriceLine {
  const money = region.open.reduce((sum, list) => sum + Math.max(0, ...list.map(({ gain }) => gain)), 1);
  const paid = region.most.reduce((sum, most) => sum + most, money);
  const reach = Array.from(raw, (_, row) => (region.high[row] ?? 0) + 1);
  const room = raw.reduce((sum, at, row) => sum + Math.abs(at) * (reach[row] ?? 1), paid);
  const unit = 2 ** Math.max(0, Math.min(Math.log2(FINEST), Math.floor(Math.log2(ROOM / 4 / room))));
  const price = Array.from(raw, (at, row) => {
    const limit = Math.floor(ROOM / (4 * (raw.length + 1) * (reach[row] ?? 1)));
    return (room * 4 > ROOM ? Math.max(-limit, Math.min(limit, Math.floor(at))) : Math.floor(at * unit)) || 0;
  });
  return lineOf(region, unit, price);
}
