/** Functions that make one value of a list: count, sum, min, median, all, any … (DMN 1.5, 10.3.4.4). */

import { plus } from "../value/arithmetic.ts";
import { equal, order } from "../value/compare.ts";
import { squareRoot } from "../value/irrational.ts";
import { anyOf } from "../value/membership.ts";
import { add, compareRatio, divide, multiply, ONE, type Ratio, subtract, whole, ZERO } from "../value/ratio.ts";
import { is, list, type Value } from "../value/value.ts";
import { type Builtin, builtin, numbers, spread } from "./builtin.ts";

/** `f(list: …)` or `f(a, b, …)`; null for null or, unless `empty` says otherwise, for no items. */
const ofItems = (name: string, make: (items: readonly Value[]) => Value, empty: Value = null): Builtin =>
  builtin(name, "list…", ([arg]) => {
    const items = spread(arg);
    return items === null ? null : items.length === 0 ? (is(arg, "list") && arg.items.length === 0 ? null : empty) : make(items);
  });

const ofNumbers = (name: string, make: (items: readonly Ratio[]) => Value | undefined, empty: Value = null): Builtin =>
  ofItems(
    name,
    (items) => {
      const checked = numbers(items);
      return checked === null ? null : (make(checked) ?? null);
    },
    empty,
  );

const fold = (items: readonly Ratio[], start: Ratio, step: (a: Ratio, b: Ratio) => Ratio | undefined): Ratio | undefined =>
  items.reduce<Ratio | undefined>((sum, item) => (sum === undefined ? undefined : step(sum, item)), start);

const mean = (items: readonly Ratio[]): Ratio | undefined => {
  const sum = fold(items, ZERO, add);
  return sum === undefined ? undefined : divide(sum, whole(items.length));
};

const median = (items: readonly Ratio[]): Ratio | undefined => {
  const sorted = [...items].sort(compareRatio);
  const middle = Math.floor(sorted.length / 2);
  return mean(sorted.length % 2 === 1 ? sorted.slice(middle, middle + 1) : sorted.slice(middle - 1, middle + 1));
};

/** Of the sample: divided by n − 1. */
const deviation = (items: readonly Ratio[]): Ratio | undefined => {
  const centre = mean(items);
  if (centre === undefined || items.length < 2) return undefined;
  const squares = items.map((item) => {
    const off = subtract(item, centre);
    return off === undefined ? undefined : multiply(off, off);
  });
  const sum = squares.reduce(
    (total, square) => (total === undefined || square === undefined ? undefined : add(total, square)),
    ZERO,
  );
  const variance = sum === undefined ? undefined : divide(sum, whole(items.length - 1));
  return variance === undefined ? undefined : squareRoot(variance);
};

/** The most frequent numbers, ascending. */
const mode = (items: readonly Ratio[]): Value => {
  const counted = new Map<string, { item: Ratio; times: number }>();
  for (const item of items) {
    const key = `${item.num}/${item.den}`;
    counted.set(key, { item, times: (counted.get(key)?.times ?? 0) + 1 });
  }
  const most = Math.max(0, ...[...counted.values()].map(({ times }) => times));
  const found = [...counted.values()].filter(({ times }) => times === most).map(({ item }) => item);
  return list(found.sort(compareRatio));
};

const extreme = (items: readonly Value[], direction: 1 | -1): Value => {
  let best: Value = items[0] ?? null;
  for (const item of items) {
    const compared = order(item, best);
    if (compared === null) return null;
    if (compared * direction > 0) best = item;
  }
  return best;
};

/** Numbers, or durations of one kind. */
const sum = (items: readonly Value[]): Value => {
  const [first = null] = items;
  if (typeof first === "string" || (!is(first, "number") && order(first, first) === null)) return null;
  return items.slice(1).reduce((total, item) => plus(total, item), first);
};

const truths = (items: readonly Value[]): (boolean | null)[] => items.map((item) => (typeof item === "boolean" ? item : null));

const every = (items: readonly Value[]): Value => {
  const found = truths(items);
  return found.includes(false) ? false : found.includes(null) ? null : true;
};

export const STATISTICS: readonly Builtin[] = [
  builtin("count", "list", ([arg]) => (arg === null || arg === undefined ? null : whole(is(arg, "list") ? arg.items.length : 1))),
  ofItems("min", (items) => extreme(items, -1)),
  ofItems("max", (items) => extreme(items, 1)),
  ofItems("sum", sum),
  ofNumbers("mean", mean),
  ofNumbers("median", median),
  ofNumbers("stddev", deviation),
  ofNumbers("mode", mode, list([])),
  ofNumbers("product", (items) => fold(items, ONE, multiply)),
  ofItems("all", every, true),
  ofItems("any", (items) => anyOf(truths(items)), false),
  builtin("not", "negand", ([value]) => (typeof value === "boolean" ? !value : null)),
  builtin("list contains", "list, element", ([items, element]) =>
    items === undefined || items === null
      ? null
      : (is(items, "list") ? items.items : [items]).some((item) => equal(item, element ?? null) === true),
  ),
];
