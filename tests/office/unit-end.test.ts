/** A unit moves away, merges, is restored, is closed, over the server: what its people may still do, what they had begun, and the sentence they get. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeCreditCode } from "../../packages/basics/src/index.ts";
import type { Policy } from "../../packages/policy/src/index.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";
import { uploaded } from "./upload-file.ts";

const compiled = new URL("../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
const codeOf = (digits: string) => makeCreditCode("91350582", digits) ?? "";
const [A, B, C] = [codeOf("MA00001A"), codeOf("MA00002A"), codeOf("MA00003A")];
const NAME = "示例鞋业有限公司";

let office: TestOffice;
let officer: TestPerson;
let chief: TestPerson;
let finance: TestPerson;
beforeAll(async () => {
  office = await openTestOffice({ policies: [JSON.parse(readFileSync(compiled, "utf8")) as Policy] });
  await office.addEnterprise({ uscc: A, name: NAME, territory: "陈埭镇" });
  await office.addEnterprise({ uscc: B, name: "示例存续有限公司", territory: "安海镇" });
  await office.addEnterprise({ uscc: C, name: "示例集团有限公司", territory: "安海镇" });
  officer = await office.person("case-officer");
  finance = await office.person("finance");
  chief = await office.person("legal-representative", { unit: A });
});
afterAll(() => office.close());

const post = (person: TestPerson, url: string, payload: object) =>
  person.client({ method: "POST", url: `/api/office${url}`, payload });
const get = async (person: TestPerson, url: string) => (await person.client({ method: "GET", url: `/api/office${url}` })).json();
async function happened(uscc: string, kind: string, more: object = {}): Promise<void> {
  const evidence = await uploaded(officer.client, uscc);
  const event = { kind, on: "2025-06-30", reason: "登记机关通知", evidence, ...more };
  expect((await post(officer, `/enterprises/${uscc}/events`, event)).statusCode).toBe(200);
}

/** Everything that its legal representative may do for a unit that goes on; the status of each. */
const state = (year: number) => post(chief, `/units/${A}/facts`, { fact: "employees", year, value: 12 });
async function invite() {
  const deed = await uploaded(chief.client, A);
  return post(chief, `/units/${A}/invitations`, { role: "handler", invitee: "李某", from: "2025-01-01", to: "2099-12-31", deed });
}
async function propose() {
  const evidence = await uploaded(chief.client, A);
  const details = { holder: NAME, number: "0012345678901234567", bankNumber: "105100000017", bankName: "示例银行晋江支行" };
  return post(chief, `/units/${A}/bank-accounts`, { ...details, evidence });
}
const statuses = async () => [
  ...[(await state(2024)).statusCode, (await state(2026)).statusCode],
  ...[(await invite()).statusCode, (await propose()).statusCode],
];
const withdrawn = async () => {
  const { accounts } = await get(chief, `/units/${A}/bank-accounts`);
  const waiting = accounts.find((one: { state: string }) => one.state === "proposed");
  if (waiting !== undefined) await post(chief, `/bank-accounts/${waiting.id}/withdrawal`, {});
};

it("that moved away states nothing of later years, and does the rest", async () => {
  expect(await statuses()).toEqual([200, 200, 200, 200]);
  await withdrawn();
  await happened(A, "moved", { territory: null });
  expect(await statuses()).toEqual([200, 409, 200, 200]);
  expect((await state(2026)).json().error).toBe(
    "单位已于2025年6月30日迁出本市。只填报 2025 年度及以前的；以后的年度由迁入地办理。",
  );
  expect((await get(chief, `/enterprises/${A}`)).end).toEqual({ status: "moved", on: "2025-06-30", into: null, heir: null });
});

it("that merged does nothing of it, and what it had begun is taken back; who holds its rights is named, over a second merger", async () => {
  const invitation = (await invite()).json();
  await happened(A, "merged", { into: B });
  expect(await statuses()).toEqual([409, 409, 409, 409]);
  const said = (await propose()).json();
  expect(said.error).toBe(
    `单位已于2025年6月30日并入示例存续有限公司（${B}）。这里不再变更收款账户；以前的奖补由示例存续有限公司以其自己的收款账户领取。`,
  );
  const [account] = (await get(chief, `/units/${A}/bank-accounts`)).accounts;
  expect(account).toMatchObject({ state: "withdrawn", reason: said.error.replace("。这", "，这").replace(/。$/, "") });
  expect((await get(finance, "/bank-accounts")).accounts).toEqual([]);
  expect((await get(chief, "/messages")).messages[0]).toMatchObject({ kind: "account", title: `${NAME}的收款账户变更已撤回` });
  const other = await office.person("handler", { unit: C });
  const accepted = await post(other, "/invitations/acceptance", { token: invitation.token });
  expect([accepted.statusCode, accepted.json().error]).toEqual([410, expect.stringContaining("已被撤回")]);
  await happened(B, "merged", { into: C });
  expect((await get(chief, `/enterprises/${A}`)).end).toMatchObject({ into: { uscc: B }, heir: { uscc: C } });
  expect((await propose()).json().error).toContain("现为示例集团有限公司");
});

it("still reads its file and its people; an office may still set its figures right", async () => {
  for (const url of [`/enterprises/${A}`, `/units/${A}/people`, `/units/${A}/bank-accounts`, `/disputes?uscc=${A}`])
    expect((await chief.client({ method: "GET", url: `/api/office${url}` })).statusCode).toBe(200);
  const supplied = { fact: "employees", year: 2024, value: 13, basis: "存续单位来函" };
  expect((await post(officer, `/enterprises/${A}/facts`, supplied)).statusCode).toBe(200);
  const dispute = { fact: "employees", year: 2024, reason: "应为十二人", evidence: await uploaded(chief.client, A) };
  expect((await post(chief, `/units/${A}/disputes`, dispute)).statusCode).toBe(200);
});

it("is as before once restored; closed it does nothing of it again", async () => {
  await happened(A, "restored");
  expect(await statuses()).toEqual([200, 200, 200, 200]);
  await happened(A, "closed");
  expect(await statuses()).toEqual([409, 409, 409, 409]);
  expect((await invite()).json().error).toBe("单位已于2025年6月30日注销。不再邀请经办人；以前的事项由工信部门经办科室办理。");
});
