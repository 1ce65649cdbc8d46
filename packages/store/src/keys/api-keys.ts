/** API keys: a prefix to find them by, a digest to prove them by. */
import { and, desc, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { apiKey } from "../schema/access.ts";

export type ApiKey = typeof apiKey.$inferSelect;

export async function insertKey(tx: Tx, one: Omit<typeof apiKey.$inferInsert, "tenantId">): Promise<void> {
  await tx.insert(apiKey).values(one);
}

const listSize = 500;

/** Newest first. */
export const keysOf = (tx: Tx): Promise<ApiKey[]> => tx.select().from(apiKey).orderBy(desc(apiKey.createdAt)).limit(listSize);

/** One that is confirmed and not revoked. */
export async function keyByPrefix(tx: Tx, prefix: string): Promise<ApiKey | null> {
  const [found] = await tx
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.prefix, prefix), isNotNull(apiKey.confirmedAt), isNull(apiKey.revokedAt)));
  return found ?? null;
}

/** Locked until the transaction's end. null: there is none that waits to be confirmed. */
export async function lockUnconfirmedKey(tx: Tx, id: string): Promise<ApiKey | null> {
  const [found] = await tx
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.id, id), isNull(apiKey.confirmedAt), isNull(apiKey.revokedAt)))
    .for("update");
  return found ?? null;
}

export async function confirmKey(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await tx.update(apiKey).set({ confirmedBy: by, confirmedAt: now }).where(eq(apiKey.id, id));
}

/** Not at every request: a busy program would write all day. */
export async function noteUse(tx: Tx, id: string, now: Date, everyMs: number): Promise<void> {
  const before = new Date(now.getTime() - everyMs);
  await tx
    .update(apiKey)
    .set({ usedAt: now })
    .where(and(eq(apiKey.id, id), or(isNull(apiKey.usedAt), lt(apiKey.usedAt, before))));
}

export async function revokeKey(tx: Tx, id: string, by: string, now: Date): Promise<boolean> {
  const revoked = await tx
    .update(apiKey)
    .set({ revokedAt: now, revokedBy: by })
    .where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt)))
    .returning({ id: apiKey.id });
  return revoked.length === 1;
}
