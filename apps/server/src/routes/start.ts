/** GET /: the calculator's page, which says before any script which policy it is about and whether that is in force on the day. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicySummary } from "@zhengdui/contract";
import type { FastifyInstance } from "fastify";
import { type Document, documentOf, type Shelf } from "../policy-shelf.ts";
import { sendDocument } from "../send-document.ts";
import { dayInChina, summarize } from "./policies.ts";

type Query = Readonly<Record<string, unknown>>;

/** Printed for Chinese readers and for the policies there were at build; for others the page says it once its script is there. */
export function startRoutes(app: FastifyInstance, shelf: Shelf, web: string): void {
  const documents = new Map<string, Document | null>();
  const printed = ({ id, state }: PolicySummary): Document | null => {
    const file = join(web, "start", `${id}.${state}.html`);
    const known = documents.get(file);
    if (known !== undefined) return known;
    const document = existsSync(file) ? documentOf(readFileSync(file)) : null;
    documents.set(file, document);
    return document;
  };
  app.get<{ Querystring: Query }>("/", async (request, reply) => {
    const { policy: asked, lang } = request.query;
    const found = asked === undefined ? shelf.policies[0] : shelf.policies.find(({ policy }) => policy.id === asked);
    const today = dayInChina(new Date());
    const page = found === undefined || lang === "en" ? null : printed(summarize(found.policy, found.service, today));
    if (page !== null) return sendDocument(request, reply, page, "text/html; charset=utf-8");
    return reply.sendFile("index.html");
  });
}
