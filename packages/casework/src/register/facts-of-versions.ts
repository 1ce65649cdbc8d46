/** What versions of registers say of one enterprise, as statements of its file by year. Read anew from the rows each time: there is no second copy. */
import { factsOfRows, type SuppliedFact } from "./facts-of-rows.ts";
import type { RegisterKind, RegisterRow } from "./register-kind.ts";

export interface ReadVersion {
  readonly id: string;
  readonly kind: string;
  readonly period: string;
}

export interface RegisterFact<V extends ReadVersion> {
  /** As a file names it: `aboveScale`. */
  readonly fact: string;
  readonly year: number;
  readonly value: SuppliedFact["value"];
  readonly version: V;
}

/** What hangs on a year is of the applicant; other facts are lists of a dossier, which stand in no file. */
const OF_THE_FILE = "applicant.";

/** A list as of a day tells of the day's year. */
export const yearOfPeriod = (period: string): number => Number(period.slice(0, 4));

export const tellsFact = (kind: RegisterKind, fact: string): boolean =>
  kind.supplies.some((supply) => supply.fact === `${OF_THE_FILE}${fact}`);

/** `rows`: the enterprise's, by the version's id. A version without any speaks too, where it is complete: who isn't listed isn't it. */
export const factsOfVersions = <V extends ReadVersion>(
  kinds: ReadonlyMap<string, RegisterKind>,
  versions: readonly V[],
  rows: ReadonlyMap<string, readonly RegisterRow[]>,
): readonly RegisterFact<V>[] =>
  versions.flatMap((version) => {
    const kind = kinds.get(version.kind);
    if (kind === undefined) return [];
    return factsOfRows(kind, rows.get(version.id) ?? [])
      .filter(({ fact }) => fact.startsWith(OF_THE_FILE))
      .map(({ fact, value }) => ({
        ...{ fact: fact.slice(OF_THE_FILE.length), year: yearOfPeriod(version.period) },
        ...{ value, version },
      }));
  });

/** Of several lists of one kind in one year (as of several days) the latest period alone. */
export function latestOfYear<V extends ReadVersion>(versions: readonly V[]): readonly V[] {
  const latest = new Map<string, V>();
  for (const version of versions) {
    const key = `${version.kind} ${yearOfPeriod(version.period)}`;
    const known = latest.get(key);
    if (known === undefined || version.period > known.period) latest.set(key, version);
  }
  return [...latest.values()];
}
