/** What registers say of an enterprise stands in its file: with the import that it comes from, replaced and undone with that, disputed like any other, told to other systems. */
import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCsv } from "../../apps/server/src/sheet/write-csv.ts";
import { makeCreditCode } from "../../packages/basics/src/index.ts";
import type { Policy } from "../../packages/policy/src/index.ts";
import { fact, outbox, registerVersion } from "../../packages/store/src/index.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";
import { uploaded } from "./upload-file.ts";

const compiled = new URL("../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
const codeOf = (n: number): string => makeCreditCode("91350582", `MF${String(n).padStart(6, "0")}`) ?? "";
const [A, B, C] = [codeOf(1), codeOf(2), codeOf(3)];
const HEAD = ["信用代码", "企业名称"];

let office: TestOffice;
let officer: TestPerson;
let handler: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  office = await openTestOffice({ policies: [JSON.parse(readFileSync(compiled, "utf8")) as Policy] });
  await office.addEnterprise({ uscc: A, name: "示例鞋业有限公司", territory: "陈埭镇" });
  await office.addEnterprise({ uscc: B, name: "示例食品有限公司", territory: "安海镇" });
  officer = await office.person("case-officer");
  handler = await office.person("handler", { unit: A });
  admin = await office.person("system-admin");
  const events = ["register.imported", "register.undone"];
  const payload = { name: "示例平台", url: "https://example.cn/hook", events };
  const made = await admin.client({ method: "POST", url: "/api/office/webhooks", payload });
  expect(made.statusCode).toBe(200);
});
afterAll(() => office.close());

const get = async (url: string, by = officer) => (await by.client({ method: "GET", url: `/api/office${url}` })).json();
const post = async (url: string, payload: object, by = officer) => {
  office.clock.now = new Date(office.clock.now.getTime() + 1_000);
  const answer = await by.client({ method: "POST", url: `/api/office${url}`, payload });
  return { status: answer.statusCode, body: answer.json() };
};
const fileOf = (uscc: string, by = officer) => get(`/enterprises/${uscc}`, by);
const factOf = async (uscc: string, name = "aboveScale", by = officer) =>
  (await fileOf(uscc, by)).facts.find((one: { fact: string }) => one.fact === name);
const historyOf = async (uscc: string) => (await get(`/enterprises/${uscc}/facts/aboveScale/2023`)).statements;
const told = (by: TestOffice) =>
  by.asSystem(async (tx) =>
    (await tx.select().from(outbox)).map(({ payload }) => JSON.parse((payload as { body: string }).body)),
  );

type Rows = readonly (readonly (string | null)[])[];
async function importOf(kind: string, period: string, rows: Rows, path = "/registers") {
  const url = `/api/office${path}/previews?kind=${kind}&period=${period}&name=list.csv`;
  const payload = writeCsv([...rows]);
  const seen = await officer.client({ method: "POST", url, payload, headers: { "content-type": "text/csv" } });
  expect(seen.statusCode, seen.body).toBe(200);
  const taken = await post(`${path}/previews/${seen.json().preview}/confirm`, { addEnterprises: true });
  expect(taken.status, JSON.stringify(taken.body)).toBe(200);
  return { preview: seen.json(), ...taken.body } as {
    preview: { unknown: { count: number } };
    version: { id: string };
    enterprisesAdded: number;
  };
}
const undo = (id: string, path = "/registers") => post(`${path}/versions/${id}/undo`, { reason: "统计局发错了文件" });

describe("a register of who is listed", () => {
  let first: string;
  let second: string;

  it("tells the file yes and no, with the import as evidence", async () => {
    expect((await fileOf(A)).facts).toEqual([]);
    first = (await importOf("above-scale", "2023", [HEAD, [A, "示例鞋业有限公司"]])).version.id;
    expect(await factOf(A)).toMatchObject({
      year: 2023,
      beside: null,
      current: {
        ...{ id: first, value: true, source: "register", suppliedBy: officer.account },
        register: { version: first, title: "规上名单", supplier: "统计局", period: "2023", number: 1, fileName: "list.csv" },
      },
    });
    expect((await factOf(A)).current.register.importedByName).toBe("示例经办人");
    expect((await factOf(B)).current.value).toBe(false);
    expect((await fileOf(A)).registers).toMatchObject([{ from: { kind: "above-scale" }, rows: [[A, "示例鞋业有限公司", null]] }]);
    expect((await fileOf(B)).registers).toEqual([]);
    // There is no second copy that could differ.
    expect(await office.asSystem((tx) => tx.select().from(fact))).toEqual([]);
  });

  it("is replaced by its next version, and back again once that is undone; its history stays", async () => {
    second = (await importOf("above-scale", "2023", [HEAD, [B, "示例食品有限公司"]])).version.id;
    expect([(await factOf(A)).current.value, (await factOf(B)).current.value]).toEqual([false, true]);
    expect((await undo(second)).status).toBe(200);
    expect([(await factOf(A)).current, (await factOf(B)).current]).toMatchObject([
      { value: true, id: first },
      { value: false, id: first },
    ]);
    expect(await historyOf(A)).toMatchObject([
      { value: false, standing: "undone", register: { number: 2, standing: "undone", undoneReason: "统计局发错了文件" } },
      { value: true, standing: "counts", register: { number: 1, standing: "current" } },
    ]);
    expect((await undo(first)).status).toBe(200);
    expect((await fileOf(A)).facts).toEqual([]);
    expect((await historyOf(A)).map((one: { register: { standing: string } }) => one.register.standing)).toEqual([
      "undone",
      "undone",
    ]);
  });

  it("opens the files of whom it names", async () => {
    const { preview, enterprisesAdded } = await importOf("above-scale", "2022", [HEAD, [C, "示例石材有限公司"]]);
    expect([preview.unknown.count, enterprisesAdded]).toEqual([1, 1]);
    expect(await factOf(C)).toMatchObject({ year: 2022, current: { value: true } });
  });

  it("is seen by the unit, without whose account it was; a town sees its own", async () => {
    const of = await factOf(A, "aboveScale", handler);
    expect(of.current).toMatchObject({ value: false, register: { title: "规上名单", importedByName: null } });
    const town = await office.person("town", { territory: "安海镇" });
    expect((await factOf(B, "aboveScale", town)).current.value).toBe(false);
    expect((await town.client({ method: "GET", url: `/api/office/enterprises/${A}` })).statusCode).toBe(404);
  });
});

describe("a dispute about a register's fact", () => {
  it("quotes the version; upheld, it corrects until the next version", async () => {
    const { version } = await importOf("above-scale", "2021", [HEAD, [B, "示例食品有限公司"]]);
    const evidence = await uploaded(handler.client, A);
    const said = { fact: "aboveScale", year: 2021, reason: "主营业务收入达到标准", evidence };
    const { body } = await post(`/units/${A}/disputes`, said, handler);
    expect((await get("/disputes?state=open")).disputes).toMatchObject([{ id: body.id, disputed: false, fact: "aboveScale" }]);
    const settled = await post(`/disputes/${body.id}/settlement`, { verdict: "upheld", answer: "属实", correction: true });
    expect(settled.status).toBe(200);
    const of = async () => (await fileOf(A)).facts.find((one: { year: number }) => one.year === 2021).current;
    expect(await of()).toMatchObject({ value: true, source: "bureau", register: null });
    await importOf("above-scale", "2021", [HEAD, [C, "示例石材有限公司"]]);
    expect(await of()).toMatchObject({ value: false, source: "register" });
    expect(version.id).not.toBe((await of()).id);
  });
});

/** Another version of the same list, which was replaced. */
const earlierOf = (one: typeof registerVersion.$inferSelect, at: number) => ({
  ...{ ...one, id: `${one.id}-${at}`, number: 1_000 + at, current: false },
  importedAt: new Date(one.importedAt.getTime() + at),
});

describe("other registers", () => {
  it("keep rows that wait for their enterprise", async () => {
    const head = [...HEAD, "政策名称", "主管部门", "项目名称", "奖补金额（元）", "资金层级"];
    const row = (uscc: string, amount: string, level: string) => [
      uscc,
      "示例后到有限公司",
      "技改",
      "某局",
      `产线${amount}`,
      amount,
      level,
    ];
    const late = codeOf(9);
    const { preview, enterprisesAdded } = await importOf("other-awards", "2023", [
      ...[head, row(late, "0.10", "本级"), row(late, "0.20", "本级"), row(late, "5.00", "上级")],
    ]);
    expect([preview.unknown.count, enterprisesAdded]).toEqual([1, 0]);
    expect((await officer.client({ method: "GET", url: `/api/office/enterprises/${late}` })).statusCode).toBe(404);
    expect((await post("/enterprises", { uscc: late, name: "示例后到有限公司", territory: "陈埭镇" })).status).toBe(200);
    expect((await factOf(late, "otherLocalAwards")).current).toMatchObject({ value: "0.30", source: "register" });
    expect((await fileOf(late)).registers[0].rows).toHaveLength(3);
  });

  it("as of several days of a year tell the latest", async () => {
    const head = [...HEAD, "公布文号"];
    await importOf("leading-enterprises", "2023-05-01", [head, [A, "示例鞋业有限公司", "示例〔2023〕1号"]]);
    await importOf("leading-enterprises", "2023-11-01", [head, [B, "示例食品有限公司", "示例〔2023〕2号"]]);
    const listed = async (uscc: string) =>
      (await fileOf(uscc)).registers
        .map(({ from }: { from: { kind: string; period: string } }) => `${from.kind} ${from.period}`)
        .filter((one: string) => one.startsWith("leading"));
    expect([await listed(A), await listed(B)]).toEqual([[], ["leading-enterprises 2023-11-01"]]);
  });

  it("of contributions are no part of the file, and are shown to who sees them alone", async () => {
    const rows: Rows = [
      [...HEAD, "财政贡献（元）"],
      [A, "示例鞋业有限公司", "1234567.89"],
    ];
    const { version } = await importOf("fiscal-contribution", "2023", rows, "/contributions");
    for (const by of [officer, handler]) expect(JSON.stringify(await fileOf(A, by))).not.toContain("1234567.89");
    const finance = await office.person("finance");
    expect((await get(`/enterprises/${A}/contributions`, finance)).registers).toMatchObject([
      { from: { version: version.id, period: "2023" }, rows: [[A, "示例鞋业有限公司", null, "1234567.89"]] },
    ]);
    for (const role of ["town", "handler", "commissioned-auditor", "expert"] as const) {
      const person = await office.person(role, role === "town" ? { territory: "陈埭镇" } : role === "handler" ? { unit: A } : {});
      const refused = await person.client({ method: "GET", url: `/api/office/enterprises/${A}/contributions` });
      expect([role, refused.statusCode]).toEqual([role, 403]);
    }
    expect((await undo(version.id, "/contributions")).status).toBe(200);
    expect((await get(`/enterprises/${A}/contributions`, finance)).registers).toEqual([]);
  });
});

describe("other systems", () => {
  it("are told of an import and of its undoing, with the deed or not at all", async () => {
    const before = (await told(office)).length;
    const { version } = await importOf("above-scale", "2020", [HEAD, [A, "示例鞋业有限公司"]]);
    await undo(version.id);
    expect((await undo(version.id)).status).toBe(409);
    const of = { id: version.id, kind: "above-scale", period: "2020", number: 1 };
    expect((await told(office)).slice(before)).toMatchObject([
      { event: "register.imported", data: { ...of, rows: 1 } },
      { event: "register.undone", data: { ...of, now: null } },
    ]);
  });

  it("hide nothing that somebody stated, however often they come anew", async () => {
    const stated = { fact: "aboveScale", year: 2020, value: true, basis: "示例统〔2021〕1号" };
    const { body } = await post(`/enterprises/${A}/facts`, stated);
    const { version } = await importOf("above-scale", "2020", [HEAD, [B, "示例食品有限公司"]]);
    await office.asSystem(async (tx) => {
      const found = await tx.select().from(registerVersion).where(eq(registerVersion.id, version.id));
      const again = found.flatMap((one) => Array.from({ length: 250 }, (_, at) => earlierOf(one, at)));
      await tx.insert(registerVersion).values(again);
    });
    const { statements, more } = await get(`/enterprises/${A}/facts/aboveScale/2020`);
    expect([statements.length, more]).toEqual([201, true]);
    expect(statements.filter((one: { id: string }) => one.id === body.id)).toMatchObject([{ value: true, source: "bureau" }]);
  });
});
