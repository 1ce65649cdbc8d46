/** Puts the server together: headers on every answer, the routes, and what a client reads when something is amiss. */
import type { Socket } from "node:net";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import Fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { tenantOf } from "./access/who-calls.ts";
import { loggedError } from "./logged-error.ts";
import type { OfficeParts } from "./office/office-parts.ts";
import { noOffice, officePlugin } from "./office/office-plugin.ts";
import { rememberedAnswers } from "./office/published-answers.ts";
import type { Shelf } from "./policy-shelf.ts";
import { exampleRoutes } from "./routes/examples.ts";
import { healthRoutes } from "./routes/health.ts";
import { pageRoutes } from "./routes/page.ts";
import { policyRoutes } from "./routes/policies.ts";
import { type AnswersFor, policyPageRoutes } from "./routes/policy-pages.ts";
import type { WorkshopParts } from "./routes/workshop.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

export interface AppParts {
  readonly shelf: Shelf;
  /** The folder of the built page. */
  readonly web: string;
  /** Where it is open: for the machine's owner alone. */
  readonly workshop?: WorkshopParts;
  /** Where there is a database. Without it the public pages are served, and the office says that it is closed. */
  readonly office?: OfficeParts;
  /** Proxies whose word counts for who asks and by which scheme: addresses, ranges or `loopback`, by commas. */
  readonly proxies?: string;
}

export async function buildApp({ shelf, web, workshop, office, proxies }: AppParts): Promise<Outcome<FastifyInstance, Problem>> {
  const app = Fastify({
    logger: { level: process.env.LOG_LEVEL ?? "warn", serializers: { err: (error: unknown) => ({ ...loggedError(error) }) } },
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    ...(proxies === undefined ? {} : { trustProxy: proxies }),
    // These two come before any hook: an address that is none, and what isn't HTTP at all.
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      reply.code(400).headers(SECURITY_HEADERS).send({ error: "请求有误。" });
    },
    clientErrorHandler: refuseBrokenRequest,
  });
  app.addHook("onSend", async (_request, reply) => {
    // An uploaded file brings a stricter policy of its own.
    const own = reply.getHeader("content-security-policy");
    reply.headers(own === undefined ? SECURITY_HEADERS : { ...SECURITY_HEADERS, "content-security-policy": own });
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
  policyPageRoutes(app, shelf, web, office && answersOf(app, office));
  if (workshop !== undefined) {
    // Loaded only where it is asked for: a public server never has the compiler in memory.
    const { workshopRoutes } = await import("./routes/workshop.ts");
    const opened = workshopRoutes(app, workshop);
    if (!opened.ok) return fail(...opened.errors);
  }
  if (office === undefined) noOffice(app);
  else await officePlugin(app, { ...office, policies: shelf.policies.map(({ policy }) => policy) });
  await pageRoutes(app, shelf, web);
  return ok(app);
}

function answersOf(app: FastifyInstance, office: OfficeParts): AnswersFor {
  const answers = rememberedAnswers(office.store, (error) => app.log.warn(error));
  return (request, policy) => answers(tenantOf(office, request), policy);
}

function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large" : "400 Bad Request";
  const body = JSON.stringify({ error: "请求有误。" });
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    connection: "close",
    ...SECURITY_HEADERS,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
}

function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "statusCode" in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
