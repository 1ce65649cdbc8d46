/** The office's routes, each from its own file. */
import type { FastifyInstance } from "fastify";
import { meRoutes } from "../routes/me.ts";
import type { OfficeParts } from "./office-parts.ts";

export function officeRoutes(app: FastifyInstance, parts: OfficeParts): void {
  meRoutes(app, parts);
}
