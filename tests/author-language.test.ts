/** What a first author runs into: Chinese numerals, ones without words, a ceiling in two lines, the period in words, and complaints that say what to write. */
import { type Complaint, printComplaint } from "@zhengdui/compiler";
import { describe, expect, it } from "vitest";
import { creditCode } from "./arbitrary/credit-code.ts";
import { APPLICANT, compileSmallLaw, enginesOf, factRows, RULE_HEAD, type SmallLaw } from "./small-law.ts";

const applicant = { uscc: creditCode(1), name: "示例企业" };

const NUMERALS = `## 一 · 招用补助

> 企业招用一名毕业生、缴费满六个月的，按两千元给予补助；招用十五人以上的，再按工资总额的百分之二十给予补助，两项合计最高六十万元。

| 数 | 值 | 原文 |
| --- | --- | --- |
| 缴费月数下限 | 六个月 | \`满六个月\` |
| 每人补助 | 2000元/人 | \`两千元\` |
| 人数下限 | 15人 | \`十五人以上\` |
| 工资补助率 | 百分之二十 | \`百分之二十\` |
| — | 告知 | \`两项合计\` |
| 最高补助 | 六十万元 | \`最高六十万元\` |

\`\`\`rule
${RULE_HEAD}each: 招用
where:
  - text: 缴费满规定的月数
    when: 缴费月数 >= 6个月 and 人数 >= 1人
amount: 每人补助 * 人数 + (if 人数 >= 15人 then 到分(20% * 工资) else 0)
cap: 60万元
\`\`\`
`;
const HIRES = `${APPLICANT}
## 招用 \`hires\`

清单 · 项目: 不涉 · 唯一: id

${factRows("编号 id 文字 必填", "人数 people 个数(人) 必填", "缴费月数 months 个数(个月) 必填", "工资 wages 金额 必填")}`;
const numerals: SmallLaw = { sections: NUMERALS, facts: HIRES };

const changed = (from: string, to: string, law = numerals): SmallLaw => {
  expect(law.sections.split(from)).toHaveLength(2);
  return { ...law, sections: law.sections.replace(from, () => to) };
};
const complaintsOf = (law: SmallLaw): readonly Complaint[] => {
  const compiled = compileSmallLaw(law);
  return compiled.ok ? [] : compiled.errors;
};
const only = (law: SmallLaw): Complaint => {
  const found = complaintsOf(law);
  expect(found.map(printComplaint)).toHaveLength(1);
  return found[0] as Complaint;
};

function amountOf(law: SmallLaw, facts: Record<string, unknown>): string | undefined {
  const results = enginesOf(law).map((engine) => {
    const read = engine.read({ year: 2025, applicant, ...facts });
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    return engine.assess(read.value).measures[0]?.amount;
  });
  expect(new Set(results).size).toBe(1);
  return results[0];
}

describe("a clause in Chinese numerals", () => {
  it.each([
    [14, 6, "28000.00"],
    [15, 6, "50000.00"],
    [15, 5, "0.00"],
    [400, 12, "600000.00"],
    [0, 12, "0.00"],
  ])("is computed as if it were Arabic: %i people, %i months", (people, months, amount) => {
    expect(amountOf(numerals, { hires: [{ id: "1", people, months, wages: "100000" }] })).toBe(amount);
  });

  it.each([
    ["| 最高补助 | 六十万元 |", "| 最高补助 | 50万元 |", "figure-value-differs", "六十万元"],
    ["| 工资补助率 | 百分之二十 |", "| 工资补助率 | 百分之十二 |", "figure-value-differs", "百分之二十"],
    ["| — | 告知 | `两项合计` |\n", "", "figure-unbound", "两项"],
    ["cap: 60万元", "cap: 六十万元", "unknown-name", "60万元"],
    ["人数 >= 15人 then", "人数 >= 16人 then", "figure-without-words", "16人"],
    ["and 人数 >= 1人", "and 人数 >= 2人", "figure-without-words", "2人"],
  ])("is held to its words: %s → %s", (from, to, code, words) => {
    const [first] = complaintsOf(changed(from, to));
    expect(first?.code).toBe(code);
    expect(printComplaint(first as Complaint)).toContain(words);
  });

  it("needs no row for 一名, and may have one", () => {
    const law = changed("| — | 告知 | `两项合计` |\n", "| — | 告知 | `两项合计` |\n| — | 告知 | `招用一名` |\n");
    expect(complaintsOf(law)).toEqual([]);
  });
});

const PAIR = `## 一 · 补助

> 软件投入达到20万元的补助1万元，硬件投入达到20万元的补助2万元。

| 数 | 值 | 原文 |
| --- | --- | --- |
| 软件下限 | 20万元 | \`软件投入达到20万元\` |
| 软件补助 | 1万元 | \`补助1万元\` |
| 硬件下限 | 20万元 | \`硬件投入达到20万元\` |
| 硬件补助 | 2万元 | \`补助2万元\` |

\`\`\`rule
${RULE_HEAD}each: 投入
amount: (if 软件 >= 软件下限 then 1万元 else 0) + (if 硬件 >= 硬件下限 then 2万元 else 0)
\`\`\`
`;
const SPENT = `${APPLICANT}
## 投入 \`spent\`

清单 · 项目: 不涉 · 唯一: id

${factRows("编号 id 文字 必填", "软件 soft 金额 必填", "硬件 hard 金额 必填", "家数 firms 个数(家) 必填")}`;
const pair: SmallLaw = { sections: PAIR, facts: SPENT };

describe("equal figures in one clause", () => {
  it("are told apart by longer words, which the complaint writes out", () => {
    const found = complaintsOf(changed("`软件投入达到20万元`", "`达到20万元`", pair));
    expect(found.map((c) => c.code)).toEqual(["figure-words-twice"]);
    expect(found[0]?.mend).toContain("`软件投入达到20万元` 或 `硬件投入达到20万元`");
  });
  it("are marked with 【】 where an excerpt holds several", () => {
    const found = complaintsOf(changed("`补助2万元`", "`达到20万元的补助2万元`", pair)).find(
      (c) => c.code === "figure-value-differs",
    );
    expect(found?.mend).toContain("`达到20万元的补助【2万元】`");
    expect(complaintsOf(changed("`补助2万元`", "`达到20万元的补助【2万元】`", pair))).toEqual([]);
  });
  it("are written by name in a rule", () => {
    const found = only(changed("软件 >= 软件下限", "软件 >= 20万元", pair));
    expect(found).toMatchObject({ code: "figure-without-words", mend: "写名称：软件下限 或 硬件下限" });
    expect(found.what).toContain("本条有几个“20万元”");
  });
});

describe("one of what is counted", () => {
  const per = changed(
    "(if 硬件 >= 硬件下限 then 2万元 else 0)",
    "2万元 * 整数倍(家数, 1家) + (if 硬件 >= 硬件下限 then 一分 else 0)",
    pair,
  );
  it("needs no words", () => {
    expect(amountOf(per, { spent: [{ id: "1", soft: "0", hard: "0", firms: 3 }] })).toBe("60000.00");
  });
  it.each(["1万元", "1%", "2家", "1倍"])("but %s does", (figure) => {
    const law = { ...per, sections: per.sections.replace("整数倍(家数, 1家)", () => `整数倍(家数, ${figure})`) };
    const wanted = figure === "1万元" ? "unit-mismatch" : "figure-without-words";
    expect(complaintsOf(law).map((c) => c.code)).toContain(wanted);
  });
});

describe("a ceiling", () => {
  const law = (ceiling: string, other = ""): SmallLaw => ({
    facts: `${HIRES.replace("| 单位名称", "| 财政贡献 | contribution | 金额 | 可缺未知 | 税务局 | 凭证 | 财税 | 否 |\n| 其他奖补 | others | 金额 | 可缺 | 财政局 | 凭证 | 内部 | 否 |\n| 单位名称")}`,
    sections: `${NUMERALS}
## 二

> 补助不超过财政贡献。

\`\`\`rule
nature: rule
ceiling:
  quote: 补助不超过财政贡献
${ceiling}${other}\`\`\`
`,
  });
  const contribution = "  contribution: 申报单位.财政贡献\n";
  const payable = (made: SmallLaw) =>
    enginesOf(made).map((engine) => {
      const facts = { applicant: { ...applicant, contribution: "10000", others: "3000" } };
      const read = engine.read({ year: 2025, ...facts, hires: [{ id: "1", people: 10, months: 6, wages: "0" }] });
      if (!read.ok) throw new Error(JSON.stringify(read.errors));
      const out = new Float64Array(4);
      engine.amounts(read.value, out);
      return [engine.assess(read.value).totals.payable, (out[2] as number) / 100];
    });
  it("binds everybody without who, and counts no other awards without other", () => {
    expect(payable(law(contribution))).toEqual([
      ["10000.00", 10000],
      ["10000.00", 10000],
      ["10000.00", 10000],
    ]);
  });
  it("counts them with other", () => {
    const found = payable(law(contribution, "  other: 申报单位.其他奖补\n"));
    expect(found).toEqual([
      ["7000.00", 7000],
      ["7000.00", 7000],
      ["7000.00", 7000],
    ]);
  });
  it("says which line is missing", () => {
    expect(only(law(""))).toMatchObject({ code: "missing-key" });
    expect(only(law("")).mend).toContain("contribution: 申报单位.财政贡献");
  });
  it("takes no figure for other", () => {
    expect(only(law(contribution, "  other: 0\n"))).toMatchObject({ code: "type-mismatch", words: "0" });
    expect(only(law(contribution, "  other: 0\n")).expected).toContain("不写 other");
  });
});

describe("complaints that say what to write", () => {
  it("name the marks there are", () => {
    const law = changed("    when: 缴费月数 >= 6个月", "    mark: 不属本年度\n    when: 缴费月数 >= 6个月");
    expect(only(law)).toMatchObject({ code: "unknown-mark", mend: "改为 out-of-year" });
    expect(only(law).expected).toContain("funded-earlier（以前年度已获补助）");
    expect(only(changed("cap: 60万元", "cap: 60万元\nmarks:\n  cappd: 人数 >= 15人")).mend).toBe("改为 capped");
  });
  it("name the list that isn't there, and those that are", () => {
    expect(only({ ...pair, sections: PAIR.replace("each: 投入", "each: 投人") })).toMatchObject({
      code: "unknown-name",
      expected: "facts.md 里的清单：投入",
      mend: "改为“投入”",
    });
  });
  it("name the facts of a record", () => {
    const found = only(changed("and 人数 >= 1人", "and 申报单位.名称 != null"));
    expect(found).toMatchObject({ code: "unknown-fact", what: "“申报单位”里没有“名称”" });
    expect(found.expected).toBe("“申报单位”里有的：信用代码、单位名称");
  });
  it("tell whose fact it is", () => {
    const other = {
      ...numerals,
      facts: `${HIRES}\n\n## 采购 \`buys\`\n\n清单 · 项目: 不涉 · 唯一: id\n\n${factRows("编号 id 文字 必填", "价款 price 金额 必填")}`,
    };
    expect(only(changed("到分(20% * 工资)", "到分(20% * 价款)", other))).toMatchObject({
      code: "unknown-name",
      why: "它是清单“采购”的事实，只能写在用这个清单的规则里",
    });
  });
  it("give the code of an option whose word is written", () => {
    const facts = HIRES.replace(
      "| 工资 |",
      "| 等级 | level | 单选(a=甲级、b=乙级) | 必填 | 文旅局 | 文件 | 公开 | 否 |\n| 工资 |",
    );
    const law = (when: string) => ({ ...changed("人数 >= 1人", when), facts });
    expect(only(law('等级 = "甲级"'))).toMatchObject({ code: "unknown-option", mend: "改为“a”" });
    expect(only(law("等级 = 乙级"))).toMatchObject({ code: "unknown-option", mend: "改为“b”" });
    expect(complaintsOf(law('等级 = "a"'))).toEqual([]);
  });
  it.each([
    ["缴费月数 >= 6个月", "缴费月数 >= 6", "figure-without-words", "写上单位：6个月"],
    ["缴费月数 >= 6个月", "缴费月数 > = 6个月", "syntax", "改为 >="],
    ["缴费月数 >= 6个月", "缴费月数 => 6个月", "syntax", "改为 >="],
    ["人数 >= 1人", "人数 = 是", "unknown-name", "是否型的事实直接写它的名称，不写“= 是”"],
    ["人数 >= 1人", "人数 >= 今年", "unknown-name", "在 facts.md 声明这个事实，或在本条的数值表登记这个数"],
  ])("mend %s → %s", (from, to, code, mend) => {
    expect(only(changed(from, to))).toMatchObject({ code, mend });
  });
  it("say nothing of a count that couldn't be read", () => {
    const counted = `${RULE_HEAD}count:\n  - name: 人数合计\n    of: 招用\n    fact: hires.count\n    distinct: 姓名\n    unit: 人\namount: 每人补助 * 人数合计\n`;
    const law = { ...numerals, sections: NUMERALS.replace(/```rule\n[\s\S]*?```/u, () => `\`\`\`rule\n${counted}\`\`\``) };
    expect(only(law)).toMatchObject({ code: "unknown-fact", expected: "“招用”里有的：编号、人数、缴费月数、工资" });
  });
  it("want a note for a figure of a clause that computes nothing", () => {
    const plain = "\n## 二\n\n> 主管部门自受理之日起三十日内审核。\n\n```rule\nnature: informational\nwhy: 程序\n```\n";
    const found = only({ ...numerals, sections: `${NUMERALS}${plain}` });
    expect(found).toMatchObject({ code: "figure-unbound", words: "三十日" });
    expect(found.mend).toContain("| — | 告知 | `自受理之日起三十日` |");
  });
  it("show the whole formula, not its first letter", () => {
    const found = only(changed("amount: 每人补助 * 人数 + ", "amount: 每人补助 * 人数 - 20% * 工资 + "));
    expect(found.words).toBe("每人补助 * 人数 - 20% * 工资 + (if 人数 >= 15人 then 到分(20% * 工资) else 0)");
  });
});

describe("the period", () => {
  const dated = (words: string): SmallLaw => ({
    ...numerals,
    sections: `${NUMERALS}\n## 施行\n\n> ${words}\n\n${rows(words)}\`\`\`rule\nnature: informational\nwhy: 施行期间\n\`\`\`\n`,
  });
  const rows = (words: string) =>
    `| 数 | 值 | 原文 |\n| --- | --- | --- |\n${[...words.matchAll(/[\d〇一二三四五六七八九十年月日]{4,}|三年/gu)].map(([w]) => `| — | 告知 | \`${w}\` |\n`).join("")}\n`;
  it.each([
    "本办法自2025年1月1日起施行，有效期至2027年12月31日。",
    "本办法自2025年1月1日起施行，有效期三年。",
    "本办法自二〇二五年一月一日起施行，至2027年12月31日止。",
    "本办法自发布之日起施行。",
  ])("agrees with %s", (words) => expect(complaintsOf(dated(words)).map(printComplaint)).toEqual([]));
  it.each([
    ["本办法自2025年1月1日起施行，有效期至2027年6月30日。", "to", "to: 2027-06-30"],
    ["本办法自2025年1月1日起施行，有效期2年。", "to", "to: 2026-12-31"],
    ["本办法自2025年3月1日起实施。", "from", "from: 2025-03-01"],
    ["2024年7月1日起符合条件的参照执行。", "applied-from", "applied-from: 2024-07-01"],
  ])("doesn't agree with %s", (words, key, expected) => {
    const found = complaintsOf(dated(words)).find((c) => c.code === "front-wrong");
    expect(found?.what).toContain(`的 ${key} 写的是`);
    expect(found?.expected).toContain(expected);
  });
});
