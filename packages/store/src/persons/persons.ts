/** Accounts as administrators see them, and the appointments that they give and take. */
import { and, asc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { account, appointment, credential, session } from "../schema/access.ts";
import { enterprise } from "../schema/enterprises.ts";

export interface PersonQuery {
  readonly sought?: string;
  readonly side?: (typeof account.$inferSelect)["side"];
  /** The login after which the page begins. */
  readonly after?: string;
  readonly limit: number;
}

export type AppointmentRow = typeof appointment.$inferSelect;

export interface PersonRow {
  readonly account: typeof account.$inferSelect;
  readonly lockedUntil: Date | null;
  readonly hasTotp: boolean;
  readonly mustChange: boolean;
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** In the order of logins. The transaction acts for the system: locks and factors stand beside the secrets. */
export async function personsLike(tx: Tx, { sought, side, after, limit }: PersonQuery): Promise<PersonRow[]> {
  const conditions: (SQL | undefined)[] = [
    // Word for word the index of staff.
    side === "applicant" ? eq(account.side, side) : sql`${account.side} <> 'applicant'`,
    side === undefined ? undefined : eq(account.side, side),
    after === undefined ? undefined : gt(account.login, after),
    sought === undefined ? undefined : sql`account.sought like folded(${like(sought)})`,
  ];
  const accounts = await tx
    .select()
    .from(account)
    .where(and(...conditions))
    .orderBy(asc(account.login))
    .limit(limit);
  const ids = accounts.map(({ id }) => id);
  const proofs = ids.length === 0 ? [] : await tx.select().from(credential).where(inArray(credential.accountId, ids));
  const proofOf = new Map(proofs.map((proof) => [proof.accountId, proof]));
  return accounts.map((one) => {
    const proof = proofOf.get(one.id);
    return {
      account: one,
      lockedUntil: proof?.lockedUntil ?? null,
      hasTotp: (proof?.totpConfirmedAt ?? null) !== null,
      mustChange: proof?.mustChange ?? false,
    };
  });
}

/** Not ended, by account. */
export async function appointmentsOfAccounts(tx: Tx, accountIds: readonly string[]): Promise<AppointmentRow[]> {
  if (accountIds.length === 0) return [];
  return tx
    .select()
    .from(appointment)
    .where(and(inArray(appointment.accountId, [...accountIds]), isNull(appointment.endedAt)))
    .orderBy(asc(appointment.id));
}

/** Who they are, in words. */
export async function namesOfAccounts(tx: Tx, ids: readonly string[]): Promise<{ id: string; login: string; name: string }[]> {
  if (ids.length === 0) return [];
  const { id, login, name } = account;
  return tx
    .select({ id, login, name })
    .from(account)
    .where(inArray(id, [...ids]));
}

export async function accountIdOfLogin(tx: Tx, login: string): Promise<string | null> {
  const [found] = await tx.select({ id: account.id }).from(account).where(eq(account.login, login));
  return found?.id ?? null;
}

export async function accountById(tx: Tx, id: string): Promise<typeof account.$inferSelect | null> {
  const [found] = await tx.select().from(account).where(eq(account.id, id));
  return found ?? null;
}

/** Two who appoint one person at once would not see each other's rows: the account's row makes them take turns. */
export async function lockAccount(tx: Tx, id: string): Promise<typeof account.$inferSelect | null> {
  const [found] = await tx.select().from(account).where(eq(account.id, id)).for("update");
  return found ?? null;
}

export async function setAccountStatus(tx: Tx, id: string, status: "active" | "disabled", now: Date): Promise<void> {
  await tx.update(account).set({ status }).where(eq(account.id, id));
  if (status === "disabled")
    await tx
      .update(session)
      .set({ endedAt: now })
      .where(and(eq(session.accountId, id), isNull(session.endedAt)));
}

export async function insertAppointment(tx: Tx, one: Omit<typeof appointment.$inferInsert, "tenantId">): Promise<void> {
  await tx.insert(appointment).values(one);
}

export async function endAppointment(
  tx: Tx,
  id: string,
  accountId: string,
  by: string,
  now: Date,
): Promise<AppointmentRow | null> {
  const [ended] = await tx
    .update(appointment)
    .set({ endedAt: now, endedBy: by })
    .where(and(eq(appointment.id, id), eq(appointment.accountId, accountId), isNull(appointment.endedAt)))
    .returning();
  return ended ?? null;
}

export async function renameAccount(tx: Tx, id: string, name: string): Promise<void> {
  await tx.update(account).set({ name }).where(eq(account.id, id));
}

/** What is known already stays as it is. */
export async function ensureEnterprise(tx: Tx, uscc: string, name: string, now: Date): Promise<void> {
  await tx
    .insert(enterprise)
    .values({ uscc, name, knownAt: now })
    .onConflictDoNothing({ target: [enterprise.tenantId, enterprise.uscc] });
}
