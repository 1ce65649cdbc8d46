/** What the language can say beyond the first policy: bands, two dimensions, rates of pay, whole multiples, years, corrections. */
import { readFileSync } from "node:fs";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { creditCode } from "./arbitrary/credit-code.ts";
import { APPLICANT, compileSmallLaw, enginesOf, factRows, RULE_HEAD, type SmallLaw } from "./small-law.ts";

const applicant = { uscc: creditCode(1), name: "示例企业" };

/** The amount of the only measure, the same by all back ends; with what may be paid. */
function amountOf(law: SmallLaw, facts: Record<string, unknown>, year = 2025): string {
  const results = enginesOf(law).map((engine) => {
    const read = engine.read({ year, applicant, ...facts });
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    return engine.assess(read.value);
  });
  const [first, ...others] = results.map((result) => result.measures[0]?.amount);
  expect(others).toEqual([first, first]);
  return first as string;
}

const codesOf = (law: SmallLaw): string[] => {
  const compiled = compileSmallLaw(law);
  return compiled.ok ? [] : compiled.errors.map((e) => e.code);
};

const growth: SmallLaw = {
  facts: `${APPLICANT}
## 增长 \`growth\`

清单 · 项目: 不涉 · 唯一: id · 至多: 1

${factRows("编号 id 文字 必填", "上年营收 before 金额 必填", "本年营收 now 金额 必填")}`,
  sections: `## 一 · 增长奖励

> 营业收入增长20%以上的，增长50%以内的部分按1‰、50%至100%的部分按2‰、100%以上的部分按2.5‰奖励，最高20万元。

| 数 | 值 | 原文 |
| --- | --- | --- |
| 增长门槛 | 20% | \`增长20%以上\` |
| 一段上限 | 50% | \`增长50%以内\` \`50%至\` |
| 二段上限 | 100% | \`至100%的部分\` \`100%以上\` |
| 一段奖励率 | 1‰ | \`按1‰\` |
| 二段奖励率 | 2‰ | \`按2‰\` |
| 三段奖励率 | 2.5‰ | \`按2.5‰\` |
| 奖励上限 | 20万元 | \`最高20万元\` |

\`\`\`rule
${RULE_HEAD}each: 增长
where:
  - text: 增长达到门槛
    when: 增加额 >= 20% * 上年营收
let:
  增加额: 本年营收 - 上年营收
amount: 到分(奖励)
cap: 20万元
\`\`\`

累进表：奖励

| 增加额 | 奖励率 |
| --- | --- |
| < 50% * 上年营收 | 1‰ |
| [50% * 上年营收..100% * 上年营收) | 2‰ |
| >= 100% * 上年营收 | 2.5‰ |
`,
};

const wan = (amount: number): string => `${Math.round(amount * 1_000_000) / 100}`;
const grown = (before: number, now: number) => ({ growth: [{ id: "1", before: wan(before), now: wan(now) }] });

describe("a marginal table", () => {
  it.each([
    [5999, "0.00"],
    [6000, "10000.00"],
    [7500, "25000.00"],
    [10000, "75000.00"],
    [15000, "200000.00"],
    [4000, "0.00"],
  ])("adds up band by band: base 5,000万, now %i万 → %s", (now, amount) => {
    expect(amountOf(growth, grown(5000, now))).toBe(amount);
  });
  it("is refused with a gap, an overlap, bounds that fall, bounds that only facts decide", () => {
    const row = "| [50% * 上年营收..100% * 上年营收) | 2‰ |";
    const changed = (to: string): SmallLaw => ({ ...growth, sections: growth.sections.replace(row, () => to) });
    expect(codesOf(changed("| (50% * 上年营收..100% * 上年营收) | 2‰ |"))).toEqual(["table-gap"]);
    expect(codesOf(changed("| [20% * 上年营收..100% * 上年营收) | 2‰ |"))).toEqual(["table-gap"]);
    expect(codesOf(changed("| [50% * 上年营收..100% * 上年营收] | 2‰ |"))).toEqual(["table-overlap"]);
    expect(codesOf(changed("| [50% * 上年营收..20% * 上年营收) | 2‰ |"))).toContain("table-gap");
    expect(codesOf(changed("| [50% * 上年营收..本年营收) | 2‰ |"))).toContain("table-unproved");
  });
  it("names a caption that can't be read", () => {
    expect(codesOf({ ...growth, sections: growth.sections.replace("累进表：奖励", "累进表：1奖励") })).toEqual(["table-caption"]);
  });
});

it("refuses an amount that may fall below zero", () => {
  const sections = growth.sections.replace("amount: 到分(奖励)", "amount: 增加额").replace(/\n累进表：[\s\S]*$/u, "\n");
  expect(codesOf({ ...growth, sections })).toContain("maybe-negative");
});

it("takes an optional sum that isn't given for 0, without asking for null", () => {
  const law: SmallLaw = {
    facts: `${APPLICANT}
## 项目 \`works\`

清单 · 项目: 不涉 · 唯一: id

${factRows("编号 id 文字 必填", "核定 due 金额 必填", "已拨 paid 金额 可缺")}`,
    sections: `## 一 · 验收补助

> 验收后补足差额。

\`\`\`rule
${RULE_HEAD}each: 项目
amount: max(0, 核定 - 已拨)
\`\`\`
`,
  };
  for (const engine of enginesOf(law)) {
    const works = [
      { id: "1", due: "10.00" },
      { id: "2", due: "10.00", paid: "4.00" },
      { id: "3", due: "10.00", paid: null },
    ];
    const read = engine.read({ year: 2025, applicant, works });
    expect(read.ok && engine.assess(read.value).measures[0]?.items.map((i) => i.amount)).toEqual(["10.00", "6.00", "10.00"]);
  }
  const unknown = { ...law, facts: law.facts.replace("paid | 金额 | 可缺 |", "paid | 金额 | 可缺未知 |") };
  expect(codesOf(unknown)).toEqual(["maybe-null"]);
});

it("takes a list that stands once, and refuses two rows of it", () => {
  const [engine] = enginesOf(growth);
  const row = { id: "1", before: "1.00", now: "2.00" };
  const read = engine?.read({ year: 2025, applicant, growth: [row, { ...row, id: "2" }] });
  expect(read?.ok === false && read.errors.map((e) => [e.path, e.expected])).toEqual([["growth", "至多 1 项"]]);
});

const perHead: SmallLaw = {
  facts: `${APPLICANT}
## 服务 \`served\`

清单 · 项目: 不涉 · 唯一: id · 至多: 1

${factRows("编号 id 文字 必填", "服务家数 count 个数(家) 必填", "培训人数 people 个数(人) 必填", "天数 days 个数(天) 必填")}`,
  sections: `## 一 · 服务补助

> 服务企业100家以上的，300家以内每家补助6000元，超过300家的每家补助8000元；另按每人每天300元给予培训补助。

| 数 | 值 | 原文 |
| --- | --- | --- |
| 服务门槛 | 100家 | \`100家以上\` |
| 一段家数 | 300家 | \`300家以内\` \`超过300家\` |
| 一段单价 | 6000元/家 | \`每家补助6000元\` |
| 二段单价 | 8000元/家 | \`每家补助8000元\` |
| 培训单价 | 300元/人·天 | \`每人每天300元\` |

\`\`\`rule
${RULE_HEAD}each: 服务
let:
  服务补助: "if 服务家数 >= 100家 then 分段(服务家数) else 0"
amount: 服务补助 + 300元/人·天 * 培训人数 * 天数
\`\`\`

累进表：分段(家数)

| 家数 | 单价 |
| --- | --- |
| <= 300家 | 6000元/家 |
| > 300家 | 8000元/家 |
`,
};
const serving = (count: number, people = 0, days = 0) => ({ served: [{ id: "1", count, people, days }] });

describe("pay for each", () => {
  it.each([
    [99, "0.00"],
    [100, "600000.00"],
    [300, "1800000.00"],
    [301, "1808000.00"],
  ])("%i firms → %s", (count, amount) => {
    expect(amountOf(perHead, serving(count))).toBe(amount);
  });
  it("a head and day", () => {
    expect(amountOf(perHead, serving(0, 60, 2))).toBe("36000.00");
  });
  it("is refused where what is counted isn't what is paid for", () => {
    const sections = perHead.sections.replace("* 培训人数 * 天数", "* 服务家数 * 天数");
    expect(codesOf({ ...perHead, sections })).toContain("unit-mismatch");
  });
});

const twoWays: SmallLaw = {
  facts: `${APPLICANT}
## 申请 \`claim\`

清单 · 项目: 不涉 · 唯一: id · 至多: 1

${factRows("编号 id 文字 必填", "上年产值 before 金额 必填", "本年产值 now 金额 必填", "首个年度 first 年份 必填")}`,
  sections: `## 一 · 增产奖励

> 上年产值5000万元以下、5000万元以上的企业，增幅10%以上的按增量1%、2%奖励，增幅20%以上的按2%、3%奖励；第1年按100%、第2年按50%兑现；每满1000万元增量另奖2万元。

| 数 | 值 | 原文 |
| --- | --- | --- |
| 规模界限 | 5000万元 | \`上年产值5000万元以下\` \`、5000万元以上\` |
| 低增幅 | 10% | \`增幅10%以上\` |
| 高增幅 | 20% | \`增幅20%以上\` |
| 低增小企业 | 1% | \`增量1%\` |
| 低增大企业 | 2% | \`1%、【2%】奖励，增幅\` |
| 高增小企业 | 2% | \`20%以上的按【2%】、\` |
| 高增大企业 | 3% | \`3%奖励\` |
| 首年 | 1年 | \`第【1年】\` |
| 次年 | 2年 | \`第【2年】\` |
| 首年兑现 | 100% | \`按100%\` |
| 次年兑现 | 50% | \`按50%\` |
| 每满增量 | 1000万元 | \`每满1000万元\` |
| 每满奖励 | 2万元 | \`另奖2万元\` |

\`\`\`rule
${RULE_HEAD}each: 申请
let:
  增量: max(本年产值 - 上年产值, 0)
  增幅: 比率(增量, 上年产值)
  奖励率: 表
  年次: 第几年(首个年度)
  兑现: 表
  每满: 整数倍(增量, 1000万元)
amount: "if 奖励率 = null then 0 else 到分(奖励率 * 兑现 * 增量) + 每满 * 2万元"
\`\`\`

表：奖励率

| 增幅 | 上年产值 | 奖励率 |
| --- | --- | --- |
| < 10% | - | 0 |
| [10%..20%) | < 5000万元 | 低增小企业 |
| [10%..20%) | >= 5000万元 | 低增大企业 |
| >= 20% | < 5000万元 | 高增小企业 |
| >= 20% | >= 5000万元 | 3% |

表：兑现

| 年次 | 兑现 |
| --- | --- |
| < 1年 | 0 |
| 1年 | 100% |
| 2年 | 50% |
| > 2年 | 0 |
`,
};
const grew = (before: number, now: number, first = 2025) => ({ claim: [{ id: "1", before: wan(before), now: wan(now), first }] });

describe("a table of two dimensions, an exact ratio, whole multiples, the year of support", () => {
  it.each([
    ["10 % exactly", grew(3000, 3300), 2025, "30000.00"],
    ["a 分 less than 10 %", { claim: [{ id: "1", before: "30000000.01", now: "33000000.00", first: 2025 }] }, 2025, "0.00"],
    ["20 % exactly", grew(5000, 6000), 2025, `${300_000 + 20_000}.00`],
    ["in the second year half", grew(5000, 6000), 2026, `${150_000 + 20_000}.00`],
    ["in the third nothing but the multiples", grew(5000, 6000), 2027, "20000.00"],
    ["before the first year", grew(5000, 6000, 2026), 2025, "20000.00"],
    ["a fall", grew(5000, 4000), 2025, "0.00"],
    ["no base", grew(0, 4000), 2025, "0.00"],
    ["two and a half multiples", grew(5000, 7500), 2025, `${750_000 + 40_000}.00`],
  ])("%s", (_, facts, year, amount) => {
    expect(amountOf(twoWays, facts, year)).toBe(amount);
  });
  it("asks for the years below the first, since the input can fall there", () => {
    expect(codesOf({ ...twoWays, sections: twoWays.sections.replace("| < 1年 | 0 |\n", "") })).toContain("table-gap");
  });
});

describe("an official correction", () => {
  const corrected = (value: string, correction: string): SmallLaw => ({
    facts: `${APPLICANT}
## 申请 \`claim\`

清单 · 项目: 不涉 · 唯一: id

${factRows("编号 id 文字 必填", "费用 cost 金额 必填")}`,
    sections: `## 一 · 补助

> 按费用的20%给予补助。

| 数 | 值 | 原文 |
| --- | --- | --- |
| 补助比例 | ${value} | \`费用的20%\` |

\`\`\`rule
${RULE_HEAD}each: 申请
amount: 到分(补助比例 * 费用)
${correction}
\`\`\`
`,
  });
  const entry = (by: string) =>
    `corrections:\n  - words: 费用的20%\n    corrected: 费用的30%\n    by: ${by}\n    on: "2025-03-01"\n    why: 印刷错误`;
  it("lets the figure have the corrected value, the quotation as promulgated", () => {
    expect(codesOf(corrected("30%", ""))).toEqual(["figure-value-differs"]);
    expect(amountOf(corrected("30%", entry("示例〔2025〕9号")), { claim: [{ id: "1", cost: "100.00" }] })).toBe("30.00");
    expect(codesOf(corrected("25%", entry("示例〔2025〕9号")))).toEqual(["figure-value-differs"]);
  });
  it("wants the document's number and words that stand in the clause", () => {
    expect(codesOf(corrected("30%", entry('""')))).toContain("correction-wrong");
    expect(codesOf(corrected("20%", entry("示例〔2025〕9号").replace("words: 费用的20%", "words: 费用的2%")))).toEqual([
      "correction-wrong",
    ]);
  });
});

describe("what is missing to the next tier, where the amount scales within a tier", () => {
  const folder = "policies/shili-2025-01/2025-01-01";
  const policy = JSON.parse(readFileSync(`${folder}/compiled/policy.json`, "utf8")) as Policy;
  const example = JSON.parse(readFileSync(`${folder}/examples/1-growing-factory.json`, "utf8")) as object;
  it.each([
    ["the next step of a first-time bonus", "1.3", "business[0].output", "100000000.01", "50000.00"],
    ["a rate that tiers on the whole amount", "2.2", "equipment[0].spent", "30000000.00", "420000.00"],
    ["a cap that tiers", "2.3", "upgrades[0].spent", "500000.00", "60000.00"],
  ])("is %s: exactly there, not a 分 before", (_, id, fact, to, gain) => {
    const engine = createEngine(policy, "closures");
    const read = engine.read(example);
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const measure = engine.assess(read.value).measures.find((m) => m.id === id);
    expect(measure?.gaps.map((gap) => [gap.changes.map((c) => [c.fact, c.to]), gap.gain])).toEqual([[[[fact, to]], gain]]);
  });
});
