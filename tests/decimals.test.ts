/** Exact decimals: in expressions as FEEL has them, in a policy as money needs them. */
import { describe, expect, it } from "vitest";
import { creditCode } from "./arbitrary/credit-code.ts";
import { DECIMALS, worthOf } from "./conformance/decimals.ts";
import { APPLICANT, compileSmallLaw, enginesOf, factRows, RULE_HEAD, type SmallLaw } from "./small-law.ts";

describe.each(Object.entries(DECIMALS))("%s", (_, rows) => {
  it.each(rows)("%s → %s (%s)", (expression, worth) => expect(worthOf(expression)).toBe(worth));
});

const thirds = (amount: string): SmallLaw => ({
  facts: `${APPLICANT}
## 项目 \`projects\`

清单 · 项目: 不涉 · 唯一: id

${factRows("编号 id 文字 必填", "投资额 invested 金额 必填")}`,
  sections: `## 一 · 补助

> 按投资额平均分为3份给予补助，最高900万元。

| 数 | 值 | 原文 |
| --- | --- | --- |
| 份数 | 3 | \`分为3份\` |
| 补助上限 | 900万元 | \`最高900万元\` |

\`\`\`rule
${RULE_HEAD}each: 项目
amount: ${amount}
cap: 补助上限
\`\`\`
`,
});

const paid = (amount: string, invested: string): readonly (string | null | undefined)[] =>
  enginesOf(thirds(amount)).map((engine) => {
    const applicant = { uscc: creditCode(1), name: "示例企业" };
    const read = engine.read({ year: 2025, applicant, projects: [{ id: "1", invested }] });
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    return engine.assess(read.value).measures[0]?.amount;
  });

describe("a division in a policy", () => {
  it("is refused where it isn't cut", () => {
    const compiled = compileSmallLaw(thirds("投资额 / 份数"));
    expect(!compiled.ok && compiled.errors.map(({ code }) => code)).toEqual(["inexact-division"]);
  });
  it("is refused even where a product would make it whole again, unlike in an expression", () => {
    const compiled = compileSmallLaw(thirds("投资额 / 份数 * 份数"));
    expect(!compiled.ok && compiled.errors.map(({ code }) => code)).toContain("inexact-division");
  });
  it.each([["到分(投资额 / 份数)"], ["round down(投资额 / 份数, 2)"]])("is taken, and cut to the 分, as %s", (amount) => {
    expect(paid(amount, "100.00")).toEqual(["33.33", "33.33", "33.33"]);
    expect(paid(amount, "200.00")).toEqual(["66.66", "66.66", "66.66"]);
  });
});
