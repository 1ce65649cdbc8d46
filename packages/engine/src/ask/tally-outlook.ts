/** How many a tally can still count while facts of its rows are open. */
import type { Form, Tally } from "@zhengdui/policy";
import type { Figures } from "../kernel/closures.ts";
import type { Knowledge } from "./answers.ts";
import { foresee } from "./foresee.ts";
import { groupBy, type Pair, placeOf } from "./place.ts";
import { both, canBeTrue, isFalse, isHoped, isTrue, type Need, needsOf, open, type Span, union } from "./span.ts";

export interface TallySpan {
  readonly name: string;
  readonly count: Pair;
  /** Has somebody said which rows there are? */
  readonly closed: boolean;
  readonly needs: readonly Need[];
}

interface Line {
  readonly key: Span;
  /** Of the conditions that leave a row out, and with what makes it count. */
  readonly stays: Span;
  readonly counts: Span;
  readonly needs: readonly Need[];
}

/** Keys that surely count, and those that may; rows with an open key may each be one more. */
interface Keys {
  readonly sure: ReadonlySet<string>;
  readonly may: ReadonlySet<string>;
  readonly nameless: number;
}

type Pairs = { readonly [which in keyof Pair]: Keys };

export function tallySpans(form: Extract<Form, { kind: "tally" }>, at: Knowledge, figures: Figures): readonly TallySpan[] {
  const found = new Map<string, Pairs>();
  return form.tallies.map((tally) => {
    const lines = linesOf(tally, at, figures).filter((line) => !isFalse(line.stays));
    const within = tally.within === null ? null : (found.get(tally.within) ?? null);
    const keys: Pairs = { known: keysOf(lines, "known", within), hoped: keysOf(lines, "hoped", within) };
    found.set(tally.name, keys);
    const needs = union(...lines.map((line) => line.needs));
    const span = ({ sure, may, nameless }: Keys) => open(BigInt(sure.size), BigInt(may.size + nameless), false, needs);
    const count = { known: span(keys.known), hoped: span(keys.hoped) };
    return { name: tally.name, count, closed: !at.isOpenEnded(tally.list), needs };
  });
}

function linesOf(tally: Tally, at: Knowledge, figures: Figures): readonly Line[] {
  const rows = at.rows(tally.list) ?? [];
  const text = { kind: "text", nullable: false } as const;
  return rows.map((_, row): Line => {
    const place = placeOf(at, tally.list, row);
    const stays = both(tally.when.map((condition) => foresee(condition.test, place, figures)));
    const counts = both([stays, foresee(tally.counts, place, figures)]);
    const key = place.fact({ op: "fact", of: "item", key: tally.distinct, type: text });
    return { key, stays, counts, needs: union(needsOf(counts), isFalse(counts) ? [] : needsOf(key)) };
  });
}

function keysOf(lines: readonly Line[], which: keyof Pair, within: Pairs | null): Keys {
  const counts = which === "known" ? isTrue : isHoped;
  const outer = within?.[which] ?? null;
  const named = groupBy(
    lines.filter((line) => line.key.sure),
    ({ key }) => String(key.sure ? key.value : ""),
  );
  const sure = new Set<string>();
  const may = new Set<string>();
  for (const [key, rows] of named) {
    if (rows.every((row) => counts(row.counts)) && (outer === null || outer.sure.has(key))) sure.add(key);
    const barred = rows.some((row) => row.stays.sure && row.counts.sure && !counts(row.counts));
    const outside = outer !== null && outer.nameless === 0 && !outer.may.has(key);
    if (!barred && !outside && rows.some((row) => canBeTrue(row.counts) || counts(row.counts))) may.add(key);
  }
  const nameless = lines.filter((line) => !line.key.sure && !isFalse(line.counts));
  // A row whose key is open may turn out to repeat a key, and to spoil it.
  const spoilt = lines.some((line) => !line.key.sure && !counts(line.counts));
  return { sure: spoilt ? new Set() : sure, may, nameless: nameless.length };
}
