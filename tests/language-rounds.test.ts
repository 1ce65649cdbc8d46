/** What the language can say over all measures and applicants: ranks, budgets, exceptions from the ceiling and from 就高不重复. */
import { settle } from "@zhengdui/engine";
import { describe, expect, it } from "vitest";
import { creditCode } from "./arbitrary/credit-code.ts";
import { APPLICANT, compileSmallLaw, enginesOf, factRows, RULE_HEAD, type SmallLaw } from "./small-law.ts";

const applicant = { uscc: creditCode(1), name: "示例企业" };

const codesOf = (law: SmallLaw): string[] => {
  const compiled = compileSmallLaw(law);
  return compiled.ok ? [] : compiled.errors.map((e) => e.code);
};

const contest = (text: string, figures: readonly string[], rule: string): SmallLaw => ({
  facts: `${APPLICANT}
## 申请 \`claim\`

清单 · 项目: 不涉 · 唯一: id · 至多: 1

${factRows(
  "编号 id 文字 必填",
  "评分 score 小数 可缺未知",
  "名次 rank 个数(名) 可缺未知",
  "受理序号 order 个数 可缺未知",
  "已核准 granted 是否 必填可未知",
  "面额 face 金额 必填",
)}`,
  sections: `## 一 · 评选奖励

> ${text}

| 数 | 值 | 原文 |
| --- | --- | --- |
${figures.map((row) => `| ${row.split(" ").join(" | ")} |`).join("\n")}

\`\`\`rule
${RULE_HEAD}each: 申请
${rule}
  decided: 已核准
  year: 年度
\`\`\`
`,
});

const round = (law: SmallLaw, claims: readonly object[]) => {
  const [engine] = enginesOf(law);
  if (engine === undefined) throw new Error("no engine");
  const dossiers = claims.map((claim, i) => ({
    applicant: { uscc: creditCode(i + 1), name: `示例企业${i + 1}` },
    claim: [{ id: "1", granted: null, face: "0.00", ...claim }],
  }));
  const settled = settle(engine, { year: 2025, dossiers });
  if (!settled.ok) throw new Error(JSON.stringify(settled.errors));
  return settled.value;
};

describe("ranks that decide amounts", () => {
  const law = contest(
    "每年评选，前2名各奖10万元、前4名各奖5万元。",
    ["前列名次 2名 `前2名`", "全部名次 4名 `前4名`", "前列奖励 10万元 `各奖10万元`", "其余奖励 5万元 `各奖5万元`"],
    `where:
  - text: 已核准
    when: 已核准
  - text: 名次已定
    when: 名次 > 0
amount: if 名次 = null then 10万元 else if 名次 <= 2名 then 10万元 else 5万元
selection:
  quota: 全部名次
  score: 评分
  rank: 名次
  tiers: [前列名次, 全部名次]`,
  );
  it("gives each rank its tier", () => {
    const settled = round(
      law,
      [90, 80, 70, 60, 50].map((score) => ({ score })),
    );
    expect(settled.results.map((r) => r.measures[0]?.amount)).toEqual(["100000.00", "100000.00", "50000.00", "50000.00", "0.00"]);
  });
  it("leaves those open that tie across the end of a tier, and those alone", () => {
    const settled = round(
      law,
      [90, 80, 80, 60, 50].map((score) => ({ score })),
    );
    const found = settled.results.map((r) => [r.measures[0]?.status, r.measures[0]?.amount, r.measures[0]?.potential]);
    expect(found).toEqual([
      ["eligible", "100000.00", "100000.00"],
      ["undetermined", "0.00", "100000.00"],
      ["undetermined", "0.00", "100000.00"],
      ["eligible", "50000.00", "50000.00"],
      ["not-eligible", "0.00", "0.00"],
    ]);
    expect(settled.selection[0]?.ranked[1]?.why).toContain("档次待议定");
  });
});

describe("money first come, first served", () => {
  const law = contest(
    "总额50万元的消费券按受理先后发放。",
    ["总额 50万元 `总额50万元`"],
    `where:
  - text: 已核准
    when: 已核准
amount: 面额
selection:
  budget: 总额
  order: 受理序号`,
  );
  const served = (claims: readonly object[]) => round(law, claims).results.map((r) => r.measures[0]?.amount);
  it("serves in order until one no longer fits; then nobody", () => {
    const faces = ["300000.00", "150000.00", "100000.00", "40000.00"];
    expect(served(faces.map((face, i) => ({ face, order: 4 - i })))).toEqual(["0.00", "150000.00", "100000.00", "40000.00"]);
    expect(served(faces.map((face, i) => ({ face, order: i + 1 })))).toEqual(["300000.00", "150000.00", "0.00", "0.00"]);
  });
  it("leaves equals open that don't all fit, and serves first what was decided", () => {
    const claims = [
      { face: "300000.00", order: 1 },
      { face: "300000.00", order: 1 },
      { face: "100000.00", granted: true },
      { face: "100000.00" },
    ];
    expect(round(law, claims).selection[0]?.ranked.map((r) => r.selected)).toEqual([null, null, true, null]);
  });
});

describe("rules over all measures", () => {
  const law = (rules: string): SmallLaw => ({
    facts: `## 申报单位 \`applicant\`

记录 · 必填

${factRows("信用代码 uscc 信用代码 必填", "单位名称 name 文字 必填", "财政贡献 contribution 金额 必填可未知", "其他奖补 others 金额 可缺")}

## 甲项目 \`first\`

清单 · 项目: 可多 · 唯一: id

${factRows("编号 id 文字 必填", "项目 project 文字 可缺", "费用 cost 金额 必填")}

## 乙项目 \`second\`

清单 · 项目: 可多 · 唯一: id

${factRows("编号 id 文字 必填", "项目 project 文字 可缺", "费用 cost 金额 必填")}

## 外部奖补 \`outside\`

清单 · 项目: 不涉

${factRows("政策 programme 文字 必填", "项目 project 文字 必填", "金额 amount 金额 必填")}`,
    sections: `## 一 · 甲补助

> 对甲项目给予补助。

\`\`\`rule
${RULE_HEAD}each: 甲项目
amount: 费用
\`\`\`

## 二 · 乙补助

> 对乙项目给予补助。

\`\`\`rule
${RULE_HEAD.replace('"1"', '"2"')}each: 乙项目
amount: 费用
\`\`\`

## 三

> 就高不重复，不超过财政贡献。

\`\`\`rule
nature: rule
${rules}
\`\`\`
`,
  });
  const combination = "combination:\n  quote: 就高不重复\n  outside: 外部奖补\n  competes: 金额 > 0\n  local: 金额 > 0";
  const ceiling =
    "ceiling:\n  quote: 不超过财政贡献\n  who: 申报单位.财政贡献 = null or 申报单位.财政贡献 >= 0\n  contribution: 申报单位.财政贡献\n  other: 申报单位.其他奖补";
  const facts = {
    applicant: { ...applicant, contribution: "60.00" },
    first: [{ id: "A", project: "P", cost: "100.00" }],
    second: [{ id: "B", project: "P", cost: "70.00" }],
  };
  const totals = (rules: string) =>
    enginesOf(law(rules)).map((engine) => {
      const read = engine.read({ year: 2025, ...facts });
      if (!read.ok) throw new Error(JSON.stringify(read.errors));
      const { granted, payable } = engine.assess(read.value).totals;
      const out = new Float64Array(4);
      engine.amounts(read.value, out);
      return [granted, payable, (out[2] as number) / 100, (out[3] as number) / 100];
    });
  it.each([
    ["neither", "why: 无", ["170.00", "170.00", 170, 170]],
    ["就高不重复 alone", combination, ["100.00", "100.00", 100, 100]],
    ["a measure that may be combined", `${combination}\n  except: ["2"]`, ["170.00", "170.00", 170, 170]],
    ["a ceiling alone", ceiling, ["170.00", "60.00", 170, 60]],
    ["a measure that the ceiling doesn't count", `${ceiling}\n  except: ["2"]`, ["170.00", "130.00", 170, 130]],
    ["both, with exceptions", `${combination}\n${ceiling}\n  except: ["2"]`, ["100.00", "60.00", 100, 60]],
  ])("%s", (_, rules, expected) => {
    expect(totals(rules)).toEqual([expected, expected, expected]);
  });
  it("lets a sum be paid by rate only where it may be combined with any other", () => {
    const summed = (rules: string): SmallLaw => {
      const { sections, facts: declared } = law(rules);
      const pool = "sum: 年费用\nof: 乙项目\nfact: second.cost.total\nadd: 费用\namount: 年费用";
      return { facts: declared, sections: sections.replace("each: 乙项目\namount: 费用", pool) };
    };
    expect(codesOf(summed(combination))).toEqual(["pool-not-steps"]);
    const free = `${combination}\n  except: ["2"]`;
    expect(codesOf(summed(free))).toEqual([]);
    const outside = [{ programme: "别的", project: "P", amount: "80.00" }];
    for (const engine of enginesOf(summed(free))) {
      const read = engine.read({ year: 2025, ...facts, outside });
      expect(read.ok && engine.assess(read.value).measures.map((m) => m.granted)).toEqual(["100.00", "70.00"]);
    }
  });
  it("names a measure that isn't there", () => {
    expect(codesOf(law(`${combination}\n  except: ["9"]`))).toEqual(["unknown-name"]);
  });
});
