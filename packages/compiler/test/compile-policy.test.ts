/** The compiler on the real policy with one fault at a time: each is refused at its line, with the words and the mend. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compilePolicy, type PolicySources } from "../src/compile-policy.ts";
import { printComplaint } from "../src/complaints.ts";

const folder = "policies/jinjiang-2023-11/2023-05-01";
const read = (name: string): string => readFileSync(join(import.meta.dirname, "../../..", folder, name), "utf8");
const sources: PolicySources = {
  folder,
  original: read("original.txt"),
  policy: read("policy.md"),
  facts: read("facts.md"),
  interpretations: read("interpretations.md"),
};

/** Replaces words that stand exactly once, so that a fault is where the test thinks it is. */
function broken(from: string, to: string, file: "policy" | "facts" | "interpretations" = "policy"): PolicySources {
  expect(sources[file].split(from)).toHaveLength(2);
  return { ...sources, [file]: sources[file].replace(from, () => to) };
}

const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split("\n").length;

it("compiles as it stands: twelve measures, every figure named", () => {
  const compiled = compilePolicy(sources);
  expect(compiled.ok ? compiled.value.measures.map((m) => m.id) : compiled.errors.map(printComplaint)).toEqual([
    "1.1",
    "1.2",
    "1.3",
    "2.1",
    "2.2",
    "2.3",
    "3.1",
    "3.2",
    "4.1",
    "5.1",
    "5.2",
    "6.1",
  ]);
});

it("an interpretation that is said to be used, and no rule asks", () => {
  const found = compilePolicy({
    ...sources,
    interpretations: sources.interpretations.replace("；测算不涉及", "；测算采用"),
  });
  expect(found.ok ? [] : found.errors).toMatchObject([
    { code: "unasked-reading", what: expect.stringContaining("没有一条规则问它") },
  ]);
});

it("a year cap that uses a step of the items is told so", () => {
  const rule = sources.policy.slice(sources.policy.indexOf("按投入: 15% * 认定投资"));
  const capped = rule.replace(/^year cap: .*$/mu, "year cap: 按投入");
  const found = compilePolicy({ ...sources, policy: sources.policy.replace(rule, () => capped) });
  expect(found.ok ? [] : found.errors.map(({ what }) => what)).toContain("year cap 不能用 let：“按投入”是逐项的中间量");
});

it("nothing outside counts towards the ceiling: local: false", () => {
  expect(compilePolicy(broken('local: 层级 = "local"', "local: false")).ok).toBe(true);
});

const FAULTS: readonly [title: string, from: string, to: string, code: string, words: string][] = [
  [
    "a name that isn't there, with the nearest",
    "投入金额: 软件投入 + 硬件投入",
    "投入金额: 软件投人 + 硬件投入",
    "unknown-name",
    "改为“软件投入”",
  ],
  ["money plus text", "投入金额: 软件投入 + 硬件投入", '投入金额: 软件投入 + "abc"', "type-mismatch", "文字"],
  ["a number as a condition", "比例上限: if 园区重点 then", "比例上限: if 软件投入 then", "condition-not-boolean", "数（元）"],
  ["a cap where the form has none", "sum: 软件投入\n", "sum: 软件投入\ncap: 30万元\n", "key-misplaced", "min("],
  ["元 plus 家", "year cap: 50万元", "year cap: 50万元 + 每产业项目数", "unit-mismatch", "元"],
  ["元 compared with 家", "when: 诊断企业数 >= 20家", "when: 诊断企业数 >= 10万元", "unit-mismatch", "家"],
  ["full-width brackets", "投入金额: 软件投入 + 硬件投入", "投入金额: （软件投入 + 硬件投入）", "syntax", "半角"],
  ["full-width operators", "when: 诊断企业数 >= 20家", "when: 诊断企业数 ≥ 20家", "syntax", ">="],
  ["a gap between two tiers", "| [50万元..100万元) | - | 5万元 |", "| (50万元..100万元) | - | 5万元 |", "table-gap", "500000"],
  [
    "two tiers that overlap",
    "| [50万元..100万元) | - | 5万元 |",
    "| [50万元..100万元] | - | 5万元 |",
    "table-overlap",
    "1000000",
  ],
  ["a missing reading", "| 300万元 | not | 0 |\n", "", "table-gap", "not"],
  [
    "a rate that no words support",
    "比例上限: if 园区重点 then 25% else 20%",
    "比例上限: if 园区重点 then 25% else 21%",
    "figure-without-words",
    "21%",
  ],
  ["a threshold that no words support", "| < 50万元 | - | 0 |", "| < 60万元 | - | 0 |", "figure-without-words", "60万元"],
  ["a bare number", "amount: 10万元\n```", "amount: 100000\n```", "figure-without-words", "100000"],
  [
    "a division that isn't cut",
    "add: 到分(服务费 * 年内月数(服务起, 服务止) / 月数(服务起, 服务止))",
    "add: 服务费 * 年内月数(服务起, 服务止) / 月数(服务起, 服务止)",
    "inexact-division",
    "到分",
  ],
  [
    "an amount finer than a 分",
    "  按支出: if 核定比例 = null then 到分(15% * 服务支出)",
    "  按支出: if 核定比例 = null then (15% * 服务支出)",
    "inexact-number",
    "到分",
  ],
  [
    "an unknown option",
    'when: 申报单位.单位类型 = "association"',
    'when: 申报单位.单位类型 = "associaton"',
    "unknown-option",
    "association",
  ],
  [
    "an unknown reading",
    'when: 解读("software-sum") = "largest"',
    'when: 解读("software-sum") = "larges"',
    "unknown-reading",
    "largest",
  ],
  [
    "an unknown interpretation",
    'when: 解读("software-sum") = "largest"',
    'when: 解读("software-sun") = "largest"',
    "unknown-reading",
    "software-sum",
  ],
  [
    "an unknown function",
    "when: 年内月数(服务起, 服务止) > 0",
    "when: 年内月份(服务起, 服务止) > 0",
    "unknown-function",
    "年内月数",
  ],
  ["a wrong number of arguments", "when: 年内月数(服务起, 服务止) > 0", "when: 年内月数(服务起) > 0", "wrong-arguments", "2"],
  ["a fact that isn't declared", "when: 申报单位.规上工业", "when: 申报单位.规上企业", "unknown-fact", "规上工业"],
  ["a key that isn't there", "yearCap", "yearCap", "unknown-key", "year cap"],
  ["a condition that quotes other words", "quote: 制造业企业采购引进", "quote: 制造业企业购买", "quote-not-in-clause", "逐字"],
  ["a figure that no rule uses", "cap: if 龙头平台 then 50万元 else 25万元", "cap: 25万元", "unused-figure", "龙头平台单项上限"],
  ["a clause without a rule", "```rule\nnature: unmodelled", "```prose\nnature: unmodelled", "measure-missing", "六（一）"],
  ["another date than the text's", "  to: 2024-12-31", "  to: 2025-12-31", "front-wrong", "截止日"],
  [
    "an amount that may have no value",
    "  两算法(甲, 乙): >-\n    if 乙 = null then (if 甲 = null then 0 else 甲)",
    "  两算法(甲, 乙): >-\n    if 乙 = null then 甲",
    "maybe-null",
    "null",
  ],
];

describe("one fault at a time", () => {
  it.each(FAULTS)("%s", (title, from, to, code, words) => {
    const bad = code === "unknown-key" ? broken("year cap: 50万元", "yearCap: 50万元") : broken(from, to);
    const compiled = compilePolicy(bad);
    expect(compiled.ok, title).toBe(false);
    if (compiled.ok) return;
    const found = compiled.errors.find((e) => e.code === code);
    expect(compiled.errors.map((e) => e.code)).toContain(code);
    expect(printComplaint(found as NonNullable<typeof found>)).toContain(words);
    for (const error of compiled.errors)
      for (const part of [error.what, error.expected, error.why, error.mend]) expect(part, error.code).not.toBe("");
  });

  it("names the line of the fault", () => {
    const bad = broken("投入金额: 软件投入 + 硬件投入", "投入金额: 软件投人 + 硬件投入");
    const compiled = compilePolicy(bad);
    expect(compiled.ok ? [] : compiled.errors.map((e) => e.line)).toContain(lineOf(bad.policy, "软件投人"));
  });

  it("refuses a check of facts that names nothing", () => {
    const compiled = compilePolicy(broken("- test: 应用止 >= 应用起", "- test: 应用止 >= 应用期", "facts"));
    expect(compiled.ok ? [] : compiled.errors.map((e) => e.code)).toContain("unknown-name");
  });

  it("refuses an interpretation with a single reading", () => {
    const compiled = compilePolicy(broken("| up-to-cost | 以实际支出为限 |\n", "", "interpretations"));
    expect(compiled.ok ? [] : compiled.errors.map((e) => e.code)).toContain("rule-shape");
  });
});

it("gives the same hash for the same documents, another for another word", () => {
  const [one, two] = [compilePolicy(sources), compilePolicy(sources)];
  const other = compilePolicy(broken("otherwise: 项目尚未建成投用", "otherwise: 项目还没有建成投用"));
  if (!one.ok || !two.ok || !other.ok) throw new Error("the policy must compile");
  expect(one.value.hash).toBe(two.value.hash);
  expect(other.value.hash).not.toBe(one.value.hash);
});

it("refuses an interpretation whose words aren't the clause's, at its line", () => {
  const compiled = compilePolicy(
    broken("> 200 万元（含）—300 万元、300 万元以上的", "> 200 万元（含）—300 万元、300 万元及以上的", "interpretations"),
  );
  const [complaint] = compiled.ok ? [] : compiled.errors;
  expect(complaint).toMatchObject({
    code: "quote-not-in-clause",
    file: `${folder}/interpretations.md`,
    line: lineOf(sources.interpretations, "## three-million"),
  });
});

describe("several faults at once", () => {
  const CHANGES = {
    yaml: ["policy", "year cap: 50万元", "year cap: : 50万元", "yaml-broken"],
    quote: ["policy", "> （三）支持规上工业企业", "> （三）支持规上的工业企业", "quote-differs"],
    name: ["policy", "add: 软件实付", "add: 软件实附", "unknown-name"],
    figure: [
      "policy",
      "| 上云一档补助 | 3万元 | `每家 3 万元` |",
      "| 上云一档补助 | 3万元 | 每家 3 万元 |",
      "figure-row-words-missing",
    ],
    front: ["policy", "  to: 2024-12-31", "  to: 2025-12-31", "front-wrong"],
    fact: ["facts", "| 软件实付 | softwarePaid | 金额 |", "| 软件实付 | softwarePaid | 钱 |", "facts-type"],
    check: ["facts", "- test: 应用止 >= 应用起", "- test: 应用止 >= 应用期", "unknown-name"],
    reading: ["interpretations", "| up-to-cost | 以实际支出为限 |\n", "", "rule-shape"],
  } as const;
  const codesOf = (...names: (keyof typeof CHANGES)[]): string[] => {
    let changed = sources;
    for (const name of names) {
      const [file, from, to] = CHANGES[name];
      expect(changed[file]).toContain(from);
      changed = { ...changed, [file]: changed[file].replace(from, () => to) };
    }
    const compiled = compilePolicy(changed);
    return (compiled.ok ? [] : compiled.errors.map((e) => e.code)).sort();
  };
  const wanted = (...names: (keyof typeof CHANGES)[]) => names.map((name) => CHANGES[name][3] as string).sort();

  it.each([
    [["yaml", "name"]],
    [["yaml", "quote", "front"]],
    [["figure", "name", "check"]],
    [["reading", "name", "front"]],
    [["yaml", "quote", "name", "front", "check", "reading"]],
  ] as (keyof typeof CHANGES)[][][])("tells of %s in one run, each once", (names) => {
    expect(codesOf(...names)).toEqual(wanted(...names));
  });

  it("doesn't complain of a rule that names a fact whose row can't be read", () => {
    expect(codesOf("fact", "yaml", "front")).toEqual(wanted("fact", "yaml", "front"));
  });
});
