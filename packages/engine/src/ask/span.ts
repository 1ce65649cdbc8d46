/** What a value can still be while facts are open: one value, or everything between two ends, and which open facts it hangs on. */
import type { Ratio } from "../dossier.ts";

/** A value of the reference evaluator. */
export type Point = bigint | string | boolean | null | Ratio | readonly string[];
/** null: no limit on this side. Both ends of a span are of one kind, as the expression's type says. */
export type End = bigint | Ratio | null;

/** An open fact: of a record (row −1) or of a row of a list. */
export interface Need {
  readonly of: string;
  readonly row: number;
  readonly key: string;
  /** It was asked, and nobody knows. */
  readonly skipped: boolean;
}

export interface Sure {
  readonly sure: true;
  readonly value: Point;
}

export interface Open {
  readonly sure: false;
  /** Of numbers, dates and months; null else. */
  readonly low: End;
  readonly high: End;
  /** Can it be null (not known, or none)? */
  readonly nullable: boolean;
  /** Facts that would narrow it. */
  readonly needs: readonly Need[];
}

export type Span = Sure | Open;

export const sure = (value: Point): Sure => ({ sure: true, value });
export const FALSE: Sure = sure(false);
export const NOTHING: Sure = sure(null);
export const ZERO: Sure = sure(0n);

export const isRatio = (value: unknown): value is Ratio => typeof value === "object" && value !== null && "d" in value;

export function compareEnds(a: bigint | Ratio, b: bigint | Ratio): number {
  const [x, y] = [isRatio(a) ? a : { n: a, d: 1n }, isRatio(b) ? b : { n: b, d: 1n }];
  const [left, right] = [x.n * y.d, y.n * x.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** An open value; one whose ends meet is sure. */
export function open(low: End, high: End, nullable: boolean, needs: readonly Need[]): Span {
  if (!nullable && low !== null && high !== null && compareEnds(low, high) === 0) return sure(low);
  return { sure: false, low, high, nullable, needs };
}

export const needsOf = (span: Span): readonly Need[] => (span.sure ? [] : span.needs);
export const isNullable = (span: Span): boolean => (span.sure ? span.value === null : span.nullable);
/** Of what isn't null; a text or truth value has no ends. */
export function endsOf(span: Span): readonly [End, End] {
  if (!span.sure) return [span.low, span.high];
  return typeof span.value === "bigint" || isRatio(span.value) ? [span.value, span.value] : [null, null];
}

export const askable = (needs: readonly Need[]): readonly Need[] => needs.filter((need) => !need.skipped);
/** First what decides which way it goes; what the ways need only where nothing of the former can be asked. */
export const firstOf = (first: readonly Need[], then: readonly Need[]): readonly Need[] =>
  askable(first).length > 0 ? first : union(first, then);

const nameOf = ({ of, row, key }: Need): string => `${of} ${row} ${key}`;

export function union(...lists: readonly (readonly Need[])[]): readonly Need[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length < 2) return filled[0] ?? [];
  return [...new Map(filled.flat().map((need) => [nameOf(need), need])).values()];
}

const lowest = (a: End, b: End): End => (a === null || b === null ? null : compareEnds(a, b) <= 0 ? a : b);
const highest = (a: End, b: End): End => (a === null || b === null ? null : compareEnds(a, b) >= 0 ? a : b);

const same = (a: Point, b: Point): boolean =>
  (typeof a === "bigint" || isRatio(a)) && (typeof b === "bigint" || isRatio(b)) ? compareEnds(a, b) === 0 : a === b;

/** One of several, nobody knows which. Sure only where all are the same. */
export function hull(spans: readonly Span[], needs: readonly Need[]): Span {
  const [first, ...others] = spans;
  if (first === undefined) return NOTHING;
  if (first.sure && others.every((span) => span.sure && same(span.value, first.value))) return first;
  const present = spans.filter((span) => !(span.sure && span.value === null));
  const ends = present.map(endsOf);
  const [low, high] = ends.reduce(([l, h], [low, high]) => [lowest(l, low), highest(h, high)], ends[0] ?? [null, null]);
  return open(low, high, spans.some(isNullable), needs);
}

/** Kleene's "and": one that is surely false decides. */
export function both(spans: readonly Span[]): Span {
  if (spans.some((span) => span.sure && span.value === false)) return FALSE;
  const left = spans.filter((span) => !span.sure);
  if (left.length === 0) return sure(spans.some(isNullable) ? null : true);
  return open(null, null, spans.some(isNullable), union(...left.map(needsOf)));
}

export function negated(span: Span): Span {
  return span.sure ? (span.value === null ? span : sure(!span.value)) : span;
}

export const either = (spans: readonly Span[]): Span => negated(both(spans.map(negated)));

export const canBeTrue = (span: Span): boolean => !span.sure || span.value === true;
export const isTrue = (span: Span): boolean => span.sure && span.value === true;
export const isFalse = (span: Span): boolean => span.sure && span.value === false;
/** Neither true nor … : true or not known, for certain. */
export const isHoped = (span: Span): boolean => span.sure && span.value !== false;
