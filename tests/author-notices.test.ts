/** Notices: an `if` that takes `else` where something isn't known, named at its place with the fact and the mend; and never where all is known. */
import { type Complaint, printComplaint, printNotice } from "@zhengdui/compiler";
import { describe, expect, it } from "vitest";
import { creditCode } from "./arbitrary/credit-code.ts";
import { APPLICANT, enginesOf, examineSmallLaw, factRows, RULE_HEAD, type SmallLaw } from "./small-law.ts";

interface Parts {
  readonly lets?: string;
  readonly amount: string;
  readonly where?: string;
  readonly who?: string;
  readonly after?: string;
  readonly tables?: string;
  readonly functions?: string;
}

const law = ({ lets = "", amount, where = "", who = "", after = "", tables = "", functions = "" }: Parts): SmallLaw => ({
  sections: `${functions}## 一 · 补助

> 营收达到100万元、经营满5年的，补助1万元、2万元，参加人数另定。

| 数 | 值 | 原文 |
| --- | --- | --- |
| 营收下限 | 100万元 | \`营收达到100万元\` |
| 年限 | 5年 | \`满5年\` |
| 低档 | 1万元 | \`补助1万元\` |
| 高档 | 2万元 | \`2万元\` |
| 人数标准 | 未定 | \`参加人数另定\` |

\`\`\`rule
${RULE_HEAD}${who}each: 年报
${where}${lets}amount: ${amount}
${after}marks:
  capped: 参加 >= 人数标准 and 本年营收 + 上年营收 >= 营收下限 and 年限 > 0 and 低档 + 高档 > 0
\`\`\`
${tables}`,
  facts: `${APPLICANT.replace("| 单位名称", "| 经营年限 | age | 个数(年) | 可缺未知 | 申报单位 | 凭证 | 内部 | 是 |\n| 单位名称")}
## 年报 \`reports\`

清单 · 项目: 不涉 · 唯一: id

${factRows(
  "编号 id 文字 必填",
  "本年营收 now 金额 必填",
  "上年营收 before 金额 可缺未知",
  "前年营收 earlier 金额 必填可未知",
  "参加 people 个数 必填",
  "规上 big 是否 必填可未知",
  "新办 fresh 是否 可缺",
  "等级 level 单选(a=甲级、b=乙级) 必填可无",
)}`,
});

function noticesOf(parts: Parts): readonly Complaint[] {
  const { compiled, notices } = examineSmallLaw(law(parts));
  expect(compiled.ok ? [] : compiled.errors.filter(({ code }) => code !== "unused-figure").map(printComplaint)).toEqual([]);
  return notices;
}

describe("an if whose condition may be unknown", () => {
  it.each([
    ["if 上年营收 >= 100万元 then 2万元 else 1万元", "上年营收 >= 100万元", "“上年营收”可能没有填", "if 上年营收 = null then"],
    ["if 规上 then 2万元 else 0", "规上", "“规上”可能没有填", "if 规上 = null then"],
    ["if not(规上) then 2万元 else 0", "not(规上)", "“规上”可能没有填", "if 规上 = null then"],
    ['if 等级 = "a" then 2万元 else 0', '等级 = "a"', "“等级”可能没有填", "if 等级 = null then"],
    ['if 等级 in ("a", "b") then 2万元 else 0', '等级 in ("a", "b")', "“等级”可能没有填", "if 等级 = null then"],
    ["if 新办 then 1万元 else if 规上 then 2万元 else 0", "规上", "“规上”可能没有填", "if 规上 = null then"],
    ["if 新办 or 规上 then 2万元 else 0", "新办 or 规上", "“规上”可能没有填", "where"],
    [
      "if 本年营收 > 上年营收 and 上年营收 > 前年营收 then 2万元 else 0",
      "本年营收 > 上年营收 and 上年营收 > 前年营收",
      "“上年营收、前年营收”可能没有填",
      "where",
    ],
    ["if 上年营收 != null or 前年营收 > 0 then 2万元 else 0", "上年营收 != null or 前年营收 > 0", "“前年营收”", "where"],
    ["if 申报单位.经营年限 >= 5年 then 2万元 else 0", "申报单位.经营年限 >= 5年", "“申报单位.经营年限”", "= null then"],
    ["if 比率(本年营收, 前年营收) > 1 then 2万元 else 0", "比率(本年营收, 前年营收) > 1", "除数“前年营收”可能是 0", "where"],
    ["if 参加 >= 人数标准 then 2万元 else 0", "参加 >= 人数标准", "“人数标准”未定", "“人数标准”议定以前"],
    ["min(1万元, (if 规上 then 2万元 else 0))", "规上", "“规上”可能没有填", "where"],
  ])("%s is noticed at its condition", (amount, words, what, mend) => {
    const [notice, ...more] = noticesOf({ amount });
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ code: "if-unknown", file: "small-law/policy.md", words });
    expect(notice?.what).toContain(what);
    expect(notice?.mend).toContain(mend);
    expect(notice?.column).toBe(`amount: ${amount}`.indexOf(words) + 1);
    expect(printNotice(notice as Complaint)).toContain("[if-unknown]  请留意，不是错处");
  });

  it("is noticed in the let where it stands, in the caps, in a condition, in a table's cell and in a function", () => {
    const found = (parts: Parts) => noticesOf(parts).map(({ code, words }) => [code, words]);
    const lets = "let:\n  档: if 规上 then 2万元 else 1万元\n";
    expect(found({ lets, amount: "档" })).toEqual([["if-unknown", "规上"]]);
    expect(found({ amount: "1万元", after: "cap: if 规上 then 2万元 else 1万元\n" })).toEqual([["if-unknown", "规上"]]);
    const year = "year cap: if 申报单位.经营年限 >= 5年 then 2万元 else 1万元\n";
    expect(found({ amount: "1万元", after: year })).toEqual([["if-unknown", "申报单位.经营年限 >= 5年"]]);
    const where = "where:\n  - text: 条件\n    when: if 规上 then 新办 else 本年营收 > 0\n";
    expect(found({ amount: "1万元", where })).toEqual([["if-unknown", "规上"]]);
    const tables =
      "\n表：档\n\n| 本年营收 | 档 |\n| --- | --- |\n| < 100万元 | 0 |\n| >= 100万元 | if 规上 then 2万元 else 1万元 |\n";
    expect(noticesOf({ amount: "档", tables }).map(({ what }) => what)).toEqual([expect.stringContaining("“规上”")]);
    const body = "functions:\n  档(甲): if 甲 >= 营收下限 then 高档 else 低档";
    const functions = `## 总则\n\n> 从优。\n\n\`\`\`rule\nnature: rule\n${body}\n\`\`\`\n\n`;
    const used = noticesOf({ functions, amount: "档(上年营收)" });
    expect(used.map(({ words, what }) => [words, what.includes("上年营收")])).toEqual([["档(上年营收)", true]]);
  });

  it.each([
    ["all required", { amount: "if 本年营收 >= 100万元 and 新办 then 2万元 else 1万元" }],
    ["asked for null before", { amount: "if 上年营收 = null then 0 else if 上年营收 >= 100万元 then 2万元 else 1万元" }],
    ["asked for null beside", { amount: "if 上年营收 != null and 上年营收 >= 100万元 then 2万元 else 1万元" }],
    ["asked for null by not", { amount: "if not(上年营收 = null) and 上年营收 >= 100万元 then 2万元 else 1万元" }],
    ["null lets in", { amount: "if 上年营收 = null or 上年营收 >= 100万元 then 2万元 else 1万元" }],
    [
      "either of two asked",
      { amount: "if 上年营收 = null or 规上 = null then 0 else if 规上 and 上年营收 > 0 then 2万元 else 1万元" },
    ],
    [
      "known where the outer one holds",
      { amount: "if 上年营收 = null then 0 else if 上年营收 > 0 then (if 上年营收 >= 100万元 then 2万元 else 1万元) else 0" },
    ],
    [
      "a condition of the rule makes sure",
      { where: "where:\n  - text: 达到\n    when: 上年营收 > 0\n", amount: "if 上年营收 >= 100万元 then 2万元 else 1万元" },
    ],
    [
      "a condition on who applies makes sure",
      {
        who: "who:\n  - text: 满\n    when: 申报单位.经营年限 > 0\n",
        amount: "if 申报单位.经营年限 >= 5年 then 2万元 else 1万元",
      },
    ],
    [
      "a condition makes sure of what a let is made of",
      {
        where: "where:\n  - text: 增长\n    when: 增长 > 0\n",
        lets: "let:\n  增长: 本年营收 - 上年营收\n",
        amount: "if 上年营收 >= 100万元 then 2万元 else 1万元",
      },
    ],
    [
      "a let is used only where its facts are there",
      { lets: "let:\n  档: if 上年营收 >= 100万元 then 2万元 else 1万元\n", amount: "if 上年营收 = null then 0 else 档" },
    ],
    ["a let that nobody uses", { lets: "let:\n  档: if 规上 then 2万元 else 1万元\n", amount: "1万元" }],
    [
      "a divisor other than 0",
      {
        amount: "if 前年营收 = null then 0 else if 前年营收 > 0 then (if 比率(本年营收, 前年营收) > 1 then 2万元 else 0) else 0",
      },
    ],
    ["no if at all", { amount: "min(2万元, 1万元)", where: "where:\n  - text: 规上\n    when: 规上\n" }],
  ])("isn't noticed: %s", (_name, parts) => expect(noticesOf(parts).map(printNotice)).toEqual([]));

  it("says what is so: else is taken where the fact is missing, and a condition of the rule isn't", () => {
    const applicant = { uscc: creditCode(1), name: "示例企业" };
    const assessed = (parts: Parts) => {
      const made = law(parts);
      const sections = made.sections.replace("2万元 else 1万元", "高档 else 低档");
      return enginesOf({ ...made, sections }).map((engine) => {
        const reports = [{ id: "1", now: "1", earlier: null, people: 1, big: null, level: null }];
        const read = engine.read({ year: 2025, applicant, reports });
        if (!read.ok) throw new Error(JSON.stringify(read.errors));
        const [measure] = engine.assess(read.value).measures;
        return [measure?.amount, measure?.potential];
      });
    };
    const amount = "if 规上 then 2万元 else 1万元";
    expect(assessed({ amount })).toEqual(Array(3).fill(["10000.00", "10000.00"]));
    const where = "where:\n  - text: 规上\n    when: 规上\n";
    expect(assessed({ amount: "2万元", where })).toEqual(Array(3).fill(["0.00", "20000.00"]));
  });
});
