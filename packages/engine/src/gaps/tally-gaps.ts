/** Gaps of a measure that counts: each count alone, then counts together, at the whole numbers where a comparison turns. */
import { type Expr, walk } from "@zhengdui/feel";
import type { Form } from "@zhengdui/policy";
import type { Prepared } from "../dossier.ts";
import { between } from "../figure.ts";
import { type Closure, closure, type Figures } from "../kernel/closures.ts";
import { constant } from "../steps.ts";
import type { MeasureWhy } from "../why.ts";
import type { Gap } from "./gap.ts";

type Counts = readonly number[];
type Tallied = Extract<Form, { kind: "tally" }>;

export function tallyGaps(form: Tallied, figures: Figures) {
  const compares = comparesOf(form).map(([left, right]) => [closure(left, figures), closure(right, figures)] as const);
  const when = form.when.map((c) => closure(c.test, figures));
  const amount = closure(form.amount, figures);
  const most = highest(form.amount, figures);
  return (dossier: Prepared, why: MeasureWhy): Gap[] => {
    const now = why.body.filter((w) => w.of.kind === "count").map((w) => Number(w.value));
    if (now.length === 0 || why.value >= most) return [];
    const env = (counts: Counts) => ({
      dossier,
      row: null,
      lets: Object.fromEntries(form.tallies.map((t, i) => [t.name, counts[i]])),
    });
    const pays = (counts: Counts): number =>
      lawful(form, counts) && when.every((test) => test(env(counts)) === true) ? (amount(env(counts)) as number) : 0;
    const turns = (counts: Counts, i: number): number[] => turningPoints(compares, counts, i, (c) => env(c));
    const found = search(now, turns, (counts) => pays(counts) > why.value);
    return found.map((counts) => ({
      changes: counts.flatMap((to, i) =>
        to === now[i] ? [] : [{ fact: form.tallies[i]?.fact ?? "", from: now[i] as number, to }],
      ),
      gain: pays(counts) - why.value,
      distance: distance(now, counts),
    }));
  };
}

/** The most that the amount can be, where its figures say so. */
function highest(amount: Expr, figures: Figures): number {
  const values = (amount.op === "table" ? amount.rows.map((row) => row.value) : [amount]).map((value) =>
    constant(value, figures),
  );
  return values.reduce<number>((best, value) => Math.max(best, value ?? Number.POSITIVE_INFINITY), 0);
}

/** A count within another can't exceed it. */
const lawful = (form: Tallied, counts: Counts): boolean =>
  form.tallies.every(
    (t, i) => t.within === null || (counts[i] ?? 0) <= (counts[form.tallies.findIndex((o) => o.name === t.within)] ?? 0),
  );

const distance = (now: Counts, then: Counts): number =>
  then.reduce((sum, to, i) => sum + (to >= (now[i] ?? 0) ? to - (now[i] ?? 0) : (now[i] ?? 0) - to + 0.5), 0);

function comparesOf(form: Tallied): [Expr, Expr][] {
  const found: [Expr, Expr][] = [];
  for (const expr of [...form.when.map((c) => c.test), form.amount])
    walk(expr, (e) => {
      if (e.op === "compare" && e.left.type.kind === "number") found.push([e.left, e.right]);
    });
  return found;
}

/** Whole numbers at which a comparison, linear in count i, turns while the others stay. */
function turningPoints(
  compares: readonly (readonly [Closure, Closure])[],
  counts: Counts,
  i: number,
  env: (c: Counts) => Parameters<Closure>[0],
): number[] {
  const points = new Set<number>();
  for (const [left, right] of compares) {
    const difference = (value: number): number => {
      const at = env(counts.with(i, value));
      return (left(at) as number) - (right(at) as number);
    };
    const [zero, slope] = [difference(0), difference(1) - difference(0)];
    if (slope === 0) continue;
    const root = -zero / slope;
    for (const p of [Math.floor(root) - 1, Math.floor(root), Math.ceil(root), Math.ceil(root) + 1]) if (p >= 0) points.add(p);
  }
  return [...points];
}

/** Changes of one count, then of two: nearest above and nearest below, none that another, smaller one makes needless. */
function search(now: Counts, turns: (counts: Counts, i: number) => number[], reaches: (counts: Counts) => boolean): Counts[] {
  const found: Counts[] = [];
  const keep = (counts: Counts): void => {
    if (reaches(counts) && !found.some((f) => covers(now, f, counts))) found.push(counts);
  };
  for (const i of now.keys()) for (const to of nearest(turns(now, i), now[i] ?? 0)) keep(now.with(i, to));
  const alone = new Set(found.map((counts) => counts.findIndex((to, i) => to !== now[i])));
  const rest = [...now.keys()].filter((i) => !alone.has(i));
  for (const i of rest)
    for (const j of rest) {
      if (i === j) continue;
      for (const first of turns(now, i)) {
        const half = now.with(i, first);
        for (const second of nearest(turns(half, j), now[j] ?? 0)) keep(half.with(j, second));
      }
    }
  return found.filter((a) => !found.some((b) => b !== a && covers(now, b, a)));
}

const nearest = (points: readonly number[], from: number): number[] =>
  [...points].sort((a, b) => Math.abs(a - from) - Math.abs(b - from));

/** Does `less` reach as well with no more than `more` changes, in the same directions? */
const covers = (now: Counts, less: Counts, more: Counts): boolean => {
  const sameFacts = less.every((to, i) => to === now[i] || more[i] !== now[i]);
  const fewer = less.some((to, i) => to === now[i] && more[i] !== now[i]);
  const nearer = less.every((to, i) => between(now[i] ?? 0, to, more[i] ?? 0));
  return sameFacts && (fewer || nearer);
};
