/** Tells accounts something, in the transaction of what caused it. Nothing secret: a message may end up as a line in a mail. */
import { and, inArray, isNull } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { appointment } from "../schema/access.ts";
import { message } from "../schema/messages.ts";

export interface Telling {
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  /** An address within the office. */
  readonly link?: string;
}

export async function tell(tx: Tx, accounts: readonly string[], { kind, title, body, link }: Telling, at: Date): Promise<void> {
  if (accounts.length === 0) return;
  const rows = [...new Set(accounts)].map((accountId) => ({
    id: newId(at),
    accountId,
    kind,
    title,
    body,
    link: link ?? null,
    at,
  }));
  await tx.insert(message).values(rows);
}

/** Accounts that hold one of the roles, as far as the transaction sees their appointments. */
export async function accountsIn(tx: Tx, roles: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ accountId: appointment.accountId })
    .from(appointment)
    .where(and(inArray(appointment.role, [...roles]), isNull(appointment.endedAt)));
  return rows.map(({ accountId }) => accountId);
}
