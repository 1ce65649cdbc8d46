/** The account of a person whom an identity provider vouches for, and the unit that it vouches for: made at the first visit, kept, and ended where no longer claimed. */
import { appointmentChanges, type Identity, type UnitOfPerson } from "@zhengdui/casework";
import {
  appointmentsOfAccounts,
  createAccount,
  credentialBySubject,
  endAppointment,
  ensureEnterprise,
  insertAppointment,
  lockName,
  newId,
  type Proven,
  renameAccount,
  type Tx,
} from "@zhengdui/store";
import type { OidcSettings } from "./oidc-settings.ts";
import { digest } from "./token.ts";

export interface Visit {
  readonly settings: OidcSettings;
  readonly identity: Identity;
  readonly now: Date;
  readonly today: string;
}

/** `tx` acts for the system. null: the account is disabled. */
export async function accountOfVisit(tx: Tx, visit: Visit): Promise<Proven | null> {
  const { settings, identity, now } = visit;
  await lockName(tx, `${settings.issuer} ${identity.person}`);
  const found = await credentialBySubject(tx, settings.issuer, identity.person);
  if (found === null) await createAccount(tx, accountFor(visit), { issuer: settings.issuer, subject: identity.person });
  const proven = found ?? (await credentialBySubject(tx, settings.issuer, identity.person));
  if (proven === null || proven.account.status !== "active") return null;
  if (proven.account.name !== identity.name) await renameAccount(tx, proven.account.id, identity.name);
  await keepAppointments(tx, proven.account.id, visit, now);
  return proven;
}

const accountFor = ({ settings, identity, now }: Visit) => ({
  id: newId(now),
  side: "applicant" as const,
  // The colon is in no login that somebody can choose.
  login: `${settings.id}:${digest(`${settings.issuer} ${identity.person}`).slice(0, 24)}`,
  name: identity.name,
  createdAt: now,
  createdBy: `oidc:${settings.id}`,
});

async function keepAppointments(tx: Tx, account: string, { settings, identity, today }: Visit, now: Date): Promise<void> {
  const by = `oidc:${settings.id}`;
  const held = (await appointmentsOfAccounts(tx, [account])).filter(({ grantedBy }) => grantedBy === by);
  const { end, begin } = appointmentChanges(held, identity.unit);
  for (const id of end) await endAppointment(tx, id, account, by, now);
  if (begin !== null) await beginAppointment(tx, account, begin, by, now, today);
}

async function beginAppointment(
  tx: Tx,
  accountId: string,
  unit: UnitOfPerson,
  by: string,
  now: Date,
  today: string,
): Promise<void> {
  await ensureEnterprise(tx, unit.uscc, unit.name, now);
  await insertAppointment(tx, {
    id: newId(now),
    accountId,
    role: unit.role,
    uscc: unit.uscc,
    validFrom: today,
    grantedBy: by,
    grantedAt: now,
    // The provider has checked it.
    confirmedBy: by,
    confirmedAt: now,
  });
}
