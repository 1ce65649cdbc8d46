/** Claims of units: looked up past the claimant's own reach, and no further than the claim needs. */
import type { UnitStanding } from "@zhengdui/casework";
import { and, asc, desc, eq, gt, type SQL, sql } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { account } from "../schema/access.ts";
import { unitClaim } from "../schema/people.ts";

export type ClaimRow = typeof unitClaim.$inferSelect;
export type NewClaim = Pick<ClaimRow, "uscc" | "name" | "territory" | "accountId" | "evidenceFile">;

/** null: not known. */
export async function unitStanding(tx: Tx, uscc: string, today: string): Promise<UnitStanding | null> {
  const { rows } = await tx.execute<{ [key in keyof UnitStanding]: UnitStanding[key] }>(
    sql`select name, territory, status, represented from unit_standing(${uscc}, ${today}::date)`,
  );
  return rows[0] ?? null;
}

/** null: the same account's claim of the same unit is still open. */
export async function addClaim(tx: Tx, one: NewClaim, now: Date): Promise<string | null> {
  const id = newId(now);
  const added = await tx
    .insert(unitClaim)
    .values({ ...one, id, claimedAt: now })
    .onConflictDoNothing()
    .returning({ id: unitClaim.id });
  return added[0]?.id ?? null;
}

const PAGE_ROWS = 50;

/** In the order of claiming; 50 and one more where there are more. */
export function pendingClaims(tx: Tx, after: string | undefined) {
  const conditions: SQL[] = [eq(unitClaim.state, "pending")];
  if (after !== undefined) conditions.push(gt(unitClaim.id, after));
  return tx
    .select({ claim: unitClaim, claimant: account.name, login: account.login })
    .from(unitClaim)
    .innerJoin(account, and(eq(account.tenantId, unitClaim.tenantId), eq(account.id, unitClaim.accountId)))
    .where(and(...conditions))
    .orderBy(asc(unitClaim.id))
    .limit(PAGE_ROWS + 1);
}

/** The newest first. */
export const claimsOf = (tx: Tx, accountId: string): Promise<ClaimRow[]> =>
  tx.select().from(unitClaim).where(eq(unitClaim.accountId, accountId)).orderBy(desc(unitClaim.id)).limit(PAGE_ROWS);

/** Held until the transaction ends. */
export async function lockClaim(tx: Tx, id: string): Promise<ClaimRow | null> {
  const [found] = await tx.select().from(unitClaim).where(eq(unitClaim.id, id)).for("update");
  return found ?? null;
}

export type ClaimDecided = Pick<ClaimRow, "state" | "decidedBy" | "reason">;

export async function saveClaimDecision(tx: Tx, id: string, decided: ClaimDecided, now: Date): Promise<void> {
  await tx
    .update(unitClaim)
    .set({ ...decided, decidedAt: now })
    .where(eq(unitClaim.id, id));
}
