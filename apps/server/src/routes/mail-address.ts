/** The address that one's daily mail goes to: asked for, confirmed by a code that was sent there, removed. */
import { randomInt } from "node:crypto";
import { fail, ok, type Problem } from "@zhengdui/basics";
import { codeMail, isMailAddress, mayAskCode, mayMailTo, mayTryCode } from "@zhengdui/casework";
import {
  askMailAddress,
  confirmMailAddress,
  countWrongCode,
  lockMailAddressAsked,
  mailsTo,
  removeMailAddress,
  tenantsOf,
  withSystemReach,
  writeParcel,
} from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { digest, isDigestOf } from "../access/token.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import type { Refusal } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";

const own = () => ({ kind: "mail-address", id: "own" });
const noMails: Refusal = { status: 409, error: "本服务器没有设定发信的服务器，消息只能在这里看。" };
const tooOften = (problems: readonly Problem[]): Refusal => ({
  status: 429,
  error: problems.map(({ problem, expected }) => `${problem}，${expected}。`).join(""),
  problems,
});
const CODE_DIGITS = 6;
const DAY_MS = 86_400_000;

export function mailAddressRoutes(app: FastifyInstance, parts: OfficeParts): void {
  askRoute(app, parts);
  confirmRoute(app, parts);
  officeRoute(app, parts, {
    method: "DELETE",
    path: "/messages/address",
    action: "message.change",
    summary: "不再用这个邮箱，以后不发邮件",
    answer: z.object({ done: z.literal(true) }),
    about: own,
    handle: async ({ tx, person }) => {
      await removeMailAddress(tx, person.account);
      return ok({ done: true as const });
    },
  });
}

function askRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/messages/address",
    action: "message.change",
    summary: "设定收提醒邮件的邮箱：先向它发一个验证码",
    body: z.strictObject({ address: z.string().trim().max(300) }),
    answer: z.object({ sent: z.literal(true) }),
    about: own,
    prepare: async ({ person }) => ok(parts.mails ? await officeName(parts, person.tenant) : ""),
    handle: async ({ tx, person, body: { address }, now, today, prepared: office }) => {
      if (!parts.mails) return fail(noMails);
      if (!isMailAddress(address))
        return sayNo([{ path: "address", problem: "不是邮箱地址", expected: "形如 name@example.com" }]);
      const may = mayAskCode(await lockMailAddressAsked(tx, person.account), now, today);
      if (!may.ok) return fail(tooOften(may.errors));
      const dayAgo = new Date(now.getTime() - DAY_MS);
      const mails = await withSystemReach(tx, () => mailsTo(tx, person.tenant, address, dayAgo));
      const mayMail = mayMailTo(mails);
      if (!mayMail.ok) return fail(tooOften(mayMail.errors));
      const code = randomInt(10 ** CODE_DIGITS)
        .toString()
        .padStart(CODE_DIGITS, "0");
      const asked = { accountId: person.account, address, askedAt: now, askedOn: today, askedCount: may.value };
      await askMailAddress(tx, { ...asked, codeHash: digest(`${person.account} ${code}`) });
      await writeParcel(tx, "mail", { to: address, ...codeMail(office, code) }, now);
      return ok({ sent: true as const });
    },
  });
}

async function officeName({ store }: OfficeParts, tenant: string): Promise<string> {
  return (await tenantsOf(store)).find(({ tenantId }) => tenantId === tenant)?.name ?? "";
}

function confirmRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/messages/address/confirmation",
    action: "message.change",
    summary: "填写邮箱收到的验证码，从此用这个邮箱",
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/, "六位数字") }),
    answer: z.object({ address: z.string() }),
    about: own,
    // Apart from the deed: a wrong code is refused, and has to count all the same.
    prepare: ({ person, body: { code }, now }) =>
      parts.store.within({ tenant: person.tenant, account: person.account, reach: "system" }, async (tx) => {
        const asked = await lockMailAddressAsked(tx, person.account);
        const may = mayTryCode(asked, now);
        if (!may.ok || asked === null) return sayNo(may.ok ? [] : may.errors, 409);
        if (isDigestOf(`${person.account} ${code}`, asked.codeHash)) return ok(asked);
        await countWrongCode(tx, asked);
        return sayNo([{ path: "code", problem: "验证码不正确", expected: "最近一封信里的六位数字" }]);
      }),
    handle: async ({ tx, now, prepared: asked }) => {
      await confirmMailAddress(tx, asked, now);
      return ok({ address: asked.address });
    },
  });
}
