/** The account a unit is paid to: its checks, two persons, the former one kept, its number masked. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { OTHER_COUNTY, openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";
import { uploaded } from "./upload-file.ts";

const SHOES = "91350582MA00001A5X";
const FOOD = "91350582MA00002A6X";
const NAME = "示例鞋业有限公司";
let office: TestOffice;
let handler: TestPerson;
let finance: TestPerson;
beforeAll(async () => {
  office = await openTestOffice();
  await office.addEnterprise({ uscc: SHOES, name: NAME, territory: "陈埭镇" });
  await office.addEnterprise({ uscc: FOOD, name: "示例食品有限公司", territory: "安海镇" });
  handler = await office.person("handler", { unit: SHOES });
  finance = await office.person("finance");
});
afterAll(() => office.close());

const details = { holder: NAME, number: "0012345678901234567", bankNumber: "105100000017", bankName: "示例银行晋江支行" };
const post = (person: TestPerson, url: string, payload: object) =>
  person.client({ method: "POST", url: `/api/office${url}`, payload });
const get = (person: TestPerson, url: string) => person.client({ method: "GET", url: `/api/office${url}` });
const propose = async (change: object = {}, uscc = SHOES) =>
  post(handler, `/units/${uscc}/bank-accounts`, { ...details, evidence: await uploaded(handler.client, SHOES), ...change });

it.each([
  [{ holder: "示例鞋业 有限公司" }, "holder"],
  [{ number: "1234567" }, "number"],
  [{ number: "1".repeat(33) }, "number"],
  [{ number: "1234 5678 9012" }, "number"],
  [{ bankNumber: "105100000018" }, "bankNumber"],
])("refuses %j", async (change, path) => {
  const answer = await propose(change);
  expect(answer.statusCode).toBe(422);
  expect(answer.json().problems.map((one: { path: string }) => one.path)).toEqual([path]);
});

it("refuses what a form doesn't ask for, and other units", async () => {
  expect((await propose({ state: "confirmed" })).statusCode).toBe(400);
  expect((await propose({}, FOOD)).statusCode).toBe(404);
  const agent = await office.person("agent", { unit: SHOES });
  expect((await post(agent, `/units/${SHOES}/bank-accounts`, details)).statusCode).toBe(403);
});

it("changes by two persons, and keeps the former one", async () => {
  const first = (await propose()).json();
  expect(first).toMatchObject({ ...details, state: "proposed" });
  expect((await propose()).statusCode).toBe(409);
  expect((await post(handler, `/bank-accounts/${first.id}/decision`, { confirm: true })).statusCode).toBe(403);
  const stranger = await office.person("finance", { county: OTHER_COUNTY });
  expect((await post(stranger, `/bank-accounts/${first.id}/decision`, { confirm: true })).statusCode).toBe(404);
  expect((await get(finance, "/bank-accounts")).json().accounts).toMatchObject([
    { id: first.id, name: NAME, number: details.number },
  ]);
  expect((await post(finance, `/bank-accounts/${first.id}/decision`, { confirm: false })).statusCode).toBe(409);
  expect((await post(finance, `/bank-accounts/${first.id}/decision`, { confirm: true })).json().state).toBe("confirmed");
  const second = (await propose({ number: "98765432" })).json();
  expect((await post(finance, `/bank-accounts/${second.id}/decision`, { confirm: true })).statusCode).toBe(200);
  const told = (await get(handler, "/messages")).json().messages.map(({ title }: { title: string }) => title);
  expect(told).toEqual(["收款账户已通过核对", "收款账户已通过核对"]);
  const { accounts } = (await get(handler, `/units/${SHOES}/bank-accounts`)).json();
  expect(accounts.map((one: { state: string; number: string }) => [one.number, one.state])).toEqual([
    ["98765432", "confirmed"],
    [details.number, "replaced"],
  ]);
  expect((await post(handler, `/bank-accounts/${second.id}/withdrawal`, {})).statusCode).toBe(409);
});

it("shows four digits to everybody but finance and the unit, and is in no record", async () => {
  const officer = await office.person("case-officer");
  const { accounts } = (await get(officer, `/units/${SHOES}/bank-accounts`)).json();
  expect(accounts.map((one: { number: string }) => one.number)).toEqual(["****5432", "***************4567"]);
  expect((await get(await office.person("handler", { unit: FOOD }), `/units/${SHOES}/bank-accounts`)).statusCode).toBe(404);
  expect((await get(await office.person("town", { territory: "陈埭镇" }), `/units/${SHOES}/bank-accounts`)).statusCode).toBe(403);
  const { record } = await import("../../packages/store/src/index.ts");
  const kept = await office.asSystem((tx) => tx.select().from(record));
  expect(kept.some(({ action, outcome }) => action === "account.confirm" && outcome === "done")).toBe(true);
  expect(JSON.stringify(kept)).not.toContain("98765432");
});

it("isn't confirmed once the unit has another name", async () => {
  const { id } = (await propose({ number: "11112222" })).json();
  const { enterprise } = await import("../../packages/store/src/index.ts");
  const { eq } = await import("drizzle-orm");
  await office.asSystem((tx) => tx.update(enterprise).set({ name: "示例新鞋有限公司" }).where(eq(enterprise.uscc, SHOES)));
  const answer = await post(finance, `/bank-accounts/${id}/decision`, { confirm: true });
  expect([answer.statusCode, answer.json().problems[0].path]).toEqual([409, "holder"]);
  expect((await post(handler, `/bank-accounts/${id}/withdrawal`, {})).json().state).toBe("withdrawn");
});
