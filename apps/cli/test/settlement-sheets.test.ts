/** The 测算表: amounts in 万元 as numbers that lose no 分, a reason in every row, blanks for what isn't known. */
import type { MeasureResult, Result, Settlement } from "@zhengdui/engine";
import { describe, expect, it } from "vitest";
import { settlementPage } from "../src/xlsx/settlement-page.ts";
import { settlementSheets } from "../src/xlsx/settlement-sheets.ts";
import type { PlannedCell } from "../src/xlsx/sheet-plan.ts";
import { readWorkbook, writeWorkbook } from "../src/xlsx/workbook-file.ts";
import { smallPolicy } from "./small-policy.ts";

const measure = (of: Partial<MeasureResult>): MeasureResult => ({
  id: "2.2",
  clause: "二（二）",
  title: "软件采购补助",
  status: "eligible",
  amount: "0.00",
  granted: "0.00",
  potential: "0.00",
  conditions: [],
  items: [],
  marks: [],
  gaps: [],
  ...of,
});

const result = (
  uscc: string,
  measures: MeasureResult[],
  granted: string,
  payable: string | null,
  marks: string[] = [],
): Result => ({
  policy: "small-1",
  policyVersion: "2023-05-01",
  policyHash: "",
  year: 2023,
  applicant: { uscc, name: `示例${uscc}厂` },
  measures,
  totals: {
    amount: granted,
    granted,
    outsideStanding: "0.00",
    fiscalContribution: "123456.00",
    ceilingCut: "0.00",
    payable,
    provisional: payable === null,
  },
  givenUp: [],
  marks,
});

const failing = { clause: "二（二）", quote: "", text: "申报单位是制造业企业", holds: false, facts: {} };
const settlement: Settlement = {
  results: [
    result("A1", [measure({ amount: "50000.01", granted: "50000.01" })], "50000.01", "50000.01"),
    result("B2", [measure({ status: "not-eligible", conditions: [failing] })], "0.00", "0.00"),
    result("C3", [measure({ amount: "100000.00", granted: "100000.00", marks: ["funded-earlier"] })], "100000.00", null, [
      "ceiling-unknown",
    ]),
    result("D4", [measure({ status: "not-claimed" })], "0.00", "0.00"),
  ],
  selection: [
    {
      measure: "1.1",
      industry: "鞋服",
      places: 2,
      ranked: [
        { uscc: "A1", project: "数字工厂", score: 91.5, place: 1, selected: true, why: "按评分列第 1 名" },
        { uscc: "B2", project: "云工厂", score: null, place: null, selected: null, why: "没有评分" },
      ],
    },
  ],
  totals: {
    amount: "150000.01",
    granted: "150000.01",
    outsideStanding: "0.00",
    fiscalContribution: null,
    ceilingCut: null,
    payable: null,
    provisional: true,
    payableKnown: "50000.01",
  },
  marks: [],
};

const shown = (cell: PlannedCell | undefined): unknown =>
  !cell || cell.kind === "blank-text" ? null : cell.kind === "number" ? cell.value : cell.text;
const sheets = settlementSheets(smallPolicy, 2023, settlement);
const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows.map((row) => row.map(shown)) ?? [];

describe("the 测算表", () => {
  it("has 汇总 with a row an applicant and the sum, and no fiscal contribution", () => {
    expect(rowsOf("汇总")).toEqual([
      ["示例〔2023〕1号 2023 年度奖补资金测算汇总表（单位：万元）"],
      ["序号", "信用代码", "单位名称", "二（二）补助", "核定合计", "其他奖补保留", "财政贡献上限核减", "应付", "理由"],
      [1, "A1", "示例A1厂", 5.000001, 5.000001, 0, 0, 5.000001, "符合二（二），按条款核定"],
      [2, "B2", "示例B2厂", 0, 0, 0, 0, 0, "二（二）不符合：申报单位是制造业企业"],
      [3, "C3", "示例C3厂", 10, 10, 0, 0, "未定", "当年度财政经济贡献未定，暂不拨付"],
      [4, "D4", "示例D4厂", 0, 0, 0, 0, 0, "没有申报可以奖补的事项"],
      [null, null, "合计", 15.000001, 15.000001, 0, "未定", "未定", "部分单位应付未定；已定的应付合计 5.000001 万元"],
    ]);
    expect(JSON.stringify(sheets)).not.toContain("12.3456");
  });

  it("has 明细 with a row a claimed measure and its deciding reason", () => {
    expect(rowsOf("明细").slice(2)).toEqual([
      [1, "A1", "示例A1厂", "二（二）", "软件采购补助", "符合", 5.000001, 5.000001, "符合条件，按条款计算"],
      [2, "B2", "示例B2厂", "二（二）", "软件采购补助", "不符合", 0, 0, "不符合：申报单位是制造业企业"],
      [3, "C3", "示例C3厂", "二（二）", "软件采购补助", "符合", 10, 10, "以前年度已获补助，不计"],
    ]);
  });

  it("says what is still open beside what is granted, by clauses, and nothing twice", () => {
    const granted = measure({ amount: "50000.00", granted: "50000.00" });
    const waiting = { ...failing, text: "经遴选入选", holds: null };
    const item = { id: "云工厂", project: "云工厂", amount: "0.00", granted: "0.00", marks: [], reasons: ["待定：经遴选入选"] };
    const open = measure({
      id: "1.1",
      clause: "一（一）",
      status: "undetermined",
      conditions: [waiting, { ...waiting, text: "建成" }],
      items: [item],
    });
    const given = { measure: "2.2", item: "软件", amount: "1.00", keptMeasure: "1.1", why: "只能享受一项" };
    const of = (one: Result) =>
      settlementSheets(smallPolicy, 2023, { ...settlement, results: [one] })[0]
        ?.rows[2]?.map(shown)
        .at(-1);
    const both = result("A1", [granted, open], "50000.00", "50000.00");
    expect(of(both)).toBe("符合二（二），按条款核定；一（一）尚不知道：建成；云工厂：待定：经遴选入选");
    expect(of({ ...both, givenUp: [given] })).toBe(
      "二（二）软件：只能享受一项；一（一）尚不知道：建成；云工厂：待定：经遴选入选",
    );
  });

  it("has 遴选 with every project's rank and reason", () => {
    expect(rowsOf("遴选").slice(2)).toEqual([
      ["鞋服", 2, 1, "A1", "示例A1厂", "数字工厂", 91.5, "是", "按评分列第 1 名"],
      ["鞋服", 2, "—", "B2", "示例B2厂", "云工厂", "—", "未定", "没有评分"],
    ]);
  });

  it("is written with its numbers as numbers", async () => {
    const read = await readWorkbook(await writeWorkbook(sheets));
    if (!read.ok) throw new Error("unreadable");
    expect(read.value[0]?.data[2]?.slice(0, 5)).toEqual([
      { digits: "1" },
      "A1",
      "示例A1厂",
      { digits: "5.000001" },
      { digits: "5.000001" },
    ]);
  });
});

describe("the page", () => {
  it("names the selection, every applicant and the totals", () => {
    const page = settlementPage(smallPolicy, 2023, settlement);
    for (const words of [
      "遴选  鞋服，名额 2 个",
      "入选    数字工厂（A1）",
      "示例A1厂（A1）  核定 50000.01，应付 50000.01",
      "应付 未定",
      "合计 4 家：核定 150000.01，应付 未定（已定的 50000.01）",
    ]) {
      expect(page).toContain(words);
    }
  });
});
