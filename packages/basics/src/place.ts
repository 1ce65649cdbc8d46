/** A place in a text as people name it (line, column), and the line itself with the place underlined, for messages. */

export interface LinePlace {
  /** From 1. Lines end with LF, CRLF or CR. */
  readonly line: number;
  /** From 1, in characters (code points). */
  readonly column: number;
}

const LINE_END = /\r\n|\n|\r/g;
/** Columns of a terminal that an excerpt may take. */
const WIDEST = 100;

/** Offsets in UTF-16 code units; one past the end is the end. */
export function placeOf(text: string, offset: number): LinePlace {
  const { line, from } = lineAt(text, offset);
  return { line, column: [...text.slice(from, clamp(text, offset))].length + 1 };
}

const clamp = (text: string, offset: number): number => Math.max(0, Math.min(offset, text.length));

function lineAt(text: string, offset: number): { readonly line: number; readonly from: number; readonly to: number } {
  const at = clamp(text, offset);
  let line = 1;
  let from = 0;
  for (const { 0: end, index } of text.matchAll(LINE_END)) {
    if (index + end.length > at) return { line, from, to: index };
    line += 1;
    from = index + end.length;
  }
  return { line, from, to: text.length };
}

/**
 * The line of `from`, and under it carets from `from` up to `to` (one at least, no further than the line); two lines joined by LF. Chinese and
 * full-width characters take two columns. A long line is shown around the place, with … where it was cut.
 */
export function excerpt(text: string, from: number, to: number = from + 1): string {
  const line = lineAt(text, from);
  const start = Math.min(clamp(text, from), line.to);
  const end = Math.max(start, Math.min(to, line.to));
  const before = keepEnd([...text.slice(line.from, start)], WIDEST / 2);
  const marked = keepStart([...text.slice(start, end)], WIDEST / 2);
  const after = keepStart([...text.slice(end, line.to)], WIDEST - widthOf(before) - widthOf(marked));
  const carets = "^".repeat(Math.max(1, widthOf(marked)));
  return `${visible(before + marked + after)}\n${" ".repeat(widthOf(before))}${carets}`;
}

/** Every control character takes one column, as a space. */
const visible = (text: string): string => text.replace(/\p{Cc}/gu, " ");

function keepStart(characters: readonly string[], columns: number): string {
  let width = 0;
  const cut = characters.findIndex((character) => {
    width += columnsOf(character);
    return width > columns;
  });
  return cut < 0 ? characters.join("") : `${characters.slice(0, cut).join("")}…`;
}

const keepEnd = (characters: readonly string[], columns: number): string =>
  [...keepStart(characters.toReversed(), columns)].reverse().join("");

/** East Asian wide and full-width characters; emoji. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

const columnsOf = (character: string): number => (WIDE.test(character) ? 2 : NONE.test(character) ? 0 : 1);

/** Columns that a text takes in a terminal. */
export const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + columnsOf(character), 0);
