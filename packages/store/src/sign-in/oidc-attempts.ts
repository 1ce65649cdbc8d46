/** Browsers that were sent to an identity provider; each may come back once. */
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { oidcAttempt } from "../schema/sign-in.ts";

export type OidcAttempt = typeof oidcAttempt.$inferSelect;

export async function insertAttempt(tx: Tx, one: Omit<typeof oidcAttempt.$inferInsert, "tenantId">): Promise<void> {
  await tx.insert(oidcAttempt).values(one);
}

/** null: none of that cookie, too late, or used already. */
export async function takeAttempt(tx: Tx, tokenHash: string, provider: string, now: Date): Promise<OidcAttempt | null> {
  const [taken] = await tx
    .update(oidcAttempt)
    .set({ usedAt: now })
    .where(
      and(
        eq(oidcAttempt.tokenHash, tokenHash),
        eq(oidcAttempt.provider, provider),
        isNull(oidcAttempt.usedAt),
        gt(oidcAttempt.expiresAt, now),
      ),
    )
    .returning();
  return taken ?? null;
}
