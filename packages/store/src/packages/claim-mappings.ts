/** Mappings of the platform's columns: never changed, followed by newer ones of the same name. */
import { desc, eq, sql } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { claimMapping } from "../schema/packages.ts";

export type MappingRow = typeof claimMapping.$inferSelect;

export async function saveMapping(
  tx: Tx,
  one: Pick<MappingRow, "name" | "policy" | "mapping" | "savedBy">,
  now: Date,
): Promise<MappingRow> {
  const [saved] = await tx
    .insert(claimMapping)
    .values({ ...one, id: newId(now), savedAt: now })
    .returning();
  if (saved === undefined) throw new Error("an inserted row must come back");
  return saved;
}

export async function findMapping(tx: Tx, id: string): Promise<MappingRow | null> {
  const [found] = await tx.select().from(claimMapping).where(eq(claimMapping.id, id));
  return found ?? null;
}

/** The newest of each name. */
export const newestMappings = (tx: Tx, limit: number): Promise<MappingRow[]> =>
  tx
    .selectDistinctOn([claimMapping.name])
    .from(claimMapping)
    .orderBy(claimMapping.name, desc(claimMapping.savedAt), desc(claimMapping.id))
    .limit(limit);

/** All of one name, the newest first. */
export const mappingsNamed = (tx: Tx, name: string, limit: number): Promise<MappingRow[]> =>
  tx
    .select()
    .from(claimMapping)
    .where(sql`${claimMapping.name} = ${name}`)
    .orderBy(desc(claimMapping.savedAt), desc(claimMapping.id))
    .limit(limit);
