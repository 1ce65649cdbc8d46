/** A name that stands for several: G1—G6 for G1 to G6, 第1—20家 for 第1家 to 第20家. */

/** No case needs more rows than this. */
const MOST_ROWS = 10_000;

/** The names; the text alone where it is no range, or one that runs backwards or too far. */
export function spread(text: string): readonly string[] {
  const [, before = "", from = "", to = "", after = ""] = /^(\D*)(\d+)(?:—|至)(?:\1)?(\d+)(\D*)$/u.exec(text) ?? [];
  const count = from === "" ? 0 : Number(to) - Number(from) + 1;
  if (count < 1 || count > MOST_ROWS) return [text];
  return Array.from({ length: count }, (_, i) => `${before}${Number(from) + i}${after}`);
}
