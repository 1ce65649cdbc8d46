/**
 * The one way in which an office route is made: who asks, may they (the table of actions), one transaction that reaches no further than that, the work, the
 * record, the answer. A refusal rolls everything back and is recorded too.
 */
import { fail, type Outcome } from "@zhengdui/basics";
import { type ActionId, actionOf, isStrong, mayDo, mustBeStrong, type Reach } from "@zhengdui/casework";
import { type Deed, type Tx, writeRecord } from "@zhengdui/store";
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { z } from "zod";
import { type Caller, whoCalls } from "../access/who-calls.ts";
import { dayInChina } from "../routes/policies.ts";
import type { OfficeParts } from "./office-parts.ts";
import { notYours, otherSite, passwordFirst, type Refusal, secondFactorFirst, send, signInFirst } from "./refusal.ts";

export interface Asked<P, Q, B, W = undefined> {
  readonly tx: Tx;
  readonly person: Caller;
  readonly reach: Reach;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly now: Date;
  /** YYYY-MM-DD in China. */
  readonly today: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** What `prepare` found. */
  readonly prepared: W;
}

/** What the record says of the request: which thing, of which enterprise. Never personal data. */
export interface About {
  readonly kind: string;
  readonly id: string;
  readonly uscc?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface OfficeRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, W = undefined> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below /api/office. */
  readonly path: string;
  readonly action: ActionId;
  /** A sentence for the API's description. */
  readonly summary: string;
  /** Strict objects: a key that isn't named is refused, not ignored. */
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** What isn't in it doesn't leave the server. */
  readonly answer: A;
  /** `made`: the answer, where something was done: what is new has its id there. */
  readonly about: (asked: {
    readonly params: z.output<P>;
    readonly query: z.output<Q>;
    readonly body: z.output<B>;
    readonly made?: z.input<A>;
  }) => About;
  /**
   * Before the transaction: what takes long and needs no connection (hashing, an upload that comes slowly), and what must stay where the request is refused
   * (counting).
   */
  readonly prepare?: (
    asked: Omit<Asked<z.output<P>, z.output<Q>, z.output<B>>, "tx" | "prepared">,
  ) => Promise<Outcome<W, Refusal>>;
  readonly handle: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>, W>) => Promise<Outcome<z.input<A>, Refusal>>;
  /** Where the body isn't JSON: the media types that are taken. */
  readonly consumes?: readonly string[];
  /** Where the answer isn't JSON: what it is. */
  readonly produces?: readonly string[];
  /** In bytes; for what is longer than a form. */
  readonly bodyLimit?: number;
}

declare module "fastify" {
  interface FastifySchema {
    "x-action"?: ActionId;
  }
  interface FastifyContextConfig {
    /** Which line of the table of actions decides. */
    action?: ActionId;
  }
}

/** Carries a refusal out of the transaction, so that it is rolled back. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.error);
  }
}

const nothing = z.strictObject({});

export function officeRoute<
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
  A extends z.ZodType = z.ZodType,
  W = undefined,
>(app: FastifyInstance, parts: OfficeParts, route: OfficeRoute<P, Q, B, A, W>): void {
  const hasBody = route.body !== undefined;
  const routed: RouteOptions = {
    method: route.method,
    url: `/api/office${route.path}`,
    config: { action: route.action },
    schema: {
      summary: route.summary,
      // In the description of the interface: which line of the table of rights decides.
      "x-action": route.action,
      params: route.params ?? nothing,
      querystring: route.query ?? nothing,
      ...(hasBody ? { body: route.body } : {}),
      ...(route.consumes === undefined ? {} : { consumes: [...route.consumes] }),
      ...(route.produces === undefined ? {} : { produces: [...route.produces] }),
      response: { 200: route.answer },
    },
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    // Before the body is taken in: whoever may not come in learns nothing of what is asked for, and fills no memory with what he sends.
    preParsing: async (request, reply) => {
      reply.header("cache-control", "no-store");
      const caller = await admit(parts, request, route.action);
      if (!caller.ok) return refuse(parts, request, reply, route, caller.errors[0] ?? notYours);
      request.admitted = caller.value;
      return undefined;
    },
    handler: async (request, reply) => {
      const { admitted } = request;
      if (admitted === undefined) return send(reply, signInFirst);
      return perform(parts, request, reply, route, admitted);
    },
  };
  app.route(routed);
}

export interface Admitted {
  readonly caller: Caller;
  readonly reach: Reach;
}

declare module "fastify" {
  interface FastifyRequest {
    admitted?: Admitted;
    /** Who asks, once known; also where the request is then refused. */
    caller?: Caller;
  }
}

async function admit(parts: OfficeParts, request: FastifyRequest, action: ActionId): Promise<Outcome<Admitted, Refusal>> {
  const found = await whoCalls(parts, request);
  if (!found.ok) return found;
  const caller = found.value;
  if (caller === null) return fail(signInFirst);
  request.caller = caller;
  if (actionOf(action).kind === "change" && caller.key === null && !isOwnPage(request)) return fail(otherSite);
  const strong = caller.key !== null || isStrong(caller.factors);
  // Staff without a second factor, and whoever came by a password for one use, reach their own account, to mend that, and nothing else.
  const isSelf = action.startsWith("self.");
  if (caller.mustChange && !isSelf) return fail(passwordFirst);
  if (mustBeStrong(caller.side, caller.roles) && !strong && !isSelf) return fail(secondFactorFirst);
  if (caller.key !== null && !caller.key.scopes.includes(action)) return fail(notYours);
  const reach = mayDo(caller.appointments, action, dayInChina(parts.now()));
  return reach === null ? fail(notYours) : { ok: true, value: { caller, reach } };
}

/** A page of another site can send a form here, but not with these headers; browsers set them, pages can't. */
export function isOwnPage(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  return origin === undefined ? site !== undefined : origin === `${request.protocol}://${host}`;
}

async function perform<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, W>(
  parts: OfficeParts,
  request: FastifyRequest,
  reply: FastifyReply,
  route: OfficeRoute<P, Q, B, A, W>,
  { caller, reach }: Admitted,
): Promise<FastifyReply> {
  const now = parts.now();
  const input = {
    params: request.params as z.output<P>,
    query: request.query as z.output<Q>,
    body: request.body as z.output<B>,
  };
  const before = { person: caller, reach, ...input, now, today: dayInChina(now), request, reply };
  try {
    const prepared = await route.prepare?.(before);
    if (prepared?.ok === false) throw new Refused(prepared.errors[0] ?? notYours);
    // A route without `prepare` has W = undefined.
    const found = prepared?.value as W;
    const value = await parts.store.within({ tenant: caller.tenant, account: caller.account, reach }, async (tx) => {
      const done = await route.handle({ ...before, tx, prepared: found });
      if (!done.ok) throw new Refused(done.errors[0] ?? notYours);
      if (actionOf(route.action).kind === "change" || isLookAtAnother(reach))
        await writeRecord(tx, deedOf(request, route, caller, reach, now, "done", route.about({ ...input, made: done.value })));
      return done.value;
    });
    return reply.sent ? reply : reply.send(value);
  } catch (error) {
    if (error instanceof Refused) return refuse(parts, request, reply, route, error.refusal, route.about(input));
    throw error;
  }
}

const isLookAtAnother = ({ scope }: Reach): boolean => scope === "all" || scope === "territory";

async function refuse(
  parts: OfficeParts,
  request: FastifyRequest,
  reply: FastifyReply,
  route: { readonly action: ActionId },
  refusal: Refusal,
  about?: About,
): Promise<FastifyReply> {
  // Nobody is known, so there is nothing to hold against anybody; rate limits see to floods.
  if (request.caller !== undefined && refusal.status !== 503) {
    const { caller } = request;
    const detail = { status: refusal.status, path: request.routeOptions.url };
    const deed = deedOf(request, route, caller, null, parts.now(), "refused", about ?? { kind: "route", id: route.action });
    await parts.store.within({ tenant: caller.tenant, account: caller.account, reach: "system" }, (tx) =>
      writeRecord(tx, { ...deed, detail: { ...deed.detail, ...detail } }),
    );
  }
  return send(reply, refusal);
}

function deedOf(
  request: FastifyRequest,
  route: { readonly action: ActionId },
  caller: Caller,
  reach: Reach | null,
  at: Date,
  outcome: Deed["outcome"],
  about: About,
): Deed {
  return {
    at,
    account: caller.account,
    roles: reach?.roles ?? caller.roles,
    action: route.action,
    outcome,
    subject: { kind: about.kind, id: about.id },
    ...(about.uscc === undefined ? {} : { uscc: about.uscc }),
    address: request.ip,
    detail: { ...about.detail, ...(caller.key === null ? {} : { key: caller.key.id }) },
  };
}
