/** GET /api/examples: the example dossiers, in order. */
import type { FastifyInstance } from "fastify";
import { documentOf, type Shelf } from "../policy-shelf.ts";
import { sendDocument } from "../send-document.ts";

export function exampleRoutes(app: FastifyInstance, shelf: Shelf): void {
  const document = documentOf(Buffer.from(JSON.stringify(shelf.examples)));
  app.get("/api/examples", async (request, reply) => sendDocument(request, reply, document));
}
