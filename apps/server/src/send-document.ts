/** Sends a document that is kept compressed, or 304 where the client has it already. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Document } from "./policy-shelf.ts";

const JSON_TYPE = "application/json; charset=utf-8";

export function sendDocument(request: FastifyRequest, reply: FastifyReply, document: Document, type = JSON_TYPE): FastifyReply {
  reply.headers({ etag: document.etag, "cache-control": "no-cache", vary: "Accept-Encoding" });
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, "") === document.etag))
    return reply.code(304).send();
  reply.type(type);
  const accepts = new Set((request.headers["accept-encoding"] ?? "").split(",").map(acceptedCoding));
  if (accepts.has("br")) return reply.header("content-encoding", "br").send(document.brotli);
  if (accepts.has("gzip")) return reply.header("content-encoding", "gzip").send(document.gzip);
  return reply.send(document.plain);
}

/** "gzip;q=0" means: not gzip. */
function acceptedCoding(part: string): string {
  const [coding = "", ...params] = part
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/);
  return params.some((param) => /^q=0(\.0*)?$/.test(param)) ? "" : coding;
}
