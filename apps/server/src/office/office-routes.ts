/** The office's routes, each from its own file. */
import type { FastifyInstance } from "fastify";
import { consultationRoutes, publishedRoutes } from "../routes/consultations.ts";
import { meRoutes } from "../routes/me.ts";
import { messageRoutes } from "../routes/messages.ts";
import { webhookRoutes } from "../routes/webhooks.ts";
import type { OfficeParts } from "./office-parts.ts";

export function officeRoutes(app: FastifyInstance, parts: OfficeParts): void {
  consultationRoutes(app, parts);
  meRoutes(app, parts);
  messageRoutes(app, parts);
  publishedRoutes(app, parts);
  webhookRoutes(app, parts);
}
