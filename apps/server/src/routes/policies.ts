/** GET /api/policies: what there is; GET /api/policies/:id/policy.json: one of them, compiled, for the engine in the page; whom to ask about it. */
import type { PolicySummary, ServiceSheet } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import type { FastifyInstance } from "fastify";
import type { Shelf } from "../policy-shelf.ts";
import { sendDocument } from "../send-document.ts";

export function policyRoutes(app: FastifyInstance, shelf: Shelf): void {
  app.get("/api/policies", async (_request, reply) => {
    reply.header("cache-control", "no-cache");
    const today = dayInChina(new Date());
    return shelf.policies.map(({ policy, service }) => summarize(policy, service, today));
  });
  app.get<{ Params: { id: string } }>("/api/policies/:id/policy.json", async (request, reply) => {
    const found = shelf.policies.find(({ policy }) => policy.id === request.params.id);
    if (found === undefined) return reply.code(404).send({ error: "没有这项政策。" });
    return sendDocument(request, reply, found.document);
  });
  app.get<{ Params: { id: string } }>("/api/policies/:id/sections", async (request, reply) => {
    const found = shelf.policies.find(({ policy }) => policy.id === request.params.id);
    if (found === undefined) return reply.code(404).send({ error: "没有这项政策。" });
    reply.header("cache-control", "no-cache");
    return found.service.sections;
  });
}

/** `today` is YYYY-MM-DD; both ends of the period are in force. */
export function summarize(policy: Policy, { repealed, windows }: ServiceSheet, today: string): PolicySummary {
  const { id, version, number, title, issuer, inForce, years } = policy;
  const summary = { id, version, number, title, issuer, inForce, years, repealed, windows };
  // What has run out by itself can't be repealed any more.
  if (repealed !== null && repealed.on <= inForce.to && today >= repealed.on) return { ...summary, state: "repealed" };
  return { ...summary, state: today < inForce.from ? "not-yet" : today > inForce.to ? "expired" : "in-force" };
}

/** China has one time zone, and no summer time. */
export function dayInChina(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
