/** Where two sentences part, character by character: the fewest characters changed, added and left out. */

export interface Difference {
  readonly quotedFrom: number;
  readonly quotedTo: number;
  readonly originalFrom: number;
  readonly originalTo: number;
}

export interface Comparison {
  /** 1 less the changes for each character of the longer sentence: 0 (nothing in common) to 1 (equal). */
  readonly likeness: number;
  readonly differences: readonly Difference[];
}

/** Quadratic in the sentences' lengths: for sentences, not for whole documents. */
export function compareSentences(quoted: string, original: string): Comparison {
  const changes = changesOf(quoted, original);
  const differences: Difference[] = [];
  let q = 0;
  let o = 0;
  while (q < quoted.length || o < original.length) {
    const start = { quotedFrom: q, originalFrom: o };
    while ((q < quoted.length || o < original.length) && !(q < quoted.length && quoted[q] === original[o])) {
      const here = changes(q, o);
      const replaced = q < quoted.length && o < original.length && here === changes(q + 1, o + 1) + 1;
      const added = q < quoted.length && here === changes(q + 1, o) + 1;
      if (replaced || added) q += 1;
      if (replaced || !added) o += 1;
    }
    if (q > start.quotedFrom || o > start.originalFrom) differences.push({ ...start, quotedTo: q, originalTo: o });
    q += 1;
    o += 1;
  }
  return { likeness: 1 - changes(0, 0) / Math.max(quoted.length, original.length, 1), differences };
}

/** The fewest changes between the two ends from (q, o) on. */
function changesOf(quoted: string, original: string): (q: number, o: number) => number {
  const width = original.length + 1;
  const table = new Uint32Array((quoted.length + 1) * width);
  const at = (q: number, o: number): number => table[q * width + o] ?? 0;
  for (let q = quoted.length; q >= 0; q -= 1)
    for (let o = original.length; o >= 0; o -= 1) {
      const ends = Math.max(quoted.length - q, original.length - o);
      if (q === quoted.length || o === original.length) table[q * width + o] = ends;
      else if (quoted[q] === original[o]) table[q * width + o] = at(q + 1, o + 1);
      else table[q * width + o] = 1 + Math.min(at(q + 1, o + 1), at(q + 1, o), at(q, o + 1));
    }
  return at;
}
