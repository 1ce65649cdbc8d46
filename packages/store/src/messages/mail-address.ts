/** The address of an account's mails, and the one that waits for its code. */
import { eq } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { account } from "../schema/access.ts";
import { mailAddressAsked } from "../schema/messages.ts";

export type MailAddressAsked = typeof mailAddressAsked.$inferSelect;

export async function mailAddressOf(tx: Tx, accountId: string): Promise<string | null> {
  const [found] = await tx.select({ email: account.email }).from(account).where(eq(account.id, accountId));
  return found?.email ?? null;
}

/** Locked until the transaction's end by its account, which is there before anything is asked for: two guesses at once count as two, and so do two first askings. */
export async function lockMailAddressAsked(tx: Tx, accountId: string): Promise<MailAddressAsked | null> {
  await tx.select({ id: account.id }).from(account).where(eq(account.id, accountId)).for("no key update");
  return mailAddressAskedOf(tx, accountId);
}

export async function mailAddressAskedOf(tx: Tx, accountId: string): Promise<MailAddressAsked | null> {
  const [found] = await tx.select().from(mailAddressAsked).where(eq(mailAddressAsked.accountId, accountId));
  return found ?? null;
}

export type NewMailAddress = Pick<MailAddressAsked, "accountId" | "address" | "codeHash" | "askedAt" | "askedOn" | "askedCount">;

/** In the place of what was asked for before. */
export async function askMailAddress(tx: Tx, asked: NewMailAddress): Promise<void> {
  const anew = { ...asked, wrongCount: 0, confirmedAt: null };
  await tx
    .insert(mailAddressAsked)
    .values(anew)
    .onConflictDoUpdate({ target: [mailAddressAsked.tenantId, mailAddressAsked.accountId], set: anew });
}

export async function countWrongCode(tx: Tx, { accountId, wrongCount }: MailAddressAsked): Promise<void> {
  await tx
    .update(mailAddressAsked)
    .set({ wrongCount: wrongCount + 1 })
    .where(eq(mailAddressAsked.accountId, accountId));
}

export async function confirmMailAddress(tx: Tx, { accountId, address }: MailAddressAsked, now: Date): Promise<void> {
  await tx.update(mailAddressAsked).set({ confirmedAt: now }).where(eq(mailAddressAsked.accountId, accountId));
  await tx.update(account).set({ email: address }).where(eq(account.id, accountId));
}

export async function removeMailAddress(tx: Tx, accountId: string): Promise<void> {
  await tx.update(account).set({ email: null }).where(eq(account.id, accountId));
}
