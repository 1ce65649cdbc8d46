/** The workbook there and back: what a cell means, where a mistake is, and that a template filled in is the round that it says. */
import type { Fact } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { type Cell, readCell } from "../src/xlsx/cell-value.ts";
import { cellOf, columnName, readRoundSheets, type SheetCells } from "../src/xlsx/read-round.ts";
import { type SheetPlan, text } from "../src/xlsx/sheet-plan.ts";
import { templateSheets } from "../src/xlsx/template-sheets.ts";
import { isWorkbook, readWorkbook, writeWorkbook } from "../src/xlsx/workbook-file.ts";
import { layOutWorkbook } from "../src/xlsx/workbook-layout.ts";
import { smallPolicy } from "./small-policy.ts";

const layout = layOutWorkbook(smallPolicy);
const facts = [...smallPolicy.facts.records, ...smallPolicy.facts.lists].flatMap((one) => one.facts);
const factOf = (key: string): Fact => facts.find((one) => one.key === key) as Fact;
const number = (digits: string): Cell => ({ digits });
const BAD = Symbol("bad");
const EMPTY = Symbol("empty");

describe("a cell", () => {
  it.each<[string, Cell, unknown]>([
    ["uscc", "91350582MA0010029P", "91350582MA0010029P"],
    ["uscc", number("12345678901234567000"), BAD],
    ["uscc", number("913505820000000"), "913505820000000"],
    ["id", " 007 ", "007"],
    ["id", number("7"), "7"],
    ["id", number("1e+21"), BAD],
    ["id", new Date("2023-01-02T00:00:00Z"), BAD],
    ["id", "#N/A", BAD],
    ["industry", "0131", "0131"],
    ["industry", number("131"), BAD],
    ["industry", number("1951"), "1951"],
    ["paid", number("0.1"), 0.1],
    ["paid", number("1234567.80"), 1234567.8],
    ["paid", "1,234,567.80", "1234567.80"],
    ["paid", "12,34", "12,34"],
    ["paid", "50万", "50万"],
    ["paid", true, BAD],
    ["employees", number("12"), 12],
    ["employees", "12", 12],
    ["employees", "未知", null],
    ["employees", null, EMPTY],
    ["rate", number("0.2"), "0.2"],
    ["rate", "12.5%", "0.125"],
    ["rate", "5 ％", "0.05"],
    ["rate", "100%", "1"],
    ["rate", "0.15", "0.15"],
    ["accepted", "是", true],
    ["accepted", false, false],
    ["accepted", "对", BAD],
    ["accepted", "", EMPTY],
    ["aboveScale", null, null],
    ["aboveScale", "未知", null],
    ["free", "未知", BAD],
    ["paidOn", new Date("2023-05-01T00:00:00Z"), "2023-05-01"],
    ["paidOn", "2023-05-01", "2023-05-01"],
    ["paidOn", "2023年5月1日", "2023-05-01"],
    ["paidOn", "2023-02-30", "2023-02-30"],
    ["paidOn", number("45047"), BAD],
    ["paidOn", "5月1日", BAD],
    ["from", new Date("2023-05-01T00:00:00Z"), "2023-05"],
    ["from", "2023-05", "2023-05"],
    ["from", "2023年5月", "2023-05"],
    ["system", "企业资源计划（ERP）", "ERP"],
    ["system", "ERP", "ERP"],
    ["system", "MES", BAD],
    ["roles", "平台（甲、乙）；服务商", ["platform", "integrator"]],
    ["roles", "服务商、platform", ["integrator", "platform"]],
    ["roles", "平台（甲、乙）", ["platform"]],
    ["roles", "服务商；银行", BAD],
  ])("of %s: %j is %j", (key, cell, expected) => {
    const found = readCell(factOf(key), cell);
    expect(found.kind === "value" ? found.value : found.kind === "bad" ? BAD : EMPTY).toEqual(expected);
  });
});

const sheet = (name: string, ...data: Cell[][]): SheetCells => ({ sheet: name, data });
const batch = sheet(
  "批次",
  ["名称", "填写"],
  ["政策", "small-1"],
  ["政策年度", number("2023")],
  ["时长标准（小时）", "4.5"],
  ["理解：税", "含税"],
);
const units = sheet("申报单位", ["信用代码", "单位名称", "规上"], ["A1", "示例一厂", "是"], ["B2", "示例二厂", "未知"]);
const owner = ["申报单位信用代码", "申报单位名称"];

describe("a workbook", () => {
  it("reads as the round that it says, columns in any order, headers with or without unit", () => {
    const { round, problems } = readRoundSheets(layout, [
      batch,
      units,
      sheet(
        "软件采购",
        [...owner, "软件实付（元）", "编号", "系统", "付款日"],
        ["B2", "示例二厂", number("100.5"), "01", "ERP", "2023-06-01"],
        [null, "  ", null, null, null, null],
        ["A1", null, number("1"), "02", "其他系统", new Date("2023-07-01T00:00:00Z")],
        ["B2", null, number("2"), "03", "ERP", "2023-06-02"],
      ),
      sheet("诊断咨询", [...owner, "不收费"], ["A1", "", "是"]),
      sheet("诊断报告", [...owner, "信用代码", "出具日"], ["A1", "", "C3", "2023-08-01"]),
    ]);
    expect(problems).toEqual([]);
    expect(round).toEqual({
      policy: "small-1",
      year: 2023,
      settings: { minHours: "4.5", interpretations: { tax: "including" } },
      dossiers: [
        {
          applicant: { uscc: "A1", name: "示例一厂", aboveScale: true },
          purchases: [{ paid: 1, id: "02", system: "other", paidOn: "2023-07-01" }],
          advice: { free: true, reports: [{ uscc: "C3", on: "2023-08-01" }] },
        },
        {
          applicant: { uscc: "B2", name: "示例二厂", aboveScale: null },
          purchases: [
            { paid: 100.5, id: "01", system: "ERP", paidOn: "2023-06-01" },
            { paid: 2, id: "03", system: "ERP", paidOn: "2023-06-02" },
          ],
        },
      ],
    });
  });

  it("tells every mistake by sheet and cell", () => {
    const { problems } = readRoundSheets(layout, [
      sheet("批次", ["名称", "填写"], ["政策年度", number("2023")], ["理解：税", "免税"], ["年度", "2023"]),
      units,
      sheet(
        "软件采购",
        [...owner, "编号", "系统", "软件实付", "付款日", "备注"],
        ["A1", "示例二厂", "01", "MES", number("1"), "昨天"],
        ["Z9", null, "02", "ERP", number("1"), "2023-01-01"],
      ),
      sheet("诊断咨询", [...owner, "不收费"], ["A1", "", "是"], ["A1", "", "否"]),
      sheet("诊断报告", [...owner, "出具日"], ["", "", "2023-08-01"]),
      sheet("草稿", ["x"]),
    ]);
    expect(problems.map(({ path }) => path)).toEqual([
      "草稿",
      "批次!B3",
      "批次!A4",
      "诊断咨询!A3",
      "软件采购!G1",
      "软件采购!B2",
      "软件采购!D2",
      "软件采购!F2",
      "软件采购!A3",
      "诊断报告!1",
      "诊断报告!A2",
    ]);
  });

  it("misses the sheets that must be there", () => {
    expect(readRoundSheets(layout, []).problems.map(({ path }) => path)).toEqual(["批次", "申报单位"]);
  });

  it("finds the cell of what the reader complains about", () => {
    const { cells } = readRoundSheets(layout, [
      batch,
      units,
      sheet("软件采购", [...owner, "编号", "系统", "软件实付", "付款日"], ["B2", null, "01", "ERP", null, "2023-01-01"]),
      sheet("诊断报告", [...owner, "信用代码", "出具日"], ["A1", "", "C3", "2023-08-01"]),
    ]);
    expect(
      [
        "year",
        "settings.minHours",
        "settings.other",
        "dossiers[1].applicant.uscc",
        "dossiers[1].applicant.industry",
        "dossiers[1].purchases[0].paid",
        "dossiers[1].purchases[0].project",
        "dossiers[0].advice.free",
        "dossiers[0].advice.reports[0].on",
        "",
      ].map((path) => cellOf(cells, path)),
    ).toEqual([
      "批次!B3",
      "批次!B4",
      "批次",
      "申报单位!A3",
      "申报单位!A3",
      "软件采购!E2",
      "软件采购!A2",
      "诊断报告!A2",
      "诊断报告!D2",
      "",
    ]);
  });

  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("column %i is %s", (index, name) => {
    expect(columnName(index)).toBe(name);
  });
});

describe("a file", () => {
  const filled = (plans: readonly SheetPlan[]): SheetPlan[] =>
    plans.map((plan) => {
      const add = (...cells: string[]) => ({ ...plan, rows: [plan.rows[0] ?? [], cells.map((cell) => text(cell))] });
      if (plan.name === "申报单位") return add("91350582MA0010029P", "示例一厂", "0131", "", "否", "12");
      if (plan.name === "软件采购")
        return add("91350582MA0010029P", "示例一厂", "007", "ERP", "12345678901234567890.12", "2023-05-01");
      if (plan.name === "批次")
        return {
          ...plan,
          rows: plan.rows.map((row) =>
            row[0]?.kind === "text" && row[0].text === "政策年度" ? [text("政策年度"), text("2023")] : row,
          ),
        };
      return plan;
    });

  it("written from the template, filled in and read keeps every digit and zero", async () => {
    const bytes = await writeWorkbook(filled(templateSheets(smallPolicy)));
    expect(isWorkbook(bytes)).toBe(true);
    const sheets = await readWorkbook(bytes);
    if (!sheets.ok) throw new Error("unreadable");
    expect(sheets.value.map((one) => one.sheet)).toEqual(["说明", "批次", "申报单位", "诊断咨询", "软件采购", "诊断报告"]);
    const { round, problems } = readRoundSheets(layout, sheets.value);
    expect(problems).toEqual([]);
    expect(round).toEqual({
      policy: "small-1",
      year: 2023,
      dossiers: [
        {
          applicant: { uscc: "91350582MA0010029P", name: "示例一厂", industry: "0131", aboveScale: false, employees: 12 },
          purchases: [{ id: "007", system: "ERP", paid: "12345678901234567890.12", paidOn: "2023-05-01" }],
        },
      ],
    });
  });

  it("that is empty reads as a round without applicants", async () => {
    const sheets = await readWorkbook(await writeWorkbook(templateSheets(smallPolicy)));
    if (!sheets.ok) throw new Error("unreadable");
    expect(readRoundSheets(layout, sheets.value)).toMatchObject({ round: { dossiers: [] }, problems: [] });
  });

  it.each(["not a workbook", "PK\u0003\u0004 nor this"])("that is no workbook is told, not thrown: %j", async (content) => {
    const read = await readWorkbook(Buffer.from(content));
    expect(read.ok).toBe(false);
  });
});
