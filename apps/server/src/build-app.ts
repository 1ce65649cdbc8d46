/** Puts the server together: headers on every answer, the routes, and what a client reads when something is amiss. */
import Fastify, { type FastifyInstance } from "fastify";
import type { Shelf } from "./policy-shelf.ts";
import { exampleRoutes } from "./routes/examples.ts";
import { healthRoutes } from "./routes/health.ts";
import { pageRoutes } from "./routes/page.ts";
import { policyRoutes } from "./routes/policies.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

export interface AppParts {
  readonly shelf: Shelf;
  /** The folder of the built page. */
  readonly web: string;
}

export async function buildApp({ shelf, web }: AppParts): Promise<FastifyInstance> {
  const app = Fastify({ logger: { level: process.env.LOG_LEVEL ?? "warn" }, bodyLimit: 64 * 1024, requestTimeout: 30_000 });
  app.addHook("onSend", async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) request.log.error(error);
    // The cause stays in the log: a client learns no more than what it can do.
    return reply.code(status).send({ error: status >= 500 ? "服务器出错，请稍后再试。" : "请求有误。" });
  });
  healthRoutes(app, shelf);
  policyRoutes(app, shelf);
  exampleRoutes(app, shelf);
  await pageRoutes(app, web);
  return app;
}

function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "statusCode" in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
