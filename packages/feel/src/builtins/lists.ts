/** Functions that make a list of lists: append, flatten, sort, sublist … (DMN 1.5, 10.3.4.4). A single value is a list of one. */

import { equal } from "../value/compare.ts";
import { readingSteps } from "../value/effort.ts";
import { whole } from "../value/ratio.ts";
import { is, itemsOf, list, type Value } from "../value/value.ts";
import { type Builtin, builtin, indexOf, type Work } from "./builtin.ts";

const ofList = (
  name: string,
  form: string,
  make: (items: readonly Value[], rest: readonly (Value | undefined)[], work: Work) => Value,
): Builtin =>
  builtin(name, form, ([items, ...rest], _form, work) =>
    items === undefined || items === null ? null : make(itemsOf(items), rest, work),
  );

/** The index from 0 of FEEL's position, which counts from 1 or, below 0, from the end; undefined outside of the list. */
const place = (position: Value | undefined, length: number): number | undefined => {
  const at = indexOf(position);
  if (at === undefined || at === 0 || Math.abs(at) > length) return undefined;
  return at > 0 ? at - 1 : length + at;
};

const same = (a: Value, b: Value): boolean => equal(a, b) === true;

/** Every item is compared with those found before it. */
const distinct = (items: readonly Value[], work: Work): Value[] => {
  const found: Value[] = [];
  for (const item of items) {
    work.spend(found.length * (1 + readingSteps(item)));
    if (!found.some((one) => same(one, item))) found.push(item);
  }
  return found;
};

const flatten = (items: readonly Value[]): Value[] => items.flatMap((item) => (is(item, "list") ? flatten(item.items) : [item]));

const sublist = (items: readonly Value[], [start, length]: readonly (Value | undefined)[]): Value => {
  const from = place(start, items.length);
  const count = length === undefined ? items.length : indexOf(length);
  if (from === undefined || count === undefined || count < 1) return null;
  return length !== undefined && from + count > items.length ? null : list(items.slice(from, from + count));
};

const insertBefore = (items: readonly Value[], [position, item]: readonly (Value | undefined)[]): Value => {
  const at = place(position, items.length);
  return at === undefined ? null : list([...items.slice(0, at), item ?? null, ...items.slice(at)]);
};

const remove = (items: readonly Value[], [position]: readonly (Value | undefined)[]): Value => {
  const at = place(position, items.length);
  return at === undefined ? null : list(items.filter((_, index) => index !== at));
};

const replaceItem = (items: readonly Value[], [where, item = null]: readonly (Value | undefined)[]): Value => {
  if (!is(where, "function")) {
    const at = place(where, items.length);
    return at === undefined ? null : list(items.map((old, index) => (index === at ? item : old)));
  }
  const chosen = items.map((old) => where.call([old, item]));
  return chosen.some((one) => typeof one !== "boolean")
    ? null
    : list(items.map((old, index) => (chosen[index] === true ? item : old)));
};

/** A stable merge sort: `precedes(a, b)` is the user's and may answer anything. */
const sortBy = (items: readonly Value[], precedes: (a: Value, b: Value) => boolean): Value[] => {
  if (items.length < 2) return [...items];
  const middle = items.length >> 1;
  const [left, right] = [sortBy(items.slice(0, middle), precedes), sortBy(items.slice(middle), precedes)];
  const merged: Value[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    const [a = null, b = null] = [left[l], right[r]];
    if (precedes(b, a) && !precedes(a, b)) [merged[merged.length], r] = [b, r + 1];
    else [merged[merged.length], l] = [a, l + 1];
  }
  return [...merged, ...left.slice(l), ...right.slice(r)];
};

const sort = (items: readonly Value[], [precedes]: readonly (Value | undefined)[]): Value =>
  is(precedes, "function") ? list(sortBy(items, (a, b) => precedes.call([a, b]) === true)) : null;

const allItems = (arg: Value | undefined): Value[] => (is(arg, "list") ? arg.items.flatMap(itemsOf) : []);

export const LISTS: readonly Builtin[] = [
  ofList("sublist", "list, start position, length?", sublist),
  ofList("append", "list, item…", (items, [more]) => list([...items, ...(is(more, "list") ? more.items : [])])),
  builtin("concatenate", "list…", ([arg]) => (is(arg, "list") && arg.items.includes(null) ? null : list(allItems(arg)))),
  builtin("union", "list…", ([arg], _form, work) =>
    is(arg, "list") && arg.items.includes(null) ? null : list(distinct(allItems(arg), work)),
  ),
  ofList("insert before", "list, position, newItem", insertBefore),
  ofList("remove", "list, position", remove),
  ofList("list replace", "list, position, newItem | list, match, newItem", replaceItem),
  ofList("reverse", "list", (items) => list([...items].reverse())),
  ofList("index of", "list, match", (items, [match = null], work) => {
    work.spend(items.length * (1 + readingSteps(match)));
    return list(items.flatMap((item, index) => (same(item, match) ? [whole(index + 1)] : [])));
  }),
  ofList("distinct values", "list", (items, _rest, work) => list(distinct(items, work))),
  ofList("flatten", "list", (items) => list(flatten(items))),
  ofList("sort", "list, precedes?", sort),
];
