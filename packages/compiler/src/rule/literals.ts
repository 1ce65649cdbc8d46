/**
 * Figures written in a rule or a table (`50万元`, `20%`, `10家`) stand for the named parameter of the same clause whose words they are:
 * a figure that no words of the clause support is refused, so text and rule can't part.
 */

import type { Faults } from "../check/scope.ts";
import { COUNTERS, isOne, MYRIADS_OF } from "../read/counters.ts";
import { parseFigure } from "../read/parse-figure.ts";

export interface ClauseFigure {
  readonly name: string;
  readonly value: number;
  readonly scale: number;
  readonly unit: string;
}

/** The text with parameter names for figures, and how offsets in it lead back to the text as written. */
export interface Bound {
  readonly text: string;
  readonly back: (offset: number) => number;
}

const FIGURE = new RegExp(
  `(?<![\\w\\p{L}]|\\d\\.)\\d+(?:\\.\\d+)?\\s*(?:%|‰|‱|万元|亿元|元|${MYRIADS_OF}|${COUNTERS})(?:/(?:${COUNTERS})(?:·(?:${COUNTERS}))*(?![\\p{L}(]))?`,
  "gu",
);

export function bindFigures(text: string, figures: readonly ClauseFigure[], faults: Faults): Bound {
  let bound = "";
  let last = 0;
  const shifts: { readonly at: number; readonly from: number; readonly length: number; readonly size: number }[] = [];
  for (const match of text.matchAll(FIGURE)) {
    if (inString(text, match.index)) continue;
    const place = { from: match.index, to: match.index + match[0].length };
    const name = nameOf(match[0], figures, faults, place);
    bound += text.slice(last, match.index);
    shifts.push({ at: bound.length, from: match.index, length: match[0].length, size: name.length });
    bound += name;
    last = place.to;
  }
  bound += text.slice(last);
  return { text: bound, back: (offset) => backTo(offset, shifts) };
}

const inString = (text: string, at: number): boolean => (text.slice(0, at).match(/"/g)?.length ?? 0) % 2 === 1;

function backTo(offset: number, shifts: readonly { at: number; from: number; length: number; size: number }[]): number {
  let moved = offset;
  for (const s of [...shifts].reverse()) {
    if (offset >= s.at + s.size) return offset - (s.at + s.size) + s.from + s.length;
    if (offset >= s.at) return s.from;
  }
  if (shifts.length === 0) moved = offset;
  return moved;
}

function nameOf(written: string, figures: readonly ClauseFigure[], faults: Faults, place: { from: number; to: number }): string {
  const figure = parseFigure(written);
  const same = figure === null ? [] : figures.filter((f) => f.unit === figure.unit && sameValue(f, figure));
  const [only] = same;
  if (only !== undefined && same.length === 1) return only.name;
  const one = figure?.value === 1 && figure.scale === 0 && same.length === 0 ? `一${figure.unit}` : "";
  // One of what is counted needs no words, as 0 and 1 need none.
  if (isOne(one)) return one;
  const near = figures.filter((f) => figure === null || f.unit === figure.unit);
  faults.add("figure-without-words", place, {
    figure: written,
    names: (same.length > 1 ? same : near).map((f) => f.name).join("、"),
    several: same.length > 1 ? same.map((f) => f.name).join(" 或 ") : "",
  });
  return only?.name ?? "0";
}

const sameValue = (a: { value: number; scale: number }, b: { value: number; scale: number }): boolean =>
  BigInt(a.value) * 10n ** BigInt(b.scale) === BigInt(b.value) * 10n ** BigInt(a.scale);
