/** The built page and its assets, from one folder; what isn't there is answered in Chinese. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Shelf } from "../policy-shelf.ts";
import { startRoutes } from "./start.ts";

const HASHED = `${sep}assets${sep}`;

export async function pageRoutes(app: FastifyInstance, shelf: Shelf, web: string): Promise<void> {
  const missing = await notFoundPage(web);
  app.setNotFoundHandler((request, reply) => answerNotFound(request, reply, missing));
  if (!existsSync(join(web, "index.html"))) {
    app.log.warn("页面尚未构建：请运行 npm run build");
    return;
  }
  await app.register(fastifyStatic, {
    root: web,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      // A hashed name never changes its content; everything else is asked for again.
      reply.header("cache-control", path.includes(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  // The office's pages are one program, which reads the address itself.
  for (const address of ["/office", "/office/*"])
    app.get(address, async (_request, reply) => reply.header("cache-control", "no-cache").sendFile("office.html"));
  startRoutes(app, shelf, web);
}

function answerNotFound(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply {
  reply.code(404).header("cache-control", "no-cache");
  if (request.url.startsWith("/api/")) return reply.send({ error: "没有这个接口。" });
  return reply.type("text/html; charset=utf-8").send(page);
}

async function notFoundPage(web: string): Promise<string> {
  const file = join(web, "404.html");
  if (existsSync(file)) return readFile(file, "utf8");
  return '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>没有这一页 · 政兑</title><h1>没有这一页</h1><p><a href="/">回到测算页</a></p></html>';
}
