/**
 * Evaluates an expression while some facts are still open: to its value where they can't change it, else to what it can still be and
 * the open facts that decide. Agrees with the reference evaluator on every completion (tests/interview.test.ts).
 */
import type { Comparison, Expr, FactRef, TableRow } from "@zhengdui/feel";
import type { Ratio, Value } from "../dossier.ts";
import { comparison, type Figures, scaleOf } from "../kernel/closures.ts";
import * as rt from "../kernel/runtime.ts";
import {
  both,
  compareEnds,
  type End,
  either,
  endsOf,
  FALSE,
  firstOf,
  hull,
  isNullable,
  isRatio,
  isTrue,
  NOTHING,
  needsOf,
  negated,
  open,
  type Point,
  type Span,
  sure,
  union,
} from "./span.ts";

/** Where the expression stands: what is known of facts, the lets computed before, the dossier's year and readings. */
export interface Outlook {
  readonly fact: (ref: FactRef) => Span;
  readonly lets: Readonly<Record<string, Span>>;
  readonly env: Readonly<Record<string, number>>;
  readonly readings: Readonly<Record<string, string>>;
}

export const pointOf = (value: Value | undefined): Point =>
  value === undefined ? null : typeof value === "number" ? BigInt(value) : value;

export function foresee(expr: Expr, at: Outlook, figures: Figures): Span {
  const get = (e: Expr): Span => foresee(e, at, figures);
  switch (expr.op) {
    case "number":
      return sure(BigInt(expr.value));
    case "text":
    case "boolean":
      return sure(expr.value);
    case "null":
      return NOTHING;
    case "texts":
      return sure(expr.items);
    case "param":
      return sure(pointOf(figures.get(expr.name)));
    case "fact":
      return at.fact(expr);
    case "let":
      return at.lets[expr.name] ?? NOTHING;
    case "env":
      return sure(BigInt(at.env[expr.name] ?? 0));
    case "reading":
      return sure(at.readings[expr.key] ?? null);
    case "and":
      return both(expr.items.map(get));
    case "or":
      return either(expr.items.map(get));
    case "not":
      return negated(get(expr.of));
    case "isNull":
      return isAbsent(get(expr.of));
    case "if":
      return branch(
        get(expr.when),
        () => get(expr.then),
        () => get(expr.else),
      );
    case "oneOf":
      return oneOf(get(expr.of), get(expr.list));
    case "table":
      return decide(expr.rows, get);
    case "call":
      return call(expr.name, expr.args.map(get));
    default:
      return arithmetic(expr, get);
  }
}

function isAbsent(of: Span): Span {
  if (of.sure) return sure(of.value === null);
  return of.nullable ? open(null, null, false, of.needs) : FALSE;
}

/** A condition that isn't true takes the other branch. What the branches need is asked once it is clear which of them counts. */
function branch(when: Span, then: () => Span, otherwise: () => Span): Span {
  if (when.sure) return when.value === true ? then() : otherwise();
  const ways = [then(), otherwise()];
  return hull(ways, firstOf(when.needs, union(...ways.map(needsOf))));
}

function oneOf(of: Span, list: Span): Span {
  if (of.sure && of.value === null) return NOTHING;
  if (of.sure && list.sure) return sure((list.value as readonly string[]).includes(of.value as string));
  if (list.sure && (list.value as readonly string[]).length === 0 && !isNullable(of)) return FALSE;
  return open(null, null, isNullable(of), union(needsOf(of), needsOf(list)));
}

/** Exactly one row's test holds, unless a test isn't known. */
function decide(rows: readonly TableRow[], get: (e: Expr) => Span): Span {
  const tests = rows.map((row) => get(row.test));
  const hit = tests.findIndex(isTrue);
  if (hit >= 0) return get((rows[hit] as TableRow).value);
  const left = rows.filter((_, i) => tests[i]?.sure === false);
  const unknown = tests.some(isNullable);
  if (left.length === 0) return NOTHING;
  const ways = left.map((row) => get(row.value));
  if (left.length === 1 && !unknown) return ways[0] as Span;
  const needs = union(...tests.map(needsOf));
  return hull(unknown ? [...ways, NOTHING] : ways, firstOf(needs, union(...ways.map(needsOf))));
}

function call(name: keyof typeof rt.builtins, args: readonly Span[]): Span {
  const run = (values: readonly Point[]): Point => {
    const builtin = rt.builtins[name] as (...values: unknown[]) => Value;
    return pointOf(builtin(...values.map((value) => (typeof value === "bigint" ? Number(value) : value))));
  };
  if (args.every((arg) => arg.sure)) return sure(run(args.map((arg) => (arg as { value: Point }).value)));
  if (name === "sizeOf") return sizeSpan(run, args);
  const low = name === "monthsWithin" ? 0n : null;
  return open(low, null, args.some(isNullable), union(...args.map(needsOf)));
}

/** An enterprise's size asks for some of its figures only, by industry: one that makes no difference to "is it known" isn't used. */
function sizeSpan(run: (values: readonly Point[]) => Point, args: readonly Span[]): Span {
  const nullable = args.some(isNullable);
  const [industry] = args;
  if (!industry?.sure) return open(null, null, nullable, needsOf(industry as Span));
  const known = args.map((arg) => (arg.sure ? arg.value : null));
  const used = args.map(
    (_, i) => run(args.map((_, j) => (i === j ? null : i === 0 ? null : j === 0 ? industry.value : 1n))) === null,
  );
  const asked = args.filter((arg, i) => i > 0 && used[i] === true && !arg.sure);
  if (asked.length === 0) return sure(run(known));
  if (args.some((arg, i) => i > 0 && used[i] === true && arg.sure && arg.value === null)) return NOTHING;
  return open(null, null, nullable, union(...asked.map(needsOf)));
}

type Arithmetic = Extract<
  Expr,
  { op: "add" | "sub" | "mul" | "cut" | "cutDivide" | "quotient" | "abs" | "min" | "max" | "compare" | "scaleUp" | "toRatio" }
>;

function operandsOf(expr: Arithmetic): readonly Expr[] {
  if ("left" in expr) return [expr.left, expr.right];
  if ("items" in expr) return expr.items;
  return expr.op === "cutDivide" ? [expr.num, expr.den] : [expr.of];
}

function arithmetic(expr: Arithmetic, get: (e: Expr) => Span): Span {
  const spans = operandsOf(expr).map(get);
  if (spans.some((span) => span.sure && span.value === null)) return NOTHING;
  if (expr.op === "compare") return compared(expr.test, spans[0] as Span, spans[1] as Span);
  const [low, high, mayBeNull] = endsAfter(expr, spans.map(endsOf));
  if (mayBeNull && spans.every((span) => span.sure)) return NOTHING;
  return open(low, high, mayBeNull || spans.some(isNullable), union(...spans.map(needsOf)));
}

function compared(test: Comparison, left: Span, right: Span): Span {
  if (left.sure && right.sure) {
    const [a, b] = [left.value, right.value];
    return sure(isRatio(a) && isRatio(b) ? comparison(test)(rt.compareRatio(a, b), 0) : comparison(test)(a, b));
  }
  const nullable = isNullable(left) || isNullable(right);
  const verdict = nullable ? null : verdictOf(test, endsOf(left), endsOf(right));
  return verdict === null ? open(null, null, nullable, union(needsOf(left), needsOf(right))) : sure(verdict);
}

type Ends = readonly [End, End];

/** What the ends alone say; null: nothing. */
function verdictOf(test: Comparison, [a, b]: Ends, [c, d]: Ends): boolean | null {
  const below = (x: End, y: End, orEqual: boolean): boolean =>
    x !== null && y !== null && (orEqual ? compareEnds(x, y) <= 0 : compareEnds(x, y) < 0);
  switch (test) {
    case "<":
      return below(b, c, false) ? true : below(d, a, true) ? false : null;
    case "<=":
      return below(b, c, true) ? true : below(d, a, false) ? false : null;
    case ">":
      return below(d, a, false) ? true : below(b, c, true) ? false : null;
    case ">=":
      return below(d, a, true) ? true : below(b, c, false) ? false : null;
    case "=":
      return below(b, c, false) || below(d, a, false) ? false : null;
    case "!=":
      return below(b, c, false) || below(d, a, false) ? true : null;
  }
}

const plus = (a: End, b: End): End =>
  a === null || b === null ? null : isRatio(a) && isRatio(b) ? rt.addRatio(a, b) : (a as bigint) + (b as bigint);
const minus = (a: End, b: End): End =>
  a === null || b === null ? null : isRatio(a) && isRatio(b) ? rt.subRatio(a, b) : (a as bigint) - (b as bigint);
const isZero = (a: End): boolean => a !== null && compareEnds(a, 0n) === 0;
const times = (a: End, b: End): End => {
  if (isZero(a)) return a;
  if (isZero(b)) return b;
  return a === null || b === null ? null : isRatio(a) && isRatio(b) ? rt.mulRatio(a, b) : (a as bigint) * (b as bigint);
};
const atLeastZero = (a: End): boolean => a !== null && compareEnds(a, 0n) >= 0;
const some = (list: readonly End[], pick: (a: bigint | Ratio, b: bigint | Ratio) => boolean): End => {
  const there = list.filter((end) => end !== null);
  return there.length === 0 ? null : there.reduce((best, end) => (pick(end, best) ? end : best));
};
const all = (list: readonly End[], pick: (a: bigint | Ratio, b: bigint | Ratio) => boolean): End =>
  list.includes(null) ? null : some(list, pick);
const less = (a: bigint | Ratio, b: bigint | Ratio): boolean => compareEnds(a, b) < 0;
const more = (a: bigint | Ratio, b: bigint | Ratio): boolean => compareEnds(a, b) > 0;

/** [low, high, can there be no value?] of what isn't null. Each operation rises or falls with each of its operands. */
function endsAfter(expr: Exclude<Arithmetic, { op: "compare" }>, ends: readonly Ends[]): readonly [End, End, boolean] {
  const [[a, b] = [null, null], [c, d] = [null, null]] = ends;
  const positive = atLeastZero(a) && (ends.length < 2 || atLeastZero(c));
  const through = (f: (end: bigint | Ratio) => End): readonly [End, End, boolean] => [
    a === null ? null : f(a),
    b === null ? null : f(b),
    false,
  ];
  switch (expr.op) {
    case "add":
      return [plus(a, c), plus(b, d), false];
    case "sub":
      return [minus(a, d), minus(b, c), false];
    case "mul":
      return positive ? [times(a, c), times(b, d), false] : product(ends as readonly [Ends, Ends]);
    case "min":
      return [
        all(
          ends.map(([low]) => low),
          less,
        ),
        some(
          ends.map(([, high]) => high),
          less,
        ),
        false,
      ];
    case "max":
      return [
        some(
          ends.map(([low]) => low),
          more,
        ),
        all(
          ends.map(([, high]) => high),
          more,
        ),
        false,
      ];
    case "scaleUp":
      return through((end) => (end as bigint) * 10n ** BigInt(expr.by));
    case "toRatio":
      return through((end) => rt.toRatio(end as bigint, scaleOf(expr.of)));
    case "cut":
      return through((end) =>
        isRatio(end) ? rt.cutRatioBig(end, scaleOf(expr)) : end / 10n ** BigInt(scaleOf(expr.of) - scaleOf(expr)),
      );
    case "abs":
      return positive ? [a, b, false] : magnitude(a, b);
    case "cutDivide":
    case "quotient":
      return quotient(expr, ends as readonly [Ends, Ends]);
  }
}

/** Of a factor that may be negative: known at both ends, or not at all. */
function product([[a, b], [c, d]]: readonly [Ends, Ends]): readonly [End, End, boolean] {
  if ([a, b, c, d].includes(null)) return [null, null, false];
  const corners = [times(a, c), times(a, d), times(b, c), times(b, d)];
  return [all(corners, less), all(corners, more), false];
}

function magnitude(a: End, b: End): readonly [End, End, boolean] {
  const turned = (end: End): End => (end === null ? null : isRatio(end) ? rt.subRatio({ n: 0n, d: 1n }, end) : -end);
  if (b !== null && compareEnds(b, 0n) <= 0) return [turned(b), turned(a), false];
  const zero = isRatio(a) || isRatio(b) ? { n: 0n, d: 1n } : 0n;
  return [zero, all([turned(a), b], more), false];
}

/** Nothing is divided by 0; a divisor that can't be negative makes a quotient of ends. */
function quotient(
  expr: Extract<Arithmetic, { op: "cutDivide" | "quotient" }>,
  [[a, b], [c, d]]: readonly [Ends, Ends],
): readonly [End, End, boolean] {
  const divide = (x: End, y: End): End => {
    if (x === null || y === null || isZero(y)) return null;
    if (isRatio(x) && isRatio(y)) return rt.divRatio(x, y);
    const { num, den } = expr as Extract<Arithmetic, { op: "cutDivide" }>;
    return ((x as bigint) * 10n ** BigInt(scaleOf(expr) - scaleOf(num) + scaleOf(den))) / (y as bigint);
  };
  if (isZero(c) && isZero(d)) return [null, null, true];
  const mayBeNull = !(c !== null && compareEnds(c, 0n) > 0) && !(d !== null && compareEnds(d, 0n) < 0);
  if (!atLeastZero(a) || !atLeastZero(c)) return [null, null, mayBeNull];
  const zero = isRatio(a) ? { n: 0n, d: 1n } : 0n;
  return [d === null ? zero : divide(a, d), divide(b, c), mayBeNull];
}
