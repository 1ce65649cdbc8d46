/** FEEL's string escapes (DMN 1.5, grammar rules 33 and 61). */

const SIMPLE: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", '"': '"', "'": "'", "\\": "\\" };

/** The value of a quoted literal, quotes included: `"a\nb"`. An escape that FEEL doesn't know stands as written. */
export const readString = (literal: string): string =>
  literal.slice(1, -1).replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|(.))/gs, (all, four, six, simple) => {
    if (simple !== undefined) return SIMPLE[simple] ?? all;
    const point = Number.parseInt(four ?? six, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
