/** The official sentence as promulgated, with the words that decided set off: those that hold, those that fail, those still open. */

import type { ConditionResult } from "@zhengdui/contract";
import { chinese, isForeign, t } from "../../words/t.ts";

type Tone = "no" | "open" | "yes" | "figure";
const RANK: Readonly<Record<Tone, number>> = { figure: 1, yes: 2, open: 3, no: 4 };
const saidOf = (tone: Tone): string => (tone === "no" ? t("未满足：") : tone === "open" ? t("待定：") : "");

const FIGURE = /\d+(?:\.\d+)?\s*(?:%|万元|家|个)?/g;

export interface SentenceProps {
  readonly text: string;
  readonly conditions: readonly ConditionResult[];
  /** The words that make the figures of the rule. */
  readonly figures: readonly string[];
}

export function Sentence({ text, conditions, figures }: SentenceProps) {
  return (
    <blockquote className="sentence" lang={chinese()}>
      {runsOf(text, conditions, figures).map(({ from, words, tone }) =>
        tone === null ? (
          words
        ) : (
          <mark key={from} className={`said said-${tone}`}>
            {saidOf(tone) === "" ? null : (
              <span className="visually-hidden" lang={isForeign() ? "en" : undefined}>
                {saidOf(tone)}
              </span>
            )}
            {words}
          </mark>
        ),
      )}
    </blockquote>
  );
}

interface Run {
  readonly from: number;
  readonly words: string;
  readonly tone: Tone | null;
}

/** Every character takes the weightiest tone that covers it; neighbours of one tone make a run. */
export function runsOf(text: string, conditions: readonly ConditionResult[], figures: readonly string[]): Run[] {
  const tones: (Tone | null)[] = Array.from({ length: text.length }, () => null);
  const paint = (from: number, to: number, tone: Tone) => {
    for (let i = from; i < to; i++) {
      const there = tones[i] ?? null;
      if (there === null || RANK[tone] > RANK[there]) tones[i] = tone;
    }
  };
  const cover = (words: string, tone: Tone) => {
    const from = words === "" ? -1 : text.indexOf(words);
    if (from >= 0) paint(from, from + words.length, tone);
  };
  for (const words of figures) {
    const from = text.indexOf(words);
    // The words reach far enough to stand once; of them the figure itself is set off.
    if (from >= 0)
      for (const { index, 0: figure } of words.matchAll(FIGURE)) paint(from + index, from + index + figure.length, "figure");
  }
  for (const { quote, holds } of conditions) cover(quote, holds === null ? "open" : holds ? "yes" : "no");
  const runs: Run[] = [];
  for (let from = 0; from < text.length; ) {
    const tone = tones[from] ?? null;
    let to = from + 1;
    while (to < text.length && (tones[to] ?? null) === tone) to++;
    runs.push({ from, words: text.slice(from, to), tone });
    from = to;
  }
  return runs;
}
