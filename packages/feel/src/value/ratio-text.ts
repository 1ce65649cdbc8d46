/** Numbers from text and to text: plain decimals, exact up to 34 significant digits, half to even beyond. */
import { DIGITS, power10, type Ratio, ratio, significant } from "./ratio.ts";

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,5}))?$/;
/** decimal128's: of the first digit at most, and of the last at least, with room for the 34 digits of a number below one. */
const MAX_EXPONENT = 6144;
const MIN_EXPONENT = -6176 - DIGITS;

/** `12`, `.5`, `1.23e-4`; undefined for anything else or beyond decimal128's exponents. */
export const readRatio = (text: string): Ratio | undefined => {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign, before = "", after = "", exponentText = "0"] = match;
  if (before === "" && after === "") return undefined;
  const exponent = Number.parseInt(exponentText, 10) - after.length;
  const significantDigits = (before + after).replace(/^0+/, "").length;
  if (significantDigits + exponent > MAX_EXPONENT + 1 || exponent < MIN_EXPONENT) return undefined;
  const digits = BigInt(before + after) * (sign === "-" ? -1n : 1n);
  return exponent >= 0 ? ratio(digits * power10(exponent)) : ratio(digits, power10(-exponent));
};

/** The places after the point that write the fraction in full; undefined where none do (1/3). */
const placesOf = (den: bigint): number | undefined => {
  let [rest, twos, fives] = [den, 0, 0];
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  return rest === 1n ? Math.max(twos, fives) : undefined;
};

export const ratioText = (r: Ratio): string => {
  const places = placesOf(r.den);
  const digits = places === undefined ? "" : ((r.num < 0n ? -r.num : r.num) * power10(places)) / r.den;
  const all = digits.toString();
  if (places === undefined || all.replace(/0+$/, "").length > DIGITS) return ratioText(significant(r, DIGITS));
  const padded = all.padStart(places + 1, "0");
  const before = padded.slice(0, padded.length - places);
  const after = padded.slice(padded.length - places);
  return `${r.num < 0n ? "-" : ""}${before}${after === "" ? "" : `.${after}`}`;
};
