/** Codes for one use each, in place of a lost device's. */
import { and, count, eq, isNull } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { recoveryCode } from "../schema/sign-in.ts";

const unusedOf = (accountId: string) => and(eq(recoveryCode.accountId, accountId), isNull(recoveryCode.usedAt));

/** The older ones no longer count. */
export async function replaceRecoveryCodes(tx: Tx, accountId: string, hashes: readonly string[], now: Date): Promise<void> {
  await tx.update(recoveryCode).set({ usedAt: now }).where(unusedOf(accountId));
  if (hashes.length > 0) await tx.insert(recoveryCode).values(hashes.map((codeHash) => ({ accountId, codeHash, madeAt: now })));
}

export async function useRecoveryCode(tx: Tx, accountId: string, codeHash: string, now: Date): Promise<boolean> {
  const used = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(and(unusedOf(accountId), eq(recoveryCode.codeHash, codeHash)))
    .returning({ code: recoveryCode.codeHash });
  return used.length === 1;
}

export async function recoveryCodesLeft(tx: Tx, accountId: string): Promise<number> {
  const [found] = await tx.select({ left: count() }).from(recoveryCode).where(unusedOf(accountId));
  return found?.left ?? 0;
}
