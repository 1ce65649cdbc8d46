/** FEEL's equality and order: null where two values can't be compared, which isn't the same as false. */
import { compareRatio } from "./ratio.ts";
import { DAY, SECOND } from "./temporal-text.ts";
import {
  type ContextValue,
  type DateTimeValue,
  is,
  type ListValue,
  type RangeValue,
  type TimeValue,
  typeOf,
  type Value,
} from "./value.ts";
import { zoneSeconds } from "./zone.ts";

/** By code point; JavaScript's own order goes by UTF-16 unit. */
const compareStrings = (a: string, b: string): number => {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

const sign = (n: bigint | number): number => (n < 0 ? -1 : n > 0 ? 1 : 0);

/** Nanoseconds since 1970-01-01T00:00Z, or on the local clock where no zone is given. */
export const instant = ({ days, nanos, zone }: DateTimeValue): bigint =>
  BigInt(days) * DAY + nanos - (zone === undefined ? 0n : BigInt(zoneSeconds(zone, days, nanos)) * SECOND);

export const utcNanos = ({ nanos, zone }: TimeValue): bigint =>
  nanos - (zone === undefined ? 0n : BigInt(zoneSeconds(zone, 0, nanos)) * SECOND);

/** Moments compare in whole seconds (DMN 1.5, 10.3.2.3.5); one with and one without a zone don't compare. */
const compareMoments = (a: TimeValue | DateTimeValue, b: TimeValue | DateTimeValue): number | null => {
  if ((a.zone === undefined) !== (b.zone === undefined)) return null;
  const at = (moment: TimeValue | DateTimeValue): bigint => (moment.type === "time" ? utcNanos(moment) : instant(moment));
  const floor = (nanos: bigint): bigint => (nanos - (((nanos % SECOND) + SECOND) % SECOND)) / SECOND;
  return a.type === "time" ? sign(at(a) - at(b)) : sign(floor(at(a)) - floor(at(b)));
};

/** Below 0, 0, above 0; null where the two have no order. */
export const order = (a: Value, b: Value): number | null => {
  if (typeof a === "string" && typeof b === "string") return sign(compareStrings(a, b));
  if (is(a, "number") && is(b, "number")) return compareRatio(a, b);
  if (is(a, "date") && is(b, "date")) return sign(a.days - b.days);
  if (is(a, "time") && is(b, "time")) return compareMoments(a, b);
  if (is(a, "date and time") && is(b, "date and time")) return compareMoments(a, b);
  if (is(a, "years and months duration") && is(b, "years and months duration")) return sign(a.months - b.months);
  if (is(a, "days and time duration") && is(b, "days and time duration")) return sign(a.nanos - b.nanos);
  return null;
};

/** Three-valued: false wins over null, as in `and`. */
const allOf = (results: readonly (boolean | null)[]): boolean | null =>
  results.includes(false) ? false : results.includes(null) ? null : true;

const equalLists = (a: ListValue, b: ListValue): boolean | null =>
  a.items.length !== b.items.length ? false : allOf(a.items.map((item, index) => equal(item, b.items[index] ?? null)));

const equalContexts = (a: ContextValue, b: ContextValue): boolean | null => {
  if (a.entries.size !== b.entries.size) return false;
  return allOf([...a.entries].map(([key, value]) => (b.entries.has(key) ? equal(value, b.entries.get(key) ?? null) : false)));
};

const equalBounds = (a: Value | undefined, b: Value | undefined): boolean | null =>
  a === undefined || b === undefined ? a === b : equal(a, b);

const equalRanges = (a: RangeValue, b: RangeValue): boolean | null =>
  a.only !== b.only || a.lowOpen !== b.lowOpen || a.highOpen !== b.highOpen
    ? false
    : allOf([equalBounds(a.low, b.low), equalBounds(a.high, b.high)]);

/** null where the types differ; null itself equals null only. */
export const equal = (a: Value, b: Value): boolean | null => {
  if (a === null || b === null) return a === b;
  if (typeOf(a) !== typeOf(b)) return null;
  if (is(a, "list") && is(b, "list")) return equalLists(a, b);
  if (is(a, "context") && is(b, "context")) return equalContexts(a, b);
  if (is(a, "range") && is(b, "range")) return equalRanges(a, b);
  if (typeof a === "boolean") return a === b;
  if (is(a, "function")) return a === b ? true : null;
  const compared = order(a, b);
  return compared === null ? null : compared === 0;
};
