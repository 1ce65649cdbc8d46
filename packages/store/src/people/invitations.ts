/** Invitations into a unit. Only the token's digest is kept; whoever bears the token sees that one row. */
import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { invitation } from "../schema/people.ts";

export type InvitationRow = typeof invitation.$inferSelect;
export type NewInvitation = Pick<
  InvitationRow,
  "tokenHash" | "uscc" | "unitName" | "role" | "invitee" | "validFrom" | "validTo" | "deedFile" | "invitedBy" | "expiresAt"
>;

export async function addInvitation(tx: Tx, one: NewInvitation, now: Date): Promise<string> {
  const id = newId(now);
  await tx.insert(invitation).values({ ...one, id, invitedAt: now });
  return id;
}

/** The newest first; `after`: the id of the last one of the page before. One more than asked for, where there is one. */
export const invitationsPage = (
  tx: Tx,
  { uscc, after, size }: { readonly uscc: string; readonly after: string | null; readonly size: number },
): Promise<InvitationRow[]> =>
  tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.uscc, uscc), after === null ? undefined : lt(invitation.id, after)))
    .orderBy(desc(invitation.id))
    .limit(size + 1);

/** By the digest of its token; held until the transaction ends, so that two can't accept it at once. */
export async function invitationOfToken(tx: Tx, tokenHash: string): Promise<InvitationRow | null> {
  await tx.execute(sql`select set_config('zhengdui.invitation', ${tokenHash}, true)`);
  const [found] = await tx.select().from(invitation).where(eq(invitation.tokenHash, tokenHash)).for("update");
  return found ?? null;
}

export async function saveAcceptance(
  tx: Tx,
  id: string,
  accepted: { readonly acceptedBy: string; readonly appointmentId: string },
  now: Date,
): Promise<void> {
  await tx
    .update(invitation)
    .set({ ...accepted, acceptedAt: now })
    .where(eq(invitation.id, id));
}

const isOpen = and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt));

/** false: there is no open one of this unit. */
export async function revokeInvitation(tx: Tx, uscc: string, id: string, by: string, now: Date): Promise<boolean> {
  const revoked = await tx
    .update(invitation)
    .set({ revokedBy: by, revokedAt: now })
    .where(and(eq(invitation.uscc, uscc), eq(invitation.id, id), isOpen))
    .returning({ id: invitation.id });
  return revoked.length === 1;
}

/** All open ones that an account has sent for a unit: with its right to invite they end too. */
export async function revokeInvitationsBy(tx: Tx, uscc: string, inviter: string, by: string, now: Date): Promise<void> {
  await tx
    .update(invitation)
    .set({ revokedBy: by, revokedAt: now })
    .where(and(eq(invitation.uscc, uscc), eq(invitation.invitedBy, inviter), isOpen));
}

/** All open ones of a unit: it is gone. */
export async function revokeInvitationsOf(tx: Tx, uscc: string, by: string, now: Date): Promise<void> {
  await tx
    .update(invitation)
    .set({ revokedBy: by, revokedAt: now })
    .where(and(eq(invitation.uscc, uscc), isOpen));
}
