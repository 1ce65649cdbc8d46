/** Roles given to staff accounts and taken back, by the security administrator. */
import { fail, ok } from "@zhengdui/basics";
import { type Appointment, faultOfGrant, isRoleId, ROLE_IDS, ROLES, type RoleId } from "@zhengdui/casework";
import {
  type AppointmentRow,
  accountById,
  appointmentsOfAccounts,
  endAppointment,
  insertAppointment,
  lockAccount,
  newId,
} from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { line } from "../office/input-shapes.ts";
import { townFault } from "../office/known-town.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { notFound, type Refusal } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";
import { tellOfAccount } from "../office/tell-of-account.ts";

const id = z.string().min(1).max(64);

export const appointmentAnswer = z.object({
  id: z.string(),
  role: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  territory: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  confirmed: z.boolean(),
});

export const appointmentShown = (row: AppointmentRow) => ({
  id: row.id,
  role: row.role,
  label: isRoleId(row.role) ? ROLES[row.role].label : row.role,
  unit: row.uscc,
  territory: row.territory,
  from: row.validFrom,
  to: row.validTo,
  confirmed: row.confirmedAt !== null,
});

export function personAppointmentRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/persons/:id/appointments",
    action: "person.appoint",
    summary: "授予角色；有冲突的角色不能由同一个账号担任",
    params: z.strictObject({ id }),
    body: z.strictObject({
      role: z.enum(ROLE_IDS as [RoleId, ...RoleId[]]),
      territory: line(40).nullable().default(null),
      from: z.iso.date().optional(),
      to: z.iso.date().nullable().default(null),
    }),
    answer: appointmentAnswer,
    about: ({ params, body }) => ({ kind: "account", id: params.id, detail: { role: body.role } }),
    handle: async ({ tx, person, params, body, now, today }) => {
      const account = await lockAccount(tx, params.id);
      if (account === null) return fail(notFound);
      const { role, territory, from = today, to } = body;
      const unknown = await townFault(tx, person.tenant, territory);
      if (unknown !== null) return sayNo([unknown]);
      const wanted: Appointment = { role, unit: null, territory, from, to };
      const held = await appointmentsOfAccounts(tx, [account.id]);
      const fault = faultOfGrant({
        granter: person.account,
        account: { id: account.id, side: account.side, active: account.status === "active" },
        appointments: held.flatMap(asAppointment),
        wanted,
      });
      if (fault !== null) return fail(refused(fault));
      const row = {
        ...{ id: newId(now), accountId: account.id, role, territory, validFrom: from, validTo: to },
        ...{ grantedBy: person.account, grantedAt: now, confirmedBy: person.account, confirmedAt: now },
      };
      await insertAppointment(tx, row);
      await tellOfAccount(tx, account.id, "role-given", now, ROLES[role].label);
      return ok({
        ...{ id: row.id, role, label: ROLES[role].label, unit: null, territory, from, to, confirmed: true },
      });
    },
  });
  officeRoute(app, parts, {
    method: "DELETE",
    path: "/persons/:id/appointments/:appointment",
    action: "person.appoint",
    summary: "收回角色",
    params: z.strictObject({ id, appointment: id }),
    answer: z.object({ done: z.literal(true) }),
    about: ({ params }) => ({ kind: "account", id: params.id, detail: { appointment: params.appointment } }),
    handle: async ({ tx, person, params, now }) => {
      const account = await accountById(tx, params.id);
      if (account === null || account.side === "applicant") return fail(notFound);
      if (account.id === person.account) return fail(refused("不能收回自己的角色，请由另一位安全管理员办理。"));
      const ended = await endAppointment(tx, params.appointment, account.id, person.account, now);
      if (ended === null) return fail(notFound);
      await tellOfAccount(tx, account.id, "role-taken", now, appointmentShown(ended).label);
      return ok({ done: true as const });
    },
  });
}

const asAppointment = ({ role, uscc, territory, validFrom, validTo }: AppointmentRow): Appointment[] =>
  isRoleId(role) ? [{ role, unit: uscc, territory, from: validFrom, to: validTo }] : [];

const refused = (error: string): Refusal => ({ status: 409, error });
