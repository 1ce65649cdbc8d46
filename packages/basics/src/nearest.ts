/** "Did you mean …?": the known word that lies nearest to an unknown one by edit distance, if any lies near at all. */

/** Nobody mistypes words longer than this. */
const LONGEST = 200;

/**
 * Near is: at most a third of the longer word is changed (one character at least, where it has two), counting insertions, deletions,
 * substitutions and swaps of neighbours as one, case and width as none. Of equals the first. null: none is near, or the word itself is the only one.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word.length > LONGEST) return null;
  const given = [...plain(word)];
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > LONGEST) continue;
    const known = [...plain(candidate)];
    const longer = Math.max(given.length, known.length);
    const limit = longer < 2 ? 0 : Math.max(1, Math.floor(longer / 3));
    if (Math.abs(given.length - known.length) > limit) continue;
    const distance = editDistance(given, known);
    if (distance <= limit && distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** NFKC makes full-width forms half-width. */
const plain = (word: string): string => word.normalize("NFKC").toLowerCase();

/** Optimal string alignment distance, by rows. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  a.forEach((char, i) => {
    const row = [i + 1];
    b.forEach((other, j) => {
      const changed = (above[j] ?? 0) + (char === other ? 0 : 1);
      let least = Math.min((above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, changed);
      if (i > 0 && j > 0 && char === b[j - 1] && a[i - 1] === other) least = Math.min(least, (before[j - 1] ?? 0) + 1);
      row.push(least);
    });
    before = above;
    above = row;
  });
  return above[b.length] ?? 0;
}
