/** Somebody is locked out, has lost the device or the password: what proves an account is set back, and whoever was in by it is out. */
import { fail, ok } from "@zhengdui/basics";
import {
  accountById,
  changeCredential,
  endDevices,
  endSessionsOf,
  forgetFailures,
  lockCredential,
  replaceRecoveryCodes,
  type Tx,
  withSystemReach,
} from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { oneTimePassword } from "../access/one-time-password.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { notFound, type Refusal } from "../office/refusal.ts";
import { tellOfAccount } from "../office/tell-of-account.ts";

const params = z.strictObject({ id: z.string().min(1).max(64) });
const done = z.object({ done: z.literal(true) });

/** Password and second factor of one person are never set back by one administrator: he could come in as that person. */
export function personProofRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/persons/:id/unlock",
    action: "person.unlock",
    summary: "解除锁定",
    params,
    answer: done,
    about: ({ params: { id } }) => ({ kind: "account", id, detail: { what: "unlock" } }),
    handle: async ({ tx, params: { id } }) =>
      withSystemReach(tx, async () => {
        if ((await accountById(tx, id)) === null) return fail(notFound);
        await forgetFailures(tx, id);
        return ok({ done: true as const });
      }),
  });
  officeRoute(app, parts, {
    method: "POST",
    path: "/persons/:id/totp-reset",
    action: "person.unlock",
    summary: "重置动态口令：下次登录重新绑定，所有登录和可信设备随之失效",
    params,
    answer: done,
    about: ({ params: { id } }) => ({ kind: "account", id, detail: { what: "totp-reset" } }),
    handle: async ({ tx, person, params: { id }, now }) =>
      withSystemReach(tx, async () => {
        if (id === person.account) return fail(notOneself);
        if ((await accountById(tx, id)) === null) return fail(notFound);
        await changeCredential(tx, id, {
          ...{ totpSecret: null, totpPending: null, totpConfirmedAt: null, totpLastStep: null },
        });
        await replaceRecoveryCodes(tx, id, [], now);
        await endAll(tx, id, now);
        await tellOfAccount(tx, id, "totp-reset", now);
        return ok({ done: true as const });
      }),
  });
  officeRoute(app, parts, {
    method: "POST",
    path: "/persons/:id/password-reset",
    action: "person.create",
    summary: "重新开立一次性口令，所有登录和可信设备随之失效",
    params,
    answer: z.object({ password: z.string(), expiresAt: z.string() }),
    about: ({ params: { id } }) => ({ kind: "account", id, detail: { what: "password-reset" } }),
    prepare: ({ now }) => oneTimePassword(parts, now),
    handle: async ({ tx, person, params: { id }, now, prepared }) =>
      withSystemReach(tx, async () => {
        if (id === person.account) return fail(notOneself);
        const account = await accountById(tx, id);
        if (account === null) return fail(notFound);
        // An account that comes by an identity provider alone: its person would never notice a password that somebody else knows.
        if ((await lockCredential(tx, id))?.credential.passwordHash === null) return fail(noPassword);
        await changeCredential(tx, id, prepared.credential);
        await endAll(tx, id, now);
        await tellOfAccount(tx, id, "password-reset", now);
        return ok({ password: prepared.password, expiresAt: prepared.credential.passwordExpiresAt.toISOString() });
      }),
  });
}

async function endAll(tx: Tx, id: string, now: Date): Promise<void> {
  await endSessionsOf(tx, id, now);
  await endDevices(tx, id, now);
}

const noPassword: Refusal = { status: 409, error: "这个账号从统一身份登录，没有口令，请本人在那边找回。" };
const notOneself: Refusal = { status: 403, error: "不能重置自己的，请由另一位管理员办理。" };
