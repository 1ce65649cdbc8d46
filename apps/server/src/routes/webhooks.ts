/** Which other systems are told of what: set up by the system administrator, each with a secret of its own that is shown once. */
import { randomBytes } from "node:crypto";
import { fail, ok } from "@zhengdui/basics";
import { checkCallAddress, EVENT_NAMES, type EventName } from "@zhengdui/casework";
import { type CallsOfWebhook, callsOf, newId, sendAgain, type Tx, webhook, withSystemReach } from "@zhengdui/store";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { seal } from "../access/seal.ts";
import { emitTest } from "../delivery/emit.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { notFound, type Refusal } from "../office/refusal.ts";

const event = z.enum(EVENT_NAMES as [EventName, ...EventName[]]);
const row = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  createdAt: z.iso.datetime(),
});

const shown = ({ id, name, url, events, createdAt }: typeof webhook.$inferSelect) => ({
  ...{ id, name, url, events },
  createdAt: createdAt.toISOString(),
});

const shownCalls = ({ lastSentAt, ...calls }: CallsOfWebhook) => ({ ...calls, lastSentAt: lastSentAt?.toISOString() ?? null });

export function webhookRoutes(app: FastifyInstance, parts: OfficeParts): void {
  setUpRoutes(app, parts);
  callRoutes(app, parts);
}

const oneParams = z.strictObject({ id: z.string().max(40) });
const none = (error: string) => fail<Refusal>({ status: 409, error });

/** null: there is none, or it has been ended. */
async function inUse(tx: Tx, id: string): Promise<typeof webhook.$inferSelect | null> {
  const [found] = await tx
    .select()
    .from(webhook)
    .where(and(eq(webhook.id, id), isNull(webhook.endedAt)));
  return found ?? null;
}

/** Whether it arrives can be tried without waiting for something to happen; what was given up is sent once more when the other side is well again. */
function callRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/webhooks/:id/test",
    action: "webhook.edit",
    summary: "发送一次测试：同样签名，事件名是 test，没有内容",
    params: oneParams,
    answer: z.object({ id: z.string() }),
    about: ({ params }) => ({ kind: "webhook", id: params.id, detail: { deed: "test" } }),
    handle: async ({ tx, params: { id }, now }) => {
      const found = await inUse(tx, id);
      if (found === null) return fail(notFound);
      await emitTest(tx, found, now);
      return ok({ id });
    },
  });
  officeRoute(app, parts, {
    method: "POST",
    path: "/webhooks/:id/again",
    action: "webhook.edit",
    summary: "再发一次：没有送到、不再试的回调",
    params: oneParams,
    answer: z.object({ id: z.string(), again: z.int() }),
    about: ({ params, made }) => ({ kind: "webhook", id: params.id, detail: { deed: "again", calls: made?.again ?? 0 } }),
    handle: async ({ tx, person, params: { id }, now }) => {
      if ((await inUse(tx, id)) === null) return fail(notFound);
      const again = await withSystemReach(tx, () => sendAgain(tx, person.tenant, id, now));
      return again === 0 ? none("没有不再试的回调：都已送到，或还在重试。") : ok({ id, again });
    },
  });
}

function setUpRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/webhooks",
    action: "webhook.read",
    summary: "回调：哪些系统会被告知什么",
    answer: z.object({
      webhooks: z.array(
        row.extend({
          /** Not arrived yet, and tried again. */
          waiting: z.int(),
          givenUp: z.int(),
          lastSentAt: z.iso.datetime().nullable(),
          /** Of the newest call that hasn't arrived. */
          lastFault: z.string().nullable(),
        }),
      ),
    }),
    about: () => ({ kind: "webhook", id: "list" }),
    handle: async ({ tx, person }) => {
      const rows = await tx.select().from(webhook).where(isNull(webhook.endedAt)).orderBy(desc(webhook.id));
      const webhooks = await withSystemReach(tx, async () => {
        const listed = [];
        for (const one of rows) listed.push({ ...shown(one), ...shownCalls(await callsOf(tx, person.tenant, one.id)) });
        return listed;
      });
      return ok({ webhooks });
    },
  });
  officeRoute(app, parts, {
    method: "POST",
    path: "/webhooks",
    action: "webhook.edit",
    summary: "设一个回调；签名密钥只显示这一次",
    body: z.strictObject({ name: z.string().trim().min(1).max(80), url: z.string().max(500), events: z.array(event).min(1) }),
    answer: row.extend({ secret: z.string() }),
    about: ({ body, made }) => ({ kind: "webhook", id: made?.id ?? "new", detail: { url: body.url } }),
    handle: async ({ tx, person, body: { name, url, events }, now }) => {
      const address = checkCallAddress(url, parts.callsInside);
      if (!address.ok) return fail({ status: 422, error: "这个网址不能用。", problems: address.errors });
      const secret = randomBytes(24).toString("base64");
      const values = {
        ...{ id: newId(now), name, url, events: [...new Set(events)] },
        sealedSecret: seal(parts.sealingKey, ["webhook", person.tenant], secret),
        createdBy: person.account,
        createdAt: now,
      };
      const [saved] = await tx.insert(webhook).values(values).returning();
      return saved === undefined ? fail(notFound) : ok({ ...shown(saved), secret: `whsec_${secret}` });
    },
  });
  officeRoute(app, parts, {
    method: "DELETE",
    path: "/webhooks/:id",
    action: "webhook.edit",
    summary: "停止一个回调",
    params: z.strictObject({ id: z.string().max(40) }),
    answer: z.object({ id: z.string() }),
    about: ({ params }) => ({ kind: "webhook", id: params.id }),
    handle: async ({ tx, params: { id }, now }) => {
      const ended = await tx
        .update(webhook)
        .set({ endedAt: now })
        .where(and(eq(webhook.id, id), isNull(webhook.endedAt)))
        .returning({ id: webhook.id });
      return ended.length === 0 ? fail(notFound) : ok({ id });
    },
  });
}
