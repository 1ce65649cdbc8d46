/** Signing in at an identity provider and coming back; and what the sign-in page offers. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { readIdentity, returnPath } from "@zhengdui/casework";
import { insertAttempt, takeAttempt } from "@zhengdui/store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { beginSession } from "../access/begin-session.ts";
import { clearCookie, readCookie, setCookie } from "../access/cookies.ts";
import { type Entering, entryRoute } from "../access/entry-route.ts";
import { accountOfVisit } from "../access/oidc-person.ts";
import {
  type Challenge,
  createProviderClient,
  type ProviderClient,
  type ProviderRefusal,
} from "../access/oidc-provider-client.ts";
import type { OidcSettings } from "../access/oidc-settings.ts";
import { seal, unseal } from "../access/seal.ts";
import { digest, newToken } from "../access/token.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { notFound, type Refusal } from "../office/refusal.ts";
import { dayInChina } from "./policies.ts";

/** So long one may take at the provider. */
const ATTEMPT_SECONDS = 600;
const HOME = "/office";

interface Provider {
  readonly settings: OidcSettings;
  readonly client: ProviderClient;
}

const providerParams = z.strictObject({ provider: z.string().regex(/^[a-z0-9-]{1,40}$/) });
const parameter = z.string().max(4096).optional();
const sentOn = z.object({ location: z.string() });

export function signInElsewhereRoutes(app: FastifyInstance, parts: OfficeParts): void {
  const providers: readonly Provider[] = (parts.providers ?? []).map((settings) => ({
    settings,
    client: createProviderClient(settings),
  }));
  const providerOf = (county: string, id: string): Provider | null =>
    offered(providers, county).find(({ settings }) => settings.id === id) ?? null;
  entryRoute(app, parts, {
    method: "GET",
    path: "/sign-in",
    name: "sign-in.offer",
    summary: "登录页上有哪些登录方式",
    perMinute: 120,
    looks: true,
    answer: z.object({ providers: z.array(z.object({ id: z.string(), label: z.string() })) }),
    handle: async ({ county }) =>
      ok({ providers: offered(providers, county).map(({ settings: { id, label } }) => ({ id, label })) }),
  });
  entryRoute(app, parts, {
    method: "GET",
    path: "/sign-in/oidc/:provider",
    name: "sign-in.oidc.begin",
    summary: "去统一身份登录",
    perMinute: 30,
    browses: true,
    params: providerParams,
    /** `to`: where to go afterwards, a path of this site. */
    query: z.strictObject({ to: z.string().max(500).optional() }),
    answer: sentOn,
    handle: async (entering) => {
      const provider = providerOf(entering.county, entering.params.provider);
      return provider === null ? fail(notFound) : begin(parts, provider, entering);
    },
  });
  entryRoute(app, parts, {
    method: "GET",
    path: "/sign-in/oidc/:provider/back",
    name: "sign-in.oidc",
    summary: "从统一身份登录回来",
    perMinute: 30,
    browses: true,
    params: providerParams,
    // Providers add parameters of their own; the library reads the address itself.
    query: z.looseObject({ code: parameter, state: parameter, iss: parameter, error: parameter }),
    answer: sentOn,
    handle: async (entering) => {
      const provider = providerOf(entering.county, entering.params.provider);
      return provider === null ? fail(notFound) : finish(parts, provider, entering);
    },
  });
}

const offered = (providers: readonly Provider[], county: string): readonly Provider[] =>
  providers.filter(({ settings: { tenant } }) => tenant === undefined || tenant === county);

/** Registered with the provider; it refuses any other, so that a forged host leads nowhere. */
const redirectUri = (request: FastifyRequest, { id, address }: OidcSettings): string =>
  new URL(`/api/office/sign-in/oidc/${id}/back`, address ?? `${request.protocol}://${request.host}`).href;

type Sent = Outcome<{ location: string }, Refusal>;

const purposeOf = (county: string, tokenHash: string): readonly string[] => ["oidc", county, tokenHash];

async function begin(
  parts: OfficeParts,
  { settings, client }: Provider,
  { request, reply, county, now, query, asSystem, note }: Entering<unknown, { to?: string | undefined }, unknown>,
): Promise<Sent> {
  note({ detail: { provider: settings.id } });
  const begun = await client.begin(redirectUri(request, settings));
  if (!begun.ok) return refuse(begun.errors, note);
  const { location, challenge } = begun.value;
  const token = newToken();
  const tokenHash = digest(token);
  await asSystem((tx) =>
    insertAttempt(tx, {
      tokenHash,
      provider: settings.id,
      sealed: seal(parts.sealingKey, purposeOf(county, tokenHash), JSON.stringify(challenge)),
      returnTo: returnPath(query.to, HOME),
      begunAt: now,
      expiresAt: new Date(now.getTime() + ATTEMPT_SECONDS * 1000),
    }),
  );
  setCookie(request, reply, "oidc", token, ATTEMPT_SECONDS);
  return ok({ location });
}

function refuse([first]: readonly ProviderRefusal[], note: Entering<unknown, unknown, unknown>["note"]): Sent {
  if (first === undefined) return fail(nobody);
  note({ detail: { why: first.why } });
  return fail(first.refusal);
}

const notBegunHere: Refusal = {
  status: 403,
  error: "这次登录不是从本机的登录页开始的，或已经用过、过了时间。请从登录页重新开始。",
};
const disabled: Refusal = { status: 403, error: "这个账号已停用，请联系系统管理员。" };
const nobody: Refusal = { status: 403, error: "身份提供方没有说明登录的是谁，没有登录。" };

async function finish(
  parts: OfficeParts,
  { settings, client }: Provider,
  entering: Entering<unknown, unknown, unknown>,
): Promise<Sent> {
  const { request, reply, county, now, asSystem, note } = entering;
  note({ detail: { provider: settings.id } });
  const cookie = readCookie(request, "oidc");
  if (cookie === null) {
    note({ detail: { why: "no-cookie" } });
    return fail(notBegunHere);
  }
  clearCookie(request, reply, "oidc");
  const tokenHash = digest(cookie);
  const attempt = await asSystem((tx) => takeAttempt(tx, tokenHash, settings.id, now));
  const challenge = attempt === null ? null : unseal(parts.sealingKey, purposeOf(county, tokenHash), attempt.sealed);
  if (attempt === null || challenge === null) {
    note({ detail: { why: "no-attempt" } });
    return fail(notBegunHere);
  }
  const back = new URL(redirectUri(request, settings));
  back.search = new URL(request.url, back).search;
  const claims = await client.finish(back, JSON.parse(challenge) as Challenge);
  if (!claims.ok) return refuse(claims.errors, note);
  const identity = readIdentity(claims.value, settings.claims);
  if (identity === null) {
    note({ detail: { why: "no-person" } });
    return fail(nobody);
  }
  return asSystem(async (tx) => {
    const proven = await accountOfVisit(tx, { settings, identity, now, today: dayInChina(now) });
    if (proven === null) return fail(disabled);
    note({ account: proven.account.id, detail: { unit: identity.unit?.uscc ?? null, role: identity.unit?.role ?? null } });
    if (identity.unitFault !== null) note({ account: proven.account.id, detail: { unitFault: identity.unitFault } });
    await beginSession(tx, { proven, factors: ["oidc"], now, request, reply });
    return ok({ location: attempt.returnTo });
  });
}
