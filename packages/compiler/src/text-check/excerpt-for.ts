/** The shortest excerpt that an author may copy for one figure: it stands once in the clause, and 【】 marks the figure where others stand in it too. */

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Characters shown before a figure, if nothing more is needed. */
const AROUND = 6;

/** `text`: the clause's words, a line break between two quotes. */
export function excerptFor(text: string, figure: Range, figures: readonly Range[]): string {
  let [from, to] = [startOf(text, figure.from), figure.to];
  // To the right first: what follows 20万元 tells more often which 20万元 it is.
  while (!standsOnce(text, from, to)) {
    const [canRight, canLeft] = [to < text.length && text[to] !== "\n", from > 0 && text[from - 1] !== "\n"];
    if (!canRight && !canLeft) break;
    if (canRight && (to - figure.to <= figure.from - from || !canLeft)) to += 1;
    else from -= 1;
  }
  const others = figures.some((f) => f.from >= from && f.to <= to && f.from !== figure.from);
  return others
    ? `${text.slice(from, figure.from)}【${text.slice(figure.from, figure.to)}】${text.slice(figure.to, to)}`
    : text.slice(from, to);
}

function startOf(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - AROUND), at);
  return at - (before.split(/[。，；：、\n]/u).at(-1) ?? "").length;
}

const standsOnce = (text: string, from: number, to: number): boolean => {
  const words = text.slice(from, to);
  return text.indexOf(words) === text.lastIndexOf(words);
};
