/** The invented persons of a county that is there for demonstration. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { account, appointment, credential, tenant } from "../schema/access.ts";
import type { AppointmentRow } from "./persons.ts";

export async function isDemonstration(tx: Tx, county: string): Promise<boolean> {
  const [found] = await tx.select({ demonstration: tenant.demonstration }).from(tenant).where(eq(tenant.tenantId, county));
  return found?.demonstration === true;
}

export interface DemonstrationPerson {
  readonly account: string;
  readonly name: string;
  readonly side: (typeof account.$inferSelect)["side"];
  readonly appointments: readonly AppointmentRow[];
}

const listSize = 300;

/** Nothing proves who they are: they came with the demonstration, and nobody registered as them. */
const isInvented = and(isNull(credential.passwordHash), isNull(credential.issuer));

export async function isDemonstrationPerson(tx: Tx, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: credential.accountId })
    .from(credential)
    .where(and(eq(credential.accountId, id), isInvented));
  return found.length > 0;
}

/** In the order in which they were made. */
export async function demonstrationPersons(tx: Tx): Promise<DemonstrationPerson[]> {
  const persons = await tx
    .select({ id: account.id, name: account.name, side: account.side })
    .from(account)
    .innerJoin(credential, and(eq(credential.tenantId, account.tenantId), eq(credential.accountId, account.id)))
    .where(and(eq(account.status, "active"), isInvented))
    .orderBy(asc(account.id))
    .limit(listSize);
  const appointments = await tx
    .select()
    .from(appointment)
    .where(isNull(appointment.endedAt))
    .limit(listSize * 10);
  return persons.map(({ id, name, side }) => ({
    account: id,
    name,
    side,
    appointments: appointments.filter(({ accountId }) => accountId === id),
  }));
}
