/** Goes through the stages with every partial choice that could still exceed the total: where none is left at the end, the proof is made. */
import { findPrices } from "./find-prices.ts";
import { createPriceBook, type PriceBook } from "./price-book.ts";
import type { Proof } from "./proof.ts";
import { type Partial, shelve } from "./shelve.ts";
import { type Staging, type Way, worthOf } from "./staging.ts";

const ROUNDS = 120;
/** Prices are looked for anew where so many partial choices share theirs, every so many stages. */
const CROWD = 32;
const PACE = 3;
const MOST_LINES = 12;

/** null: it would look at more than so many ways, or the total isn't the largest. */
export function walk({ rows, stages, projects }: Staging, order: readonly number[], total: number, effort: number): Proof | null {
  const ahead = order.map((stage) => stages[stage] ?? []);
  const book = createPriceBook(rows, ahead, total);
  const prices = (sums: Way, stage: number): number => book.add(findPrices(rows, sums, ahead.slice(stage), total, ROUNDS));
  /** The last stage at which a fund has several terms: from there on everybody has prices of his own. */
  const settled = order.findLastIndex((stage) => stage >= projects && (stages[stage] ?? []).length > 1);
  const nothing = rows.map(() => 0);
  const layers: (readonly number[])[] = [];
  let present: readonly Partial[] = [{ sums: nothing, lines: [prices(nothing, 0)], promise: 0 }];
  let left = effort;
  for (const [stage, ways] of ahead.entries()) {
    left -= present.length * ways.length;
    if (left < 0) return null;
    const full = book.full(stage + 1);
    const { kept, codes } = shelve(
      rows,
      present.flatMap((one) => ways.map((way) => stepped(book, one, way, full, stage + 1))),
      book.prices,
    );
    layers.push(codes);
    present = kept;
    if (present.length === 0) break;
    if (stage === settled) present = kept.map((one) => ({ ...one, lines: [...one.lines, prices(one.sums, stage + 1)] }));
    else if (stage > settled && stage % PACE === 0) renew(present, (sums) => prices(sums, stage + 1));
  }
  const isDone = present.every(({ sums }) => layers.length === ahead.length && worthOf(rows, sums) <= total);
  return isDone ? { order, prices: book.written(), layers } : null;
}

function stepped(book: PriceBook, { sums, lines }: Partial, way: Way, full: Way, stage: number): Partial | number {
  const filled = sums.map((sum, row) => Math.min(sum + (way[row] ?? 0), full[row] ?? 0));
  const judged = book.judge(filled, lines, stage);
  return judged.kind === "bounded" ? judged.place : { sums: filled, lines, promise: judged.promise };
}

/** Where many share their prices, some more are looked for, for the most promising of them. */
function renew(present: readonly Partial[], prices: (sums: Way) => number): void {
  const families = new Map<number[], Partial[]>();
  for (const one of present) {
    const family = families.get(one.lines);
    if (family === undefined) families.set(one.lines, [one]);
    else family.push(one);
  }
  for (const [lines, family] of families) {
    if (family.length < CROWD || lines.length >= MOST_LINES) continue;
    const [best] = family.sort((a, b) => b.promise - a.promise) as [Partial];
    lines.push(prices(best.sums));
  }
}
