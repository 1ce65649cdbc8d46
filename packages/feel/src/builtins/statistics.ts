/** Functions that make one value of a list: count, sum, min, median, all, any … (DMN 1.5, 10.3.4.4). */

import { plus } from "../value/arithmetic.ts";
import { equal, order } from "../value/compare.ts";
import { numberSteps, readingSteps } from "../value/effort.ts";
import { squareRoot } from "../value/irrational.ts";
import { anyOf } from "../value/membership.ts";
import { add, compareRatio, divide, multiply, ONE, type Ratio, subtract, whole, ZERO } from "../value/ratio.ts";
import { is, list, type Value } from "../value/value.ts";
import { type Builtin, builtin, numbers, spread, type Work } from "./builtin.ts";

/** `f(list: …)` or `f(a, b, …)`; null for null or, unless `empty` says otherwise, for no items. */
const ofItems = (name: string, make: (items: readonly Value[], work: Work) => Value, empty: Value = null): Builtin =>
  builtin(name, "list…", ([arg], _form, work) => {
    const items = spread(arg);
    work.spend(items?.length ?? 0);
    return items === null
      ? null
      : items.length === 0
        ? is(arg, "list") && arg.items.length === 0
          ? null
          : empty
        : make(items, work);
  });

const ofNumbers = (
  name: string,
  make: (items: readonly Ratio[], work: Work) => Value | undefined,
  empty: Value = null,
): Builtin =>
  ofItems(
    name,
    (items, work) => {
      const checked = numbers(items);
      return checked === null ? null : (make(checked, work) ?? null);
    },
    empty,
  );

type Step = (a: Ratio, b: Ratio) => Ratio | undefined;

/** The longer of the two decides what a step costs. */
const fold = (items: readonly Ratio[], start: Ratio, step: Step, work: Work): Ratio | undefined =>
  items.reduce<Ratio | undefined>((sum, item) => {
    if (sum === undefined) return undefined;
    work.spend(Math.max(numberSteps(sum), numberSteps(item)));
    return step(sum, item);
  }, start);

const mean = (items: readonly Ratio[], work: Work): Ratio | undefined => {
  const sum = fold(items, ZERO, add, work);
  return sum === undefined ? undefined : divide(sum, whole(items.length));
};

const median = (items: readonly Ratio[], work: Work): Ratio | undefined => {
  const sorted = [...items].sort(compareRatio);
  const middle = Math.floor(sorted.length / 2);
  return mean(sorted.length % 2 === 1 ? sorted.slice(middle, middle + 1) : sorted.slice(middle - 1, middle + 1), work);
};

/** Of the sample: divided by n − 1. */
const deviation = (items: readonly Ratio[], work: Work): Ratio | undefined => {
  const centre = mean(items, work);
  if (centre === undefined || items.length < 2) return undefined;
  const addSquare: Step = (total, item) => {
    const off = subtract(item, centre);
    const square = off === undefined ? undefined : multiply(off, off);
    if (square !== undefined) work.spend(numberSteps(square));
    return square === undefined ? undefined : add(total, square);
  };
  const sum = fold(items, ZERO, addSquare, work);
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
const sum = (items: readonly Value[], work: Work): Value => {
  const [first = null] = items;
  if (typeof first === "string" || (!is(first, "number") && order(first, first) === null)) return null;
  return items.slice(1).reduce((total, item) => {
    if (is(total, "number")) work.spend(numberSteps(total));
    return plus(total, item);
  }, first);
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
  ofNumbers("product", (items, work) => fold(items, ONE, multiply, work)),
  ofItems("all", every, true),
  ofItems("any", (items) => anyOf(truths(items)), false),
  builtin("not", "negand", ([value]) => (typeof value === "boolean" ? !value : null)),
  builtin("list contains", "list, element", ([items = null, element], _form, work) => {
    if (items === null) return null;
    work.spend(readingSteps(items));
    return (is(items, "list") ? items.items : [items]).some((item) => equal(item, element ?? null) === true);
  }),
];
