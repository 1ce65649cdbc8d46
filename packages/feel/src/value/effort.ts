/** How many steps of the budget an operation is worth by the size of what it reads, so that a step takes about as long everywhere. */

import { SERIES_STEPS } from "./irrational.ts";
import { sizeOf } from "./measure.ts";
import { isWhole, type Ratio } from "./ratio.ts";
import { is, type Value } from "./value.ts";

const CHARACTERS_PER_STEP = 16;
const PARTS_PER_STEP = 8;
const SMALL = 1n << 128n;

/** In words of 64 bits. */
const words = (n: bigint): number => n.toString(16).length / 16;
const isSmall = (n: bigint): boolean => n < SMALL && n > -SMALL;

/** A fraction is brought to lowest terms, in the square of its length; whole numbers are cheaper. */
export const numberSteps = ({ num, den }: Ratio): number => {
  if (isSmall(num) && isSmall(den)) return 0;
  const size = words(num) + words(den);
  return Math.ceil((size * size) / (den === 1n ? 100 : 6));
};

/** Bits of the longest number that is kept exact. */
const LONGEST_SIZE = 24_000;

/** A power is squared up to its length, again and again where it is a fraction; a broken exponent takes series. */
export const powerSteps = (base: Ratio, exponent: Ratio): number => {
  if (!isWhole(exponent)) return SERIES_STEPS;
  const times = exponent.num < 0n ? -exponent.num : exponent.num;
  const doublings = times.toString(2).length;
  const length = Math.max(base.num.toString(2).length, base.den.toString(2).length);
  const grown = Math.min(LONGEST_SIZE, length * (doublings > 20 ? LONGEST_SIZE : Number(times))) / 64;
  return Math.floor(base.den === 1n ? (grown * grown) / 50 : (grown * grown * doublings) / 6);
};

/** What it takes to go through a value, copying or counting its parts. */
export const passingSteps = (value: Value | undefined): number => {
  if (typeof value === "string") return Math.floor(value.length / CHARACTERS_PER_STEP);
  if (is(value, "number")) return numberSteps(value);
  return is(value, "list") || is(value, "context") ? Math.floor(sizeOf(value) / PARTS_PER_STEP) : 0;
};

/** What it takes to compute with, or compare, every part of a value. */
export const readingSteps = (value: Value | undefined): number =>
  is(value, "list") || is(value, "context") ? sizeOf(value) : passingSteps(value);
