/** Who sends a request: a person by the session's cookie, a program by an API key; the tenant is the host's. */
import { type Outcome, ok } from "@zhengdui/basics";
import { isRoleId, type RoleId } from "@zhengdui/casework";
import { apiKey } from "@zhengdui/store";
import { and, eq, isNull } from "drizzle-orm";
import type { FastifyRequest } from "fastify";
import type { OfficeParts } from "../office/office-parts.ts";
import type { Refusal } from "../office/refusal.ts";
import { readCookie } from "./cookies.ts";
import { type Person, personOfSession } from "./person.ts";
import { digest } from "./token.ts";

export interface Caller extends Omit<Person, "session"> {
  readonly factors: readonly string[];
  /** The session's digest; null for a key. */
  readonly tokenHash: string | null;
  readonly key: { readonly id: string; readonly scopes: readonly string[] } | null;
}

/** null: nobody that is known. */
export async function whoCalls(parts: OfficeParts, request: FastifyRequest): Promise<Outcome<Caller | null, Refusal>> {
  const bearer = /^Bearer (zd_[A-Za-z0-9_-]+)$/.exec(request.headers.authorization ?? "")?.[1];
  const cookie = readCookie(request, "session");
  if (bearer === undefined && cookie === null) return ok(null);
  const county = tenantOf(parts, request);
  const now = parts.now();
  return parts.store.within({ tenant: county, account: null, reach: "system" }, async (tx) => {
    if (bearer !== undefined) {
      const [key] = await tx
        .select()
        .from(apiKey)
        .where(and(eq(apiKey.hash, digest(bearer)), isNull(apiKey.revokedAt)));
      if (key === undefined || key.expiresAt <= now) return ok(null);
      await tx.update(apiKey).set({ usedAt: now }).where(eq(apiKey.id, key.id));
      return ok(callerOfKey(county, key));
    }
    const person = cookie === null ? null : await personOfSession(tx, cookie, now);
    if (person === null) return ok(null);
    const { session, ...rest } = person;
    return ok({ ...rest, factors: session.factors, tokenHash: session.tokenHash, key: null });
  });
}

/** A program acts in one role, as its key says (`role:case-officer`), and within the actions that the key names. */
function callerOfKey(county: string, key: typeof apiKey.$inferSelect): Caller {
  const named = key.scopes.flatMap((scope) => (scope.startsWith("role:") ? [scope.slice("role:".length)] : []));
  const roles: RoleId[] = named.filter(isRoleId);
  return {
    tenant: county,
    account: `key:${key.id}`,
    side: "office",
    login: key.prefix,
    name: key.name,
    appointments: roles.map((role) => ({ role, unit: null, territory: null, from: "0001-01-01", to: null })),
    roles,
    factors: ["key"],
    tokenHash: null,
    key: { id: key.id, scopes: key.scopes.filter((scope) => !scope.startsWith("role:")) },
  };
}

/** By the host that the browser asked for; else the server's own. */
export const tenantOf = (parts: OfficeParts, request: FastifyRequest): string =>
  parts.hosts.get(request.hostname) ?? parts.tenant;
