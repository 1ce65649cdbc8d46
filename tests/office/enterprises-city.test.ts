/**
 * A whole city on file: every list and every search within its limit, by an index. Small in `npm test`; `npm run bench:office` takes 110,000 enterprises and
 * holds the times against their limits.
 */
import { readFileSync } from "node:fs";
import { type SQLWrapper, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOfCity, FACT_KEYS, fillCity } from "../../bench/fill-city.ts";
import type { Policy } from "../../packages/policy/src/index.ts";
import { listBankAccounts, listDisputes, newestFacts, type Tx } from "../../packages/store/src/index.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";

const SIZE = Number(process.env.ZHENGDUI_CITY ?? 2_000);
const isBench = process.env.ZHENGDUI_CITY !== undefined;
const LIST_MS = 200;
const SEARCH_MS = 100;
const ROUNDS = 9;
const compiled = new URL("../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);

let office: TestOffice;
let officer: TestPerson;
let town: TestPerson;
let auditor: TestPerson;
let security: TestPerson;
beforeAll(async () => {
  office = await openTestOffice({ policies: [JSON.parse(readFileSync(compiled, "utf8")) as Policy] });
  await fillCity(office.url, SIZE);
  officer = await office.person("case-officer");
  town = await office.person("town", { territory: "陈埭镇" });
  auditor = await office.person("state-auditor");
  security = await office.person("security-admin");
}, 900_000);
afterAll(() => office.close());

async function median(person: TestPerson, url: string): Promise<{ readonly ms: number; readonly body: string }> {
  const times: number[] = [];
  let body = "";
  for (let i = 0; i < ROUNDS; i++) {
    const begun = performance.now();
    const answer = await person.client({ method: "GET", url: `/api/office${url}` });
    times.push(performance.now() - begun);
    expect(answer.statusCode).toBe(200);
    body = answer.body;
  }
  return { ms: times.sort((a, b) => a - b)[(ROUNDS - 1) / 2] ?? 0, body };
}

const asked = [
  ["all enterprises", () => officer, "/enterprises", LIST_MS],
  ["a town's enterprises", () => officer, `/enterprises?territory=${encodeURIComponent("安海镇")}`, LIST_MS],
  ["all that a town sees", () => town, "/enterprises", LIST_MS],
  ["search, many found", () => officer, `/enterprises?q=${encodeURIComponent("晴雨伞")}`, SEARCH_MS],
  ["search, few found", () => officer, `/enterprises?q=${encodeURIComponent("恒盛7919")}`, SEARCH_MS],
  ["search, none found", () => officer, `/enterprises?q=${encodeURIComponent("没有这家")}`, SEARCH_MS],
  ["search by a former name", () => officer, `/enterprises?q=${encodeURIComponent("旧金源")}`, SEARCH_MS],
  ["search by part of a code", () => officer, "/enterprises?q=M00000012", SEARCH_MS],
  ["search within a town", () => town, `/enterprises?q=${encodeURIComponent("鸿达")}`, SEARCH_MS],
  ["one enterprise's file", () => officer, `/enterprises/${codeOfCity(1234)}`, LIST_MS],
  ["open disputes", () => officer, "/disputes?state=open", LIST_MS],
  ["accounts to check", () => officer, "/bank-accounts", LIST_MS],
  ["registers", () => officer, "/registers/versions", LIST_MS],
  ["a register's rows", () => officer, "/registers/versions/v2024/rows", LIST_MS],
  ["its last rows", () => officer, `/registers/versions/v2024/rows?after=${SIZE - 50}`, LIST_MS],
  ["a register searched", () => officer, `/registers/versions/v2024/rows?words=${encodeURIComponent("恒盛7919")}`, SEARCH_MS],
  ["earlier awards", () => officer, "/ledger", LIST_MS],
  ["awards by invoice", () => officer, "/ledger?invoice=00000010500000002022", SEARCH_MS],
  ["awards by project", () => officer, `/ledger?project=${encodeURIComponent("厂00105")}`, SEARCH_MS],
  ["awards by organiser", () => officer, `/ledger?organiser=${encodeURIComponent("协会05")}`, SEARCH_MS],
  ["awards that a town sees", () => town, "/ledger", LIST_MS],
  ["the record", () => auditor, "/records", LIST_MS],
  ["refusals on record", () => auditor, "/records?outcome=refused", LIST_MS],
  ["one unit on record", () => auditor, `/records?unit=${codeOfCity(1234)}`, LIST_MS],
  ["one account on record", () => auditor, "/records?login=u000000011", LIST_MS],
  ["claims", () => officer, "/claims", LIST_MS],
  ["claims of a state", () => officer, "/claims?state=approved", LIST_MS],
  ["packages", () => officer, "/packages", LIST_MS],
  ["consultations", () => officer, "/consultations", LIST_MS],
  ["open consultations", () => officer, "/consultations?open=yes", LIST_MS],
  ["accounts of staff", () => security, "/persons", LIST_MS],
  ["staff sought by name", () => security, `/persons?q=${encodeURIComponent("人员")}`, SEARCH_MS],
  ["a unit's people", () => officer, `/units/${codeOfCity(1234)}/people`, LIST_MS],
] as const;

it.each(asked)("%s", async (what, person, url, limit) => {
  const { ms, body } = await median(person(), url);
  if (isBench) console.log(`${what.padEnd(28)} ${ms.toFixed(1).padStart(7)} ms  < ${limit} ms`);
  if (isBench) expect(ms).toBeLessThan(limit);
  if (url.includes("q=M0000")) expect(JSON.parse(body).enterprises.length).toBeGreaterThan(0);
});

it("goes to the last page as quickly as to the first", async () => {
  const last = Buffer.from(JSON.stringify(["示例鸿达", ""])).toString("base64url");
  const { ms } = await median(officer, `/enterprises?after=${last}`);
  if (isBench) expect(ms).toBeLessThan(LIST_MS);
});

it("has the facts of five years", async () => {
  const { body } = await median(officer, `/enterprises/${codeOfCity(1234)}`);
  expect(JSON.parse(body).facts.length).toBe(5 * FACT_KEYS.length);
});

/** How the program's own role would read it, row-level security and all. */
const planOf = (query: (tx: Tx) => unknown): Promise<string> =>
  office.office.parts.store.within(
    { tenant: "350582", account: null, reach: { scope: "all", units: [], territories: [], sees: [], roles: [] } },
    async (tx) => {
      const wrapped = query(tx) as SQLWrapper;
      const { rows } = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${wrapped.getSQL()}`);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    },
  );

it.each([
  ["facts", (tx: Tx) => newestFacts(tx, codeOfCity(1234)), /using fact_newest|on fact_newest/, /Seq Scan on fact/],
  ["disputes", (tx: Tx) => listDisputes(tx, { state: "open" }), /dispute_(by_state|pkey)/, /Seq Scan on (fact|dispute)/],
  [
    "accounts",
    (tx: Tx) => listBankAccounts(tx, "proposed", undefined),
    /bank_account_(by_state|proposed)/,
    /Seq Scan on bank_account/,
  ],
] as const)("reads %s by an index", async (_, query, uses, never) => {
  const plan = await planOf(query);
  expect(plan).toMatch(uses);
  expect(plan).not.toMatch(never);
});
