/** Exact decimals outside of money (hours, scores, rates) as fractions of big integers: any number of digits, nothing rounded unless asked for. */

/** A non-negative fraction in lowest terms, d > 0. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

/** That many digits always make a safe integer. */
const SAFE_DIGITS = 15;
const SHAPE = /^(\d+)(?:\.(\d+))?$/;

/** A number ≥ 0 (judged by its shortest decimal form) or a decimal text like "7.5"; null for anything else, signs and exponents in a text included. */
export function parseDecimal(value: unknown): Ratio | null {
  if (typeof value === "number") return value >= 0 && Number.isFinite(value) ? ratioOfText(withoutExponent(value)) : null;
  return typeof value === "string" ? ratioOfText(value) : null;
}

/** A rate: a decimal text like "0.15", nothing else; null otherwise. Its ceiling is the policy's. */
export const parseRate = (value: unknown): Ratio | null => (typeof value === "string" ? ratioOfText(value) : null);

function ratioOfText(text: string): Ratio | null {
  const [, whole, fraction = ""] = SHAPE.exec(text) ?? [];
  if (whole === undefined) return null;
  const kept = fraction.replace(/0+$/, "");
  const digits = whole + kept;
  return digits.length <= SAFE_DIGITS ? smallTerms(Number(digits), kept.length) : lowestTerms(BigInt(digits), kept.length);
}

/** 1e-7 → "0.0000001", 1.5e21 → "1500000000000000000000"; −0 → "0". */
function withoutExponent(value: number): string {
  const text = String(value);
  const [, whole = "", fraction = "", exponent] = /^(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  return point <= 0 ? `0.${"0".repeat(-point)}${digits}` : digits.padEnd(point, "0");
}

/** n ÷ 10^scale for safe integers. */
function smallTerms(n: number, scale: number): Ratio {
  const d = 10 ** scale;
  let [shared, rest] = [d, n];
  while (rest > 0) [shared, rest] = [rest, shared % rest];
  return { n: BigInt(n / shared), d: BigInt(d / shared) };
}

/** The same for any number of digits. Only 2 and 5 can be shared, so that no general divisor is sought among thousands of digits. */
function lowestTerms(n: bigint, scale: number): Ratio {
  if (n === 0n) return { n: 0n, d: 1n };
  const twos = Math.min(multiplicity(n, 2n), scale);
  const fives = Math.min(multiplicity(n, 5n), scale);
  const shared = 2n ** BigInt(twos) * 5n ** BigInt(fives);
  return { n: n / shared, d: 2n ** BigInt(scale - twos) * 5n ** BigInt(scale - fives) };
}

/** How many times `factor` divides n > 0; by squares, so in few steps. */
function multiplicity(n: bigint, factor: bigint): number {
  if (n % factor !== 0n) return 0;
  const pairs = multiplicity(n, factor * factor);
  const rest = n / factor ** BigInt(2 * pairs);
  return 2 * pairs + (rest % factor === 0n ? 1 : 0);
}

/** −1, 0 or 1. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}
