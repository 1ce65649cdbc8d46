/** The opening ledger over the real server: read from registers, duplicates said in sentences, looked up by those who may. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeXlsx } from "../../apps/server/src/sheet/write-xlsx.ts";
import { makeCreditCode } from "../../packages/basics/src/index.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./test-office.ts";
import { uploaded } from "./upload-file.ts";

const codeOf = (n: number): string => makeCreditCode("91350582", `MC${String(n).padStart(6, "0")}`) ?? "";
const [A, B, C] = [codeOf(1), codeOf(2), codeOf(3)];

const HEAD = [
  "部门",
  "政策文号",
  "条款",
  "政策年度",
  "申报年度",
  "信用代码",
  "企业名称",
  "项目",
  "项目编号",
  "举办单位",
  "发票号",
  "核定金额（元）",
  "拨付金额（元）",
  "文号",
];
const INVOICE = "00123456789012345678";

describe("the ledger over the server", () => {
  let office: TestOffice;
  let officer: TestPerson;
  beforeAll(async () => {
    office = await openTestOffice();
    await office.addEnterprise({ uscc: A, name: "示例鞋业有限公司", territory: "陈埭镇" });
    await office.addEnterprise({ uscc: B, name: "示例食品有限公司", territory: "安海镇" });
    officer = await office.person("case-officer");
    await load("ledger-ours", [
      [
        "工信局",
        "示例规〔2021〕1号",
        "第一条",
        "2021",
        "2022",
        A,
        "示例鞋业有限公司",
        "数字工厂",
        null,
        null,
        `${INVOICE}、0002`,
        "50000",
        "50000",
        "示例财〔2022〕5号",
      ],
      [
        "工信局",
        "示例规〔2021〕1号",
        "第二条",
        "2021",
        "2022",
        B,
        "示例食品有限公司",
        "智能仓 100%",
        null,
        null,
        "0003",
        "30000",
        null,
        null,
      ],
    ]);
    await load("ledger-other", [
      [
        "科技局",
        "示例科〔2022〕2号",
        null,
        "2022",
        "2023",
        A,
        "示例鞋业有限公司",
        "数字工厂",
        "K-7",
        "示例行业协会",
        INVOICE,
        "20000",
        "20000.01",
        "示例科财〔2023〕1号",
      ],
    ]);
  });
  afterAll(() => office.close());

  async function load(kind: string, rows: readonly (readonly (string | null)[])[]): Promise<string> {
    const file = writeXlsx([{ name: "台账", widths: [], rows: [HEAD, ...rows] }]);
    const url = `/api/office/ledger/previews?kind=${kind}&period=2022&name=${encodeURIComponent("台账.xlsx")}`;
    const headers = { "content-type": "application/octet-stream" };
    const preview = (await officer.client({ method: "POST", url, payload: file, headers })).json();
    expect(preview).toMatchObject({ rowCount: rows.length });
    const confirm = { method: "POST", url: `/api/office/ledger/previews/${preview.preview}/confirm`, payload: {} } as const;
    office.clock.now = new Date(office.clock.now.getTime() + 1_000);
    return (await officer.client(confirm)).json().version.id;
  }
  const look = async (query: Record<string, string>, by = officer) => {
    const answer = await by.client({ method: "GET", url: `/api/office/ledger?${new URLSearchParams(query)}` });
    return { status: answer.statusCode, ...answer.json() };
  };
  const projects = (found: { awards: { project: string; organ: string }[] }) =>
    found.awards.map(({ organ, project }) => `${organ} ${project}`);

  it("finds one expense across years, and says what is wrong", async () => {
    const found = await look({ invoice: INVOICE });
    expect(projects(found)).toEqual(["科技局 数字工厂", "工信局 数字工厂"]);
    expect(found.awards[0]).toMatchObject({
      invoices: [INVOICE],
      approved: 2_000_000,
      paid: 2_000_001,
      policyYear: 2022,
      claimYear: 2023,
    });
    expect(found.findings.map(({ kind }: { kind: string }) => kind)).toEqual([
      "invoice-twice",
      "project-two-organs",
      "paid-over-approved",
    ]);
  });

  it.each([
    [{ invoice: "0003" }, ["工信局 智能仓 100%"]],
    [{ invoice: "3" }, []],
    [{ project: "数字 工" }, ["科技局 数字工厂", "工信局 数字工厂"]],
    [{ project: "k-7" }, ["科技局 数字工厂"]],
    [{ project: "0%" }, ["工信局 智能仓 100%"]],
    [{ project: "%" }, ["工信局 智能仓 100%"]],
    [{ organiser: "行业协会" }, ["科技局 数字工厂"]],
    [{ uscc: B }, ["工信局 智能仓 100%"]],
    [{ payee: "食 品" }, ["工信局 智能仓 100%"]],
    [{ payee: "_" }, []],
    [{ year: "2023" }, ["科技局 数字工厂"]],
    [{ year: "2021", yearOf: "policy", uscc: A }, ["工信局 数字工厂"]],
  ])("finds by %j", async (query, expected) => {
    expect(projects(await look(query as Record<string, string>))).toEqual(expected);
  });

  it("comes in pages; a page's rows are held against all others", async () => {
    const first = await look({ limit: "1" });
    expect(projects(first)).toEqual(["科技局 数字工厂"]);
    expect(first.findings[0].kind).toBe("invoice-twice");
    const rest = await look({ limit: "5", after: first.next });
    expect([rest.awards.length, rest.next]).toEqual([2, null]);
    expect((await look({ after: "x" })).status).toBe(400);
  });

  it("shows applicants their own, towns their territory, and others nothing", async () => {
    const handler = await office.person("handler", { unit: B });
    const town = await office.person("town", { territory: "陈埭镇" });
    expect(projects(await look({}, handler))).toEqual(["工信局 智能仓 100%"]);
    expect((await look({ invoice: INVOICE }, handler)).awards).toEqual([]);
    expect(projects(await look({}, town))).toEqual(["科技局 数字工厂", "工信局 数字工厂"]);
    expect((await look({}, await office.person("expert"))).status).toBe(403);
    const versions = await handler.client({ method: "GET", url: "/api/office/ledger/versions" });
    expect(versions.statusCode).toBe(403);
  });

  it("shows what merged into an enterprise with it, until that is restored; a unit still sees its own alone", async () => {
    const evidence = await uploaded(officer.client, A);
    const happened = (kind: "merged" | "restored", more: object) =>
      officer.client({
        method: "POST",
        url: `/api/office/enterprises/${A}/events`,
        payload: { kind, on: "2026-11-01", reason: "吸收合并", evidence, ...more },
      });
    expect((await happened("merged", { into: B })).statusCode).toBe(200);
    expect(projects(await look({ uscc: B }))).toEqual(["科技局 数字工厂", "工信局 智能仓 100%", "工信局 数字工厂"]);
    expect(projects(await look({ uscc: A }))).toEqual(["科技局 数字工厂", "工信局 数字工厂"]);
    expect((await look({ uscc: B, invoice: INVOICE })).findings).not.toEqual([]);
    const handler = await office.person("handler", { unit: B });
    expect(projects(await look({ uscc: B }, handler))).toEqual(["工信局 智能仓 100%"]);
    expect((await happened("restored", {})).statusCode).toBe(200);
    expect(projects(await look({ uscc: B }))).toEqual(["工信局 智能仓 100%"]);
  });

  it("one project under the code that is gone and under what it went into, over two mergers; one organiser over the years", async () => {
    await office.addEnterprise({ uscc: C, name: "示例集团有限公司", territory: "陈埭镇" });
    const row = (year: string, uscc: string, name: string, project: string | null, organiser: string | null) =>
      [
        "工信局",
        "示例规〔2021〕1号",
        "第一条",
        year,
        year,
        uscc,
        name,
        project,
        null,
        organiser,
        null,
        "50000",
        null,
        null,
      ] as const;
    const id = await load("ledger-ours", [
      row("2021", A, "示例鞋业有限公司", "云仓", "示例行业协会"),
      row("2023", C, "示例集团有限公司", "云仓", null),
      row("2023", C, "示例集团有限公司", null, "示例行业协会"),
    ]);
    const kinds = async (query: Record<string, string>, by = officer) =>
      (await look(query, by)).findings.map(({ kind }: { kind: string }) => kind);
    expect(await kinds({ project: "云仓" })).toEqual(["organiser-again"]);
    const happened = async (uscc: string, kind: "merged" | "restored", more: object = {}) => {
      const evidence = await uploaded(officer.client, uscc);
      const payload = { kind, on: "2026-11-02", reason: "吸收合并", evidence, ...more };
      const answer = await officer.client({ method: "POST", url: `/api/office/enterprises/${uscc}/events`, payload });
      expect(answer.statusCode).toBe(200);
    };
    await happened(A, "merged", { into: B });
    expect(await kinds({ project: "云仓" })).toEqual(["organiser-again"]);
    await happened(B, "merged", { into: C });
    for (const uscc of [A, C])
      expect(await kinds({ uscc, project: "云仓" })).toEqual(["project-across-merger", "organiser-again"]);
    expect(await kinds({}, await office.person("handler", { unit: C }))).toEqual([]);
    await happened(A, "restored");
    expect(await kinds({ uscc: C })).toEqual(["organiser-again"]);
    await happened(B, "restored");
    await officer.client({ method: "POST", url: `/api/office/ledger/versions/${id}/undo`, payload: { reason: "试过了" } });
  });

  it("counts only the version in force", async () => {
    const id = await load("ledger-ours", [
      [
        "工信局",
        "示例规〔2021〕1号",
        "第一条",
        "2021",
        "2022",
        A,
        "示例鞋业有限公司",
        "数字工厂",
        null,
        null,
        "0009",
        "50000",
        "50000",
        "示例财〔2022〕5号",
      ],
    ]);
    expect(projects(await look({ uscc: B }))).toEqual([]);
    expect((await look({ invoice: INVOICE })).findings.map(({ kind }: { kind: string }) => kind)).toEqual([
      "project-two-organs",
      "paid-over-approved",
    ]);
    await officer.client({ method: "POST", url: `/api/office/ledger/versions/${id}/undo`, payload: { reason: "少了一行" } });
    expect(projects(await look({ uscc: B }))).toEqual(["工信局 智能仓 100%"]);
  });
});
