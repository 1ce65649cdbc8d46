/** The record of who did what, read by those who audit: newest first, by account, unit, action, outcome and day. */
import { ok } from "@zhengdui/basics";
import { foldLogin } from "@zhengdui/casework";
import { accountIdOfLogin, findRecords, namesOfAccounts, type RecordQuery, type RecordRow } from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";

const PAGE_SIZE = 100;
const DAY_MS = 86_400_000;
/** The moment and the id of the last row, as `2026-11-25T02:00:00.000Z~0193…`. */
const place = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z~[0-9a-f-]{36}$/);
const text = z.string().min(1).max(64);

const query = z.strictObject({
  account: text.optional(),
  /** Instead of the account, as people know it. */
  login: z.string().min(1).max(128).optional(),
  unit: text.optional(),
  action: text.optional(),
  outcome: z.enum(["done", "refused", "failed"]).optional(),
  /** Days in China, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  after: place.optional(),
});

export function recordRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/records",
    action: "record.read",
    summary: "操作记录，新的在前，每页 100 条",
    query,
    answer: z.object({
      records: z.array(
        z.object({
          id: z.string(),
          at: z.string(),
          account: z.string().nullable(),
          /** Of the account; null for nobody and for programs. */
          login: z.string().nullable(),
          name: z.string().nullable(),
          roles: z.array(z.string()),
          action: z.string(),
          outcome: z.enum(["done", "refused", "failed"]),
          subjectKind: z.string().nullable(),
          subject: z.string().nullable(),
          unit: z.string().nullable(),
          address: z.string().nullable(),
          detail: z.record(z.string(), z.unknown()),
        }),
      ),
      after: z.string().nullable(),
    }),
    about: ({ query: asked }) => ({ kind: "records", id: "", ...(asked.unit === undefined ? {} : { uscc: asked.unit }) }),
    handle: async ({ tx, query: asked }) => {
      const account = asked.login === undefined ? asked.account : await accountIdOfLogin(tx, foldLogin(asked.login));
      if (account === null) return ok({ records: [], after: null });
      const rows = await findRecords(tx, queryOf({ ...asked, account }));
      const page = rows.slice(0, PAGE_SIZE);
      const last = page.at(-1);
      const accounts = new Set(page.flatMap(({ accountId }) => (accountId === null ? [] : [accountId])));
      const names = new Map((await namesOfAccounts(tx, [...accounts])).map((one) => [one.id, one]));
      return ok({
        records: page.map((row) => shown(row, names.get(row.accountId ?? ""))),
        after: rows.length > PAGE_SIZE && last !== undefined ? `${last.at.toISOString()}~${last.id}` : null,
      });
    },
  });
}

function queryOf({ account, unit, action, outcome, from, to, after }: z.output<typeof query>): RecordQuery {
  const [at = "", id = ""] = after?.split("~") ?? [];
  return {
    limit: PAGE_SIZE + 1,
    ...(account === undefined ? {} : { account }),
    ...(unit === undefined ? {} : { uscc: unit }),
    ...(action === undefined ? {} : { action }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(from === undefined ? {} : { from: beginOf(from) }),
    ...(to === undefined ? {} : { to: new Date(beginOf(to).getTime() + DAY_MS) }),
    ...(after === undefined ? {} : { before: { at: new Date(at), id } }),
  };
}

const beginOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

const shown = (row: RecordRow, who: { readonly login: string; readonly name: string } | undefined) => ({
  id: row.id,
  at: row.at.toISOString(),
  account: row.accountId,
  login: who?.login ?? null,
  name: who?.name ?? null,
  roles: row.roles,
  action: row.action,
  outcome: row.outcome,
  subjectKind: row.subjectKind,
  subject: row.subject,
  unit: row.uscc,
  address: row.address,
  detail: row.detail,
});
