/** One's own account: password, second factor, sessions, trusted devices. */
import { fail, ok } from "@zhengdui/basics";
import { weaknessOfPassword } from "@zhengdui/casework";
import {
  changeCredential,
  devicesOf,
  endDevices,
  endSessionByHandle,
  endSessionsOf,
  hashPassword,
  lockCredential,
  recoveryCodesLeft,
  sessionsOf,
} from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { beginSession } from "../access/begin-session.ts";
import { costOf } from "../access/check-password.ts";
import { clearCookie } from "../access/cookies.ts";
import { proveAgain } from "../access/prove-again.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { busy, notFound, type Refusal } from "../office/refusal.ts";
import { tellOfAccount } from "../office/tell-of-account.ts";

const HANDLE_LENGTH = 16;
const handleParams = z.strictObject({ handle: z.string().regex(/^[0-9a-f]{16}$/) });
const password = z.string().min(1).max(512);
const done = z.object({ done: z.literal(true) });
const isDone = ok({ done: true as const });
const self = { kind: "account", id: "self" } as const;

export function selfRoutes(app: FastifyInstance, parts: OfficeParts): void {
  standingRoute(app, parts);
  passwordRoute(app, parts);
  sessionRoutes(app, parts);
  deviceRoutes(app, parts);
}

function standingRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/self",
    action: "self.read",
    summary: "本人账号的口令、动态口令是否齐全",
    answer: z.object({
      mustChange: z.boolean(),
      hasPassword: z.boolean(),
      passwordChangedAt: z.string().nullable(),
      totp: z.boolean(),
      recoveryCodesLeft: z.int(),
    }),
    about: () => self,
    handle: async ({ tx, person }) => {
      const proven = await lockCredential(tx, person.account);
      if (proven === null) return fail(notFound);
      const { mustChange, passwordHash, passwordChangedAt, totpConfirmedAt } = proven.credential;
      return ok({
        mustChange,
        hasPassword: passwordHash !== null,
        passwordChangedAt: passwordChangedAt?.toISOString() ?? null,
        totp: totpConfirmedAt !== null,
        recoveryCodesLeft: await recoveryCodesLeft(tx, person.account),
      });
    },
  });
}

function passwordRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/self/password",
    action: "self.change",
    summary: "修改口令：所有登录和可信设备随之失效，本机重新登录",
    body: z.strictObject({ current: password, password }),
    answer: z.object({ next: z.enum(["totp", "password", "enrol"]).nullable() }),
    about: () => ({ ...self, detail: { what: "password" } }),
    prepare: async ({ person, body, now }) => {
      const weakness = weaknessOfPassword(body.password, person);
      if (weakness !== null) return fail(weak(weakness));
      if (body.password === body.current) return fail(weak("新口令和原来的一样。"));
      const proved = await proveAgain(parts, person, body.current, now);
      if (!proved.ok) return proved;
      const hash = await hashPassword(body.password, costOf(parts));
      return hash === null ? fail(busy) : ok(hash);
    },
    handle: async ({ tx, person, now, request, reply, prepared }) => {
      await changeCredential(tx, person.account, {
        ...{ passwordHash: prepared, passwordChangedAt: now, mustChange: false, passwordExpiresAt: null },
        ...{ failedCount: 0, lockedUntil: null },
      });
      await endSessionsOf(tx, person.account, now);
      await endDevices(tx, person.account, now);
      clearCookie(request, reply, "device");
      await tellOfAccount(tx, person.account, "password-changed", now);
      const proven = await lockCredential(tx, person.account);
      if (proven === null) return fail(notFound);
      return ok({ next: await beginSession(tx, { proven, factors: person.factors, now, request, reply }) });
    },
  });
}

const weak = (problem: string): Refusal => ({
  status: 422,
  error: problem,
  problems: [{ path: "password", problem, expected: "换一个口令" }],
});

function sessionRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/self/sessions",
    action: "self.read",
    summary: "本人正在登录的地方",
    answer: z.object({
      sessions: z.array(
        z.object({
          handle: z.string(),
          here: z.boolean(),
          begunAt: z.string(),
          seenAt: z.string(),
          address: z.string().nullable(),
          agent: z.string().nullable(),
          factors: z.array(z.string()),
        }),
      ),
    }),
    about: () => self,
    handle: async ({ tx, person, now }) =>
      ok({
        sessions: (await sessionsOf(tx, person.account, now)).map((one) => ({
          handle: one.tokenHash.slice(0, HANDLE_LENGTH),
          here: one.tokenHash === person.tokenHash,
          begunAt: one.begunAt.toISOString(),
          seenAt: one.seenAt.toISOString(),
          ...{ address: one.address, agent: one.agent, factors: one.factors },
        })),
      }),
  });
  officeRoute(app, parts, {
    method: "DELETE",
    path: "/self/sessions/:handle",
    action: "self.change",
    summary: "结束本人的一处登录",
    params: handleParams,
    answer: done,
    about: () => ({ ...self, detail: { what: "session" } }),
    handle: async ({ tx, person, params, now }) =>
      (await endSessionByHandle(tx, person.account, params.handle, now)) ? isDone : fail(notFound),
  });
  officeRoute(app, parts, {
    method: "POST",
    path: "/self/sessions/end-others",
    action: "self.change",
    summary: "结束本人在别处的所有登录",
    answer: z.object({ ended: z.int() }),
    about: () => ({ ...self, detail: { what: "sessions" } }),
    handle: async ({ tx, person, now }) => ok({ ended: await endSessionsOf(tx, person.account, now, person.tokenHash ?? "") }),
  });
}

function deviceRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/self/devices",
    action: "self.read",
    summary: "本人的可信设备",
    answer: z.object({
      devices: z.array(z.object({ handle: z.string(), name: z.string(), trustedAt: z.string(), expiresAt: z.string() })),
    }),
    about: () => self,
    handle: async ({ tx, person, now }) =>
      ok({
        devices: (await devicesOf(tx, person.account, now)).map(({ tokenHash, name, trustedAt, expiresAt }) => ({
          handle: tokenHash.slice(0, HANDLE_LENGTH),
          name,
          trustedAt: trustedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
        })),
      }),
  });
  officeRoute(app, parts, {
    method: "DELETE",
    path: "/self/devices/:handle",
    action: "self.change",
    summary: "不再信任本人的一台设备",
    params: handleParams,
    answer: done,
    about: () => ({ ...self, detail: { what: "device" } }),
    handle: async ({ tx, person, params, now }) =>
      (await endDevices(tx, person.account, now, params.handle)) > 0 ? isDone : fail(notFound),
  });
}
