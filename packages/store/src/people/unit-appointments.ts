/** Who acts for a unit: appointments made and ended, with the names of those appointed. */
import type { RoleId } from "@zhengdui/casework";
import { and, asc, eq, gte, isNotNull, isNull, lte, or } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import type { AppointmentRow } from "../persons/persons.ts";
import { account, appointment } from "../schema/access.ts";

export interface NewAppointment {
  readonly accountId: string;
  readonly role: RoleId;
  readonly uscc: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly deedFile: string;
  readonly grantedBy: string;
  readonly confirmedBy: string;
}

/** It counts at once. */
export async function appointToUnit(tx: Tx, one: NewAppointment, now: Date): Promise<string> {
  const id = newId(now);
  await tx.insert(appointment).values({ ...one, id, grantedAt: now, confirmedAt: now });
  return id;
}

const SHOWN_ROWS = 500;

/** In the order of their appointment, ended ones too. */
export const peopleOfUnit = (tx: Tx, uscc: string) =>
  tx
    .select({ appointment, name: account.name, login: account.login })
    .from(appointment)
    .innerJoin(account, and(eq(account.tenantId, appointment.tenantId), eq(account.id, appointment.accountId)))
    .where(eq(appointment.uscc, uscc))
    .orderBy(asc(appointment.id))
    .limit(SHOWN_ROWS);

/** Whether an account that is open is the unit's legal representative on a day. */
export async function represents(tx: Tx, uscc: string, accountId: string, today: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: appointment.id })
    .from(appointment)
    .innerJoin(account, and(eq(account.tenantId, appointment.tenantId), eq(account.id, appointment.accountId)))
    .where(
      and(
        ...[eq(appointment.uscc, uscc), eq(appointment.accountId, accountId), eq(appointment.role, "legal-representative")],
        ...[isNull(appointment.endedAt), isNotNull(appointment.confirmedAt), eq(account.status, "active")],
        lte(appointment.validFrom, today),
        or(isNull(appointment.validTo), gte(appointment.validTo, today)),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** null: the unit has no such appointment that hasn't ended. Held until the transaction ends. */
export async function lockAppointment(tx: Tx, uscc: string, id: string): Promise<AppointmentRow | null> {
  const [found] = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.uscc, uscc), eq(appointment.id, id), isNull(appointment.endedAt)))
    .for("update");
  return found ?? null;
}

export async function endUnitAppointment(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await tx.update(appointment).set({ endedBy: by, endedAt: now }).where(eq(appointment.id, id));
}
