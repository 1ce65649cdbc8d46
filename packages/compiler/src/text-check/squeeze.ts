/** Words without white space (page breaks split sentences of the official text), each character with its place in the file. */

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Squeezed {
  readonly text: string;
  /** One for each UTF-16 unit of `text`. */
  readonly places: readonly Place[];
  /** Offsets in `text` at which a line of the source begins or ends, and after every 。; ascending, with 0 and the length. */
  readonly borders: readonly number[];
}

/** `lines` at their places; a column counts from 1. */
export function squeeze(lines: readonly { readonly text: string; readonly line: number; readonly column: number }[]): Squeezed {
  let text = "";
  const places: Place[] = [];
  const borders = new Set([0]);
  for (const { text: source, line, column } of lines) {
    for (let i = 0; i < source.length; i += 1) {
      const unit = source[i] ?? "";
      if (/[\s\uFEFF]/u.test(unit)) continue;
      text += unit;
      places.push({ line, column: column + i });
      if (unit === "。") borders.add(text.length);
    }
    borders.add(text.length);
  }
  return { text, places, borders: [...borders].sort((a, b) => a - b) };
}
