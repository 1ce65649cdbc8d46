/** The arithmetic operators on every kind of value (DMN 1.5, tables 55 to 57): null where a pair of types has no such operation. */
import { plusMonths } from "./calendar-days.ts";
import { instant, utcNanos } from "./compare.ts";
import { power } from "./irrational.ts";
import { add, divide, multiply, negate, type Ratio, ratio, roundTo, subtract } from "./ratio.ts";
import { DAY, MAX_DURATION } from "./temporal-text.ts";
import {
  type DateTimeValue,
  type DateValue,
  type Duration,
  is,
  isDuration,
  type Temporal,
  type TimeValue,
  type Value,
} from "./value.ts";

const modDay = (nanos: bigint): bigint => ((nanos % DAY) + DAY) % DAY;
const floorDays = (nanos: bigint): number => Number((nanos - modDay(nanos)) / DAY);
const MAX_DAYS = 366 * 999_999_999;

/** null where no calendar reaches so far. */
const withSize = (duration: Duration, size: bigint): Duration | null => {
  if (size > MAX_DURATION || size < -MAX_DURATION) return null;
  return resized(duration, size);
};

const resized = (duration: Duration, size: bigint): Duration =>
  duration.type === "years and months duration" ? { ...duration, months: size } : { ...duration, nanos: size };

const sizeOf = (duration: Duration): bigint => (duration.type === "years and months duration" ? duration.months : duration.nanos);

/** Exact in the smallest unit, the rest cut off towards zero. */
const scaled = (duration: Duration, by: Ratio | undefined): Value => {
  const exact = by === undefined ? undefined : multiply(ratio(sizeOf(duration)), by);
  return exact === undefined ? null : withSize(duration, roundTo(exact, 0, "down").num);
};

const isTemporal = (value: Value): value is Temporal => is(value, "date") || is(value, "time") || is(value, "date and time");

const shiftMonths = (value: DateValue | DateTimeValue, months: bigint): Value => {
  const days = plusMonths(value.days, months);
  return days === undefined ? null : { ...value, days };
};

const shiftNanos = (value: Temporal, nanos: bigint): Value => {
  if (value.type === "time") return { ...value, nanos: modDay(value.nanos + nanos) };
  const moment = value.type === "date" ? nanos : value.nanos + nanos;
  const days = value.days + floorDays(moment);
  if (Math.abs(days) > MAX_DAYS) return null;
  return value.type === "date" ? { ...value, days } : { ...value, days, nanos: modDay(moment) };
};

const shift = (value: Temporal, duration: Duration, direction: 1n | -1n): Value => {
  if (duration.type === "days and time duration") return shiftNanos(value, direction * duration.nanos);
  return value.type === "time" ? null : shiftMonths(value, direction * duration.months);
};

const midnight = ({ days }: DateValue): DateTimeValue => ({
  type: "date and time",
  days,
  nanos: 0n,
  zone: { kind: "offset", seconds: 0 },
});

/** A date counts as its midnight in UTC; a moment with and one without a zone have no distance. */
const distance = (a: Temporal, b: Temporal): Value => {
  if ((a.type === "time") !== (b.type === "time")) return null;
  const at = (moment: DateTimeValue | TimeValue): bigint => (moment.type === "time" ? utcNanos(moment) : instant(moment));
  const [left, right] = [a.type === "date" ? midnight(a) : a, b.type === "date" ? midnight(b) : b];
  if ((left.zone === undefined) !== (right.zone === undefined)) return null;
  return { type: "days and time duration", nanos: at(left) - at(right) };
};

export const plus = (a: Value, b: Value): Value => {
  if (typeof a === "string" && typeof b === "string") return a + b;
  if (is(a, "number") && is(b, "number")) return add(a, b) ?? null;
  if (isDuration(a) && isDuration(b)) return a.type === b.type ? withSize(a, sizeOf(a) + sizeOf(b)) : null;
  if (isTemporal(a) && isDuration(b)) return shift(a, b, 1n);
  return isDuration(a) && isTemporal(b) ? shift(b, a, 1n) : null;
};

export const minus = (a: Value, b: Value): Value => {
  if (is(a, "number") && is(b, "number")) return subtract(a, b) ?? null;
  if (isDuration(a) && isDuration(b)) return a.type === b.type ? withSize(a, sizeOf(a) - sizeOf(b)) : null;
  if (isTemporal(a) && isDuration(b)) return shift(a, b, -1n);
  return isTemporal(a) && isTemporal(b) ? distance(a, b) : null;
};

export const times = (a: Value, b: Value): Value => {
  if (is(a, "number") && is(b, "number")) return multiply(a, b) ?? null;
  if (isDuration(a) && is(b, "number")) return scaled(a, b);
  return is(a, "number") && isDuration(b) ? scaled(b, a) : null;
};

export const over = (a: Value, b: Value): Value => {
  if (is(a, "number") && is(b, "number")) return divide(a, b) ?? null;
  if (isDuration(a) && is(b, "number")) return scaled(a, divide(ratio(1n), b));
  if (!isDuration(a) || !isDuration(b) || a.type !== b.type) return null;
  return divide(ratio(sizeOf(a)), ratio(sizeOf(b))) ?? null;
};

export const toThePower = (a: Value, b: Value): Value => (is(a, "number") && is(b, "number") ? (power(a, b) ?? null) : null);

export const negated = (a: Value): Value => (is(a, "number") ? negate(a) : isDuration(a) ? withSize(a, -sizeOf(a)) : null);
