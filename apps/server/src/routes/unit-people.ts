/** The people of a unit: who acts for it and until when, whom the legal representative invites, whose authority ends. */
import { fail, ok } from "@zhengdui/basics";
import { acceptInvitation, INVITATION_DAYS, periodFaults, standingOf } from "@zhengdui/casework";
import {
  addInvitation,
  appointToUnit,
  endUnitAppointment,
  findEnterprise,
  type InvitationRow,
  invitationOfToken,
  invitationsPage,
  lockAppointment,
  peopleOfUnit,
  represents,
  revokeInvitation,
  revokeInvitationsBy,
  saveAcceptance,
  type Telling,
  tell,
  withSystemReach,
} from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { digest, newToken } from "../access/token.ts";
import { evidenceFor } from "../office/evidence.ts";
import { day, idText, line, usccParam, words } from "../office/input-shapes.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { cursor, PAGE_ROWS, pageOf } from "../office/page-cursor.ts";
import { notFound, type Refusal } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";
import { endForbids } from "../office/unit-end.ts";

export function unitPeopleRoutes(app: FastifyInstance, parts: OfficeParts): void {
  peopleRoute(app, parts);
  invitationsRoute(app, parts);
  inviteRoute(app, parts);
  revokeRoute(app, parts);
  viewInvitationRoute(app, parts);
  acceptRoute(app, parts);
  dismissRoute(app, parts);
  releaseRoute(app, parts);
}

const unit = z.strictObject({ uscc: usccParam });
const invitedRole = z.enum(["handler", "agent"]);
const invitationState = z.enum(["open", "accepted", "revoked", "expired"]);

const stateOf = (one: InvitationRow, now: Date): z.output<typeof invitationState> => {
  if (one.acceptedAt !== null) return "accepted";
  if (one.revokedAt !== null) return "revoked";
  return one.expiresAt <= now ? "expired" : "open";
};

function peopleRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/units/:uscc/people",
    action: "unit.people",
    summary: "单位的人员和授权期限",
    params: unit,
    answer: z.object({
      people: z.array(
        z.object({
          appointment: z.string(),
          account: z.string(),
          name: z.string(),
          login: z.string(),
          role: z.string(),
          from: z.string(),
          to: z.string().nullable(),
          deedFile: z.string().nullable(),
          standing: z.enum(["current", "upcoming", "expired", "ended", "unconfirmed"]),
        }),
      ),
    }),
    about: ({ params }) => ({ kind: "unit", id: params.uscc, uscc: params.uscc }),
    handle: async ({ tx, params, today }) => {
      if ((await findEnterprise(tx, params.uscc)) === null) return fail(notFound);
      const people = (await peopleOfUnit(tx, params.uscc)).map(({ appointment: one, name, login }) => {
        const [ended, confirmed] = [one.endedAt !== null, one.confirmedAt !== null];
        const period = { from: one.validFrom, to: one.validTo };
        const standing = standingOf({ ...period, ended, confirmed }, today);
        return {
          appointment: one.id,
          account: one.accountId,
          name,
          login,
          role: one.role,
          ...period,
          deedFile: one.deedFile,
          standing,
        };
      });
      return ok({ people });
    },
  });
}

function invitationsRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/units/:uscc/invitations",
    action: "unit.people",
    summary: "单位发出的邀请，最近的在前",
    params: unit,
    query: z.strictObject({ after: cursor(1).optional() }),
    answer: z.object({
      invitations: z.array(
        z.object({
          id: z.string(),
          role: invitedRole,
          invitee: z.string(),
          from: z.string(),
          to: z.string(),
          deedFile: z.string(),
          expiresAt: z.string(),
          state: invitationState,
        }),
      ),
      next: z.string().nullable(),
    }),
    about: ({ params }) => ({ kind: "unit", id: params.uscc, uscc: params.uscc }),
    handle: async ({ tx, params: { uscc }, query, now }) => {
      if ((await findEnterprise(tx, uscc)) === null) return fail(notFound);
      const found = await invitationsPage(tx, { uscc, after: query.after?.[0] ?? null, size: PAGE_ROWS });
      const { rows, next } = pageOf(found, PAGE_ROWS, ({ id }) => [id]);
      const invitations = rows.map((one) => ({
        ...{ id: one.id, role: one.role, invitee: one.invitee, from: one.validFrom, to: one.validTo },
        ...{ deedFile: one.deedFile, expiresAt: one.expiresAt.toISOString(), state: stateOf(one, now) },
      }));
      return ok({ invitations, next });
    },
  });
}

function inviteRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/units/:uscc/invitations",
    action: "unit.invite",
    summary: "邀请经办人或代理机构人员；链接里的口令只在这里给出一次",
    params: unit,
    body: z.strictObject({ role: invitedRole, invitee: line(60), from: day, to: day, /** 授权委托书 */ deed: idText }),
    answer: z.object({ id: z.string(), token: z.string(), expiresAt: z.string() }),
    about: ({ params, body, made }) => {
      const detail = { role: body.role, from: body.from, to: body.to };
      return { kind: "invitation", id: made?.id ?? "new", uscc: params.uscc, detail };
    },
    handle: async ({ tx, person, params, body, now, today }) => {
      const enterprise = await findEnterprise(tx, params.uscc);
      if (enterprise === null) return fail(notFound);
      const forbidden = await endForbids(tx, enterprise, { act: "invite" });
      if (forbidden !== null) return forbidden;
      const faults = periodFaults(body, today);
      if (faults.length > 0) return sayNo(faults);
      const deed = await evidenceFor(tx, body.deed, "deed", { uscc: params.uscc, account: person.account });
      if (!deed.ok) return deed;
      const token = newToken();
      const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
      const id = await addInvitation(
        tx,
        {
          ...{ tokenHash: digest(token), uscc: params.uscc, unitName: enterprise.name, role: body.role, invitee: body.invitee },
          ...{ validFrom: body.from, validTo: body.to, deedFile: body.deed, invitedBy: person.account, expiresAt },
        },
        now,
      );
      return ok({ id, token, expiresAt: expiresAt.toISOString() });
    },
  });
}

function revokeRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/units/:uscc/invitations/:id/revocation",
    action: "unit.invite",
    summary: "撤回还没有接受的邀请",
    params: z.strictObject({ uscc: usccParam, id: idText }),
    answer: z.object({ revoked: z.boolean() }),
    about: ({ params }) => ({ kind: "invitation", id: params.id, uscc: params.uscc, detail: { revoked: true } }),
    handle: async ({ tx, person, params, now }) =>
      (await revokeInvitation(tx, params.uscc, params.id, person.account, now)) ? ok({ revoked: true }) : fail(notFound),
  });
}

const token = z.strictObject({ token: z.string().min(1).max(200) });
const unknownInvitation: Refusal = { status: 404, error: "没有这份邀请。请核对链接是否完整，或请单位的法定代表人另发一份。" };
const invited = z.object({ uscc: z.string(), name: z.string(), role: invitedRole, from: z.string(), to: z.string() });
const invitedTo = ({ uscc, unitName, role, validFrom, validTo }: InvitationRow) => {
  return { uscc, name: unitName, role, from: validFrom, to: validTo };
};

function viewInvitationRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/invitations/view",
    action: "invitation.accept",
    summary: "看一份邀请是哪家单位的、授权到何时（口令不写在地址里）",
    body: token,
    answer: invited.extend({ state: invitationState }),
    about: () => ({ kind: "invitation", id: "view" }),
    handle: async ({ tx, body, now }) => {
      const one = await invitationOfToken(tx, digest(body.token));
      return one === null ? fail(unknownInvitation) : ok({ ...invitedTo(one), state: stateOf(one, now) });
    },
  });
}

function acceptRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/invitations/acceptance",
    action: "invitation.accept",
    summary: "用自己的账号接受邀请",
    body: token,
    answer: invited,
    about: ({ made }) => ({ kind: "invitation", id: "accept", ...(made === undefined ? {} : { uscc: made.uscc }) }),
    handle: async ({ tx, person, body, now, today }) => {
      const one = await invitationOfToken(tx, digest(body.token));
      if (one === null) return fail(unknownInvitation);
      const facts = {
        ...{ expired: one.expiresAt <= now, accepted: one.acceptedAt !== null, revoked: one.revokedAt !== null },
        ...{ period: { from: one.validFrom, to: one.validTo }, invitedBy: one.invitedBy },
        // Who is invited doesn't see the unit's people yet.
        represents: await withSystemReach(tx, () => represents(tx, one.uscc, one.invitedBy, today)),
      };
      const accepted = acceptInvitation(facts, person, today);
      if (!accepted.ok) return sayNo(accepted.errors, accepted.errors.some(({ fault }) => isForGood.has(fault)) ? 410 : 409);
      // Before it was recorded that a unit is gone, its invitations weren't taken back.
      const enterprise = await withSystemReach(tx, () => findEnterprise(tx, one.uscc));
      const forbidden = enterprise === null ? null : await endForbids(tx, enterprise, { act: "join" });
      if (forbidden !== null) return forbidden;
      const appointmentId = await appointToUnit(
        tx,
        {
          ...{ accountId: person.account, role: one.role, uscc: one.uscc, validFrom: one.validFrom, validTo: one.validTo },
          ...{ deedFile: one.deedFile, grantedBy: one.invitedBy, confirmedBy: one.invitedBy },
        },
        now,
      );
      await saveAcceptance(tx, one.id, { acceptedBy: person.account, appointmentId }, now);
      await tell(tx, [one.invitedBy], acceptedTelling(one), now);
      return ok(invitedTo(one));
    },
  });
}

const acceptedTelling = ({ uscc, unitName, invitee }: InvitationRow): Telling => ({
  ...{ kind: "invitation", title: `${invitee}接受了邀请`, link: `/units/${uscc}` },
  body: `现在可以代表${unitName}办理。接受的不是您邀请的人的，请立即停止授权。`,
});

const ENDED: Telling = {
  kind: "invitation",
  title: "您对一家单位的授权已停止",
  body: "从现在起不能再代表那家单位办理。不清楚原因的，请与那家单位联系。",
  link: "/units",
};

const isForGood = new Set(["accepted", "revoked", "expired", "period", "inviter"]);

function dismissRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/units/:uscc/people/:id/dismissal",
    action: "unit.dismiss",
    summary: "立即停止经办人或代理机构人员的授权",
    params: z.strictObject({ uscc: usccParam, id: idText }),
    answer: z.object({ ended: z.boolean() }),
    about: ({ params }) => ({ kind: "appointment", id: params.id, uscc: params.uscc }),
    handle: async ({ tx, person, params, now }) => {
      const one = await lockAppointment(tx, params.uscc, params.id);
      if (one === null) return fail(notFound);
      if (one.role !== "handler" && one.role !== "agent")
        return sayNo(
          [{ path: "", problem: "法定代表人的授权不能自己停止", expected: "法定代表人变更的，请联系工信部门经办科室" }],
          409,
        );
      await endUnitAppointment(tx, one.id, person.account, now);
      await tell(tx, [one.accountId], ENDED, now);
      return ok({ ended: true });
    },
  });
}

function releaseRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/units/:uscc/people/:id/release",
    action: "unit.release",
    summary: "法定代表人换人：停止原账号的授权，连同其发出的邀请",
    params: z.strictObject({ uscc: usccParam, id: idText }),
    body: z.strictObject({ reason: words(500) }),
    answer: z.object({ ended: z.boolean() }),
    about: ({ params, body }) => ({ kind: "appointment", id: params.id, uscc: params.uscc, detail: { reason: body.reason } }),
    handle: async ({ tx, person, params, now }) => {
      const one = await lockAppointment(tx, params.uscc, params.id);
      if (one === null || one.role !== "legal-representative") return fail(notFound);
      await endUnitAppointment(tx, one.id, person.account, now);
      await revokeInvitationsBy(tx, params.uscc, one.accountId, person.account, now);
      await tell(tx, [one.accountId], ENDED, now);
      return ok({ ended: true });
    },
  });
}
