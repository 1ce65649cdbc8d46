/** The consultation log: questions of units, calls and visits written down, answers, and what of it is published. */
import { fail, ok, type Problem } from "@zhengdui/basics";
import { actionOf, mayAnswer, mayPublish, phoneFault, type RoleId } from "@zhengdui/casework";
import type { Policy } from "@zhengdui/policy";
import {
  account,
  type Caller,
  callersOf,
  consultation,
  type EarlierWords,
  earlierOf,
  enterprise,
  keepCaller,
  keepEarlier,
  newId,
  type Tx,
  tell,
} from "@zhengdui/store";
import { and, desc, eq, isNull, lt } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { tenantOf } from "../access/who-calls.ts";
import { emit } from "../delivery/emit.ts";
import { line } from "../office/input-shapes.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { fetchAnswers } from "../office/published-answers.ts";
import { notFound, type Refusal } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";
import { tellWaiting } from "../office/tell-waiting.ts";

const PAGE_SIZE = 50;
const words = z.string().trim().min(2).max(4000);
const about = z.strictObject({ policy: z.string().min(1).max(80), clause: z.string().max(40).optional() });
const code = z.string().length(18);
const idParams = z.strictObject({ id: z.string().max(40) });

const row = z.object({
  id: z.string(),
  policy: z.string(),
  clause: z.string().nullable(),
  channel: z.enum(["online", "phone", "visit"]),
  uscc: z.string().nullable(),
  /** Of the unit, as it is called now; and of who answered, for the office alone. Both in lists. */
  unitName: z.string().nullable(),
  answeredByName: z.string().nullable(),
  question: z.string(),
  askedAt: z.iso.datetime(),
  answer: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  publicQuestion: z.string().nullable(),
  publicAnswer: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  /** In lists, for those who answer. Who rang or came; personal. */
  caller: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  /** What was said before it was changed or withdrawn, the oldest first. */
  earlier: z.array(
    z.object({
      what: z.enum(["answer", "publication"]),
      question: z.string().nullable(),
      answer: z.string(),
      saidAt: z.iso.datetime(),
      replacedAt: z.iso.datetime(),
    }),
  ),
});

type Row = typeof consultation.$inferSelect;

interface Beside {
  readonly unit?: string | null;
  readonly answerer?: string | null;
  readonly caller?: Caller | undefined;
  readonly earlier?: readonly EarlierWords[] | undefined;
}

const shown = (one: Row, { unit, answerer, caller, earlier = [] }: Beside = {}): z.input<typeof row> => ({
  ...one,
  unitName: unit ?? null,
  answeredByName: answerer ?? null,
  caller: caller ?? null,
  earlier: earlier.map(({ what, question, answer, saidAt, replacedAt }) => ({
    ...{ what, question, answer, saidAt: saidAt.toISOString(), replacedAt: replacedAt.toISOString() },
  })),
  askedAt: one.askedAt.toISOString(),
  answeredAt: one.answeredAt?.toISOString() ?? null,
  publishedAt: one.publishedAt?.toISOString() ?? null,
});

const rejected = (error: string, problems: readonly { path: string; problem: string; expected: string }[]): Refusal => ({
  status: 422,
  error,
  problems,
});

export function consultationRoutes(app: FastifyInstance, parts: OfficeParts): void {
  listRoute(app, parts);
  askRoutes(app, parts);
  answerRoute(app, parts);
  publishRoutes(app, parts);
}

/** Only who answers has to ring back, and to know what was said before. */
const answers = (role: RoleId): boolean => actionOf("consultation.answer").who[role] !== undefined;

function listRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/consultations",
    action: "consultation.read",
    summary: "咨询，新的在前；open 只看待答复的",
    query: z.strictObject({ open: z.literal("yes").optional(), before: z.string().max(40).optional() }),
    answer: z.object({ consultations: z.array(row), more: z.boolean() }),
    about: () => ({ kind: "consultation", id: "list" }),
    handle: async ({ tx, reach, query: { open, before } }) => {
      const where = and(
        open === undefined ? undefined : isNull(consultation.answeredAt),
        before === undefined ? undefined : lt(consultation.id, before),
      );
      const page = await tx
        .select({ one: consultation, unit: enterprise.name, answerer: account.name })
        .from(consultation)
        .leftJoin(enterprise, and(eq(enterprise.tenantId, consultation.tenantId), eq(enterprise.uscc, consultation.uscc)))
        .leftJoin(account, and(eq(account.tenantId, consultation.tenantId), eq(account.id, consultation.answeredBy)))
        .where(where)
        .orderBy(desc(consultation.id))
        .limit(PAGE_SIZE + 1);
      const rows = page.slice(0, PAGE_SIZE);
      const isOffice = reach.scope === "all";
      const ids = reach.roles.some(answers) ? rows.map(({ one }) => one.id) : [];
      const [callers, earlier] = [await callersOf(tx, ids), await earlierOf(tx, ids)];
      const consultations = rows.map(({ one, unit, answerer }) =>
        shown(one, {
          ...{ unit, answerer: isOffice ? answerer : null },
          ...{ caller: callers.get(one.id), earlier: earlier.get(one.id) },
        }),
      );
      return ok({ consultations, more: page.length > PAGE_SIZE });
    },
  });
}

function askRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/units/:uscc/consultations",
    action: "consultation.ask",
    summary: "单位在线咨询",
    params: z.strictObject({ uscc: code }),
    body: about.extend({ question: words }),
    answer: row,
    about: ({ params, made }) => ({ kind: "consultation", id: made?.id ?? "new", uscc: params.uscc }),
    handle: async ({ tx, person, params: { uscc }, body, now, today }) => {
      const [unit] = await tx.select().from(enterprise).where(eq(enterprise.uscc, uscc));
      if (unit === undefined) return fail(notFound);
      const faults = aboutFaults(parts.policies, body);
      if (faults.length > 0) return sayNo(faults);
      const asked = await save(tx, { ...body, channel: "online", uscc, askedBy: person.account, askedAt: now });
      const title = parts.policies.find(({ id }) => id === body.policy)?.title ?? body.policy;
      await tellWaiting(tx, "consultation", { body: `关于《${title}》的咨询待答复。`, by: person.account, now, today });
      return ok(shown(asked));
    },
  });
  officeRoute(app, parts, {
    method: "POST",
    path: "/consultations",
    action: "consultation.log",
    summary: "登记来电、来访咨询",
    body: about.extend({
      ...{ question: words, channel: z.enum(["phone", "visit"]), uscc: code.optional() },
      /** Who rang or came, to be rung back: shown to those who answer, never published. */
      ...{ callerName: line(60).optional(), callerPhone: line(30).optional() },
    }),
    answer: row,
    about: ({ body, made }) => ({
      kind: "consultation",
      id: made?.id ?? "new",
      ...(body.uscc === undefined ? {} : { uscc: body.uscc }),
    }),
    handle: async ({ tx, person, body: { callerName: name = null, callerPhone: phone = null, ...body }, now }) => {
      const unreadable = phone === null ? null : phoneFault(phone);
      const faults = [...aboutFaults(parts.policies, body), ...(unreadable === null ? [] : [unreadable])];
      if (faults.length > 0) return sayNo(faults);
      if (body.uscc !== undefined) {
        const [unit] = await tx.select().from(enterprise).where(eq(enterprise.uscc, body.uscc));
        if (unit === undefined) return fail(notFound);
      }
      const asked = await save(tx, { ...body, uscc: body.uscc ?? null, askedBy: person.account, askedAt: now });
      if (name !== null || phone !== null) await keepCaller(tx, asked.id, { name, phone });
      return ok(shown(asked));
    },
  });
}

/** What is asked about must be there: a published answer is shown beside its clause. */
function aboutFaults(policies: readonly Policy[], { policy: id, clause }: z.infer<typeof about>): Problem[] {
  const policy = policies.find((one) => one.id === id);
  if (policy === undefined) return [{ path: "policy", problem: `没有代号是“${id}”的政策`, expected: "请从列出的政策里选择" }];
  if (clause === undefined || policy.clauses.some((one) => one.id === clause)) return [];
  return [{ path: "clause", problem: `这项政策里没有“${clause}”`, expected: "请从列出的条款里选择；不指哪一条的，留空" }];
}

type NewConsultation = Pick<Row, "policy" | "channel" | "uscc" | "askedBy" | "askedAt" | "question"> & {
  readonly clause?: string;
};

async function save(tx: Tx, { clause, ...asked }: NewConsultation): Promise<Row> {
  const [saved] = await tx
    .insert(consultation)
    .values({ id: newId(asked.askedAt), clause: clause ?? null, ...asked })
    .returning();
  if (saved === undefined) throw new Error("an insert gave no row");
  return saved;
}

function answerRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "PUT",
    path: "/consultations/:id/answer",
    action: "consultation.answer",
    summary: "答复咨询",
    params: idParams,
    body: z.strictObject({ answer: words }),
    answer: row,
    about: ({ params }) => ({ kind: "consultation", id: params.id }),
    handle: async ({ tx, person, params: { id }, body: { answer }, now }) => {
      const [found] = await tx.select().from(consultation).where(eq(consultation.id, id)).for("update");
      if (found === undefined) return fail(notFound);
      const may = mayAnswer(found);
      if (!may.ok) return fail(rejected("不能改答复。", may.errors));
      if (found.answer !== null && found.answeredAt !== null && found.answer !== answer)
        await keepEarlier(tx, {
          ...{ consultationId: id, what: "answer", question: null, answer: found.answer },
          ...{ saidBy: found.answeredBy, saidAt: found.answeredAt, replacedBy: person.account, replacedAt: now },
        });
      const change = { answer, answeredBy: person.account, answeredAt: now };
      await tx.update(consultation).set(change).where(eq(consultation.id, id));
      const telling = { kind: "consultation", title: "您的咨询有答复了", body: "请登录查看。", link: "/consultations" };
      if (found.askedBy !== null && found.channel === "online") await tell(tx, [found.askedBy], telling, now);
      return ok(shown({ ...found, ...change }));
    },
  });
}

function publishRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "PUT",
    path: "/consultations/:id/publication",
    action: "consultation.publish",
    summary: "公开问答：写成公众读的样子，不得认出提问人",
    params: idParams,
    body: z.strictObject({ question: words, answer: words }),
    answer: row,
    about: ({ params }) => ({ kind: "consultation", id: params.id }),
    handle: async ({ tx, person, params: { id }, body, now }) => {
      const [found] = await tx.select().from(consultation).where(eq(consultation.id, id)).for("update");
      if (found === undefined) return fail(notFound);
      const may = mayPublish(found, body, await namesIn(tx, found));
      if (!may.ok) return fail(rejected("这样公开会认出提问人，或还没有答复。", may.errors));
      if (found.publicQuestion !== body.question || found.publicAnswer !== body.answer)
        await keepPublished(tx, found, person.account, now);
      const change = {
        publicQuestion: body.question,
        publicAnswer: body.answer,
        publishedBy: person.account,
        publishedAt: now,
      };
      await tx.update(consultation).set(change).where(eq(consultation.id, id));
      await emit(tx, "consultation.published", { id, policy: found.policy, clause: found.clause }, now);
      return ok(shown({ ...found, ...change }));
    },
  });
  officeRoute(app, parts, {
    method: "DELETE",
    path: "/consultations/:id/publication",
    action: "consultation.publish",
    summary: "撤下已公开的问答",
    params: idParams,
    answer: row,
    about: ({ params }) => ({ kind: "consultation", id: params.id }),
    handle: async ({ tx, person, params: { id }, now }) => {
      const [found] = await tx.select().from(consultation).where(eq(consultation.id, id)).for("update");
      if (found === undefined) return fail(notFound);
      await keepPublished(tx, found, person.account, now);
      const change = { publicQuestion: null, publicAnswer: null, publishedBy: null, publishedAt: null };
      await tx.update(consultation).set(change).where(eq(consultation.id, id));
      return ok(shown({ ...found, ...change }));
    },
  });
}

/** What the public has read isn't forgotten with being changed or taken down. */
async function keepPublished(tx: Tx, found: Row, by: string, now: Date): Promise<void> {
  const { id, publicQuestion, publicAnswer, publishedBy, publishedAt } = found;
  if (publicAnswer === null || publishedAt === null) return;
  await keepEarlier(tx, {
    ...{ consultationId: id, what: "publication", question: publicQuestion, answer: publicAnswer },
    ...{ saidBy: publishedBy, saidAt: publishedAt, replacedBy: by, replacedAt: now },
  });
}

/** By which one would know who asked. */
async function namesIn(tx: Tx, { id, uscc }: Row): Promise<string[]> {
  const caller = (await callersOf(tx, [id])).get(id);
  const of = [caller?.name ?? "", caller?.phone ?? ""];
  if (uscc === null) return of;
  const rows = await tx.select({ name: enterprise.name }).from(enterprise).where(eq(enterprise.uscc, uscc));
  return [...of, ...rows.map(({ name }) => name)];
}

const published = z.object({
  clause: z.string().nullable(),
  question: z.string(),
  answer: z.string(),
  /** The day it was published. */
  on: z.string(),
});

/** GET /api/policies/:id/questions: what is published, for everybody. */
export function publishedRoutes(app: FastifyInstance, parts: OfficeParts): void {
  const schema = {
    summary: "一项政策已公开的问答，新的在前；不用登录",
    params: z.object({ id: z.string() }),
    response: { 200: z.array(published) },
    security: [],
  };
  app.get<{ Params: { id: string } }>("/api/policies/:id/questions", { schema }, async (request, reply) => {
    reply.header("cache-control", "public, max-age=60");
    return fetchAnswers(parts.store, tenantOf(parts, request), request.params.id);
  });
}
