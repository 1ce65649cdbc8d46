/**
 * API keys: made by the system administrator and shown once, in force once the security administrator has confirmed them (a role isn't one administrator's to
 * give); each acts in one role, within the actions that it names, until its end.
 */
import { fail, ok } from "@zhengdui/basics";
import { ACTION_IDS, type ActionId, faultsOfKey, ROLE_IDS, type RoleId } from "@zhengdui/casework";
import { type ApiKey, confirmKey, insertKey, keysOf, lockUnconfirmedKey, newId, revokeKey } from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { digest, newKey } from "../access/token.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { notFound } from "../office/refusal.ts";
import { tellWaiting } from "../office/tell-waiting.ts";

const ROLE_PREFIX = "role:";

export function keyRoutes(app: FastifyInstance, parts: OfficeParts): void {
  listRoute(app, parts);
  createRoute(app, parts);
  confirmRoute(app, parts);
  revokeRoute(app, parts);
}

function listRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/keys",
    action: "key.read",
    summary: "接口密钥，新的在前",
    answer: z.object({
      keys: z.array(
        z.object({
          id: z.string(),
          prefix: z.string(),
          name: z.string(),
          role: z.string(),
          actions: z.array(z.string()),
          createdAt: z.string(),
          createdBy: z.string(),
          expiresAt: z.string(),
          /** null: it waits for the security administrator and opens nothing. */
          confirmedAt: z.string().nullable(),
          revokedAt: z.string().nullable(),
          usedAt: z.string().nullable(),
        }),
      ),
    }),
    about: () => ({ kind: "keys", id: "" }),
    handle: async ({ tx }) => ok({ keys: (await keysOf(tx)).map(shown) }),
  });
}

function createRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/keys",
    action: "key.create",
    summary: "开立接口密钥：只显示这一次，安全管理员核准后才能用",
    body: z.strictObject({
      name: z
        .string()
        .trim()
        .min(1)
        .max(60)
        .regex(/^\P{C}+$/u, "名称里有看不见的字符"),
      role: z.enum(ROLE_IDS as [RoleId, ...RoleId[]]),
      actions: z
        .array(z.enum(ACTION_IDS as [ActionId, ...ActionId[]]))
        .min(1)
        .max(ACTION_IDS.length),
      /** The last day on which it works. */
      expiresOn: z.iso.date(),
    }),
    answer: z.object({ id: z.string(), prefix: z.string(), key: z.string(), expiresAt: z.string() }),
    about: ({ body, made }) => ({
      kind: "key",
      id: made?.id ?? "new",
      detail: { role: body.role, actions: body.actions, expiresOn: body.expiresOn },
    }),
    handle: async ({ tx, person, body, now, today }) => {
      const problems = faultsOfKey(body, today).map((fault) => ({ ...fault, expected: "请改正后再提交" }));
      if (problems.length > 0) return fail({ status: 422, error: "密钥不能这样开立，请按提示改正。", problems });
      const { key, prefix } = newKey();
      const id = newId(now);
      // The end of that day in China.
      const expiresAt = new Date(`${body.expiresOn}T23:59:59.999+08:00`);
      const scopes = [`${ROLE_PREFIX}${body.role}`, ...new Set(body.actions)];
      await insertKey(tx, {
        id,
        prefix,
        hash: digest(key),
        name: body.name,
        scopes,
        createdAt: now,
        createdBy: person.account,
        expiresAt,
      });
      const waiting = "系统管理员开立了一个接口密钥，核准之前不能使用。";
      await tellWaiting(tx, "key", { body: waiting, by: person.account, now, today });
      return ok({ id, prefix, key, expiresAt: expiresAt.toISOString() });
    },
  });
}

function confirmRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/keys/:id/confirmation",
    action: "key.confirm",
    summary: "核准接口密钥：从此可以使用；不同意的，吊销",
    params: z.strictObject({ id: z.string().min(1).max(64) }),
    answer: z.object({ done: z.literal(true) }),
    about: ({ params }) => ({ kind: "key", id: params.id }),
    handle: async ({ tx, person, params, now }) => {
      const key = await lockUnconfirmedKey(tx, params.id);
      if (key === null) return fail(notFound);
      if (key.createdBy === person.account) return fail({ status: 409, error: "不能核准自己开立的密钥。" });
      await confirmKey(tx, key.id, person.account, now);
      return ok({ done: true as const });
    },
  });
}

function revokeRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "DELETE",
    path: "/keys/:id",
    action: "key.revoke",
    summary: "吊销接口密钥，立即失效",
    params: z.strictObject({ id: z.string().min(1).max(64) }),
    answer: z.object({ done: z.literal(true) }),
    about: ({ params }) => ({ kind: "key", id: params.id }),
    handle: async ({ tx, person, params, now }) =>
      (await revokeKey(tx, params.id, person.account, now)) ? ok({ done: true as const }) : fail(notFound),
  });
}

const shown = ({ id, prefix, name, scopes, createdAt, createdBy, expiresAt, confirmedAt, revokedAt, usedAt }: ApiKey) => ({
  ...{ id, prefix, name, createdBy },
  role: scopes.find((scope) => scope.startsWith(ROLE_PREFIX))?.slice(ROLE_PREFIX.length) ?? "",
  actions: scopes.filter((scope) => !scope.startsWith(ROLE_PREFIX)),
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  confirmedAt: confirmedAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
  usedAt: usedAt?.toISOString() ?? null,
});
