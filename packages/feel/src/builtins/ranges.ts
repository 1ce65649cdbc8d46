/** How two ranges, or a point and a range, lie to each other (DMN 1.5, 10.3.4.7, table 78). */
import { order } from "../value/compare.ts";
import { is, type RangeValue, type Value } from "../value/value.ts";
import { type Builtin, builtin } from "./builtin.ts";

/** A side of a range, ordered along the line: `open` pushes a low bound up and a high one down by less than any value. */
interface Edge {
  readonly at: Value | undefined;
  readonly nudge: number;
  readonly infinite: number;
}

const low = (r: RangeValue): Edge => ({ at: r.low, nudge: r.lowOpen ? 1 : 0, infinite: r.low === undefined ? -1 : 0 });
const high = (r: RangeValue): Edge => ({ at: r.high, nudge: r.highOpen ? -1 : 0, infinite: r.high === undefined ? 1 : 0 });

const edgeOrder = (a: Edge, b: Edge): number | null => {
  if (a.infinite !== 0 || b.infinite !== 0) return a.infinite - b.infinite;
  const compared = order(a.at ?? null, b.at ?? null);
  return compared === null ? null : compared === 0 ? a.nudge - b.nudge : compared;
};

const asRange = (value: Value | undefined): RangeValue | null => {
  if (value === undefined || value === null) return null;
  if (is(value, "range")) {
    if (value.only === "!=") return null;
    return value.only === "=" ? { ...value, high: value.low, lowOpen: false, highOpen: false } : value;
  }
  return { type: "range", low: value, high: value, lowOpen: false, highOpen: false };
};

type Relation = (a: RangeValue, b: RangeValue) => boolean | null;

const both = (a: boolean | null, b: boolean | null): boolean | null => (a === null || b === null ? null : a && b);
const test = (a: Edge, b: Edge, holds: (n: number) => boolean): boolean | null => {
  const compared = edgeOrder(a, b);
  return compared === null ? null : holds(compared);
};
const below = (n: number): boolean => n < 0;
const atMost = (n: number): boolean => n <= 0;
const same = (n: number): boolean => n === 0;

const before: Relation = (a, b) => test(high(a), low(b), below);
const meets: Relation = (a, b) => both(test(high(a), low(b), same), !a.highOpen && !b.lowOpen);
const overlaps: Relation = (a, b) => both(test(low(a), high(b), atMost), test(low(b), high(a), atMost));
const overlapsBefore: Relation = (a, b) =>
  both(both(test(low(a), low(b), below), test(high(a), high(b), below)), test(low(b), high(a), atMost));
const starts: Relation = (a, b) => both(test(low(a), low(b), same), test(high(a), high(b), atMost));
const finishes: Relation = (a, b) => both(test(high(a), high(b), same), test(low(b), low(a), atMost));
const includes: Relation = (a, b) => both(test(low(a), low(b), atMost), test(high(b), high(a), atMost));
const coincides: Relation = (a, b) => both(test(low(a), low(b), same), test(high(a), high(b), same));
const turned =
  (relation: Relation): Relation =>
  (a, b) =>
    relation(b, a);

const relate = (name: string, params: string, relation: Relation): Builtin =>
  builtin(name, params, ([first, second]) => {
    const [a, b] = [asRange(first), asRange(second)];
    return a === null || b === null ? null : relation(a, b);
  });

/** A point that finishes a range must be its closed end, and so on: ranges with equal open ends do too. */
export const RANGES: readonly Builtin[] = [
  relate("before", "range1, range2 | point1, point2 | point, range | range, point", before),
  relate("after", "range1, range2 | point1, point2 | point, range | range, point", turned(before)),
  relate("meets", "range1, range2", meets),
  relate("met by", "range1, range2", turned(meets)),
  relate("overlaps", "range1, range2", overlaps),
  relate("overlaps before", "range1, range2", overlapsBefore),
  relate("overlaps after", "range1, range2", turned(overlapsBefore)),
  relate("finishes", "range1, range2 | point, range", finishes),
  relate("finished by", "range1, range2 | range, point", turned(finishes)),
  relate("includes", "range, point | range1, range2", includes),
  relate("during", "point, range | range1, range2", turned(includes)),
  relate("starts", "range1, range2 | point, range", starts),
  relate("started by", "range1, range2 | range, point", turned(starts)),
  relate("coincides", "range1, range2 | point1, point2", coincides),
];
