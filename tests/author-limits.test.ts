/** What can't be said yet is refused with what can be said instead; and what can be said instead computes it. */
import { type Complaint, printComplaint } from "@zhengdui/compiler";
import { describe, expect, it } from "vitest";
import { creditCode } from "./arbitrary/credit-code.ts";
import { APPLICANT, compileSmallLaw, enginesOf, factRows, RULE_HEAD, type SmallLaw } from "./small-law.ts";

const PRIZES = (rule: string, list = "", more = ""): SmallLaw => ({
  sections: `## 一 · 获奖奖励

> 对企业获奖项目按奖金的10%奖励，每家每年最多奖励6项，合计最高60万元。

| 数 | 值 | 原文 |
| --- | --- | --- |
| 奖励率 | 10% | \`奖金的10%\` |
| 奖励项数 | 6项 | \`最多奖励6项\` |
| 合计最高 | 60万元 | \`最高60万元\` |

\`\`\`rule
${RULE_HEAD}each: 获奖
${rule}\`\`\`
${more}`,
  facts: `${APPLICANT.replace("| 单位名称", "| 规上 | big | 是否 | 必填 | 统计局 | 名单 | 内部 | 否 |\n| 年度限额 | limit | 金额 | 必填可无 | 财政局 | 文件 | 内部 | 否 |\n| 单位名称")}
## 获奖 \`prizes\`

清单 · 项目: 不涉 · 唯一: id${list}

${factRows("编号 id 文字 必填", "奖金 prize 金额 必填")}`,
});
const AMOUNT = "amount: 到分(10% * 奖金)\n";

const complaintsOf = (law: SmallLaw): readonly Complaint[] => {
  const compiled = compileSmallLaw(law);
  return compiled.ok ? [] : compiled.errors;
};
const of = (code: string, law: SmallLaw): Complaint => {
  const found = complaintsOf(law).filter((c) => c.code === code);
  expect(found.map(printComplaint)).toHaveLength(1);
  return found[0] as Complaint;
};
function assessed(law: SmallLaw, prizes: readonly string[], big = true) {
  const results = enginesOf(law).map((engine) => {
    const applicant = { uscc: creditCode(1), name: "示例企业", big, limit: null };
    const read = engine.read({ year: 2025, applicant, prizes: prizes.map((prize, i) => ({ id: String(i), prize })) });
    return read.ok ? engine.assess(read.value).totals.granted : read.errors;
  });
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  return results[0];
}

describe("at most so many items, the best", () => {
  it.each(["best", "most", "top", "items", "最多", "至多", "取最高"])("has no key: %s says what to write instead", (key) => {
    const found = of("not-sayable", PRIZES(`${AMOUNT}year cap: 60万元\n${key}: 奖励项数\n`));
    expect(found.what).toContain("只取金额最高的几项");
    expect(found.mend).toContain("至多: 6");
    expect(found.mend).toContain("year cap");
    expect(complaintsOf(PRIZES(`${AMOUNT}year cap: 60万元\n${key}: 奖励项数\n`)).map(({ code }) => code)).not.toContain(
      "unknown-key",
    );
  });

  it("is told where its figure is left without a rule", () => {
    const found = of("unused-figure", PRIZES(`${AMOUNT}year cap: 60万元\n`));
    expect(found.mend).toContain("“最多几项、取最高的”还不能写进规则");
    expect(found.mend).toContain("至多: 6");
    const money = PRIZES(`${AMOUNT}cap: 到分(10% * 奖金)\n`);
    const unused = complaintsOf(money).find((c) => c.code === "unused-figure" && c.what.includes("合计最高"));
    expect(unused?.mend).not.toContain("最多几项");
  });

  it("is said by a list of at most so many rows, of which the applicant chooses the best", () => {
    const law = PRIZES(`${AMOUNT}year cap: 60万元\n`, " · 至多: 6");
    const noted = { ...law, sections: law.sections.replace("| 奖励项数 | 6项 |", "| — | 告知 |") };
    expect(complaintsOf(noted).map(printComplaint)).toEqual([]);
    expect(assessed(noted, Array(6).fill("100000"))).toBe("60000.00");
    expect(assessed(noted, Array(7).fill("100000"))).toMatchObject([{ path: "prizes" }]);
  });
});

describe("a cap that may have no value", () => {
  it.each([
    ["year cap", "if 申报单位.规上 then 60万元 else null"],
    ["year cap", "申报单位.年度限额"],
    ["cap", "申报单位.年度限额"],
  ])("%s: %s is refused with what to write instead", (key, cap) => {
    const found = of("cap-maybe-null", PRIZES(`${AMOUNT}${key}: ${cap}\n`));
    expect(found.words).toBe(cap);
    expect(found.what).toContain("上限可能没有值");
    expect(found.mend).toContain(key === "cap" ? "if 上限 = null then 金额 else min(上限, 金额)" : "分成两条措施");
    expect(complaintsOf(PRIZES(`${AMOUNT}${key}: ${cap}\n`)).map(({ code }) => code)).not.toContain("maybe-null");
  });

  it("is said by two measures: those who have it, and those who haven't", () => {
    const who = (text: string, when: string): string => `who:\n  - text: ${text}\n    when: ${when}\n`;
    const second = `
## 一之二 · 获奖奖励（规上企业）

\`\`\`rule
${RULE_HEAD.replace('"1"', '"1b"')}${who("规上企业", "申报单位.规上")}each: 获奖
amount: 到分(奖励率 * 奖金)
\`\`\`
`;
    const law = PRIZES(`${who("不是规上企业", "not(申报单位.规上)")}${AMOUNT}year cap: 60万元\n`, "", second);
    const noted = { ...law, sections: law.sections.replace("| 奖励项数 | 6项 |", "| — | 告知 |") };
    expect(complaintsOf(noted).map(printComplaint)).toEqual([]);
    expect(assessed(noted, ["5000000", "5000000"], false)).toBe("600000.00");
    expect(assessed(noted, ["5000000", "5000000"], true)).toBe("1000000.00");
  });
});

describe("two rules in one section", () => {
  it("are refused: the second would be read by nobody", () => {
    const law = PRIZES(`${AMOUNT}year cap: 60万元\n`);
    const again = `\n\`\`\`rule\n${RULE_HEAD.replace('"1"', '"1b"')}each: 获奖\namount: 到分(奖励率 * 奖金)\n\`\`\`\n`;
    const found = of("measure-twice", { ...law, sections: `${law.sections}${again}` });
    expect(found.mend).toContain("另起一节");
  });
});
