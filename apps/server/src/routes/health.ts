/** GET /healthz: is the server up, and with which policies? */
import type { FastifyInstance } from "fastify";
import type { Shelf } from "../policy-shelf.ts";

export function healthRoutes(app: FastifyInstance, shelf: Shelf): void {
  app.get("/healthz", async (_request, reply) => {
    reply.header("cache-control", "no-store");
    return {
      status: "ok",
      policies: shelf.policies.map(({ policy }) => ({ id: policy.id, version: policy.version, hash: policy.hash })),
    };
  });
}
