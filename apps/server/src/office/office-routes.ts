/** The office's routes, each from its own file. */
import type { FastifyInstance } from "fastify";
import { consultationRoutes, publishedRoutes } from "../routes/consultations.ts";
import { demonstrationRoutes } from "../routes/demonstration.ts";
import { keyRoutes } from "../routes/keys.ts";
import { meRoutes } from "../routes/me.ts";
import { messageRoutes } from "../routes/messages.ts";
import { personAppointmentRoutes } from "../routes/person-appointments.ts";
import { personProofRoutes } from "../routes/person-proofs.ts";
import { personRoutes } from "../routes/persons.ts";
import { recordRoutes } from "../routes/records.ts";
import { selfRoutes } from "../routes/self.ts";
import { selfTotpRoutes } from "../routes/self-totp.ts";
import { signInRoutes } from "../routes/sign-in.ts";
import { signInElsewhereRoutes } from "../routes/sign-in-elsewhere.ts";
import { webhookRoutes } from "../routes/webhooks.ts";
import type { OfficeParts } from "./office-parts.ts";

export function officeRoutes(app: FastifyInstance, parts: OfficeParts): void {
  consultationRoutes(app, parts);
  demonstrationRoutes(app, parts);
  keyRoutes(app, parts);
  meRoutes(app, parts);
  messageRoutes(app, parts);
  personAppointmentRoutes(app, parts);
  personProofRoutes(app, parts);
  personRoutes(app, parts);
  publishedRoutes(app, parts);
  webhookRoutes(app, parts);
  recordRoutes(app, parts);
  selfRoutes(app, parts);
  selfTotpRoutes(app, parts);
  signInElsewhereRoutes(app, parts);
  signInRoutes(app, parts);
import { ledgerRoutes } from "../routes/ledger.ts";
import { meRoutes } from "../routes/me.ts";
import { registerRoutes } from "../routes/registers.ts";
import type { OfficeParts } from "./office-parts.ts";

export function officeRoutes(app: FastifyInstance, parts: OfficeParts): void {
  ledgerRoutes(app, parts);
  meRoutes(app, parts);
  registerRoutes(app, parts);
}
