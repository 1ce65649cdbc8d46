/**
 * The way in which a route is made that comes before anybody is known: rate limit, own page, checked input, transactions that act for the system, the record. Unlike
 * an office route's, its transactions hold where it refuses: a wrong password must be counted.
 */
import type { Outcome } from "@zhengdui/basics";
import { countVisit, type Deed, type Tx, writeRecord } from "@zhengdui/store";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { escapeHtml } from "../escape-html.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { isOwnPage } from "../office/office-route.ts";
import { notFound, otherSite, type Refusal, send, tooMany } from "../office/refusal.ts";
import { addressKey } from "./address-key.ts";
import { tenantOf } from "./who-calls.ts";

/** What the record says of a request. No secrets, nothing that was typed: a login may be a mistyped password. */
export interface Note {
  readonly account?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface Entering<P, Q, B> {
  readonly county: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly now: Date;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly asSystem: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Each adds to those before. */
  readonly note: (note: Note) => void;
}

export interface EntryRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> {
  readonly method: "GET" | "POST";
  /** Below /api/office. */
  readonly path: string;
  /** What the record calls it. */
  readonly name: string;
  readonly summary: string;
  /** From one address. Each process counts what it sees; where something can be tried, all of them together count in the database. */
  readonly perMinute: number;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
  /** The browser comes by a link and is sent on: the answer is `{ location }`, and a refusal is a page. */
  readonly browses?: true;
  /** Nothing happens; only refusals are recorded. */
  readonly looks?: true;
  readonly handle: (entering: Entering<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Outcome<z.input<A>, Refusal>>;
}

const nothing = z.strictObject({});

export function entryRoute<
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
  A extends z.ZodType = z.ZodType,
>(app: FastifyInstance, parts: OfficeParts, route: EntryRoute<P, Q, B, A>): void {
  const floods = new Map<string, number>();
  app.route({
    method: route.method,
    url: `/api/office${route.path}`,
    config: {
      rateLimit: {
        max: route.perMinute,
        timeWindow: MINUTE_MS,
        onExceeded: (request: FastifyRequest) => void noteFlood(parts, request, route.name, floods),
      },
    },
    schema: {
      summary: route.summary,
      params: route.params ?? nothing,
      querystring: route.query ?? nothing,
      ...(route.body === undefined ? {} : { body: route.body }),
      ...(route.browses ? {} : { response: { 200: route.answer } }),
    },
    preParsing: async (request, reply) => {
      reply.header("cache-control", "no-store");
      if (route.method === "GET" || isOwnPage(request)) return undefined;
      await writeDown(parts, request, { action: route.name, outcome: "refused", detail: { why: "other-site" } });
      return send(reply, otherSite);
    },
    handler: (request, reply) => enter(parts, request, reply, route),
  });
}

const MINUTE_MS = 60_000;

async function enter<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  parts: OfficeParts,
  request: FastifyRequest,
  reply: FastifyReply,
  route: EntryRoute<P, Q, B, A>,
): Promise<FastifyReply> {
  const county = tenantOf(parts, request);
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) =>
    parts.store.within({ tenant: county, account: null, reach: "system" }, work);
  if (route.method === "POST") {
    const { count, waitSeconds } = await asSystem((tx) => countVisit(tx, route.name, addressKey(request.ip)));
    if (count === route.perMinute + 1)
      await writeDown(parts, request, { action: route.name, outcome: "refused", detail: { why: "too-many" } });
    if (count > route.perMinute) return send(reply, tooMany(waitSeconds));
  }
  let noted: Note = {};
  const done = await route.handle({
    county,
    params: request.params as z.output<P>,
    query: request.query as z.output<Q>,
    body: request.body as z.output<B>,
    now: parts.now(),
    request,
    reply,
    asSystem,
    note: ({ account = noted.account ?? null, detail }) => {
      noted = { account, detail: { ...noted.detail, ...detail } };
    },
  });
  const refusal = done.ok ? null : (done.errors[0] ?? notFound);
  const detail = refusal === null ? noted.detail : { ...noted.detail, status: refusal.status };
  if (refusal !== null || !route.looks)
    await writeDown(parts, request, {
      action: route.name,
      outcome: refusal === null ? "done" : "refused",
      account: noted.account ?? null,
      detail: detail ?? {},
    });
  if (refusal !== null) return route.browses ? sendPage(request, reply, refusal) : send(reply, refusal);
  const value = done.ok ? done.value : null;
  return route.browses ? reply.redirect((value as { location: string }).location, 303) : reply.send(value);
}

async function writeDown(
  parts: OfficeParts,
  request: FastifyRequest,
  deed: Pick<Deed, "action" | "outcome" | "detail"> & { readonly account?: string | null },
): Promise<void> {
  const account = deed.account ?? null;
  await parts.store.within({ tenant: tenantOf(parts, request), account: null, reach: "system" }, (tx) =>
    writeRecord(tx, {
      ...deed,
      at: parts.now(),
      account,
      roles: [],
      address: request.ip,
      subject: { kind: "account", id: account ?? "" },
    }),
  );
}

/** A flood is one line a minute and address, not as many as there are requests. */
async function noteFlood(
  parts: OfficeParts,
  request: FastifyRequest,
  action: string,
  floods: Map<string, number>,
): Promise<void> {
  const now = parts.now().getTime();
  for (const [address, at] of floods) if (now - at > MINUTE_MS) floods.delete(address);
  const key = addressKey(request.ip);
  if (floods.has(key)) return;
  floods.set(key, now);
  try {
    await writeDown(parts, request, { action, outcome: "refused", detail: { why: "too-many" } });
  } catch (error) {
    request.log.error(error);
  }
}

/** A browser that was sent here by a link shows what it gets: a sentence and the way back. */
function sendPage(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (!(request.headers.accept ?? "").includes("text/html")) return send(reply, refusal);
  return reply
    .code(refusal.status)
    .type("text/html; charset=utf-8")
    .send(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>登录</title><main><h1>没有登录</h1><p>${escapeHtml(refusal.error)}</p><p><a href="/office">返回登录页</a></p></main></html>`,
    );
}
