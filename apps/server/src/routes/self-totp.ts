/** One's own second factor: a secret, shown after the password; in force once its first code has come back. */
import { fail, ok } from "@zhengdui/basics";
import { changeCredential, endDevices, endSessionsOf, lockCredential, replaceRecoveryCodes } from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { beginSession } from "../access/begin-session.ts";
import { proveAgain } from "../access/prove-again.ts";
import { newRecoveryCodes } from "../access/recovery-codes.ts";
import { seal, totpPurpose, unseal } from "../access/seal.ts";
import { newTotpSecret, stepOfCode, totpUri } from "../access/totp.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import type { Refusal } from "../office/refusal.ts";
import { tellOfAccount } from "../office/tell-of-account.ts";

const self = { kind: "account", id: "self" } as const;

export function selfTotpRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/self/totp",
    action: "self.change",
    summary: "绑定动态口令：取得密钥，确认之前原来的仍有效",
    body: z.strictObject({ password: z.string().min(1).max(512) }),
    answer: z.object({ secret: z.string(), uri: z.string() }),
    about: () => ({ ...self, detail: { what: "totp-begin" } }),
    prepare: ({ person, body, now }) => proveAgain(parts, person, body.password, now),
    handle: async ({ tx, person }) => {
      const secret = newTotpSecret();
      const totpPending = seal(parts.sealingKey, totpPurpose(person.tenant, person.account), secret);
      await changeCredential(tx, person.account, { totpPending });
      return ok({ secret, uri: totpUri(secret, person.login) });
    },
  });
  officeRoute(app, parts, {
    method: "POST",
    path: "/self/totp/confirm",
    action: "self.change",
    summary: "输入第一个动态口令，绑定生效，得到一次性的恢复码",
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/, "六位数字") }),
    answer: z.object({
      recoveryCodes: z.array(z.string()),
      next: z.enum(["totp", "password", "enrol"]).nullable(),
    }),
    about: () => ({ ...self, detail: { what: "totp" } }),
    handle: async ({ tx, person, body, now, request, reply }) => {
      const proven = await lockCredential(tx, person.account);
      const pending = proven?.credential.totpPending ?? "";
      const secret = unseal(parts.sealingKey, totpPurpose(person.tenant, person.account), pending);
      if (secret === null) return fail(beginFirst);
      const step = stepOfCode(secret, body.code, now);
      if (step === null) return fail(wrongCode);
      await changeCredential(tx, person.account, {
        ...{ totpSecret: pending, totpPending: null, totpConfirmedAt: now, totpLastStep: step },
      });
      const { shown, hashes } = newRecoveryCodes();
      await replaceRecoveryCodes(tx, person.account, hashes, now);
      // What was open or trusted by the older secret, or without any, isn't any more.
      await endSessionsOf(tx, person.account, now);
      await endDevices(tx, person.account, now);
      await tellOfAccount(tx, person.account, "totp-bound", now);
      const again = await lockCredential(tx, person.account);
      if (again === null) return fail(beginFirst);
      const next = await beginSession(tx, { proven: again, factors: ["password", "totp"], now, request, reply });
      return ok({ recoveryCodes: shown, next });
    },
  });
}

const beginFirst: Refusal = { status: 409, error: "请先取得密钥，再输入动态口令。" };
const wrongCode: Refusal = {
  status: 422,
  error: "动态口令不正确；请核对手机的时间是否准确。",
  problems: [{ path: "code", problem: "不正确", expected: "验证器上现在显示的六位数字" }],
};
