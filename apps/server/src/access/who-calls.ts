/** Who sends a request: a person by the session's cookie, a program by an API key; the tenant is the host's. */
import { type Outcome, ok } from "@zhengdui/basics";
import { isRoleId, type RoleId } from "@zhengdui/casework";
import { type ApiKey, keyByPrefix, noteUse } from "@zhengdui/store";
import type { FastifyRequest } from "fastify";
import type { OfficeParts } from "../office/office-parts.ts";
import type { Refusal } from "../office/refusal.ts";
import { readCookie } from "./cookies.ts";
import { type Person, personOfSession } from "./person.ts";
import { isDigestOf } from "./token.ts";

const USE_NOTED_EVERY_MS = 60_000;

export interface Caller extends Omit<Person, "session"> {
  readonly factors: readonly string[];
  /** The session's digest; null for a key. */
  readonly tokenHash: string | null;
  readonly key: { readonly id: string; readonly scopes: readonly string[] } | null;
}

/** null: nobody that is known. */
export async function whoCalls(parts: OfficeParts, request: FastifyRequest): Promise<Outcome<Caller | null, Refusal>> {
  const [, bearer, prefix = ""] = /^Bearer (zd_([a-z0-9]{8})_[\w-]{43})$/.exec(request.headers.authorization ?? "") ?? [];
  const cookie = readCookie(request, "session");
  if (bearer === undefined && cookie === null) return ok(null);
  const county = tenantOf(parts, request);
  const now = parts.now();
  return parts.store.within({ tenant: county, account: null, reach: "system" }, async (tx) => {
    if (bearer !== undefined) {
      const key = await keyByPrefix(tx, prefix);
      if (key === null || key.expiresAt <= now || !isDigestOf(bearer, key.hash)) return ok(null);
      await noteUse(tx, key.id, now, USE_NOTED_EVERY_MS);
      return ok(callerOfKey(county, key));
    }
    const person = cookie === null ? null : await personOfSession(tx, cookie, now);
    if (person === null) return ok(null);
    const { session, ...rest } = person;
    return ok({ ...rest, factors: session.factors, tokenHash: session.tokenHash, key: null });
  });
}

/** A program acts in one role, as its key says (`role:case-officer`), and within the actions that the key names. */
function callerOfKey(county: string, key: ApiKey): Caller {
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
    mustChange: false,
    factors: ["key"],
    tokenHash: null,
    key: { id: key.id, scopes: key.scopes.filter((scope) => !scope.startsWith("role:")) },
  };
}

/** By the host that the browser asked for; else the server's own. */
export const tenantOf = (parts: OfficeParts, request: FastifyRequest): string =>
  parts.hosts.get(request.hostname) ?? parts.tenant;
