/** What an account is told: its messages, newest first, which of them it has read, and whether a daily mail tells it that something waits. */
import { fail, ok } from "@zhengdui/basics";
import { mayTryCode } from "@zhengdui/casework";
import { mailAddressAskedOf, mailAddressOf, message, messageSetting } from "@zhengdui/store";
import { and, count, desc, eq, isNull, lt } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { notFound } from "../office/refusal.ts";

const PAGE_SIZE = 50;

const listed = z.object({
  unread: z.int(),
  mail: z.enum(["daily", "never"]),
  /** Where the daily mail goes; null: nowhere yet. */
  address: z.string().nullable(),
  /** Where a code was sent that is still to come back; null: nothing is awaited. */
  asked: z.string().nullable(),
  /** false: this server sends no mails. */
  mails: z.boolean(),
  messages: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      body: z.string(),
      link: z.string().nullable(),
      at: z.iso.datetime(),
      read: z.boolean(),
    }),
  ),
  more: z.boolean(),
});

export function messageRoutes(app: FastifyInstance, parts: OfficeParts): void {
  listRoute(app, parts);
  changeRoutes(app, parts);
}

function listRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/messages",
    action: "message.read",
    summary: "本人的消息，新的在前；before 是上一页最后一条的编号",
    query: z.strictObject({ before: z.string().max(40).optional() }),
    answer: listed,
    about: () => ({ kind: "message", id: "own" }),
    handle: async ({ tx, person, query: { before }, now }) => {
      const asked = await mailAddressAskedOf(tx, person.account);
      const own = eq(message.accountId, person.account);
      const page = await tx
        .select()
        .from(message)
        .where(before === undefined ? own : and(own, lt(message.id, before)))
        .orderBy(desc(message.id))
        .limit(PAGE_SIZE + 1);
      const [waiting] = await tx
        .select({ unread: count() })
        .from(message)
        .where(and(own, isNull(message.readAt)));
      const [setting] = await tx.select().from(messageSetting).where(eq(messageSetting.accountId, person.account));
      return ok({
        unread: waiting?.unread ?? 0,
        mail: setting?.mail ?? "daily",
        address: await mailAddressOf(tx, person.account),
        asked: asked !== null && mayTryCode(asked, now).ok ? asked.address : null,
        mails: parts.mails,
        messages: page.slice(0, PAGE_SIZE).map(({ id, kind, title, body, link, at, readAt }) => ({
          ...{ id, kind, title, body, link },
          at: at.toISOString(),
          read: readAt !== null,
        })),
        more: page.length > PAGE_SIZE,
      });
    },
  });
}

function changeRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/messages/read",
    action: "message.change",
    summary: "标记为已读；不写 id 就是全部",
    body: z.strictObject({ id: z.string().max(40).optional() }),
    answer: z.object({ marked: z.int() }),
    about: () => ({ kind: "message", id: "own" }),
    handle: async ({ tx, person, body: { id }, now }) => {
      const own = and(eq(message.accountId, person.account), isNull(message.readAt));
      const marked = await tx
        .update(message)
        .set({ readAt: now })
        .where(id === undefined ? own : and(own, eq(message.id, id)))
        .returning({ id: message.id });
      return id !== undefined && marked.length === 0 ? fail(notFound) : ok({ marked: marked.length });
    },
  });
  officeRoute(app, parts, {
    method: "PUT",
    path: "/messages/setting",
    action: "message.change",
    summary: "每日提醒邮件：daily 或 never",
    body: z.strictObject({ mail: z.enum(["daily", "never"]) }),
    answer: z.object({ mail: z.enum(["daily", "never"]) }),
    about: () => ({ kind: "message", id: "own" }),
    handle: async ({ tx, person, body: { mail } }) => {
      await tx
        .insert(messageSetting)
        .values({ accountId: person.account, mail })
        .onConflictDoUpdate({ target: [messageSetting.tenantId, messageSetting.accountId], set: { mail } });
      return ok({ mail });
    },
  });
}
