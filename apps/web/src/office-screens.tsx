/** All of the office's screens and where they stand. Each is fetched when one goes there, or a little before. */
import type { ComponentType } from "react";
import { matchPath } from "react-router";
import { BySide } from "./parts/office/by-side.tsx";
import { piece } from "./parts/office/piece.tsx";

type NoProps = Record<never, never>;

export interface OfficeScreen {
  readonly path: string;
  readonly Shown: ComponentType<NoProps>;
  readonly fetchAhead: () => void;
}

const at = (path: string, load: () => Promise<ComponentType<NoProps>>): OfficeScreen => ({ path, ...piece(load) });

/** Before one is in. */
export const ENTRY_SCREENS: readonly OfficeScreen[] = [
  at("/sign-in", async () => (await import("./screens/entry/sign-in/sign-in.tsx")).SignIn),
  at("/register", async () => (await import("./screens/entry/register/register.tsx")).Register),
];

export const OFFICE_SCREENS: readonly OfficeScreen[] = [
  at("/", async () => (await import("./screens/office/home/home.tsx")).Home),
  at("/packages", async () => (await import("./screens/office/packages/packages.tsx")).Packages),
  at("/packages/:id", async () => (await import("./screens/office/packages/one-package.tsx")).OnePackage),
  at("/claims/:number", async () => (await import("./screens/office/packages/one-claim.tsx")).OneClaim),
  at("/mappings", async () => (await import("./screens/office/packages/mappings.tsx")).Mappings),
  at("/mappings/:id", async () => (await import("./screens/office/packages/mapping-form.tsx")).MappingForm),
  at("/self", async () => (await import("./screens/applicant/self/self.tsx")).Self),
  at("/persons", async () => (await import("./screens/office/persons/persons.tsx")).Persons),
  at("/persons/:login", async () => (await import("./screens/office/persons/person.tsx")).Person),
  at("/keys", async () => (await import("./screens/office/keys/keys.tsx")).Keys),
  at("/webhooks", async () => (await import("./screens/office/webhooks/webhooks.tsx")).Webhooks),
  at("/records", async () => (await import("./screens/office/records/records.tsx")).Records),
  at("/registers", async () => (await import("./screens/office/registers/registers.tsx")).Registers),
  at("/registers/:kind", async () => (await import("./screens/office/registers/register-page.tsx")).RegisterPage),
  at(
    "/registers/:kind/import",
    async () => (await import("./screens/office/register-import/register-import.tsx")).RegisterImport,
  ),
  at(
    "/registers/:kind/versions/:version",
    async () => (await import("./screens/office/registers/register-rows.tsx")).RegisterRows,
  ),
  at("/ledger", async () => (await import("./screens/office/ledger/ledger.tsx")).Ledger),
  at("/units", async () => (await import("./screens/applicant/units/units.tsx")).Units),
  at("/units/:uscc", async () => (await import("./screens/applicant/unit/unit.tsx")).Unit),
  at("/units/:uscc/file", async () => (await import("./screens/applicant/unit/unit-file.tsx")).UnitFile),
  at("/units/:uscc/bank-accounts", async () => (await import("./screens/applicant/unit/unit-accounts.tsx")).UnitAccounts),
  at("/invitation/:token", async () => (await import("./screens/applicant/invitation/invitation.tsx")).InvitationPage),
  at("/enterprises", async () => (await import("./screens/office/enterprises/enterprises.tsx")).Enterprises),
  at("/enterprises/:uscc", async () => (await import("./screens/office/enterprise/enterprise.tsx")).Enterprise),
  at("/unit-claims", async () => (await import("./screens/office/claims-of-units/claims-of-units.tsx")).ClaimsOfUnits),
  at("/disputes", async () => (await import("./screens/office/disputes/disputes.tsx")).DisputesPage),
  at("/bank-accounts", async () => (await import("./screens/office/bank-accounts/bank-accounts.tsx")).BankAccounts),
  at("/messages", async () => (await import("./screens/applicant/messages/messages.tsx")).Messages),
  bySide(),
];

/** One address, two screens. */
function bySide(): OfficeScreen {
  const asked = piece(async () => (await import("./screens/applicant/consultations/own-consultations.tsx")).OwnConsultations);
  const answered = piece(async () => (await import("./screens/office/consultations/consultations.tsx")).Consultations);
  return {
    path: "/consultations",
    Shown: () => <BySide applicant={<asked.Shown />} office={<answered.Shown />} />,
    fetchAhead: () => {
      asked.fetchAhead();
      answered.fetchAhead();
    },
  };
}

export function fetchScreenAt(path: string): void {
  const found = [...ENTRY_SCREENS, ...OFFICE_SCREENS].find((one) => matchPath(one.path, path) !== null);
  found?.fetchAhead();
}
