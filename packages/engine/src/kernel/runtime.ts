/** What both back ends call: Kleene's logic, exact fractions, the overflow guard, and the built-ins of standards and calendar. */
import { monthsBetween, monthsWithin, sectionOf, sizeOf, yearOf } from "@zhengdui/basics";
import type { Ratio } from "../dossier.ts";
import type { RuleNode, Why } from "../why.ts";

export const NO_WHYS: readonly never[] = Object.freeze([]);

/** Thrown by the guard alone and caught by the engine alone, which then computes the dossier again with big integers. */
export const OVERFLOW = new RangeError("a value left the exact range of double-precision integers");

/** A scaled integer that must still be exact. */
export function guard(value: number): number {
  if (value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER) return value;
  throw OVERFLOW;
}

export const and3 = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null || b === null ? null : true;
export const or3 = (a: boolean | null, b: boolean | null): boolean | null =>
  a === true || b === true ? true : a === null || b === null ? null : false;
export const not3 = (a: boolean | null): boolean | null => (a === null ? null : !a);

const ratio = (n: bigint, d: bigint): Ratio => ({ n, d });
export const toRatio = (value: number | bigint, scale: number): Ratio => ratio(BigInt(value), 10n ** BigInt(scale));
export const addRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const subRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
export const mulRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
/** null where b is 0. The denominator of a fraction is always positive. */
export const divRatio = (a: Ratio, b: Ratio): Ratio | null =>
  b.n === 0n ? null : b.n > 0n ? ratio(a.n * b.d, a.d * b.n) : ratio(-a.n * b.d, a.d * -b.n);
export const absRatio = (a: Ratio): Ratio => ratio(a.n < 0n ? -a.n : a.n, a.d);
export const compareRatio = (a: Ratio, b: Ratio): number => {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};
export const minRatio = (a: Ratio, b: Ratio): Ratio => (compareRatio(b, a) < 0 ? b : a);
export const maxRatio = (a: Ratio, b: Ratio): Ratio => (compareRatio(b, a) > 0 ? b : a);
/** Towards zero, at `scale` decimals. */
export const cutRatioBig = (a: Ratio, scale: number): bigint => (a.n * 10n ** BigInt(scale)) / a.d;
export const cutRatio = (a: Ratio, scale: number): number => guard(Number(cutRatioBig(a, scale)));

/** Towards zero: of ÷ 10^digits, for safe integers (the remainder of two safe integers is exact). */
export const cutDigits = (of: number, power: number): number => (of - (of % power)) / power;

/** num × factor ÷ den towards zero, exact also where the product leaves the safe range; null where den is 0. */
export function cutDivide(num: number, factor: number, den: number): number | null {
  if (den === 0) return null;
  const product = num * factor;
  if (product <= Number.MAX_SAFE_INTEGER && product >= -Number.MAX_SAFE_INTEGER) return (product - (product % den)) / den;
  return guard(Number((BigInt(num) * BigInt(factor)) / BigInt(den)));
}

/** The built-ins where every argument is known to be there: no test for null. */
export const plain: Readonly<Record<string, unknown>> = { yearOf, monthsBetween, monthsWithin };

export const builtins = {
  yearOf: (date: number | null) => (date === null ? null : yearOf(date)),
  monthsBetween: (from: number | null, to: number | null) => (from === null || to === null ? null : monthsBetween(from, to)),
  monthsWithin: (from: number | null, to: number | null, year: number) =>
    from === null || to === null ? null : monthsWithin(from, to, year),
  sizeOf: (industry: string | null, employees: number | null, revenue: number | null, assets: number | null) =>
    industry === null ? null : sizeOf(industry, employees, revenue, assets),
  /** No industry stated: no section. */
  sectionOf: (industry: string | null) => (industry === null ? "" : (sectionOf(industry) ?? "")),
} as const;

/** Sums of a pooled measure by group (one group where the measure adds everything up): of items that count, and of those that may. */
export class Sums {
  private readonly sure = new Map<unknown, number>();
  private readonly hoped = new Map<unknown, number>();

  known(group: unknown, value: number): void {
    this.sure.set(group, guard((this.sure.get(group) ?? 0) + value));
  }

  possible(group: unknown, value: number): void {
    this.hoped.set(group, guard((this.hoped.get(group) ?? 0) + value));
  }

  get knownTotal(): number {
    return largest(this.sure);
  }

  get possibleTotal(): number {
    return largest(this.hoped);
  }
}

function largest(sums: ReadonlyMap<unknown, number>): number {
  let best = 0;
  for (const sum of sums.values()) if (sum > best) best = sum;
  return best;
}

/** A count, and below it the count that could come true where some rows are unknown. */
export function countWhy(of: RuleNode, known: number, possible: number): Why {
  return { of, value: known, because: known === possible ? NO_WHYS : [{ of, value: possible, because: NO_WHYS }] };
}
