/** Lets in only a browser on this very machine: what the workshop does is for its owner, not for visitors. */
import type { FastifyReply, FastifyRequest } from "fastify";

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/.test(host);

export async function onlyHere(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  return isHere(request) ? undefined : reply.code(403).send({ error: "工坊只供本机使用。" });
}

/** Another site's page (by name or by a name that now means this machine), and a proxy in front, are turned away. */
export function isHere(request: FastifyRequest): boolean {
  const { host = "", origin } = request.headers;
  const name = host.replace(/:\d+$/, "");
  const site = request.headers["sec-fetch-site"];
  const direct = isLoopback(request.ip.replace(/^::ffff:/, "")) && isLoopback(name);
  const proxied = "forwarded" in request.headers || "x-forwarded-for" in request.headers || "via" in request.headers;
  const own =
    (origin === undefined || origin === `http://${host}`) && (site === undefined || site === "same-origin" || site === "none");
  return direct && own && !proxied;
}
