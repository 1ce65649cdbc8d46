/** GET /api/policies: what there is; GET /api/policies/:id/policy.json: one of them, compiled, for the engine in the page. */
import type { PolicySummary } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import type { FastifyInstance } from "fastify";
import type { Shelf } from "../policy-shelf.ts";
import { sendDocument } from "../send-document.ts";

export function policyRoutes(app: FastifyInstance, shelf: Shelf): void {
  app.get("/api/policies", async (_request, reply) => {
    reply.header("cache-control", "no-cache");
    const today = dayInChina(new Date());
    return shelf.policies.map(({ policy }) => summarize(policy, today));
  });
  app.get<{ Params: { id: string } }>("/api/policies/:id/policy.json", async (request, reply) => {
    const found = shelf.policies.find(({ policy }) => policy.id === request.params.id);
    if (found === undefined) return reply.code(404).send({ error: "没有这项政策。" });
    return sendDocument(request, reply, found.document);
  });
}

/** `today` is YYYY-MM-DD; both ends of the period are in force. */
export function summarize(policy: Policy, today: string): PolicySummary {
  const { id, version, number, title, issuer, inForce, years } = policy;
  const state = today < inForce.from ? "not-yet" : today > inForce.to ? "expired" : "in-force";
  return { id, version, number, title, issuer, inForce, years, state };
}

/** China has one time zone, and no summer time. */
export function dayInChina(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
