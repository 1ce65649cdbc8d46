/** What is to leave the house: written with the deed, taken by one worker at a time, tried again until it is sent or given up. */
import { and, asc, count, eq, gte, isNull, lt, lte, sql } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { account } from "../schema/access.ts";
import { message, messageSetting, outbox } from "../schema/messages.ts";

export type Parcel = typeof outbox.$inferSelect;

export async function writeParcel(tx: Tx, kind: Parcel["kind"], payload: unknown, now: Date): Promise<void> {
  await tx.insert(outbox).values({ id: newId(now), kind, payload, writtenAt: now, dueAt: now });
}

/** How many mails to an address, however it is written, stand here since a moment. Until the transaction's end nobody else asks it of that address. */
export async function mailsTo(tx: Tx, tenant: string, address: string, since: Date): Promise<number> {
  const folded = address.toLowerCase();
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`mail ${tenant} ${folded}`}))`);
  const [found] = await tx
    .select({ mails: count() })
    .from(outbox)
    .where(and(eq(outbox.tenantId, tenant), eq(outbox.kind, "mail"), sql`receiver = ${folded}`, gte(outbox.writtenAt, since)));
  return found?.mails ?? 0;
}

/** What is due, locked for this transaction; other workers pass it by. `tenant` is named so that the rows of one county are looked at alone. */
export const takeDue = (tx: Tx, tenant: string, now: Date, limit: number): Promise<Parcel[]> =>
  tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.tenantId, tenant), lte(outbox.dueAt, now), isNull(outbox.sentAt), isNull(outbox.givenUpAt)))
    .orderBy(asc(outbox.dueAt))
    .limit(limit)
    .for("update", { skipLocked: true });

export async function markSent(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(outbox).set({ sentAt: now, lastError: null }).where(eq(outbox.id, id));
}

/** `again`: null gives it up. */
export async function markFailed(tx: Tx, { id, attempts }: Parcel, error: string, again: Date | null, now: Date): Promise<void> {
  const next = again === null ? { givenUpAt: now } : { dueAt: again };
  await tx
    .update(outbox)
    .set({ attempts: attempts + 1, lastError: error.slice(0, 500), ...next })
    .where(eq(outbox.id, id));
}

export interface DigestFor {
  readonly account: string;
  readonly email: string;
  readonly waiting: readonly { readonly kind: string; readonly count: number }[];
}

/** Accounts with messages from before a moment that they have neither read nor been told of by mail; with that they count as told. */
export async function takeDigests(tx: Tx, before: Date, now: Date): Promise<DigestFor[]> {
  // Two servers must not tell twice.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('digest ' || app_tenant()))`);
  const untold = and(isNull(message.digestedAt), lt(message.at, before));
  const waiting = await tx
    .select({ accountId: message.accountId, kind: message.kind, count: count(), email: account.email, mail: messageSetting.mail })
    .from(message)
    .innerJoin(account, and(eq(account.tenantId, message.tenantId), eq(account.id, message.accountId)))
    .leftJoin(messageSetting, and(eq(messageSetting.tenantId, message.tenantId), eq(messageSetting.accountId, message.accountId)))
    .where(and(untold, isNull(message.readAt), eq(account.status, "active")))
    .groupBy(message.accountId, message.kind, account.email, messageSetting.mail);
  await tx.update(message).set({ digestedAt: now }).where(untold);
  const due = waiting.filter(({ email, mail }) => email !== null && mail !== "never");
  const accounts = [...new Set(due.map(({ accountId }) => accountId))];
  return accounts.map((one) => {
    const rows = due.filter(({ accountId }) => accountId === one);
    return { account: one, email: rows[0]?.email ?? "", waiting: rows.map(({ kind, count }) => ({ kind, count })) };
  });
}
