/** Enterprises: found by part of a name or code, put on file by an officer, and what happens to them (更名、合并、迁移、注销、恢复). */
import { checkCreditCode, fail, ok } from "@zhengdui/basics";
import { applyEvent, type EnterpriseEvent, unitActFault } from "@zhengdui/casework";
import {
  addEnterprise,
  addEvent,
  type EnterpriseRow,
  eventsOf,
  findEnterprise,
  revokeInvitationsOf,
  searchEnterprises,
  type Tx,
  tell,
  withdrawProposal,
} from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { evidenceFor } from "../office/evidence.ts";
import { day, idText, line, usccParam, words } from "../office/input-shapes.ts";
import { townFault } from "../office/known-town.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { cursor, writeCursor } from "../office/page-cursor.ts";
import { notFound } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";
import { unitEnd } from "../office/unit-end.ts";

const headShape = z.object({
  uscc: z.string(),
  name: z.string(),
  territory: z.string().nullable(),
  industry: z.string().nullable(),
  establishedOn: z.string().nullable(),
  status: z.enum(["open", "merged", "moved", "closed"]),
});

const headOf = ({ uscc, name, territory, industry, establishedOn, status }: EnterpriseRow) => {
  return { uscc, name, territory, industry, establishedOn, status };
};

export function enterpriseRoutes(app: FastifyInstance, parts: OfficeParts): void {
  searchRoute(app, parts);
  addRoute(app, parts);
  eventRoute(app, parts);
}

function searchRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/enterprises",
    action: "enterprise.search",
    summary: "查找企业：名称（含曾用名）或信用代码的一部分、所在镇（街道）",
    query: z.strictObject({
      q: z.string().max(60).optional(),
      territory: z.string().max(40).optional(),
      after: cursor(2).optional(),
    }),
    answer: z.object({
      enterprises: z.array(headShape),
      next: z.string().nullable(),
      /** On the first page; `more`: there are more than these. */
      total: z.object({ rows: z.number(), more: z.boolean() }).nullable(),
    }),
    about: () => ({ kind: "enterprise", id: "search" }),
    handle: async ({ tx, query: { q, territory, after } }) => {
      const [name, uscc] = after ?? [];
      const { rows, more, total } = await searchEnterprises(tx, {
        ...(q === undefined ? {} : { words: q.replaceAll("\0", "") }),
        ...(territory === undefined ? {} : { territory: territory.replaceAll("\0", "") }),
        ...(name === undefined || uscc === undefined ? {} : { after: { name, uscc } }),
      });
      const last = rows.at(-1);
      return ok({
        enterprises: rows.map(headOf),
        next: more && last !== undefined ? writeCursor([last.name, last.uscc]) : null,
        total,
      });
    },
  });
}

function addRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/enterprises",
    action: "enterprise.add",
    summary: "为一家企业建档",
    body: z.strictObject({ uscc: z.string().max(100), name: line(120), territory: line(40).nullable() }),
    answer: headShape,
    about: ({ body }) => ({ kind: "enterprise", id: body.uscc.slice(0, 18), uscc: body.uscc.slice(0, 18) }),
    handle: async ({ tx, person, body, now }) => {
      const unknown = await townFault(tx, person.tenant, body.territory);
      if (unknown !== null) return sayNo([unknown]);
      const code = checkCreditCode(body.uscc);
      if (!code.ok) return sayNo(code.errors.map(({ problem, expected }) => ({ path: "uscc", problem, expected })));
      const added = await addEnterprise(tx, body, now);
      const known = await findEnterprise(tx, body.uscc);
      if (added && known !== null) return ok(headOf(known));
      return sayNo([{ path: "uscc", problem: "这家企业已建档", expected: "请查找后打开其档案" }], 409);
    },
  });
}

const paper = { on: day, reason: words(500), evidence: idText };
const eventBody = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("renamed"), ...paper, name: line(120) }),
  z.strictObject({ kind: z.literal("merged"), ...paper, into: usccParam }),
  /** null: away from the county */
  z.strictObject({ kind: z.literal("moved"), ...paper, territory: line(40).nullable() }),
  z.strictObject({ kind: z.literal("closed"), ...paper }),
  z.strictObject({ kind: z.literal("restored"), ...paper }),
]);

function eventRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/enterprises/:uscc/events",
    action: "file.event",
    summary: "登记更名、合并、迁移、注销、恢复",
    params: z.strictObject({ uscc: usccParam }),
    body: eventBody,
    answer: headShape,
    about: ({ params, body }) => ({
      kind: "enterprise",
      id: params.uscc,
      uscc: params.uscc,
      detail: { event: body.kind, on: body.on },
    }),
    handle: async ({ tx, person, params, body, now, today }) => {
      const known = await findEnterprise(tx, params.uscc, true);
      if (known === null) return fail(notFound);
      const unknown = body.kind === "moved" ? await townFault(tx, person.tenant, body.territory) : null;
      if (unknown !== null) return sayNo([unknown]);
      const evidence = await evidenceFor(tx, body.evidence, "evidence", { uscc: params.uscc, account: person.account });
      if (!evidence.ok) return evidence;
      const own = (await eventsOf(tx, params.uscc)).filter(({ uscc }) => uscc === params.uscc);
      const event: EnterpriseEvent = body;
      const outcome = applyEvent(known, event, today, own[0]?.happenedOn ?? null);
      if (!outcome.ok) return sayNo(outcome.errors);
      const { otherUscc } = outcome.value;
      const other = otherUscc === null ? null : await findEnterprise(tx, otherUscc);
      if (otherUscc !== null && other?.status !== "open")
        return sayNo([{ path: "into", problem: "没有这家存续的企业", expected: "请先为存续单位建档，再登记合并" }]);
      const saved = {
        kind: body.kind,
        on: body.on,
        reason: body.reason,
        evidenceFile: body.evidence,
        recordedBy: person.account,
      };
      await addEvent(tx, known, outcome.value, saved, now);
      const { status } = outcome.value.head;
      if (status === "merged" || status === "closed") await takeBack(tx, { ...known, status }, person.account, now);
      return ok(headOf({ ...known, ...outcome.value.head }));
    },
  });
}

/** What a unit that is gone had begun ends with it: nobody is to be let in, and nothing to be paid, by what was asked before. */
async function takeBack(tx: Tx, enterprise: EnterpriseRow, by: string, now: Date): Promise<void> {
  const { uscc, name } = enterprise;
  await revokeInvitationsOf(tx, uscc, by, now);
  const end = await unitEnd(tx, enterprise);
  const fault = unitActFault(end, { act: "account" });
  if (fault === null) return;
  const reason = `${fault.problem}，${fault.expected}`;
  const proposer = await withdrawProposal(tx, uscc, { by, reason, now });
  if (proposer === null) return;
  const told = { kind: "account", title: `${name}的收款账户变更已撤回`, link: `/units/${uscc}/bank-accounts` };
  await tell(tx, [proposer], { ...told, body: "理由写在账户旁边。" }, now);
}
