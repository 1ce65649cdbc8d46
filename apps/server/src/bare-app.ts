/** A Fastify instance as every part of the server begins: headers on every answer, and what a client reads when something is amiss. */
import type { Socket } from "node:net";
import Fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { loggedError } from "./logged-error.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

/** Of a server: whether it has begun to stop. */
export interface Ending {
  isEnding: boolean;
}

/** `proxies`: whose word counts for who asks and by which scheme: addresses, ranges or `loopback`, by commas. `ending`: of the server that it is part of. */
export function bareApp(proxies: string | undefined, ending: Ending): FastifyInstance {
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
  app.addHook("preClose", async () => {
    ending.isEnding = true;
  });
  app.addHook("onSend", async (_request, reply) => {
    // A connection that is kept for more would keep the server from ending.
    if (ending.isEnding) reply.header("connection", "close");
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
  return app;
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
