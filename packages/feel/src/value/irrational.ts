/** Roots, powers, exponentials and logarithms by fixed-point series of 80 places, cut to 34 significant digits, half to even. */
import {
  DIGITS,
  divide,
  isWhole,
  magnitude,
  multiply,
  negate,
  ONE,
  power10,
  type Ratio,
  ratio,
  roundTo,
  significant,
  ZERO,
} from "./ratio.ts";

/** What one series costs, in steps of an evaluation. */
export const SERIES_STEPS = 250;

const PLACES = 80;
const UNIT = power10(PLACES);

const fixed = (r: Ratio): bigint => roundTo(ratio(r.num * UNIT, r.den), 0, "half even").num;
const cut = (r: Ratio): Ratio => significant(r, DIGITS);

const integerRoot = (n: bigint): bigint => {
  if (n < 2n) return n;
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
};

/** undefined below 0. */
export const squareRoot = (r: Ratio): Ratio | undefined => {
  if (r.num < 0n) return undefined;
  const [num, den] = [integerRoot(r.num), integerRoot(r.den)];
  if (num * num === r.num && den * den === r.den) return ratio(num, den);
  const places = Math.max(0, DIGITS + 10 - Math.floor(magnitude(r) / 2));
  return cut(ratio(integerRoot((r.num * power10(2 * places)) / r.den), power10(places)));
};

/** ln of a fixed-point number near 1, by 2·artanh((x−1)/(x+1)). */
const lnNearOne = (x: bigint): bigint => {
  const y = ((x - UNIT) * UNIT) / (x + UNIT);
  const square = (y * y) / UNIT;
  let [term, sum] = [y, 0n];
  for (let n = 1n; term !== 0n; n += 2n) {
    sum += term / n;
    term = (term * square) / UNIT;
  }
  return 2n * sum;
};

const LN2 = lnNearOne(2n * UNIT);

const lnFixed = (r: Ratio): bigint => {
  const halvings = r.num.toString(2).length - r.den.toString(2).length;
  const near = halvings >= 0 ? ratio(r.num, r.den << BigInt(halvings)) : ratio(r.num << BigInt(-halvings), r.den);
  return lnNearOne(fixed(near)) + BigInt(halvings) * LN2;
};

/** undefined for 0 and below. */
export const naturalLog = (r: Ratio): Ratio | undefined => (r.num <= 0n ? undefined : cut(ratio(lnFixed(r), UNIT)));

/** The largest argument whose exponential decimal128 can hold. */
const MAX_EXPONENT = 14_150n;

const expFixed = (x: bigint): Ratio | undefined => {
  if (x > MAX_EXPONENT * UNIT) return undefined;
  if (x < -MAX_EXPONENT * UNIT) return ratio(0n);
  const doublings = x / LN2;
  const rest = x - doublings * LN2;
  let [term, sum] = [UNIT, 0n];
  for (let n = 1n; term !== 0n; n += 1n) {
    sum += term;
    term = (term * rest) / (UNIT * n);
  }
  return cut(doublings >= 0n ? ratio(sum << doublings, UNIT) : ratio(sum, UNIT << -doublings));
};

export const exponential = (r: Ratio): Ratio | undefined =>
  magnitude(r) > 5 ? (r.num < 0n ? ratio(0n) : undefined) : expFixed(fixed(r));

/** Exact for whole exponents while it fits; undefined where there is no real result or none that decimal128 can hold. */
export const power = (base: Ratio, exponent: Ratio): Ratio | undefined => {
  if (isWhole(exponent)) return wholePower(base, exponent.num);
  if (base.num < 0n) return undefined;
  if (base.num === 0n) return exponent.num > 0n ? base : undefined;
  if (exponent.num === 1n && exponent.den === 2n) return squareRoot(base);
  const product = multiply(ratio(lnFixed(base), UNIT), exponent);
  return product === undefined ? undefined : exponential(product);
};

const wholePower = (base: Ratio, exponent: bigint): Ratio | undefined => {
  if (exponent < 0n) {
    const positive = wholePower(base, -exponent);
    // Below every number that decimal128 has; a base below 1 has the opposite fate, its power being 0 and not undefined.
    return positive === undefined ? ZERO : divide(ONE, positive);
  }
  const isUnit = base.den === 1n && base.num >= -1n && base.num <= 1n;
  if (isUnit) return exponent === 0n ? ONE : exponent % 2n === 0n && base.num < 0n ? negate(base) : base;
  let result: Ratio | undefined = ONE;
  let square: Ratio | undefined = base;
  for (let rest = exponent; rest > 0n; rest /= 2n) {
    if (square === undefined || result === undefined) return undefined;
    if (rest % 2n === 1n) result = multiply(result, square);
    if (rest > 1n) square = multiply(square, square);
  }
  return result;
};
