/** Who asks: found by the session's cookie or by an API key, with all that the account is appointed to. */
import type { Appointment, RoleId, Side } from "@zhengdui/casework";
import { isRoleId } from "@zhengdui/casework";
import { account, appointment, credential, session, type Tx } from "@zhengdui/store";
import { and, eq, isNull } from "drizzle-orm";
import { digest } from "./token.ts";

export interface Person {
  readonly tenant: string;
  readonly account: string;
  readonly side: Side;
  readonly login: string;
  readonly name: string;
  /** What counts: not ended, and checked where it must be. */
  readonly appointments: readonly Appointment[];
  readonly roles: readonly RoleId[];
  /** The password was for one use: nothing but one's own account until it is changed. */
  readonly mustChange: boolean;
  readonly session: { readonly tokenHash: string; readonly factors: readonly string[]; readonly begunAt: Date };
}

/** Beyond this without a request, one signs in again. */
const IDLE_MS = 30 * 60_000;
/** `seen_at` is written at most so often. */
const SEEN_EVERY_MS = 60_000;

/** null: no such session, half of one, ended, timed out, or the account is disabled. `tx` acts for the system. */
export async function personOfSession(tx: Tx, token: string, now: Date): Promise<Person | null> {
  const tokenHash = digest(token);
  const [found] = await tx
    .select({ session, account, mustChange: credential.mustChange })
    .from(session)
    .innerJoin(account, and(eq(account.tenantId, session.tenantId), eq(account.id, session.accountId)))
    .innerJoin(credential, and(eq(credential.tenantId, account.tenantId), eq(credential.accountId, account.id)))
    .where(and(eq(session.tokenHash, tokenHash), eq(session.stage, "full"), isNull(session.endedAt)));
  if (found === undefined || found.account.status !== "active") return null;
  const idle = now.getTime() - found.session.seenAt.getTime();
  if (found.session.expiresAt <= now || idle > IDLE_MS) {
    await tx.update(session).set({ endedAt: now }).where(eq(session.tokenHash, tokenHash));
    return null;
  }
  if (idle > SEEN_EVERY_MS) await tx.update(session).set({ seenAt: now }).where(eq(session.tokenHash, tokenHash));
  const appointments = await appointmentsOf(tx, found.account.id);
  return {
    tenant: found.account.tenantId,
    account: found.account.id,
    side: found.account.side,
    login: found.account.login,
    name: found.account.name,
    appointments,
    roles: [...new Set(appointments.map(({ role }) => role))],
    mustChange: found.mustChange && !found.session.factors.includes("demonstration"),
    session: { tokenHash, factors: found.session.factors, begunAt: found.session.begunAt },
  };
}

/** An appointment to a unit counts once it is confirmed. */
export async function appointmentsOf(tx: Tx, accountId: string): Promise<Appointment[]> {
  const rows = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.accountId, accountId), isNull(appointment.endedAt)));
  return rows.flatMap((row): Appointment[] =>
    isRoleId(row.role) && row.confirmedAt !== null
      ? [{ role: row.role, unit: row.uscc, territory: row.territory, from: row.validFrom, to: row.validTo }]
      : [],
  );
}
