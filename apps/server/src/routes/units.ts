/** Claiming a unit as its legal representative, and the town's or an officer's check of it. */
import { fail, ok } from "@zhengdui/basics";
import { claimFaults, decideClaim } from "@zhengdui/casework";
import {
  addClaim,
  addEnterprise,
  appointToUnit,
  type ClaimRow,
  claimsOf,
  findEnterprise,
  lockClaim,
  pendingClaims,
  saveClaimDecision,
  type Telling,
  type Tx,
  tell,
  unitStanding,
} from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { evidenceFor } from "../office/evidence.ts";
import { idText, line, words } from "../office/input-shapes.ts";
import { townFault } from "../office/known-town.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { cursor, PAGE_ROWS, pageOf } from "../office/page-cursor.ts";
import { notFound } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";
import { tellWaiting } from "../office/tell-waiting.ts";

const claimShape = z.object({
  id: z.string(),
  uscc: z.string(),
  name: z.string(),
  territory: z.string().nullable(),
  state: z.enum(["pending", "confirmed", "refused"]),
  evidenceFile: z.string(),
  claimedAt: z.string(),
  reason: z.string().nullable(),
});

const claimOf = ({ id, uscc, name, territory, state, evidenceFile, claimedAt, reason }: ClaimRow) => {
  return { id, uscc, name, territory, state, evidenceFile, claimedAt: claimedAt.toISOString(), reason };
};

export function unitRoutes(app: FastifyInstance, parts: OfficeParts): void {
  claimRoute(app, parts);
  ownClaimsRoute(app, parts);
  pendingClaimsRoute(app, parts);
  decideClaimRoute(app, parts);
}

function claimRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/unit-claims",
    action: "unit.claim",
    summary: "以法定代表人身份认领一家单位，待核对",
    body: z.strictObject({
      uscc: z.string().max(100),
      name: line(120),
      /** The town, where the unit isn't known yet. */
      territory: line(40).optional(),
      /** 营业执照 */
      evidence: idText,
    }),
    answer: claimShape.pick({ id: true, uscc: true, state: true }),
    about: ({ body, made }) => ({ kind: "unit-claim", id: made?.id ?? "new", uscc: body.uscc.slice(0, 18) }),
    handle: async ({ tx, person, body, now, today }) => {
      if (person.side !== "applicant")
        return sayNo([{ path: "", problem: "工作人员的账号不能代表申报单位", expected: "请用申报人账号认领" }], 409);
      const standing = await unitStanding(tx, body.uscc, today);
      const faults = claimFaults(body.uscc, standing);
      if (faults.length > 0) return sayNo(faults, standing === null ? 422 : 409);
      const unknown = await townFault(tx, person.tenant, body.territory);
      if (unknown !== null) return sayNo([unknown]);
      const evidence = await evidenceFor(tx, body.evidence, "evidence", { uscc: null, account: person.account });
      if (!evidence.ok) return evidence;
      // Whose check it is isn't the claimant's to choose, where the town is known.
      const territory = standing === null ? (body.territory ?? null) : standing.territory;
      const claim = { uscc: body.uscc, name: body.name, territory, accountId: person.account, evidenceFile: body.evidence };
      const id = await addClaim(tx, claim, now);
      if (id === null)
        return sayNo([{ path: "uscc", problem: "您已认领这家单位，正在等待核对", expected: "请等待核对结果" }], 409);
      const said = "有人以法定代表人身份认领一家单位，请核对营业执照。";
      await tellWaiting(tx, "claim", { body: said, territory, by: person.account, now, today });
      return ok({ id, uscc: body.uscc, state: "pending" as const });
    },
  });
}

function ownClaimsRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/unit-claims/mine",
    action: "unit.claimed",
    summary: "本人的认领和结果",
    answer: z.object({ claims: z.array(claimShape) }),
    about: () => ({ kind: "unit-claim", id: "mine" }),
    handle: async ({ tx, person }) => ok({ claims: (await claimsOf(tx, person.account)).map(claimOf) }),
  });
}

function pendingClaimsRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/unit-claims",
    action: "unit.claims",
    summary: "待核对的认领，附登记名称",
    query: z.strictObject({ after: cursor(1).optional() }),
    answer: z.object({
      claims: z.array(claimShape.extend({ claimant: z.string(), login: z.string(), registered: z.string().nullable() })),
      next: z.string().nullable(),
    }),
    about: () => ({ kind: "unit-claim", id: "pending" }),
    handle: async ({ tx, query }) => {
      const page = pageOf(await pendingClaims(tx, query.after?.[0]), PAGE_ROWS, ({ claim }) => [claim.id]);
      const claims = [];
      for (const { claim, claimant, login } of page.rows)
        claims.push({ ...claimOf(claim), claimant, login, registered: (await findEnterprise(tx, claim.uscc))?.name ?? null });
      return ok({ claims, next: page.next });
    },
  });
}

function decideClaimRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/unit-claims/:id/decision",
    action: "unit.confirm",
    summary: "核对认领：通过，或写明理由不予通过",
    params: z.strictObject({ id: idText }),
    body: z.strictObject({
      confirm: z.boolean(),
      reason: words(500).optional(),
      /** For a unit that isn't known yet, where the claim's town is to be set right. */
      territory: line(40).optional(),
    }),
    answer: claimShape,
    about: ({ params, made }) => ({ kind: "unit-claim", id: params.id, ...(made === undefined ? {} : { uscc: made.uscc }) }),
    handle: async ({ tx, person, reach, params, body, now, today }) => {
      const claim = await lockClaim(tx, params.id);
      if (claim === null) return fail(notFound);
      const unknown = await townFault(tx, person.tenant, body.territory);
      if (unknown !== null) return sayNo([unknown]);
      const territory = reach.scope === "all" ? (body.territory ?? claim.territory) : claim.territory;
      // Confirmed twice at once, a unit would have two representatives: whoever is second waits here for the first.
      await findEnterprise(tx, claim.uscc, true);
      const standing = await unitStanding(tx, claim.uscc, today);
      const { confirm } = body;
      const decision = {
        confirm,
        reason: body.reason ?? "",
        claimant: claim.accountId,
        decider: person.account,
        name: claim.name,
      };
      const decided = decideClaim(claim.state, decision, standing);
      if (!decided.ok) return sayNo(decided.errors, 409);
      if (decided.value === "confirmed") {
        const appointed = await represent(tx, { ...claim, territory }, standing === null, person.account, today, now);
        if (!appointed) return sayNo([{ path: "", problem: "这家单位刚刚有了变动", expected: "请刷新后再核对" }], 409);
      }
      const saved = { state: decided.value, decidedBy: person.account, reason: body.reason ?? null };
      await saveClaimDecision(tx, claim.id, saved, now);
      await tell(tx, [claim.accountId], claimTelling(claim.name, confirm), now);
      return ok({ ...claimOf(claim), state: saved.state, reason: saved.reason });
    },
  });
}

const claimTelling = (name: string, confirmed: boolean): Telling => ({
  kind: "claim",
  title: `${name}的认领${confirmed ? "已通过" : "未通过"}`,
  body: confirmed ? "您可以代表这家单位办理了。" : "理由写在“我的认领”里。",
  link: "/units",
});

/** false: the unit became known meanwhile, out of reach or by another claim. */
async function represent(tx: Tx, claim: ClaimRow, isNew: boolean, by: string, today: string, now: Date): Promise<boolean> {
  const { uscc, name, territory } = claim;
  if (isNew && !(await addEnterprise(tx, { uscc, name, territory }, now))) return false;
  if ((await findEnterprise(tx, uscc)) === null) return false;
  await appointToUnit(
    tx,
    {
      accountId: claim.accountId,
      role: "legal-representative",
      uscc,
      validFrom: today,
      validTo: null,
      deedFile: claim.evidenceFile,
      grantedBy: claim.accountId,
      confirmedBy: by,
    },
    now,
  );
  return true;
}
