/** Units of facts: what no figure of the text can meet is refused with what to write; and an amount in dollars is read, in words, as what it says. */
import { type Complaint, printComplaint, readCases, runCase } from "@zhengdui/compiler";
import { describe, expect, it } from "vitest";
import { APPLICANT, compileSmallLaw, enginesOf, factRows, RULE_HEAD, type SmallLaw } from "./small-law.ts";

/** `figure`: the only figure that may bring a unit of its own. */
const law = (type: string, figure = "300万美元"): SmallLaw => ({
  sections: `## 一 · 到资奖励

> 实际到资达到${figure}的外资项目，给予20万元奖励。

| 数 | 值 | 原文 |
| --- | --- | --- |
| 到资下限 | ${figure} | \`${figure}\` |
| 到资奖励 | 20万元 | \`20万元奖励\` |

\`\`\`rule
${RULE_HEAD}each: 外资项目
amount: if 到资 >= 到资下限 then 20万元 else 0
\`\`\`
`,
  facts: `${APPLICANT}
## 外资项目 \`inflows\`

清单 · 项目: 不涉 · 唯一: id

${factRows("编号 id 文字 必填", "到资 arrived 小数(美元) 必填", `备注 other ${type} 可缺`)}`,
});
const complaintsOf = (made: SmallLaw): readonly Complaint[] => {
  const compiled = compileSmallLaw(made);
  return compiled.ok ? [] : compiled.errors;
};

describe("the unit of a fact", () => {
  it.each(["个数(家)", "个数(人)", "个数(台)", "个数(次)", "小数(小时)", "小数(平方米)", "小数(美元)", "个数", "小数"])(
    "%s is a measure word",
    (type) => expect(complaintsOf(law(type)).map(printComplaint)).toEqual([]),
  );

  it.each([
    ["小数(万欧元)", "万欧元", "类型写 小数(欧元)"],
    ["小数(坪)", "坪", "原文有带“坪”的数的，先在数值表登记"],
    ["个数(座位数)", "座位数", "或者不写单位：个数"],
    ["小数(万美元)", "万美元", "改为 小数(美元)"],
    ["小数(万元)", "万元", "改为 金额"],
    ["个数(人次数)", "人次数", "改用上列单位"],
  ])("%s is refused at its cell, once, with the units there are", (type, unit, mend) => {
    const made = law(type);
    const found = complaintsOf(made);
    expect(found.map(({ code, what, words }) => [code, what, words])).toEqual([["facts-unit", `不认识单位“${unit}”`, type]]);
    expect(found[0]?.file).toBe("small-law/facts.md");
    const line = `# 事实\n\n${made.facts}`.split("\n")[(found[0]?.line ?? 0) - 1] ?? "";
    expect(line.slice((found[0]?.column ?? 0) - 1)).toMatch(new RegExp(`^${type.replace(/[()]/g, "\\$&")}`, "u"));
    expect(found[0]?.expected).toMatch(/个月、.*美元.*家/u);
    expect(found[0]?.mend).toContain(mend);
  });

  it("is known where a registered figure carries it, also below the stroke of a rate", () => {
    const declared = (figure: string, value: string): SmallLaw => {
      const made = law("个数(标柜)");
      const sections = made.sections
        .replace("的外资项目", `、${figure}的外资项目`)
        .replace("| 到资奖励 |", `| 标柜数 | ${value} | \`${figure}\` |\n| 到资奖励 |`)
        .replace("else 0", "else 0\nmarks:\n  capped: 备注 * 标柜数 > 0");
      return { ...made, sections };
    };
    expect(complaintsOf(declared("每标柜300元", "300元/标柜")).map(printComplaint)).toEqual([]);
    expect(complaintsOf(law("个数(标柜)")).map(({ code }) => code)).toEqual(["facts-unit"]);
  });

  it("is judged only once all figures can be read", () => {
    const made = law("个数(标柜)");
    const broken = { ...made, sections: made.sections.replace("| 到资下限 |", "| 到 资 |") };
    expect(complaintsOf(broken).map(({ code }) => code)).not.toContain("facts-unit");
  });
});

const CASES = (stated: string, amount: string) => `# 算例

# 标准事实

| 申报单位 | 信用代码 | 单位名称 |
| --- | --- | --- |
| 示例企业 | 91350582MA9000011X | 示例外资有限公司 |

| 算例 | 政策年度 |
| --- | --- |
| 各例 | 2025年 |

# 第一条

## 到资

| 外资项目 | 到资 |
| --- | --- |
| P1 | ${stated} |

| 条款 | 结论 | 金额 |
| --- | --- | --- |
| 一 | ${amount === "0元" ? "不能得到" : "可以得到"} | ${amount} |

| 给予合计 | 可支付 |
| --- | --- |
| ${amount} | ${amount} |
`;

describe("an amount in dollars", () => {
  it.each([
    ["300万美元", "3000000", "20万元"],
    ["299.9999万美元", "2999999", "0元"],
    ["2999999.99美元", "2999999.99", "0元"],
    ["3000000", "3000000", "20万元"],
    ["0.03亿美元", "3000000", "20万元"],
  ])("%s is read as %s and assessed, by every back end", (stated, read, amount) => {
    for (const engine of enginesOf(law("小数"))) {
      const cases = readCases("cases.md", CASES(stated, amount), engine.policy);
      if (!cases.ok) throw new Error(cases.errors.map(printComplaint).join("\n"));
      const [worked] = cases.value;
      if (worked === undefined) throw new Error("no case");
      expect(worked.dossier).toMatchObject({ inflows: [{ arrived: read }] });
      expect(runCase(engine, "cases.md", worked).complaints.map(printComplaint)).toEqual([]);
    }
  });

  it.each(["300万元", "300万欧元", "300万家"])("%s is no such amount", (stated) => {
    const [engine] = enginesOf(law("小数"));
    const cases = readCases("cases.md", CASES(stated, "20万元"), (engine as NonNullable<typeof engine>).policy);
    expect(cases.ok ? [] : cases.errors.map(({ code, words }) => [code, words])).toEqual([["case-value", stated]]);
  });

  it.each([
    [3000000, "200000.00"],
    ["3000000", "200000.00"],
    ["2999999.99", "0.00"],
  ])("a dossier file states it as the number %s", (arrived, amount) => {
    const dossier = {
      year: 2025,
      applicant: { uscc: "91350582MA9000011X", name: "示例外资有限公司" },
      inflows: [{ id: "P1", arrived }],
    };
    for (const engine of enginesOf(law("小数"))) {
      const read = engine.read(dossier);
      if (!read.ok) throw new Error(JSON.stringify(read.errors));
      expect(engine.assess(read.value).measures[0]?.amount).toBe(amount);
    }
  });

  it("with its unit beside it, a dossier file is refused with the unit that the number has", () => {
    const [engine] = enginesOf(law("小数"));
    const read = engine?.read({
      year: 2025,
      applicant: { uscc: "91350582MA9000011X", name: "示例外资有限公司" },
      inflows: [{ id: "P1", arrived: "300万美元" }],
    });
    expect(read?.ok === false && read.errors).toMatchObject([
      { path: "inflows[0].arrived", expected: expect.stringContaining("（美元）") },
    ]);
  });
});
