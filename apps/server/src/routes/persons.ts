/** Accounts of staff: opened and closed by the system administrator, given roles by the security administrator, never both by one. */
import { fail, ok } from "@zhengdui/basics";
import { faultOfLogin, foldLogin } from "@zhengdui/casework";
import {
  accountById,
  appointmentsOfAccounts,
  createAccount,
  newId,
  type PersonRow,
  personsLike,
  setAccountStatus,
  withSystemReach,
} from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { oneTimePassword } from "../access/one-time-password.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { notFound, type Refusal } from "../office/refusal.ts";
import { appointmentAnswer, appointmentShown } from "./person-appointments.ts";

const PAGE_SIZE = 50;
const staff = z.enum(["office", "partner", "admin"]);
const id = z.string().min(1).max(64);
const done = z.object({ done: z.literal(true) });

const personAnswer = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  side: z.enum(["applicant", "office", "partner", "admin"]),
  status: z.enum(["active", "disabled"]),
  createdAt: z.string(),
  lockedUntil: z.string().nullable(),
  totp: z.boolean(),
  mustChange: z.boolean(),
  appointments: z.array(appointmentAnswer),
});

export function personRoutes(app: FastifyInstance, parts: OfficeParts): void {
  listRoute(app, parts);
  createRoute(app, parts);
  officeRoute(app, parts, {
    method: "POST",
    path: "/persons/:id/status",
    action: "person.create",
    summary: "停用、启用账号；停用时所有登录随之结束",
    params: z.strictObject({ id }),
    body: z.strictObject({ status: z.enum(["active", "disabled"]) }),
    answer: done,
    about: ({ params, body }) => ({ kind: "account", id: params.id, detail: { status: body.status } }),
    handle: async ({ tx, person, params, body, now }) => {
      if (params.id === person.account) return fail(notOneself);
      return withSystemReach(tx, async () => {
        if ((await accountById(tx, params.id)) === null) return fail(notFound);
        await setAccountStatus(tx, params.id, body.status, now);
        return ok({ done: true as const });
      });
    },
  });
}

const notOneself: Refusal = { status: 403, error: "不能停用、启用自己的账号，请由另一位系统管理员办理。" };

function listRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/persons",
    action: "person.read",
    summary: "工作人员账号，按登录名排列，每页 50 个",
    query: z.strictObject({
      q: z.string().min(1).max(60).optional(),
      side: z.enum(["applicant", "office", "partner", "admin"]).optional(),
      /** The last login of the page before. */
      after: z.string().max(128).optional(),
    }),
    answer: z.object({ persons: z.array(personAnswer), after: z.string().nullable() }),
    about: () => ({ kind: "accounts", id: "" }),
    handle: async ({ tx, query: { q, side, after } }) => {
      const wanted = {
        limit: PAGE_SIZE + 1,
        ...(q === undefined ? {} : { sought: q }),
        ...(side === undefined ? {} : { side }),
        ...(after === undefined ? {} : { after }),
      };
      const rows = await withSystemReach(tx, () => personsLike(tx, wanted));
      const page = rows.slice(0, PAGE_SIZE);
      const appointments = await appointmentsOfAccounts(
        tx,
        page.map(({ account }) => account.id),
      );
      return ok({
        persons: page.map((row) => ({
          ...shown(row),
          appointments: appointments.filter(({ accountId }) => accountId === row.account.id).map(appointmentShown),
        })),
        after: rows.length > PAGE_SIZE ? (page.at(-1)?.account.login ?? null) : null,
      });
    },
  });
}

const shown = ({ account, lockedUntil, hasTotp, mustChange }: PersonRow) => ({
  id: account.id,
  login: account.login,
  name: account.name,
  side: account.side,
  status: account.status,
  createdAt: account.createdAt.toISOString(),
  lockedUntil: lockedUntil?.toISOString() ?? null,
  totp: hasTotp,
  mustChange,
});

function createRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/persons",
    action: "person.create",
    summary: "开立账号：得到一次性口令，首次登录要改；角色另由安全管理员授予",
    body: z.strictObject({
      login: z.string().min(1).max(128),
      name: z
        .string()
        .trim()
        .min(1)
        .max(60)
        .regex(/^\P{C}+$/u, "姓名里有看不见的字符"),
      side: staff,
      phone: z
        .string()
        .regex(/^\+?[\d -]{6,20}$/, "电话只用数字、空格和 -")
        .optional(),
    }),
    answer: z.object({ id: z.string(), password: z.string(), expiresAt: z.string() }),
    about: ({ body, made }) => ({ kind: "account", id: made?.id ?? "new", detail: { side: body.side } }),
    prepare: async ({ body, now }) => {
      const fault = faultOfLogin(foldLogin(body.login));
      return fault === null ? oneTimePassword(parts, now) : fail(badLogin(fault));
    },
    handle: async ({ tx, person, body, now, prepared }) =>
      withSystemReach(tx, async () => {
        const account = {
          ...{ id: newId(now), side: body.side, login: foldLogin(body.login), name: body.name, phone: body.phone ?? null },
          ...{ createdAt: now, createdBy: person.account },
        };
        if (!(await createAccount(tx, account, prepared.credential))) return fail(badLogin("这个登录名已有人使用。", 409));
        return ok({
          id: account.id,
          password: prepared.password,
          expiresAt: prepared.credential.passwordExpiresAt.toISOString(),
        });
      }),
  });
}

const badLogin = (problem: string, status: 409 | 422 = 422): Refusal => ({
  status,
  error: problem,
  problems: [{ path: "login", problem, expected: "换一个登录名" }],
});
