/** Worked cases as words become dossiers and outcomes; and every way to get such words wrong is refused with its line. */
import { readFileSync } from "node:fs";
import { checkCreditCode } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { readValue } from "../src/cases/read-value.ts";
import { spread } from "../src/cases/spread.ts";
import { readCases, type WorkedCase } from "../src/index.ts";

const policy = JSON.parse(
  readFileSync(new URL("../../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url), "utf8"),
) as Policy;

const STANDARD = `# 标准事实

| 申报单位 | 信用代码 | 单位名称 | 单位类型 | 行业代码 | 角色 | 晋江注册 | 规上工业 | 财政贡献 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 制造企业 | 91350582MA9000011X | 示例鞋业有限公司 | 企业 | 1951 | 无 | 是 | 未知 | 500万元 |
| 协会 | 51350582MJ90000579 | 示例协会 | 行业协会 | — | 无 | 是 | 否 | 未知 |

| 算例 | 政策年度 |
| --- | --- |
| 各例 | 2023年 |

| 公益诊断咨询 | 联合组织方 | 不收费 |
| --- | --- | --- |
| 各例 | 系统服务商 | 是 |

| 软件采购 | 系统 | 付款日 |
| --- | --- | --- |
| 各例 | ERP | 2023年8月8日 |

# 第二条

## 一例

一句话。
`;
const OUTCOME = `
| 条款 | 结论 | 金额 |
| --- | --- | --- |
| 第二条第（二）项 | 可以得到 | 5万元 |
`;
const TOTALS = `
| 给予合计 | 可支付 |
| --- | --- |
| 5万元 | 暂不支付 |
`;
const table = (header: string, ...rows: string[]) => {
  const columns = header.split("|").length;
  return `\n| ${header} |\n|${" --- |".repeat(columns)}\n${rows.map((row) => `| ${row} |\n`).join("")}`;
};

function read(facts: string, outcome = OUTCOME + TOTALS): WorkedCase {
  const found = readCases("cases.md", STANDARD + facts + outcome, policy);
  if (!found.ok) throw new Error(JSON.stringify(found.errors, null, 1));
  expect(found.value).toHaveLength(1);
  return found.value[0] as WorkedCase;
}

describe("a worked case", () => {
  it("is its facts over the standard ones", () => {
    const { dossier, title, group } = read(
      table("申报单位 | 财政贡献 | 规上工业", "制造企业 | 未知 | 是") +
        table("软件采购 | 软件实付 | 付款日", "S1 | 50.5万元 | 2023-05-05", "S2 | 0.01元 | —"),
    );
    expect([group, title]).toEqual(["第二条", "一例"]);
    expect(dossier).toEqual({
      year: 2023,
      applicant: {
        uscc: "91350582MA9000011X",
        name: "示例鞋业有限公司",
        kind: "enterprise",
        industry: "1951",
        roles: [],
        registeredInJinjiang: true,
        aboveScale: true,
        fiscalContribution: null,
      },
      softwarePurchases: [
        { id: "S1", system: "ERP", softwarePaid: "505000.00", paidOn: "2023-05-05" },
        { id: "S2", system: "ERP", softwarePaid: "0.01" },
      ],
    });
  });
  it("writes many rows as one, with valid codes that mean the same firm everywhere", () => {
    const { dossier } = read(
      table("服务合同 | 签订日", "第2家 | 2023年7月1日") +
        table("公益诊断咨询 | 不收费", "本例 | 否") +
        table("诊断报告 | 出具日", "第1—3家 | 2023年6月1日", "本单位 | 2023年6月2日") +
        table("5G应用示范项目 | 项目 | 计划年度 | 认定投资", "G1—G3 | Q4—Q6 | 2023年 | 1亿元"),
    );
    const consulting = dossier.consulting as { reports: { uscc: string; on: string }[]; contracts: { uscc: string }[] };
    expect(consulting).toMatchObject({ team: ["system-integrator"], freeOfCharge: false });
    const codes = consulting.reports.map((report) => report.uscc);
    expect(new Set(codes).size).toBe(4);
    expect(codes.map((code) => checkCreditCode(code).ok)).toEqual([true, true, true, true]);
    expect(codes[3]).toBe("91350582MA9000011X");
    expect(consulting.contracts[0]?.uscc).toBe(codes[1]);
    expect(dossier.fiveGProjects).toEqual(
      [1, 2, 3].map((i) => ({ id: `G${i}`, project: `Q${i + 3}`, claimYear: 2023, investment: "100000000.00" })),
    );
  });
  it("takes another reading by its words", () => {
    const { dossier } = read(
      table("测算设定 | 培训时长标准", "本例 | 7.5小时") + table("解释 | 读法", "软件投入怎样加总 | 只看投入最大的一种系统"),
    );
    expect(dossier.settings).toEqual({ trainingMinHours: "7.5", interpretations: { "software-sum": "largest" } });
  });
  it("has its outcome with places", () => {
    const worked = read(
      "",
      OUTCOME.replace("金额 |", "金额 | 可能 | 给予 | 注明 |")
        .replace("--- |\n", "--- | --- | --- | --- |\n")
        .replace("5万元 |", "5万元 | 6万元 | — | 单项封顶、参照执行 |") + TOTALS,
    );
    const line = (STANDARD + OUTCOME).split("\n").findIndex((l) => l.includes("第二条第（二）项")) + 1;
    expect(worked.measures).toMatchObject([
      {
        id: "2.2",
        line,
        status: { value: "eligible" },
        amount: { value: "50000.00", line, column: 21 },
        potential: { value: "60000.00" },
        granted: null,
        marks: { value: ["capped", "retroactive"] },
      },
    ]);
    expect(worked).toMatchObject({ granted: { value: "50000.00" }, payable: { value: null, line: line + 4 }, marks: null });
  });
});

describe("a bad cases.md", () => {
  const complaintsOf = (text: string) => {
    const found = readCases("cases.md", text, policy);
    return found.ok
      ? []
      : found.errors.map(({ code, line, words }) => ({ code, line, words, at: text.split("\n")[line - 1] ?? "" }));
  };
  const purchase = table("软件采购 | 软件实付", "S1 | 60万元");
  const good = STANDARD + purchase + OUTCOME + TOTALS;

  it("(the good one has no complaint)", () => expect(complaintsOf(good)).toEqual([]));
  it.each([
    ["an unknown fact", "软件采购 | 软件实付", "软件采购 | 软件支付", "case-fact-unknown", "软件支付"],
    ["an unknown table", "软件采购 | 软件实付", "软件购买 | 软件实付", "case-table-unknown", "软件购买"],
    ["a fact twice", purchase, table("软件采购 | 软件实付 | 软件实付", "S1 | 1元 | 2元"), "case-fact-twice", "软件实付"],
    ["a table twice", purchase, purchase + purchase, "case-table-twice", "软件采购"],
    ["an amount without a unit", "60万元", "600000", "case-value", "600000"],
    ["an amount beyond 分", "60万元", "1.234元", "case-value", "1.234元"],
    ["an unknown where nothing may be unknown", "60万元", "未知", "case-value", "未知"],
    ["a date that doesn't exist", "2023年8月8日", "2023年2月29日", "case-value", "2023年2月29日"],
    ["an option that doesn't exist", "各例 | ERP", "各例 | OA", "case-value", "OA"],
    ["an unknown sample", purchase, table("申报单位 | 财政贡献", "厂家 | 1元"), "case-sample-unknown", "厂家"],
    ["two applicants", purchase, table("申报单位 | 财政贡献", "制造企业 | 1元", "协会 | 1元"), "case-rows", "协会"],
    ["ranges that don't fit", purchase, table("软件采购 | 项目", "S1—S3 | P1—P2"), "case-range", "P1—P2"],
    ["an unknown interpretation", purchase, table("解释 | 读法", "没有的 | 读法"), "case-reading", "没有的"],
    ["an unknown reading", purchase, table("解释 | 读法", "software-sum | least"), "case-reading", "least"],
    ["an unknown clause", "第二条第（二）项", "第二条第（九）项", "case-clause", "第二条第（九）项"],
    ["an unknown outcome", "可以得到", "可得", "case-status", "可得"],
    ["an unreadable amount", "可以得到 | 5万元", "可以得到 | 约五万元", "case-amount", "约五万元"],
    ["a bad header", "条款 | 结论 | 金额", "条款 | 金额 | 结论", "case-outcome-header", "条款 | 金额 | 结论"],
    ["a missing outcome", OUTCOME, "", "case-outcome-missing", "一例"],
    ["missing totals", TOTALS, "", "case-outcome-missing", "一例"],
    ["a clause twice", OUTCOME, `${OUTCOME}| 二（二） | 可以得到 | 5万元 |\n`, "case-clause-twice", "二（二）"],
    ["an unknown mark", TOTALS, table("给予合计 | 可支付 | 注明", "1元 | 1元 | 封了顶"), "case-mark", "封了顶"],
    ["a deeper heading", "一句话。", "### 一句话", "case-heading", "一句话"],
    ["a table outside of a case", "# 第二条\n", `# 第二条\n${purchase}`, "case-stray", "软件采购 | 软件实付"],
    ["a fenced block", "一句话。", "```yaml\na: 1\n```", "case-stray", "```yaml"],
  ])("%s", (_, from, to, code, words) => {
    expect(good).toContain(from);
    const complaints = complaintsOf(good.replace(from, to));
    expect(complaints.map((c) => [c.code, c.words])).toContainEqual([code, words]);
    for (const complaint of complaints) expect(complaint.at).toContain(complaint.words);
  });
  it("a title twice, no standard applicant", () => {
    const [, second = ""] = good.split("# 第二条\n");
    expect(complaintsOf(`${good}\n${second}`).map((c) => c.code)).toEqual(["case-title-twice"]);
    expect(complaintsOf("# 第二条\n").map((c) => c.code)).toEqual(["cases-samples"]);
  });
});

it("a range runs upwards, with one name before and after", () => {
  expect(spread("G9—G11")).toEqual(["G9", "G10", "G11"]);
  expect(spread("第1至2家")).toEqual(["第1家", "第2家"]);
  expect(["G2—G1", "G1—H2", "A-1", "S1", "G1—G99999"].map((text) => spread(text).length)).toEqual([1, 1, 1, 1, 1]);
});

it("a rate, a count, a month, a list of options", () => {
  const fact = (list: string, key: string) => {
    const group = [...policy.facts.records, ...policy.facts.lists].find((g) => g.id === list);
    const found = group?.facts.find((f) => f.key === key);
    if (found === undefined) throw new Error(key);
    return found;
  };
  const codes = { own: "", firm: () => "" };
  const value = (list: string, key: string, text: string) => {
    const read = readValue(fact(list, key), text, codes);
    return read.ok ? read.value : "refused";
  };
  expect(value("industrialApps", "grantedRate", "12.5%")).toBe("0.125");
  expect(value("industrialApps", "grantedRate", "12.5元")).toBe("refused");
  expect(value("servedSmes", "employees", "120人")).toBe(120);
  expect(value("servedSmes", "employees", "120家")).toBe("refused");
  expect(value("servedSmes", "employees", "1.5人")).toBe("refused");
  expect(value("cloudServices", "serviceFrom", "2023年1月")).toBe("2023-01");
  expect(value("cloudServices", "serviceFrom", "2023年13月")).toBe("refused");
  expect(value("consulting", "team", "工业互联网平台、系统服务商")).toEqual(["iiot-platform", "system-integrator"]);
  expect(value("demonstrationProjects", "inUseOn", "无")).toBeNull();
  expect(value("demonstrationProjects", "inUseOn", "未知")).toBe("refused");
});
