/** FEEL's numbers as exact fractions: sums, products and quotients lose nothing; only text and irrational results are cut to 34 digits. */

export interface Ratio {
  readonly type: "number";
  readonly num: bigint;
  /** Above 0, without a common factor with num. */
  readonly den: bigint;
}

export type Rounding = "up" | "down" | "half up" | "half down" | "half even" | "floor" | "ceiling";

/** DMN's numbers are IEEE 754 decimal128: 34 significant digits, exponents up to 6144. */
export const DIGITS = 34;
const MAX_EXPONENT = 6144;
/** Beyond this many bits a fraction is cut to 50 digits, well over what text shows, so that no sum can grow without bound. */
const MAX_BITS = 24_000;

const abs = (n: bigint): bigint => (n < 0n ? -n : n);
const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

export const ratio = (num: bigint, den: bigint = 1n): Ratio => {
  if (den === 1n) return { type: "number", num, den };
  const common = gcd(num, den);
  const sign = den < 0n ? -1n : 1n;
  return { type: "number", num: (sign * num) / common, den: (sign * den) / common };
};

export const whole = (n: number | bigint): Ratio => ratio(BigInt(n));
export const ZERO = ratio(0n);
export const ONE = ratio(1n);

const bits = (n: bigint): number => abs(n).toString(16).length * 4;
export const power10 = (exponent: number): bigint => 10n ** BigInt(exponent);

/** The exponent of the first significant digit: 0 for 1..9.99, -1 for 0.1; 0 for 0. */
export const magnitude = ({ num, den }: Ratio): number => {
  if (num === 0n) return 0;
  const guess = abs(num).toString().length - den.toString().length;
  const atLeast = guess >= 0 ? abs(num) >= den * power10(guess) : abs(num) * power10(-guess) >= den;
  return atLeast ? guess : guess - 1;
};

/** undefined where the number is beyond decimal128. */
const tame = (r: Ratio): Ratio | undefined => {
  const size = bits(r.num) + bits(r.den);
  if (size < 12_000) return r;
  const first = magnitude(r);
  if (first > MAX_EXPONENT) return undefined;
  if (first < -MAX_EXPONENT - DIGITS) return ZERO;
  return size > MAX_BITS ? significant(r, 50) : r;
};

export const add = (a: Ratio, b: Ratio): Ratio | undefined => tame(ratio(a.num * b.den + b.num * a.den, a.den * b.den));
export const negate = (a: Ratio): Ratio => ({ type: "number", num: -a.num, den: a.den });
export const subtract = (a: Ratio, b: Ratio): Ratio | undefined => add(a, negate(b));
export const multiply = (a: Ratio, b: Ratio): Ratio | undefined => tame(ratio(a.num * b.num, a.den * b.den));
/** undefined for a division by 0. */
export const divide = (a: Ratio, b: Ratio): Ratio | undefined =>
  b.num === 0n ? undefined : tame(ratio(a.num * b.den, a.den * b.num));

export const compareRatio = (a: Ratio, b: Ratio): -1 | 0 | 1 => {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const isWhole = (r: Ratio): boolean => r.den === 1n;

/** The whole number as a JavaScript one; undefined where it is broken or beyond ±2^53. */
export const toIndex = (r: Ratio): number | undefined =>
  isWhole(r) && abs(r.num) <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(r.num) : undefined;

const roundQuotient = (num: bigint, den: bigint, mode: Rounding): bigint => {
  const quotient = num / den;
  const rest = abs(num % den);
  if (rest === 0n) return quotient;
  const away = quotient + (num < 0n ? -1n : 1n);
  const half = rest * 2n === den ? 0 : rest * 2n > den ? 1 : -1;
  switch (mode) {
    case "up":
      return away;
    case "down":
      return quotient;
    case "floor":
      return num < 0n ? away : quotient;
    case "ceiling":
      return num < 0n ? quotient : away;
    case "half up":
      return half >= 0 ? away : quotient;
    case "half down":
      return half > 0 ? away : quotient;
    case "half even":
      return half > 0 || (half === 0 && quotient % 2n !== 0n) ? away : quotient;
  }
};

/** To `scale` places after the point (negative: before it). */
export const roundTo = (r: Ratio, scale: number, mode: Rounding): Ratio =>
  scale >= 0
    ? ratio(roundQuotient(r.num * power10(scale), r.den, mode), power10(scale))
    : ratio(roundQuotient(r.num, r.den * power10(-scale), mode) * power10(-scale));

/** To so many significant digits, half to even. */
export const significant = (r: Ratio, digits: number): Ratio => roundTo(r, digits - 1 - magnitude(r), "half even");
