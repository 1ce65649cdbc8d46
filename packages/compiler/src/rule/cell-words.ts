/** A cell of a decision table as an official says it: `[50万元..100万元)` → 50万元（含）至100万元（不含）. */

const PATTERNS: readonly [RegExp, (...parts: string[]) => string][] = [
  [
    /^([[(\]])\s*(.+?)\s*\.\.\s*(.+?)\s*([\])[])$/u,
    (open, low, high, close) => `${low}（${open === "[" ? "含" : "不含"}）至${high}（${close === "]" ? "含" : "不含"}）`,
  ],
  [/^>=\s*(.+)$/u, (bound) => `${bound}以上`],
  [/^>\s*(.+)$/u, (bound) => `超过${bound}`],
  [/^<=\s*(.+)$/u, (bound) => `不超过${bound}`],
  [/^<\s*(.+)$/u, (bound) => `不足${bound}`],
  [/^(\d.*)$/u, (exact) => `正好${exact}`],
];

/** "" for a cell that takes any value; what fits no pattern is given as it is. */
export function cellWords(text: string): string {
  const written = text.trim();
  if (written === "-") return "";
  for (const [pattern, words] of PATTERNS) {
    const match = pattern.exec(written);
    if (match !== null) return words(...match.slice(1));
  }
  return written;
}
