/** A session begins with a token that nobody has seen before, and the one that the browser brought ends: what was known before a step opens nothing after it. */
import { nextStep, type SignInStep } from "@zhengdui/casework";
import { endSession, insertSession, type Proven, type Tx } from "@zhengdui/store";
import type { FastifyReply, FastifyRequest } from "fastify";
import { clearCookie, readCookie, setCookie } from "./cookies.ts";
import { appointmentsOf } from "./person.ts";
import { digest, newToken } from "./token.ts";

/** However busy one is, one signs in again after so long. */
export const SESSION_MS = 12 * 3_600_000;
/** Between the password and the code. */
export const HALF_SESSION_MS = 10 * 60_000;

const agentLength = 200;

/** What a browser says it is, fit to be shown. */
export const agentOf = (request: FastifyRequest): string =>
  (request.headers["user-agent"] ?? "").replace(/\p{Cc}/gu, "").slice(0, agentLength);

export interface Beginning {
  readonly proven: Proven;
  readonly factors: readonly string[];
  readonly now: Date;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What is still to be done. `tx` acts for the system. */
export async function beginSession(tx: Tx, { proven, factors, now, request, reply }: Beginning): Promise<SignInStep | null> {
  const { account, credential } = proven;
  const roles = (await appointmentsOf(tx, account.id)).map(({ role }) => role);
  const { side } = account;
  const { totpConfirmedAt, mustChange } = credential;
  const next = nextStep({ side, roles, factors, hasTotp: totpConfirmedAt !== null, mustChange });
  await endBrought(tx, request, now);
  const token = newToken();
  const stage = next === "totp" ? "totp" : "full";
  await insertSession(tx, {
    tokenHash: digest(token),
    accountId: account.id,
    begunAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + (stage === "totp" ? HALF_SESSION_MS : SESSION_MS)),
    stage,
    factors: [...factors],
    address: request.ip,
    agent: agentOf(request),
  });
  setCookie(request, reply, "session", token);
  return next;
}

/** The session whose cookie came with the request, whoever's it was. */
export async function endBrought(tx: Tx, request: FastifyRequest, now: Date): Promise<string | null> {
  const brought = readCookie(request, "session");
  if (brought === null) return null;
  return (await endSession(tx, digest(brought), now))?.accountId ?? null;
}

export async function signOut(tx: Tx, request: FastifyRequest, reply: FastifyReply, now: Date): Promise<string | null> {
  const account = await endBrought(tx, request, now);
  clearCookie(request, reply, "session");
  return account;
}
