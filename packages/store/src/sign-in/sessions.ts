/** Sessions and trusted devices: begun, found, listed, ended. Only digests of their tokens are here. */
import { and, desc, eq, gt, isNull, like, ne } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { session, trustedDevice } from "../schema/access.ts";

export type Session = typeof session.$inferSelect;

export async function insertSession(tx: Tx, one: Omit<typeof session.$inferInsert, "tenantId">): Promise<void> {
  await tx.insert(session).values(one);
}

export async function endSession(tx: Tx, tokenHash: string, now: Date): Promise<Session | null> {
  const [ended] = await tx
    .update(session)
    .set({ endedAt: now })
    .where(and(eq(session.tokenHash, tokenHash), isNull(session.endedAt)))
    .returning();
  return ended ?? null;
}

/** All of an account, but for one where it is named. The number of those ended. */
export async function endSessionsOf(tx: Tx, accountId: string, now: Date, except = ""): Promise<number> {
  const ended = await tx
    .update(session)
    .set({ endedAt: now })
    .where(and(eq(session.accountId, accountId), isNull(session.endedAt), ne(session.tokenHash, except)))
    .returning({ token: session.tokenHash });
  return ended.length;
}

/** Between the password and the code. */
export async function halfSessionOf(tx: Tx, tokenHash: string, now: Date): Promise<Session | null> {
  const [found] = await tx
    .select()
    .from(session)
    .where(and(eq(session.tokenHash, tokenHash), eq(session.stage, "totp"), isNull(session.endedAt), gt(session.expiresAt, now)));
  return found ?? null;
}

const listSize = 200;

export const sessionsOf = (tx: Tx, accountId: string, now: Date): Promise<Session[]> =>
  tx
    .select()
    .from(session)
    .where(and(eq(session.accountId, accountId), eq(session.stage, "full"), isNull(session.endedAt), gt(session.expiresAt, now)))
    .orderBy(desc(session.seenAt))
    .limit(listSize);

/** `handle`: the beginning of the digest, as listed. */
export async function endSessionByHandle(tx: Tx, accountId: string, handle: string, now: Date): Promise<boolean> {
  const ended = await tx
    .update(session)
    .set({ endedAt: now })
    .where(and(eq(session.accountId, accountId), like(session.tokenHash, `${handle}%`), isNull(session.endedAt)))
    .returning({ token: session.tokenHash });
  return ended.length > 0;
}

export type TrustedDevice = typeof trustedDevice.$inferSelect;

export async function insertDevice(tx: Tx, one: Omit<typeof trustedDevice.$inferInsert, "tenantId">): Promise<void> {
  await tx.insert(trustedDevice).values(one);
}

export async function isTrusted(tx: Tx, accountId: string, tokenHash: string, now: Date): Promise<boolean> {
  const [found] = await tx
    .select({ account: trustedDevice.accountId })
    .from(trustedDevice)
    .where(
      and(
        eq(trustedDevice.tokenHash, tokenHash),
        eq(trustedDevice.accountId, accountId),
        isNull(trustedDevice.endedAt),
        gt(trustedDevice.expiresAt, now),
      ),
    );
  return found !== undefined;
}

export const devicesOf = (tx: Tx, accountId: string, now: Date): Promise<TrustedDevice[]> =>
  tx
    .select()
    .from(trustedDevice)
    .where(and(eq(trustedDevice.accountId, accountId), isNull(trustedDevice.endedAt), gt(trustedDevice.expiresAt, now)))
    .orderBy(desc(trustedDevice.trustedAt))
    .limit(listSize);

/** One by its handle, or all. */
export async function endDevices(tx: Tx, accountId: string, now: Date, handle = ""): Promise<number> {
  const ended = await tx
    .update(trustedDevice)
    .set({ endedAt: now })
    .where(
      and(eq(trustedDevice.accountId, accountId), like(trustedDevice.tokenHash, `${handle}%`), isNull(trustedDevice.endedAt)),
    )
    .returning({ token: trustedDevice.tokenHash });
  return ended.length;
}
