/** Rounding and the other functions of numbers (DMN 1.5, 10.3.4.5). */
import { exponential, naturalLog, SERIES_STEPS, squareRoot } from "../value/irrational.ts";
import { divide, isWhole, multiply, negate, type Ratio, type Rounding, roundTo, subtract } from "../value/ratio.ts";
import { is, isDuration, type Value } from "../value/value.ts";
import { type Builtin, builtin, indexOf } from "./builtin.ts";

/** The scales that decimal128 allows. */
const MIN_SCALE = -6111;
const MAX_SCALE = 6176;

const rounding = (name: string, mode: Rounding, form = "n, scale"): Builtin =>
  builtin(name, form, ([n, scale]) => {
    const places = scale === undefined ? 0 : indexOf(scale);
    if (!is(n, "number") || places === undefined || places < MIN_SCALE || places > MAX_SCALE) return null;
    return roundTo(n, places, mode);
  });

const ofNumber = (name: string, param: string, make: (n: Ratio) => Value | undefined, steps = 0): Builtin =>
  builtin(name, param, ([n], _form, work) => {
    work.spend(steps);
    return is(n, "number") ? (make(n) ?? null) : null;
  });

/** dividend − divisor × floor(dividend ÷ divisor): the sign is the divisor's. */
const modulo = (dividend: Ratio, divisor: Ratio): Ratio | undefined => {
  const quotient = divide(dividend, divisor);
  const whole = quotient === undefined ? undefined : multiply(roundTo(quotient, 0, "floor"), divisor);
  return whole === undefined ? undefined : subtract(dividend, whole);
};

const absolute = (n: Value | undefined): Value => {
  if (is(n, "number")) return n.num < 0n ? negate(n) : n;
  if (n === undefined || n === null || !isDuration(n)) return null;
  if (n.type === "years and months duration") return { ...n, months: n.months < 0n ? -n.months : n.months };
  return { ...n, nanos: n.nanos < 0n ? -n.nanos : n.nanos };
};

export const NUMERIC: readonly Builtin[] = [
  rounding("decimal", "half even"),
  rounding("floor", "floor", "n, scale?"),
  rounding("ceiling", "ceiling", "n, scale?"),
  rounding("round up", "up"),
  rounding("round down", "down"),
  rounding("round half up", "half up"),
  rounding("round half down", "half down"),
  builtin("abs", "n", ([n]) => absolute(n)),
  builtin("modulo", "dividend, divisor", ([a, b]) => (is(a, "number") && is(b, "number") ? (modulo(a, b) ?? null) : null)),
  ofNumber("sqrt", "number", squareRoot, SERIES_STEPS),
  ofNumber("log", "number", naturalLog, SERIES_STEPS),
  ofNumber("exp", "number", exponential, SERIES_STEPS),
  ofNumber("odd", "number", (n) => (isWhole(n) ? n.num % 2n !== 0n : undefined)),
  ofNumber("even", "number", (n) => (isWhole(n) ? n.num % 2n === 0n : undefined)),
];
