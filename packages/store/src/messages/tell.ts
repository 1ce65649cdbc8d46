/** Tells accounts something, in the transaction of what caused it. Nothing secret: a message may end up as a line in a mail. */
import { and, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { account, appointment } from "../schema/access.ts";
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

export interface HoldersQuery {
  readonly roles: readonly string[];
  /** YYYY-MM-DD: on which they hold it. */
  readonly today: string;
  /** Of roles that are bound to a town, those of this one; null: none of them. */
  readonly territory: string | null;
}

/** Accounts in use that hold one of the roles today, as far as the transaction sees their appointments. */
export async function accountsIn(tx: Tx, { roles, today, territory }: HoldersQuery): Promise<string[]> {
  const own = isNull(appointment.territory);
  const rows = await tx
    .selectDistinct({ accountId: appointment.accountId })
    .from(appointment)
    .innerJoin(account, and(eq(account.tenantId, appointment.tenantId), eq(account.id, appointment.accountId)))
    .where(
      and(
        inArray(appointment.role, [...roles]),
        isNull(appointment.endedAt),
        lte(appointment.validFrom, today),
        or(isNull(appointment.validTo), gte(appointment.validTo, today)),
        territory === null ? own : or(own, eq(appointment.territory, territory)),
        eq(account.status, "active"),
      ),
    );
  return rows.map(({ accountId }) => accountId);
}
