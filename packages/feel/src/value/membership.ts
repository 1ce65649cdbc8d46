/** `in`: whether a value passes a test, where a test is a range, a list of tests, or a value to be equal to. */
import { equal, order } from "./compare.ts";
import { is, type RangeValue, type Value } from "./value.ts";

export const anyOf = (results: readonly (boolean | null)[]): boolean | null =>
  results.includes(true) ? true : results.includes(null) ? null : false;

const above = (value: Value, low: Value | undefined, open: boolean): boolean | null => {
  if (low === undefined) return true;
  const compared = order(value, low);
  return compared === null ? null : open ? compared > 0 : compared >= 0;
};

/** null where the value can't be compared with a bound, or a bound isn't known. */
const inRange = (value: Value, range: RangeValue): boolean | null => {
  if (range.only !== undefined) {
    const same = equal(value, range.low ?? null);
    return same === null ? null : range.only === "=" ? same : !same;
  }
  const low = above(value, range.low, range.lowOpen);
  const high = range.high === undefined ? true : above(range.high, value, range.highOpen);
  return low === null || high === null ? null : low && high;
};

export const passes = (value: Value, test: Value): boolean | null => {
  if (is(test, "range")) return is(value, "range") ? equal(value, test) : inRange(value, test);
  if (!is(test, "list")) return equal(value, test);
  if (is(value, "list") && equal(value, test) === true) return true;
  // As `list contains`: what can't be compared isn't in the list.
  return test.items.some((item) => (is(item, "list") ? equal(value, item) : passes(value, item)) === true);
};
