/** Enterprises that became one by mergers: which code stands for all of them, so that what one of them got isn't overlooked under another's code. */

/** `gone` went into `into`. Of each that is gone, the last merger alone. */
export interface Merger {
  readonly gone: string;
  readonly into: string;
}

/** Of every code of a merger, the code that its whole line is known by. A code that isn't in it stands for itself. */
export type EnterpriseLines = ReadonlyMap<string, string>;

export function enterpriseLines(mergers: readonly Merger[]): EnterpriseLines {
  const next = new Map(mergers.map(({ gone, into }) => [gone, into] as const));
  const codes = new Set(mergers.flatMap(({ gone, into }) => [gone, into]));
  return new Map([...codes].map((code) => [code, endOf(code, next)] as const));
}

/** Whom it all went into. A circle (an error of who wrote it down) has no end: the first of its codes stands for it, from wherever one came. */
function endOf(code: string, next: ReadonlyMap<string, string>): string {
  const passed = [code];
  for (let into = next.get(code); into !== undefined; into = next.get(into)) {
    const before = passed.indexOf(into);
    if (before >= 0) return passed.slice(before).reduce((first, one) => (one < first ? one : first));
    passed.push(into);
  }
  return passed.at(-1) ?? code;
}

export const lineOf = (lines: EnterpriseLines, uscc: string): string => lines.get(uscc) ?? uscc;

/** All codes of its line, its own among them. */
export function codesOfLine(lines: EnterpriseLines, uscc: string): readonly string[] {
  const line = lineOf(lines, uscc);
  const others = [...lines].flatMap(([code, end]) => (end === line && code !== uscc ? [code] : []));
  return [uscc, ...others];
}
