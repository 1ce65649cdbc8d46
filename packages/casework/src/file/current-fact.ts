/** Which of several statements about one fact and year counts. What an office supplied goes before what the unit states; where they differ, both are shown. */

/** unit: stated by the applicant. bureau: supplied by an officer. register: taken from a list's version. */
export type FactSource = "unit" | "bureau" | "register";

export interface Statement {
  readonly id: string;
  readonly fact: string;
  readonly year: number;
  readonly source: FactSource;
  /** Sortable: the later statement has the greater one. */
  readonly suppliedAt: string;
}

export interface Standing<S extends Statement> {
  readonly fact: string;
  readonly year: number;
  readonly current: S;
  /** The newest of the other side, where it says something else. */
  readonly beside: S | null;
}

/**
 * By fact and year, in that order. Of one source the newest counts. Register and bureau are both the office's word: the newer of the two counts, so that a
 * correction stands until the next version of the list. The office's word goes before the unit's.
 */
export function currentFacts<S extends Statement>(
  statements: readonly S[],
  differ: (one: S, other: S) => boolean,
): Standing<S>[] {
  const byKey = new Map<string, { office?: S; unit?: S }>();
  for (const statement of statements) {
    const key = `${statement.fact} ${statement.year}`;
    const sides = byKey.get(key) ?? {};
    const side = statement.source === "unit" ? "unit" : "office";
    const known = sides[side];
    byKey.set(key, known === undefined || isLater(statement, known) ? { ...sides, [side]: statement } : sides);
  }
  const standings = [...byKey.values()].flatMap(({ office, unit }): Standing<S>[] => {
    const current = office ?? unit;
    if (current === undefined) return [];
    const beside = office !== undefined && unit !== undefined && differ(office, unit) ? unit : null;
    return [{ fact: current.fact, year: current.year, current, beside }];
  });
  return standings.sort((a, b) => compare(a.fact, b.fact) || a.year - b.year);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const isLater = (one: Statement, other: Statement): boolean =>
  compare(one.suppliedAt, other.suppliedAt) > 0 || (one.suppliedAt === other.suppliedAt && compare(one.id, other.id) > 0);
