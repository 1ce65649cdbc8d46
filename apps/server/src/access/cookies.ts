/** The cookies of the office: what they are called and how they are set. Over https their names bind them to this very host. */
import type { FastifyReply, FastifyRequest } from "fastify";

export type CookieName = "session" | "device" | "oidc";

const nameOf = (name: CookieName, secure: boolean): string => (secure ? `__Host-zhengdui-${name}` : `zhengdui-${name}`);

export const readCookie = (request: FastifyRequest, name: CookieName): string | null =>
  request.cookies[nameOf(name, request.protocol === "https")] ?? null;

export function setCookie(request: FastifyRequest, reply: FastifyReply, name: CookieName, value: string, seconds?: number): void {
  const secure = request.protocol === "https";
  reply.setCookie(nameOf(name, secure), value, {
    path: "/",
    httpOnly: true,
    secure,
    // An identity provider sends the browser back by a top-level link: `lax` lets that through, and nothing that another site posts.
    sameSite: "lax",
    ...(seconds === undefined ? {} : { maxAge: seconds }),
  });
}

export function clearCookie(request: FastifyRequest, reply: FastifyReply, name: CookieName): void {
  const secure = request.protocol === "https";
  reply.clearCookie(nameOf(name, secure), { path: "/", httpOnly: true, secure, sameSite: "lax" });
}
