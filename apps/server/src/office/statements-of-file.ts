/** All that is said of one enterprise: stated by the unit, supplied by an office, told by registers; and which of it counts. */
import {
  currentFacts,
  type DeclaredFact,
  type FactSource,
  type Standing,
  type StatementStanding,
  standingsInHistory,
} from "@zhengdui/casework";
import { type FactRow, factHistory, newestFacts, REMEMBERED_VERSIONS, type Tx } from "@zhengdui/store";
import { z } from "zod";
import { declaredIn } from "./declared-in.ts";
import type { OfficeParts } from "./office-parts.ts";
import { saySame } from "./read-statement.ts";
import { factsFromRegisters, importShape, type SaidByRegister } from "./registers-in-file.ts";

export const statementShape = z.object({
  /** Of a register's statement: its version's. */
  id: z.string(),
  value: z.unknown(),
  source: z.enum(["unit", "bureau", "register"]),
  suppliedBy: z.string(),
  suppliedAt: z.string(),
  evidenceFile: z.string().nullable(),
  basis: z.string().nullable(),
  /** The import that it stands in, where a register says it. */
  register: importShape.nullable(),
});

export interface FileStatement extends z.input<typeof statementShape> {
  readonly fact: string;
  readonly year: number;
  readonly source: FactSource;
}

export const shownStatement = ({ fact: _, year: __, ...shown }: FileStatement): z.input<typeof statementShape> => shown;

/** Of each source the newest. What nothing declares any more isn't told. */
export async function statementsOfFile(tx: Tx, parts: OfficeParts, uscc: string): Promise<readonly FileStatement[]> {
  const declared = declaredIn(parts);
  const said = await factsFromRegisters(tx, parts, uscc);
  return [...(await newestFacts(tx, uscc)).map(ofRow), ...said.map(ofRegister)].filter(({ fact }) => declared.has(fact));
}

export interface RememberedInFile extends FileStatement {
  readonly standing: StatementStanding;
}

/** All that was ever said of one fact in one year, the newest first, each with why it counts or doesn't; also what was replaced or undone. */
export async function historyOfFact(
  tx: Tx,
  parts: OfficeParts,
  uscc: string,
  fact: string,
  year: number,
): Promise<{ readonly statements: readonly RememberedInFile[]; readonly more: boolean }> {
  const said = await factsFromRegisters(tx, parts, uscc, { fact, year });
  const { rows, more } = await factHistory(tx, uscc, fact, year);
  // Counted apart: a list that comes often must not hide what somebody stated.
  const told = said.map(ofRegister).sort(newestFirst).slice(0, REMEMBERED_VERSIONS);
  const all = [...rows.map(ofRow), ...told].sort(newestFirst);
  // The file itself says what counts, so that the two can't differ.
  const now = (await statementsOfFile(tx, parts, uscc)).filter((one) => one.fact === fact && one.year === year);
  const [counting] = standingsOf(now, declaredIn(parts));
  const remembered = all.map((one) => ({ ...one, version: one.register?.standing ?? null }));
  const standings = standingsInHistory(remembered, counting?.current.id ?? null);
  return {
    statements: all.map((one) => ({ ...one, standing: standings.get(one.id) ?? "later" })),
    more: more || said.length > told.length,
  };
}

export const standingsOf = (
  statements: readonly FileStatement[],
  declared: ReadonlyMap<string, DeclaredFact>,
): Standing<FileStatement>[] =>
  currentFacts(statements, (one, other) => {
    const known = declared.get(one.fact);
    return known === undefined || !saySame(known, one.value, other.value);
  });

const newestFirst = (a: FileStatement, b: FileStatement): number => compare(b.suppliedAt, a.suppliedAt) || compare(b.id, a.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const ofRow = (row: FactRow): FileStatement => ({
  ...{ id: row.id, fact: row.fact, year: row.year, value: row.value, source: row.source, suppliedBy: row.suppliedBy },
  ...{ suppliedAt: row.suppliedAt.toISOString(), evidenceFile: row.evidenceFile, basis: row.basis, register: null },
});

const ofRegister = ({ fact, year, value, from, importedBy }: SaidByRegister): FileStatement => ({
  ...{ id: from.version, fact, year, value, source: "register", suppliedBy: importedBy, suppliedAt: from.importedAt },
  ...{ evidenceFile: null, basis: null, register: from },
});
