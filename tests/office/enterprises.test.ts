/** The enterprise's file: search, names and events, facts by year with who said them, disputes; and what each may see of it. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCreditCode } from "../../packages/basics/src/index.ts";
import type { Policy } from "../../packages/policy/src/index.ts";
import { OTHER_COUNTY, openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";
import { uploaded } from "./upload-file.ts";

const compiled = new URL("../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
const codeOf = (digits: string) => makeCreditCode("91350582", digits) ?? "";
const [SHOES, FOOD, UMBRELLA, STONE] = ["MA00001A", "MA00002A", "MA00003A", "MA00004A"].map(codeOf) as [
  string,
  string,
  string,
  string,
];

let office: TestOffice;
let officer: TestPerson;
let handler: TestPerson;
beforeAll(async () => {
  office = await openTestOffice({ policies: [JSON.parse(readFileSync(compiled, "utf8")) as Policy] });
  await office.addEnterprise({ uscc: SHOES, name: "示例鞋业有限公司", territory: "陈埭镇" });
  await office.addEnterprise({ uscc: FOOD, name: "示例食品有限公司", territory: "安海镇" });
  await office.addEnterprise({ uscc: UMBRELLA, name: "示例100%_晴雨伞\\有限公司", territory: "安海镇" });
  await office.addEnterprise({ uscc: STONE, name: "示例石材有限公司", territory: "水头镇", county: OTHER_COUNTY });
  officer = await office.person("case-officer");
  handler = await office.person("handler", { unit: SHOES });
});
afterAll(() => office.close());

const post = (person: TestPerson, url: string, payload: object) =>
  person.client({ method: "POST", url: `/api/office${url}`, payload });
const get = (person: TestPerson, url: string) => person.client({ method: "GET", url: `/api/office${url}` });
const found = async (person: TestPerson, query: string): Promise<string[]> =>
  (await get(person, `/enterprises?${query}`)).json().enterprises.map((one: { name: string }) => one.name);
const file = async (uscc: string, person = officer) => (await get(person, `/enterprises/${uscc}`)).json();

describe("search", () => {
  it.each([
    ["食品", ["示例食品有限公司"]],
    ["ma00002a", ["示例食品有限公司"]],
    [" 鞋 业", ["示例鞋业有限公司"]],
    ["0%_晴", ["示例100%_晴雨伞\\有限公司"]],
    ["伞\\有", ["示例100%_晴雨伞\\有限公司"]],
    ["%食", []],
    ["_例", []],
    ["石材", []],
    ["' or 1=1 --", []],
  ])("for %j", async (words, names) => {
    expect(await found(officer, `q=${encodeURIComponent(words)}`)).toEqual(names);
  });

  it("stays within the town", async () => {
    const town = await office.person("town", { territory: "陈埭镇" });
    expect(await found(town, "q=有限公司")).toEqual(["示例鞋业有限公司"]);
    expect(await found(town, "territory=安海镇")).toEqual([]);
    expect((await found(officer, "territory=安海镇")).length).toBe(2);
    expect((await get(handler, "/enterprises?q=食品")).statusCode).toBe(403);
  });

  it("goes on from page to page and counts on the first", async () => {
    for (let i = 0; i < 60; i++)
      await office.addEnterprise({
        uscc: codeOf(`MB00${String(i).padStart(3, "0")}A`),
        name: `示例续页${i}号`,
        territory: "陈埭镇",
      });
    const first = (await get(officer, "/enterprises?q=续页")).json();
    expect([first.enterprises.length, first.total]).toEqual([50, { rows: 60, more: false }]);
    const second = (await get(officer, `/enterprises?q=续页&after=${first.next}`)).json();
    expect([second.enterprises.length, second.next, second.total]).toEqual([10, null, null]);
    const all = [...first.enterprises, ...second.enterprises].map((one) => one.name);
    expect(new Set(all).size).toBe(60);
    expect((await get(officer, "/enterprises?after=W10")).statusCode).toBe(400);
  });
});

describe("events", () => {
  const event = async (uscc: string, body: object, person = officer) =>
    post(person, `/enterprises/${uscc}/events`, {
      on: "2026-03-01",
      reason: "登记机关变更通知",
      evidence: await uploaded(officer.client, uscc),
      ...body,
    });

  it("keep a former name, which is still found, as it was written", async () => {
    expect((await event(FOOD, { kind: "renamed", name: '=HYPERLINK("x")食府' })).json().name).toBe('=HYPERLINK("x")食府');
    expect(await found(officer, "q=例食品")).toEqual(['=HYPERLINK("x")食府']);
    expect((await file(FOOD)).names).toEqual([
      { name: '=HYPERLINK("x")食府', from: "2026-03-01", to: null, reason: null },
      { name: "示例食品有限公司", from: null, to: "2026-03-01", reason: "登记机关变更通知" },
    ]);
  });

  it("of a merger stand in both files; a closed one is restored, in order of time", async () => {
    expect((await event(FOOD, { kind: "merged", into: STONE, on: "2026-04-01" })).statusCode).toBe(422);
    expect((await event(FOOD, { kind: "merged", into: UMBRELLA, on: "2026-04-01" })).json().status).toBe("merged");
    for (const uscc of [FOOD, UMBRELLA])
      expect((await file(uscc)).events[0]).toMatchObject({ kind: "merged", uscc: FOOD, otherUscc: UMBRELLA });
    expect((await event(FOOD, { kind: "closed", on: "2026-05-01" })).json().error).toContain("已合并的单位不能登记注销");
    expect((await event(FOOD, { kind: "restored", on: "2026-03-31" })).json().error).toContain("早于最近一次变更");
    expect((await event(FOOD, { kind: "restored", on: "2026-05-01" })).json().status).toBe("open");
    expect((await event(FOOD, { kind: "moved", territory: null, on: "2026-06-01" })).json().status).toBe("moved");
    expect((await event(UMBRELLA, { kind: "moved", territory: "池店镇" })).json().error).toContain("没有“池店镇”这个镇（街道）");
    expect((await event(UMBRELLA, { kind: "moved", territory: "陈埭镇" })).json()).toMatchObject({
      territory: "陈埭镇",
      status: "open",
    });
    expect((await event(UMBRELLA, { kind: "closed", on: "2026-11-26" })).json().error).toContain("今天之后");
    expect((await event(UMBRELLA, { kind: "closed", name: "x" })).statusCode).toBe(400);
    expect((await event(UMBRELLA, { kind: "closed" }, await office.person("section-head"))).statusCode).toBe(403);
  });
});

describe("facts", () => {
  const state = (fact: string, value: unknown, year = 2024, person = handler) =>
    post(person, `/units/${SHOES}/facts`, { fact, year, value });
  const supply = (fact: string, value: unknown, year = 2024) =>
    post(officer, `/enterprises/${SHOES}/facts`, { fact, year, value, basis: "统计局名录" });

  it("are those that the policies declare of an applicant, but for tax figures", async () => {
    const { facts } = (await get(handler, "/facts")).json();
    const ids = facts.map((one: { id: string }) => one.id);
    expect(ids).toContain("employees");
    for (const id of ["uscc", "name", "fiscalContribution"]) expect(ids).not.toContain(id);
    expect(facts.find((one: { id: string }) => one.id === "aboveScale")).toMatchObject({
      byUnit: false,
      source: "统计局",
      policies: ["jinjiang-2023-11"],
    });
    const town = await office.person("town", { territory: "陈埭镇" });
    expect((await get(town, "/facts")).json().facts.map((one: { id: string }) => one.id)).not.toContain("revenue");
  });

  it.each([
    ["employees", -1],
    ["employees", "30"],
    ["revenue", "1.234"],
    ["kind", "company"],
    ["aboveScale", "是"],
    ["employes", 3],
    ["fiscalContribution", "100"],
  ])("%s: %j is refused as a dossier would refuse it", async (fact, value) => {
    expect((await state(fact, value)).statusCode).toBe(422);
  });

  it.each([
    ["kind", "company", /^应为“.+”、“.+”之一$/],
    ["kind", "Enterprise", /；是否应为“企业”$/],
    ["kind", "企业", /；是否应为“企业”$/],
    ["aboveScale", "yes", /^应为是或否；是否应为“是”$/],
    ["employees", "３０人", /^应为不小于 0 的整数（人）；是否应为“30”$/],
    ["employees", "许多", /^应为不小于 0 的整数（人）$/],
    ["revenue", "1.234", /^应为金额（元），不小于 0、小于 10000000000000，至多两位小数$/],
  ])("%s: %j is answered in the form's words, without an id", async (fact, value, expected) => {
    const [problem] = (await state(fact, value)).json().problems;
    expect(problem).toMatchObject({ path: "value", expected: expect.stringMatching(expected) });
    expect(problem.expected).not.toMatch(/["]|[a-z]{2,}|引号|数组/);
  });

  it("stand by year, the office's before the unit's, side by side where they differ", async () => {
    for (const value of [20, 25]) expect((await state("employees", value)).statusCode).toBe(200);
    expect((await state("revenue", "1000.00")).statusCode).toBe(200);
    expect((await supply("revenue", 1000)).statusCode).toBe(200);
    expect((await state("aboveScale", true)).statusCode).toBe(200);
    expect((await supply("aboveScale", false)).statusCode).toBe(200);
    const { facts } = await file(SHOES, handler);
    const brief = facts.map(
      (one: { fact: string; current: { value: unknown; source: string }; beside: { value: unknown } | null }) => [
        ...[one.fact, one.current.value, one.current.source, one.beside?.value ?? null],
      ],
    );
    expect(brief).toEqual([
      ["aboveScale", false, "bureau", true],
      ["employees", 25, "unit", null],
      ["revenue", 1000, "bureau", null],
    ]);
    const { statements } = (await get(handler, `/enterprises/${SHOES}/facts/employees/2024`)).json();
    expect(statements.map((one: { value: unknown; standing: string }) => [one.value, one.standing])).toEqual([
      [25, "counts"],
      [20, "later"],
    ]);
    const { statements: both } = (await get(handler, `/enterprises/${SHOES}/facts/aboveScale/2024`)).json();
    expect(both.map((one: { value: unknown; standing: string }) => [one.value, one.standing])).toEqual([
      [false, "counts"],
      [true, "office-first"],
    ]);
    expect(statements[0]).toMatchObject({ suppliedBy: handler.account, source: "unit" });
    const town = await office.person("town", { territory: "陈埭镇" });
    expect((await file(SHOES, town)).facts.map((one: { fact: string }) => one.fact)).toEqual(["aboveScale", "employees"]);
    expect((await get(town, `/enterprises/${SHOES}/facts/revenue/2024`)).statusCode).toBe(404);
  });

  it("can't be changed, nor said of other units, nor for a year to come, nor by what the form doesn't ask", async () => {
    const { fact } = await import("../../packages/store/src/index.ts");
    const refused = { cause: { message: expect.stringMatching(/permission denied/) } };
    await expect(office.asSystem((tx) => tx.update(fact).set({ value: 1 }))).rejects.toMatchObject(refused);
    await expect(office.asSystem((tx) => tx.delete(fact))).rejects.toMatchObject(refused);
    const strangers = [
      await office.person("handler", { unit: FOOD }),
      await office.person("handler", { unit: STONE, county: OTHER_COUNTY }),
    ];
    for (const person of strangers) {
      expect((await state("employees", 1, 2024, person)).statusCode).toBe(404);
      expect((await get(person, `/enterprises/${SHOES}`)).statusCode).toBe(404);
    }
    expect((await state("employees", 1, 2027)).statusCode).toBe(422);
    const body = { fact: "employees", year: 2024, value: 1, source: "register" };
    expect((await post(handler, `/units/${SHOES}/facts`, body)).statusCode).toBe(400);
    expect((await supply("employees", 1)).statusCode).toBe(200);
    expect((await post(handler, `/enterprises/${SHOES}/facts`, body)).statusCode).toBe(403);
  });
});

describe("a dispute", () => {
  const dispute = async (fact: string, person = handler) =>
    post(person, `/units/${SHOES}/disputes`, {
      fact,
      year: 2024,
      reason: "名录漏列",
      evidence: await uploaded(handler.client, SHOES),
    });
  const settle = (id: string, body: object, person = officer) => post(person, `/disputes/${id}/settlement`, body);

  it("corrects the fact where it is upheld, says why where it isn't, and is settled once", async () => {
    const { id } = (await dispute("aboveScale")).json();
    expect((await dispute("aboveScale")).statusCode).toBe(409);
    expect((await get(officer, "/disputes?state=open")).json().disputes).toMatchObject([
      { id, fact: "aboveScale", disputed: false, uscc: SHOES },
    ]);
    expect((await settle(id, { verdict: "upheld", answer: "属实" })).json().problems[0].path).toBe("correction");
    expect((await settle(id, { verdict: "upheld", answer: "属实", correction: "是" })).statusCode).toBe(422);
    expect((await settle(id, { verdict: "upheld", answer: "属实", correction: true })).json().state).toBe("upheld");
    expect((await settle(id, { verdict: "rejected", answer: "不属实" })).statusCode).toBe(409);
    const { facts } = await file(SHOES);
    expect(facts.find((one: { fact: string }) => one.fact === "aboveScale")).toMatchObject({
      current: { value: true, source: "bureau" },
      beside: null,
    });
    const again = (await dispute("aboveScale")).json();
    expect((await settle(again.id, { verdict: "rejected", answer: "  " })).statusCode).toBe(400);
    expect((await settle(again.id, { verdict: "rejected", answer: "我没有错" })).json().error, "one's own word").toContain(
      "不能由您认定异议不成立",
    );
    expect(
      (await settle(again.id, { verdict: "rejected", answer: "名录已更正" }, await office.person("section-head"))).json().state,
    ).toBe("rejected");
    const told = (await get(handler, "/messages")).json().messages.map(({ title }: { title: string }) => title);
    expect(told).toEqual(["您的数据异议不成立", "您的数据异议成立"]);
  });

  it("is only about what an office supplied, of the own unit", async () => {
    expect((await dispute("kind")).json().error).toContain("部门没有提供过");
    expect((await dispute("aboveScale", await office.person("agent", { unit: SHOES }))).statusCode).toBe(403);
    expect((await dispute("aboveScale", await office.person("handler", { unit: FOOD }))).statusCode).toBe(404);
    const stranger = await office.person("case-officer", { county: OTHER_COUNTY });
    expect((await get(stranger, "/disputes")).json().disputes).toEqual([]);
  });
});

describe("putting on file", () => {
  it("takes a valid code once", async () => {
    const body = { uscc: codeOf("MA00009A"), name: "示例新设有限公司", territory: null };
    expect((await post(officer, "/enterprises", body)).statusCode).toBe(200);
    expect((await post(officer, "/enterprises", body)).statusCode).toBe(409);
    expect((await post(officer, "/enterprises", { ...body, uscc: "91350582MA0000001A" })).statusCode).toBe(422);
    const misspelt = (await post(officer, "/enterprises", { ...body, territory: "陈棣镇" })).json();
    expect(misspelt.problems).toMatchObject([{ path: "territory", expected: "是否应为“陈埭镇”" }]);
    expect((await post(officer, "/enterprises", { ...body, status: "closed" })).statusCode).toBe(400);
    expect((await post(handler, "/enterprises", body)).statusCode).toBe(403);
  });
});
