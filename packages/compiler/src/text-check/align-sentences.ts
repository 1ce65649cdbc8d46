/** Finds for every quoted sentence its place in the official text: exact first, then alike; what stays over was dropped or invented. */
import { type Comparison, compareSentences } from "./differences.ts";
import type { Squeezed } from "./squeeze.ts";

/** A range of characters. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A quoted sentence and where it stands in the original. `twice`: another quote, at this offset, has these words already. */
export interface Aligned {
  readonly quoted: Span;
  readonly match:
    | { readonly kind: "exact"; readonly original: Span }
    | { readonly kind: "alike"; readonly original: Span; readonly comparison: Comparison }
    | { readonly kind: "twice"; readonly other: number }
    | { readonly kind: "invented" };
}

export interface Alignment {
  /** In the order of the quotes. */
  readonly sentences: readonly Aligned[];
  /** Sentences of the original that no quote has. */
  readonly dropped: readonly Span[];
}

/** Below it two sentences aren't the same one miswritten. */
const ALIKE = 0.6;
/** Shorter words stand anywhere by chance: they match whole sentences only. */
const LONG_ENOUGH = 6;

export function alignSentences(quotes: Squeezed, original: Squeezed): Alignment {
  const spans = spansOf(quotes.borders);
  const taken: Span[] = [];
  const matches = new Map<Span, Aligned["match"]>();
  const wordsOf = (s: Span) => quotes.text.slice(s.from, s.to);
  for (const whole of [true, false]) {
    let last = 0;
    for (const span of spans.filter((s) => !matches.has(s) && (whole || s.to - s.from >= LONG_ENOUGH))) {
      const places = placesOf(wordsOf(span), original.text).filter((p) => isPart(p, original.borders, whole));
      const free = places.filter((p) => isFree(p, taken));
      const found = free.find((p) => p.from >= last) ?? free[0];
      if (found === undefined) continue;
      matches.set(span, { kind: "exact", original: found });
      taken.push(found);
      last = found.to;
    }
  }
  for (const span of spans.filter((s) => !matches.has(s))) {
    const alike = mostAlike(wordsOf(span), original, taken);
    const twice = alike === null ? otherQuote(wordsOf(span), original.text, matches) : null;
    if (alike !== null) taken.push(alike.original);
    matches.set(span, alike ?? (twice === null ? { kind: "invented" } : { kind: "twice", other: twice }));
  }
  return {
    sentences: spans.map((quoted) => ({ quoted, match: matches.get(quoted) ?? { kind: "invented" } })),
    dropped: droppedOf(original, taken),
  };
}

const spansOf = (borders: readonly number[]): Span[] => borders.slice(1).map((to, i) => ({ from: borders[i] ?? 0, to }));

/**
 * May these words, found there, be a quote of their own? Whole: from border to border. Else a part of a sentence, if what it leaves over at
 * either end is long enough to be quoted apart; a few characters were rather left out by mistake.
 */
function isPart(span: Span, borders: readonly number[], whole: boolean): boolean {
  const before = span.from - (borders.findLast((b) => b <= span.from) ?? 0);
  const after = (borders.find((b) => b >= span.to) ?? span.to) - span.to;
  return [before, after].every((left) => left === 0 || (!whole && left >= LONG_ENOUGH));
}

const isFree = (span: Span, taken: readonly Span[]): boolean => taken.every((t) => t.to <= span.from || t.from >= span.to);

function placesOf(words: string, text: string): Span[] {
  const places: Span[] = [];
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1))
    places.push({ from, to: from + words.length });
  return places;
}

/** Offset of the quote that already holds these words of the original. */
function otherQuote(words: string, text: string, matches: ReadonlyMap<Span, Aligned["match"]>): number | null {
  for (const place of placesOf(words, text))
    for (const [quoted, match] of matches)
      if (match.kind === "exact" && match.original.from <= place.from && match.original.to >= place.to) return quoted.from;
  return null;
}

function mostAlike(
  words: string,
  original: Squeezed,
  taken: readonly Span[],
): { kind: "alike"; original: Span; comparison: Comparison } | null {
  let best: { kind: "alike"; original: Span; comparison: Comparison } | null = null;
  for (const run of freeRuns(original, taken))
    for (const [i, first] of run.entries())
      for (const last of run.slice(i)) {
        const span = { from: first.from, to: last.to };
        const other = original.text.slice(span.from, span.to);
        if (sharedUnits(words, other) < ALIKE * Math.max(words.length, other.length)) continue;
        const comparison = compareSentences(words, other);
        if (comparison.likeness >= Math.max(ALIKE, best?.comparison.likeness ?? 0))
          best = { kind: "alike", original: span, comparison };
      }
  return best;
}

/** Characters in common whatever their order: no two sentences are more alike than this, and it is quickly counted. */
function sharedUnits(a: string, b: string): number {
  if (Math.min(a.length, b.length) < ALIKE * Math.max(a.length, b.length)) return 0;
  const counts = new Map<string, number>();
  for (const unit of a.split("")) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let shared = 0;
  for (const unit of b.split("")) {
    const left = counts.get(unit) ?? 0;
    if (left > 0) shared += 1;
    counts.set(unit, left - 1);
  }
  return shared;
}

/** The sentences not taken yet, in runs of neighbours (a page break may have cut one sentence in two). */
function freeRuns(original: Squeezed, taken: readonly Span[]): Span[][] {
  const edges = new Set([...original.borders, ...taken.flatMap((t) => [t.from, t.to])]);
  const runs: Span[][] = [[]];
  for (const span of spansOf([...edges].sort((a, b) => a - b)))
    if (isFree(span, taken)) runs.at(-1)?.push(span);
    else runs.push([]);
  return runs.filter((r) => r.length > 0);
}

/** A line that breaks off within a sentence is joined with the next. */
function droppedOf(original: Squeezed, taken: readonly Span[]): Span[] {
  return freeRuns(original, taken).flatMap((run) => {
    const sentences: Span[] = [];
    let broken = false;
    for (const span of run) {
      const before = broken ? sentences.pop() : undefined;
      sentences.push({ from: before?.from ?? span.from, to: span.to });
      const words = original.text.slice(span.from, span.to);
      broken = /[，、]/u.test(words) && !/[。：；！？）]$/u.test(words);
    }
    return sentences;
  });
}
