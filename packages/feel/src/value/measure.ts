/** How large and how deep a value is, so that no expression can build one that can't be walked or written. */
import { is, type Value } from "./value.ts";

interface Measure {
  /** Items, entries and characters in all; a part that stands twice counts twice. */
  readonly size: number;
  readonly depth: number;
}

const MAX_SIZE = 2_000_000;
const MAX_DEPTH = 400;

/** Values are built from the inside, so the parts of a value are here before it. */
const known = new WeakMap<object, Measure>();

const measure = (value: Value): Measure => {
  if (typeof value === "string") return { size: value.length, depth: 0 };
  if (!is(value, "list") && !is(value, "context")) return { size: 1, depth: 0 };
  const before = known.get(value);
  if (before !== undefined) return before;
  let [size, depth] = [1, 0];
  for (const part of is(value, "list") ? value.items : value.entries.values()) {
    const inner = measure(part);
    size += inner.size;
    depth = Math.max(depth, inner.depth + 1);
  }
  const measured = { size, depth };
  known.set(value, measured);
  return measured;
};

export const sizeOf = (value: Value): number => measure(value).size;

export const isTooLong = (size: number): boolean => size > MAX_SIZE;

export const isTooLarge = (value: Value): boolean => {
  const { size, depth } = measure(value);
  return isTooLong(size) || depth > MAX_DEPTH;
};
