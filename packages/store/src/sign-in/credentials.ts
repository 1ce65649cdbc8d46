/** What proves an account: found, and its counts and steps changed under a lock of its row, so that two requests at once count as two. */
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { account, credential } from "../schema/access.ts";

export type Account = typeof account.$inferSelect;
export type Credential = typeof credential.$inferSelect;

export interface Proven {
  readonly account: Account;
  readonly credential: Credential;
}

const joined = (tx: Tx) =>
  tx
    .select({ account, credential })
    .from(account)
    .innerJoin(credential, and(eq(credential.tenantId, account.tenantId), eq(credential.accountId, account.id)));

export async function credentialByLogin(tx: Tx, login: string): Promise<Proven | null> {
  const [found] = await joined(tx).where(eq(account.login, login));
  return found ?? null;
}

/** Locked until the transaction's end. */
export async function lockCredential(tx: Tx, accountId: string): Promise<Proven | null> {
  const [found] = await joined(tx).where(eq(account.id, accountId)).for("update", { of: credential });
  return found ?? null;
}

export async function credentialBySubject(tx: Tx, issuer: string, subject: string): Promise<Proven | null> {
  const [found] = await joined(tx).where(and(eq(credential.issuer, issuer), eq(credential.subject, subject)));
  return found ?? null;
}

export async function countFailure(tx: Tx, accountId: string, failedCount: number, lockedUntil: Date | null): Promise<void> {
  await tx.update(credential).set({ failedCount, lockedUntil }).where(eq(credential.accountId, accountId));
}

export async function forgetFailures(tx: Tx, accountId: string): Promise<void> {
  await tx.update(credential).set({ failedCount: 0, lockedUntil: null }).where(eq(credential.accountId, accountId));
}

/** Compare and set: false where a code of this step or a later one was accepted already. */
export async function takeTotpStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const rows = await tx
    .update(credential)
    .set({ totpLastStep: step })
    .where(and(eq(credential.accountId, accountId), or(isNull(credential.totpLastStep), lt(credential.totpLastStep, step))))
    .returning({ account: credential.accountId });
  return rows.length === 1;
}

export async function changeCredential(
  tx: Tx,
  accountId: string,
  change: Partial<Omit<typeof credential.$inferInsert, "tenantId" | "accountId">>,
): Promise<void> {
  await tx.update(credential).set(change).where(eq(credential.accountId, accountId));
}

/** A new account with what proves it; false where the login is taken. */
export async function createAccount(
  tx: Tx,
  person: Omit<typeof account.$inferInsert, "tenantId">,
  proof: Omit<typeof credential.$inferInsert, "tenantId" | "accountId">,
): Promise<boolean> {
  const made = await tx
    .insert(account)
    .values(person)
    .onConflictDoNothing({ target: [account.tenantId, account.login] })
    .returning({ id: account.id });
  if (made.length === 0) return false;
  await tx.insert(credential).values({ ...proof, accountId: person.id });
  return true;
}

/** Serialises what two first visits of one person would do at once. */
export async function lockName(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
