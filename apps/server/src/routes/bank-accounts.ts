/** The account that a unit is paid to: proposed by the unit, checked by finance, the former one kept. Its number is whole for these two alone. */
import { fail, ok } from "@zhengdui/basics";
import { bankAccountFaults, decideBankAccount, maskedAccount } from "@zhengdui/casework";
import {
  type BankAccountRow,
  bankAccountsOf,
  findEnterprise,
  listBankAccounts,
  lockBankAccount,
  proposeBankAccount,
  saveBankDecision,
  type Telling,
  tell,
} from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { evidenceFor } from "../office/evidence.ts";
import { idText, line, usccParam, words } from "../office/input-shapes.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { type Asked, officeRoute } from "../office/office-route.ts";
import { cursor, PAGE_ROWS, pageOf } from "../office/page-cursor.ts";
import { notFound } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";
import { tellWaiting } from "../office/tell-waiting.ts";
import { endForbids } from "../office/unit-end.ts";

const states = z.enum(["proposed", "confirmed", "refused", "withdrawn", "replaced"]);
const shape = z.object({
  id: z.string(),
  uscc: z.string(),
  holder: z.string(),
  number: z.string(),
  bankNumber: z.string(),
  bankName: z.string(),
  evidenceFile: z.string(),
  state: states,
  proposedAt: z.string(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  replacedAt: z.string().nullable(),
});

/** `own` is the unit itself. */
const seesWhole = ({ reach }: Pick<Asked<unknown, unknown, unknown>, "reach">): boolean =>
  reach.scope === "own" || reach.roles.includes("finance");

const shown = (one: BankAccountRow, whole: boolean) => ({
  ...{ id: one.id, uscc: one.uscc, holder: one.holder, number: whole ? one.number : maskedAccount(one.number) },
  ...{ bankNumber: one.bankNumber, bankName: one.bankName, evidenceFile: one.evidenceFile, state: one.state },
  ...{ proposedAt: one.proposedAt.toISOString(), decidedAt: one.decidedAt?.toISOString() ?? null, reason: one.reason },
  replacedAt: one.replacedAt?.toISOString() ?? null,
});

export function bankAccountRoutes(app: FastifyInstance, parts: OfficeParts): void {
  ofUnitRoute(app, parts);
  listRoute(app, parts);
  proposeRoute(app, parts);
  withdrawRoute(app, parts);
  decideRoute(app, parts);
}

function ofUnitRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/units/:uscc/bank-accounts",
    action: "account.read",
    summary: "单位的收款账户，包括以前的",
    params: z.strictObject({ uscc: usccParam }),
    answer: z.object({ accounts: z.array(shape.extend({ holderDiffers: z.boolean() })) }),
    about: ({ params }) => ({ kind: "unit", id: params.uscc, uscc: params.uscc }),
    handle: async (asked) => {
      const enterprise = await findEnterprise(asked.tx, asked.params.uscc);
      if (enterprise === null) return fail(notFound);
      const rows = await bankAccountsOf(asked.tx, enterprise.uscc);
      return ok({
        accounts: rows.map((one) => ({ ...shown(one, seesWhole(asked)), holderDiffers: one.holder !== enterprise.name })),
      });
    },
  });
}

function listRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/bank-accounts",
    action: "account.read",
    summary: "按状态列出收款账户（待核对的在前）",
    query: z.strictObject({ state: states.default("proposed"), after: cursor(1).optional() }),
    answer: z.object({ accounts: z.array(shape.extend({ name: z.string() })), next: z.string().nullable() }),
    about: ({ query }) => ({ kind: "bank-account", id: query.state }),
    handle: async (asked) => {
      const { tx, query } = asked;
      const rows = await listBankAccounts(tx, query.state, query.after?.[0]);
      const page = pageOf(rows, PAGE_ROWS, ({ account }) => [account.id]);
      const accounts = page.rows.map(({ account, name }) => ({ ...shown(account, seesWhole(asked)), name }));
      return ok({ accounts, next: page.next });
    },
  });
}

function proposeRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/units/:uscc/bank-accounts",
    action: "account.propose",
    summary: "提出收款账户（基本存款账户）的变更",
    params: z.strictObject({ uscc: usccParam }),
    body: z.strictObject({
      holder: line(120),
      number: z.string().max(64),
      bankNumber: z.string().max(64),
      bankName: line(120),
      /** 开户许可证或基本存款账户信息 */
      evidence: idText,
    }),
    answer: shape,
    // No account number in the record.
    about: ({ params, made }) => ({ kind: "bank-account", id: made?.id ?? "new", uscc: params.uscc }),
    handle: async ({ tx, person, params, body, now, today }) => {
      const enterprise = await findEnterprise(tx, params.uscc);
      if (enterprise === null) return fail(notFound);
      const forbidden = await endForbids(tx, enterprise, { act: "account" });
      if (forbidden !== null) return forbidden;
      const faults = bankAccountFaults(body, enterprise.name);
      if (faults.length > 0) return sayNo(faults);
      const evidence = await evidenceFor(tx, body.evidence, "evidence", { uscc: params.uscc, account: person.account });
      if (!evidence.ok) return evidence;
      const { evidence: evidenceFile, ...details } = body;
      const id = await proposeBankAccount(tx, { ...details, uscc: params.uscc, evidenceFile, proposedBy: person.account }, now);
      const saved = id === null ? null : await lockBankAccount(tx, id);
      if (saved === null)
        return sayNo([{ path: "", problem: "已有一项变更待核对", expected: "请等待核对，或先撤回原来的变更" }], 409);
      const waiting = "一家单位提出了收款账户变更，请与开户证明核对。";
      await tellWaiting(tx, "account", { body: waiting, by: person.account, now, today });
      return ok(shown(saved, true));
    },
  });
}

function withdrawRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/bank-accounts/:id/withdrawal",
    action: "account.propose",
    summary: "撤回还没有核对的变更",
    params: z.strictObject({ id: idText }),
    answer: shape,
    about: ({ params, made }) => ({ kind: "bank-account", id: params.id, ...(made === undefined ? {} : { uscc: made.uscc }) }),
    handle: async ({ tx, person, params, now }) => {
      const one = await lockBankAccount(tx, params.id);
      if (one === null) return fail(notFound);
      const move = { move: "withdraw", reason: "", proposer: one.proposedBy, decider: person.account } as const;
      const decided = decideBankAccount(one.state, move);
      if (!decided.ok) return sayNo(decided.errors, 409);
      await saveBankDecision(tx, one, { state: decided.value, decidedBy: person.account, reason: null }, now);
      return ok({ ...shown(one, true), state: decided.value, decidedAt: now.toISOString() });
    },
  });
}

function decideRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/bank-accounts/:id/decision",
    action: "account.confirm",
    summary: "财政部门核对变更：通过，或写明理由不予通过",
    params: z.strictObject({ id: idText }),
    body: z.strictObject({ confirm: z.boolean(), reason: words(500).optional() }),
    answer: shape,
    about: ({ params, made }) => ({ kind: "bank-account", id: params.id, ...(made === undefined ? {} : { uscc: made.uscc }) }),
    handle: async ({ tx, person, params, body, now }) => {
      const one = await lockBankAccount(tx, params.id);
      if (one === null) return fail(notFound);
      const reason = body.reason ?? "";
      const move = body.confirm ? "confirm" : "refuse";
      const decided = decideBankAccount(one.state, { move, reason, proposer: one.proposedBy, decider: person.account });
      if (!decided.ok) return sayNo(decided.errors, 409);
      // Renamed since it was proposed, the unit must propose anew.
      const enterprise = await findEnterprise(tx, one.uscc, true);
      const forbidden = enterprise === null || !body.confirm ? null : await endForbids(tx, enterprise, { act: "account" });
      if (forbidden !== null) return forbidden;
      const faults = enterprise === null || !body.confirm ? [] : bankAccountFaults(one, enterprise.name);
      if (faults.length > 0) return sayNo(faults, 409);
      await saveBankDecision(tx, one, { state: decided.value, decidedBy: person.account, reason: body.reason ?? null }, now);
      await tell(tx, [one.proposedBy], accountTelling(one.uscc, body.confirm), now);
      return ok({ ...shown(one, true), state: decided.value, decidedAt: now.toISOString(), reason: body.reason ?? null });
    },
  });
}

const accountTelling = (uscc: string, confirmed: boolean): Telling => ({
  kind: "account",
  title: confirmed ? "收款账户已通过核对" : "收款账户没有通过核对",
  body: confirmed ? "以后的补助拨到这个账户。" : "理由写在账户旁边，请改正后再提出。",
  link: `/units/${uscc}/bank-accounts`,
});
