/** The quotes against the official text, both ways: nothing changed, dropped, doubled, invented or moved. */
import { type Complaint, complain } from "../complaints.ts";
import type { PolicyDocument } from "../read/policy-document.ts";
import { type Aligned, type Alignment, alignSentences, type Span } from "./align-sentences.ts";
import type { Difference } from "./differences.ts";
import { type Squeezed, squeeze } from "./squeeze.ts";

interface Texts {
  readonly file: string;
  readonly quotes: Squeezed;
  readonly original: Squeezed;
}

/** Faults: quote-differs, -missing, -twice, -invented, -out-of-order; by line. None if and only if the texts are equal but for white space. */
export function checkQuotes(document: PolicyDocument, official: string): Complaint[] {
  const lines = document.sections.flatMap((s) => s.quotes.flatMap((q) => q.lines));
  const original = squeeze(official.split("\n").map((text, i) => ({ text, line: i + 1, column: 1 })));
  const texts = { file: document.file, quotes: squeeze(lines), original };
  if (texts.quotes.text === original.text) return [];
  const alignment = alignSentences(texts.quotes, original);
  const moved = movedOf(alignment.sentences);
  const found = alignment.sentences.flatMap((s) => complaintsOf(s, moved.has(s), texts));
  const dropped = alignment.dropped.map((span) => droppedAt(span, alignment, texts));
  return [...found, ...dropped].sort((a, b) => a.line - b.line || a.column - b.column);
}

function complaintsOf(sentence: Aligned, moved: boolean, texts: Texts): Complaint[] {
  const { quoted, match } = sentence;
  const words = texts.quotes.text.slice(quoted.from, quoted.to);
  const place = { file: texts.file, ...placeAt(texts.quotes, quoted.from), words };
  switch (match.kind) {
    case "twice":
      return [complain("quote-twice", place, { sentence: words, otherLine: placeAt(texts.quotes, match.other).line })];
    case "invented":
      return [complain("quote-invented", place, { sentence: words })];
    case "exact":
    case "alike": {
      const originalLine = placeAt(texts.original, match.original.from).line;
      const order = moved ? [complain("quote-out-of-order", place, { sentence: words, originalLine })] : [];
      const changes = match.kind === "alike" ? match.comparison.differences : [];
      return [...order, ...changes.map((d) => changedAt(d, quoted, match.original, texts))];
    }
  }
}

/** Characters shown on either side of a difference. */
const AROUND = 8;

function changedAt(difference: Difference, quoted: Span, original: Span, { file, quotes, original: official }: Texts): Complaint {
  const { quotedFrom, quotedTo, originalFrom, originalTo } = difference;
  const part = (text: string, span: Span, from: number, to: number) =>
    text.slice(Math.max(span.from, span.from + from), Math.min(span.to, span.from + to));
  const quotedWords = part(quotes.text, quoted, quotedFrom - AROUND, quotedTo + AROUND);
  return complain(
    "quote-differs",
    { file, ...placeAt(quotes, Math.min(quoted.from + quotedFrom, quoted.to - 1)), words: quotedWords },
    {
      quoted: quotedWords,
      original: part(official.text, original, originalFrom - AROUND, originalTo + AROUND),
      quotedCharacter: part(quotes.text, quoted, quotedFrom, quotedTo),
      originalCharacter: part(official.text, original, originalFrom, originalTo),
      originalLine: placeAt(official, Math.min(original.from + originalFrom, original.to - 1)).line,
    },
  );
}

/** Complained about after the quote of the words before it, where it belongs. */
function droppedAt(span: Span, alignment: Alignment, { file, quotes, original }: Texts): Complaint {
  let before: { readonly quoted: Span; readonly to: number } | null = null;
  for (const { quoted, match } of alignment.sentences) {
    if (match.kind !== "exact" && match.kind !== "alike") continue;
    if (match.original.to <= span.from && match.original.to > (before?.to ?? -1)) before = { quoted, to: match.original.to };
  }
  const place = before === null ? { line: 1, column: 1 } : placeAt(quotes, before.quoted.to - 1);
  const sentence = original.text.slice(span.from, span.to);
  return complain(
    "quote-missing",
    { file, ...place, words: sentence },
    { sentence, originalLine: placeAt(original, span.from).line },
  );
}

const placeAt = (squeezed: Squeezed, offset: number): { line: number; column: number } =>
  squeezed.places[offset] ?? { line: 1, column: 1 };

/** The sentences outside of the heaviest (by characters) chain that keeps the original's order. */
function movedOf(sentences: readonly Aligned[]): ReadonlySet<Aligned> {
  const placed = sentences.flatMap((s) =>
    s.match.kind === "exact" || s.match.kind === "alike" ? [{ s, at: s.match.original }] : [],
  );
  const weights: number[] = [];
  const previous: number[] = [];
  for (const [i, { at }] of placed.entries()) {
    let best = -1;
    for (let j = 0; j < i; j += 1) {
      const other = placed[j];
      if (other !== undefined && other.at.from < at.from && (weights[j] ?? 0) > (weights[best] ?? 0)) best = j;
    }
    previous.push(best);
    weights.push((weights[best] ?? 0) + at.to - at.from);
  }
  const kept = new Set<number>();
  for (let i = weights.indexOf(Math.max(...weights)); i >= 0; i = previous[i] ?? -1) kept.add(i);
  return new Set(placed.filter((_, i) => !kept.has(i)).map((p) => p.s));
}
