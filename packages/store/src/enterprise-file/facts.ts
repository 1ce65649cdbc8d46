/** Facts by year: added, never changed. The newest of each source is read by one index. */
import { and, desc, eq } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { fact } from "../schema/enterprise-file.ts";

export type FactRow = typeof fact.$inferSelect;
export type NewFact = Omit<FactRow, "tenantId" | "id" | "suppliedAt">;

export async function addFact(tx: Tx, one: NewFact, now: Date): Promise<string> {
  const id = newId(now);
  await tx.insert(fact).values({ ...one, id, suppliedAt: now });
  return id;
}

/** Of every fact, year and source the newest. */
export const newestFacts = (tx: Tx, uscc: string): Promise<FactRow[]> =>
  tx
    .selectDistinctOn([fact.fact, fact.year, fact.source])
    .from(fact)
    .where(eq(fact.uscc, uscc))
    .orderBy(fact.fact, fact.year, fact.source, desc(fact.suppliedAt), desc(fact.id));

/** A fact that is stated so often has been mistaken for something else. */
const REMEMBERED_ROWS = 200;

/** What was ever stated of one fact in one year, the newest first. `more`: older ones were left off. */
export async function factHistory(
  tx: Tx,
  uscc: string,
  factId: string,
  year: number,
): Promise<{ readonly rows: readonly FactRow[]; readonly more: boolean }> {
  const rows = await tx
    .select()
    .from(fact)
    .where(and(eq(fact.uscc, uscc), eq(fact.fact, factId), eq(fact.year, year)))
    .orderBy(desc(fact.suppliedAt), desc(fact.id))
    .limit(REMEMBERED_ROWS + 1);
  return { rows: rows.slice(0, REMEMBERED_ROWS), more: rows.length > REMEMBERED_ROWS };
}
