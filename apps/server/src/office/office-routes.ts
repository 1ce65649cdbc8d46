/** The office's routes, each from its own file: this list is all that can be asked of the office. */
import type { FastifyInstance } from "fastify";
import { bankAccountRoutes } from "../routes/bank-accounts.ts";
import { claimRoutes } from "../routes/claims.ts";
import { consultationRoutes, publishedRoutes } from "../routes/consultations.ts";
import { demonstrationRoutes } from "../routes/demonstration.ts";
import { disputeRoutes } from "../routes/disputes.ts";
import { enterpriseFileRoutes } from "../routes/enterprise-file.ts";
import { enterpriseRoutes } from "../routes/enterprises.ts";
import { fileRoutes } from "../routes/files.ts";
import { importProgressRoutes } from "../routes/import-progress.ts";
import { keyRoutes } from "../routes/keys.ts";
import { ledgerRoutes } from "../routes/ledger.ts";
import { mailAddressRoutes } from "../routes/mail-address.ts";
import { mappingRoutes } from "../routes/mappings.ts";
import { meRoutes } from "../routes/me.ts";
import { messageRoutes } from "../routes/messages.ts";
import { packageRoutes } from "../routes/packages.ts";
import { personAppointmentRoutes } from "../routes/person-appointments.ts";
import { personProofRoutes } from "../routes/person-proofs.ts";
import { personRoutes } from "../routes/persons.ts";
import { recordRoutes } from "../routes/records.ts";
import { registerRoutes } from "../routes/registers.ts";
import { selfRoutes } from "../routes/self.ts";
import { selfTotpRoutes } from "../routes/self-totp.ts";
import { signInRoutes } from "../routes/sign-in.ts";
import { signInElsewhereRoutes } from "../routes/sign-in-elsewhere.ts";
import { territoryRoutes } from "../routes/territories.ts";
import { unitPeopleRoutes } from "../routes/unit-people.ts";
import { unitRoutes } from "../routes/units.ts";
import { waitingRoutes } from "../routes/waiting.ts";
import { webhookRoutes } from "../routes/webhooks.ts";
import type { OfficeParts } from "./office-parts.ts";

const ROUTES: readonly ((app: FastifyInstance, parts: OfficeParts) => void)[] = [
  bankAccountRoutes,
  claimRoutes,
  consultationRoutes,
  publishedRoutes,
  demonstrationRoutes,
  disputeRoutes,
  enterpriseFileRoutes,
  enterpriseRoutes,
  fileRoutes,
  importProgressRoutes,
  keyRoutes,
  ledgerRoutes,
  mailAddressRoutes,
  mappingRoutes,
  meRoutes,
  messageRoutes,
  packageRoutes,
  personAppointmentRoutes,
  personProofRoutes,
  personRoutes,
  recordRoutes,
  registerRoutes,
  selfTotpRoutes,
  selfRoutes,
  signInElsewhereRoutes,
  signInRoutes,
  territoryRoutes,
  unitPeopleRoutes,
  unitRoutes,
  waitingRoutes,
  webhookRoutes,
];

export function officeRoutes(app: FastifyInstance, parts: OfficeParts): void {
  for (const routes of ROUTES) routes(app, parts);
}
