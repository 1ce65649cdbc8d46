/** /api/office/claims: the platform's claims one by one, and what is decided of each. */
import { fail, ok, parseMoney } from "@zhengdui/basics";
import { checkDecision } from "@zhengdui/casework";
import { attachmentsOf, claimsPage, decideClaim, decisionsOf, findClaim } from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { emit } from "../delivery/emit.ts";
import { claimAnswer, shownClaim, shownWhole, stage, wholeClaimAnswer } from "../exchange/claim-answers.ts";
import { line, words } from "../office/input-shapes.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { PAGE_ROWS } from "../office/page-cursor.ts";
import { notFound } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";

const number = z.strictObject({ number: line(64) });

export function claimRoutes(app: FastifyInstance, parts: OfficeParts): void {
  listRoute(app, parts);
  oneRoute(app, parts);
  decideRoute(app, parts);
}

function listRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/claims",
    action: "package.read",
    summary: "平台的申报件，按编号；可按状态、单位、政策，或只看结果还没有导出的",
    query: z.strictObject({
      state: stage.optional(),
      uscc: z.string().length(18).optional(),
      policy: line(80).optional(),
      untold: z.enum(["true", "false"]).default("false"),
      after: line(64).optional(),
    }),
    answer: z.object({ claims: z.array(claimAnswer), next: z.string().nullable() }),
    about: ({ query }) => ({ kind: "claim", id: "list", ...(query.uscc === undefined ? {} : { uscc: query.uscc }) }),
    handle: async ({ tx, query: { state, uscc, policy, untold, after } }) => {
      const rows = await claimsPage(tx, {
        ...{ limit: PAGE_ROWS + 1, untold: untold === "true" },
        ...(state === undefined ? {} : { state }),
        ...(uscc === undefined ? {} : { uscc }),
        ...(policy === undefined ? {} : { policy }),
        ...(after === undefined ? {} : { after }),
      });
      const shown = rows.slice(0, PAGE_ROWS);
      return ok({ claims: shown.map(shownClaim), next: rows.length > PAGE_ROWS ? (shown.at(-1)?.number ?? null) : null });
    },
  });
}

function oneRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/claims/:number",
    action: "package.read",
    summary: "一件：内容、附件、历次办理",
    params: number,
    answer: wholeClaimAnswer,
    about: ({ params, made }) => ({ kind: "claim", id: params.number, ...(made === undefined ? {} : { uscc: made.uscc }) }),
    handle: async ({ tx, params }) => {
      const found = await findClaim(tx, params.number);
      if (found === null) return fail(notFound);
      return ok(shownWhole(found, await attachmentsOf(tx, [found.number]), await decisionsOf(tx, found.number)));
    },
  });
}

function decideRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/claims/:number/decisions",
    action: "claim.decide",
    summary: "办理一件：受理、退回补正、不予支持、予以支持",
    params: number,
    body: z.strictObject({
      state: stage,
      reason: words(500).nullable().default(null),
      amount: z.string().max(20).nullable().default(null).meta({ description: "核定金额，元，至多两位小数；只在予以支持时" }),
    }),
    answer: claimAnswer,
    about: ({ params, body, made }) => ({
      ...{ kind: "claim", id: params.number, detail: { state: body.state } },
      ...(made === undefined ? {} : { uscc: made.uscc }),
    }),
    handle: async ({ tx, params, body: { state: to, reason, amount }, person, reach, now }) => {
      const before = await findClaim(tx, params.number, true);
      if (before === null) return fail(notFound);
      const money = amount === null ? ok(null) : parseMoney(amount);
      if (!money.ok) return sayNo(money.errors.map(({ problem, expected }) => ({ path: "amount", problem, expected })));
      const approved = money.value;
      const told = before.exportedAt !== null;
      const deciding = { from: before.state, to, roles: reach.roles, reason, approved, claimed: before.claimedFen, told };
      const checked = checkDecision(deciding);
      if (!checked.ok) return sayNo(checked.errors, checked.errors[0]?.path === "state" ? 409 : 422);
      const after = await decideClaim(tx, before, { to, reason, approved, by: person.account }, now);
      await emit(tx, "claim.decided", { number: after.number, package: after.packageId, state: to }, now);
      return ok(shownClaim(after));
    },
  });
}
