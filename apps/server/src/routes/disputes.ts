/** Disputes: a unit holds, with evidence, that what an office supplied is wrong; an officer corrects it or says why it stands. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { seesFact, settleDispute } from "@zhengdui/casework";
import {
  addFact,
  findEnterprise,
  listDisputes,
  lockDispute,
  openDispute,
  saveSettlement,
  supplierOf,
  type Telling,
  tell,
} from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { declaredIn } from "../office/declared-in.ts";
import { evidenceFor } from "../office/evidence.ts";
import { idText, usccParam, words, year } from "../office/input-shapes.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { type Asked, officeRoute } from "../office/office-route.ts";
import { cursor, PAGE_ROWS, pageOf } from "../office/page-cursor.ts";
import { readStatement } from "../office/read-statement.ts";
import { notFound, type Refusal } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";
import { standingsOf, statementsOfFile } from "../office/statements-of-file.ts";
import { tellWaiting } from "../office/tell-waiting.ts";

export function disputeRoutes(app: FastifyInstance, parts: OfficeParts): void {
  openRoute(app, parts);
  listRoute(app, parts);
  settleRoute(app, parts);
}

const states = z.enum(["open", "upheld", "rejected"]);

function openRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/units/:uscc/disputes",
    action: "file.dispute",
    summary: "对部门提供的一项数据提出异议，附证明材料",
    params: z.strictObject({ uscc: usccParam }),
    body: z.strictObject({ fact: z.string().max(200), year, reason: words(2000), evidence: idText }),
    answer: z.object({ id: z.string(), state: states }),
    about: ({ params, body, made }) => ({
      kind: "dispute",
      id: made?.id ?? "new",
      uscc: params.uscc,
      detail: { fact: body.fact, year: body.year },
    }),
    handle: async ({ tx, person, reach, params, body, now, today }) => {
      const { uscc } = params;
      const { fact, year, reason, evidence } = body;
      if ((await findEnterprise(tx, uscc)) === null) return fail(notFound);
      const declared = declaredIn(parts);
      const privacy = declared.get(fact)?.fact.privacy ?? "";
      const supplied = (await statementsOfFile(tx, parts, uscc)).filter(
        (one) => one.fact === fact && one.year === year && one.source !== "unit" && seesFact(privacy, reach.scope),
      );
      const [disputed] = standingsOf(supplied, declared).map(({ current }) => current);
      if (disputed === undefined)
        return sayNo([{ path: "fact", problem: "部门没有提供过这项数据", expected: "自己填报的数据请直接更正" }]);
      const file = await evidenceFor(tx, evidence, "evidence", { uscc, account: person.account });
      if (!file.ok) return file;
      const said =
        disputed.register === null
          ? { factId: disputed.id }
          : { registerVersion: disputed.register.version, disputed: disputed.value };
      const opened = { uscc, fact, year, ...said, disputedBy: person.account, reason, evidenceFile: evidence };
      const id = await openDispute(tx, opened, now);
      if (id === null) return sayNo([{ path: "fact", problem: "这项数据已有异议在处理", expected: "请等待处理结果" }], 409);
      const waiting = "一家单位对部门提供的数据提出了异议，附有证明材料。";
      await tellWaiting(tx, "dispute", { body: waiting, by: person.account, now, today });
      return ok({ id, state: "open" as const });
    },
  });
}

function listRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/disputes",
    action: "dispute.read",
    summary: "异议，按提出的先后",
    query: z.strictObject({ state: states.optional(), uscc: usccParam.optional(), after: cursor(1).optional() }),
    answer: z.object({
      disputes: z.array(
        z.object({
          ...{ id: z.string(), uscc: z.string(), name: z.string(), fact: z.string(), year: z.number(), disputed: z.unknown() },
          ...{ reason: z.string(), evidenceFile: z.string(), disputedAt: z.string(), state: states },
          ...{ answer: z.string().nullable(), settledAt: z.string().nullable() },
        }),
      ),
      next: z.string().nullable(),
    }),
    about: ({ query }) => ({ kind: "dispute", id: "list", ...(query.uscc === undefined ? {} : { uscc: query.uscc }) }),
    handle: async ({ tx, query: { state, uscc, after } }) => {
      const [last] = after ?? [];
      const wanted = { ...(state && { state }), ...(uscc && { uscc }), ...(last && { after: last }) };
      const page = pageOf(await listDisputes(tx, wanted), PAGE_ROWS, ({ dispute }) => [dispute.id]);
      const disputes = page.rows.map(({ dispute: one, name, disputed }) => ({
        ...{ id: one.id, uscc: one.uscc, name, fact: one.fact, year: one.year, disputed: disputed },
        ...{ reason: one.reason, evidenceFile: one.evidenceFile, disputedAt: one.disputedAt.toISOString(), state: one.state },
        ...{ answer: one.answer, settledAt: one.settledAt?.toISOString() ?? null },
      }));
      return ok({ disputes, next: page.next });
    },
  });
}

const settlement = z.strictObject({
  verdict: z.enum(["upheld", "rejected"]),
  answer: words(2000),
  /** What is right, where it is upheld. */
  correction: z.unknown().optional(),
});

function settleRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/disputes/:id/settlement",
    action: "file.settle",
    summary: "处理异议：成立的更正数据，不成立的写明理由",
    params: z.strictObject({ id: idText }),
    body: settlement,
    answer: z.object({ id: z.string(), uscc: z.string(), state: states, correctedBy: z.string().nullable() }),
    about: ({ params, body, made }) => ({
      ...{ kind: "dispute", id: params.id, detail: { verdict: body.verdict } },
      ...(made === undefined ? {} : { uscc: made.uscc }),
    }),
    handle: (asked) => settle(parts, asked),
  });
}

async function settle(
  parts: OfficeParts,
  { tx, person, params, body, now }: Asked<{ readonly id: string }, unknown, z.output<typeof settlement>>,
): Promise<Outcome<{ id: string; uscc: string; state: "upheld" | "rejected"; correctedBy: string | null }, Refusal>> {
  const one = await lockDispute(tx, params.id);
  if (one === null) return fail(notFound);
  const { verdict, answer, correction } = body;
  const own = (await supplierOf(tx, one)) === person.account;
  const settled = settleDispute(one.state, { verdict, answer, corrects: correction !== undefined, own });
  if (!settled.ok) return sayNo(settled.errors, one.state === "open" ? 422 : 409);
  let correctedBy: string | null = null;
  if (settled.value === "upheld") {
    const read = readStatement(declaredIn(parts), one.fact, correction, "correction");
    if (!read.ok) return sayNo(read.errors);
    const { uscc, fact, year, evidenceFile } = one;
    const said = {
      uscc,
      fact,
      year,
      value: read.value.value,
      source: "bureau" as const,
      suppliedBy: person.account,
      evidenceFile,
    };
    correctedBy = await addFact(tx, { ...said, basis: `异议成立：${one.id}`, registerVersion: null }, now);
  }
  await saveSettlement(tx, one.id, { state: settled.value, settledBy: person.account, answer, correctedBy }, now);
  await tell(tx, [one.disputedBy], disputeTelling(one.uscc, settled.value), now);
  return ok({ id: one.id, uscc: one.uscc, state: settled.value, correctedBy });
}

const disputeTelling = (uscc: string, state: "upheld" | "rejected"): Telling => ({
  kind: "dispute",
  title: state === "upheld" ? "您的数据异议成立" : "您的数据异议不成立",
  body: state === "upheld" ? "数据已更正。" : "答复写在异议旁边。",
  link: `/units/${uscc}/file`,
});
