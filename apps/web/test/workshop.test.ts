/** What the workshop's page works out by itself: completions, tiers, changes, the zip. */
import { readFileSync } from "node:fs";
import { type Documents, vocabularyOf } from "@zhengdui/compiler";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { amountWords, rangeWords } from "../src/parts/tiers/tier-words.ts";
import { tiersOf } from "../src/parts/tiers/tiers.ts";
import { changesOf } from "../src/screens/workshop/changes.ts";
import { completeAt } from "../src/screens/workshop/complete-at.ts";
import { zipOf } from "../src/screens/workshop/download.ts";

const read = (name: string) =>
  readFileSync(new URL(`../../../policies/shili-2025-01/2025-01-01/${name}`, import.meta.url), "utf8");
const documents = Object.fromEntries(
  ["original.txt", "policy.md", "facts.md", "interpretations.md", "cases.md"].map((name) => [name, read(name)]),
) as unknown as Documents;
const vocabulary = vocabularyOf(documents);

/** ‸ is the cursor. */
function offered(name: string, text: string): string[] {
  const at = text.indexOf("‸");
  return (completeAt(name, text.replace("‸", ""), at, vocabulary)?.words ?? []).map(({ word }) => word);
}
const rule = (body: string) => `## 一（二）· 增产奖励\n\n\`\`\`rule\n${body}`;

describe("completion", () => {
  it.each([
    ["keys of a measure", rule("‸"), ["measure", "year cap", "combination"], ["when"]],
    ["keys of a condition", rule("who:\n  - ‸"), ["text", "when", "otherwise"], ["measure"]],
    ["keys of the next line of a condition", rule("where:\n  - text: 甲\n    ‸"), ["when", "mark"], ["measure"]],
    ["keys of a selection", rule("selection:\n  ‸"), ["quota", "budget", "rank"], ["measure"]],
    ["keys of a shared condition", rule("conditions:\n  属地企业:\n    ‸"), ["when", "quote"], ["measure"]],
    ["lists", rule("each: ‸"), ["经营数据", "云服务"], ["申报单位", "本年产值"]],
    [
      "facts, steps, figures and functions in a formula",
      rule("amount: 到分(‸"),
      ["增量", "本年产值", "申报单位", "大企业二档率", "max"],
      ["规上工业", "满数"],
    ],
    ["a record's facts behind its dot", rule("when: 申报单位.‸"), ["规上工业", "财政贡献"], ["本年产值", "年度"]],
    ["readings", rule('when: 解读("‸'), ["breakthrough"], ["年度"]],
    ["marks", rule("mark: ‸"), ["out-of-year"], ["年度"]],
    ["natures", rule("nature: ‸"), ["informational", "unmodelled"], ["年度"]],
    ["clauses", rule("clause: ‸"), ["首部", "一（一）"], ["年度"]],
    ["names in a table of tiers", "## 一（二）\n\n| 增幅 | 上年产值 |\n| --- | --- |\n| < ‸", ["产值界限", "增量"], []],
  ])("offers %s", (_, text, some, none) => {
    const words = offered("policy.md", text);
    expect(words).toEqual(expect.arrayContaining(some));
    expect(words.filter((word) => (none as string[]).includes(word))).toEqual([]);
  });

  it.each([
    ["words of one's own", rule("title: ‸")],
    ["the official words", "## 一（二）\n\n> ‸"],
    ["a table of figures", "## 一（二）\n\n| 数 | 值 | 原文 |\n| --- | --- | --- |\n| ‸"],
  ])("offers nothing in %s", (_, text) => {
    expect(offered("policy.md", text)).toEqual([]);
  });

  const written = (name: string, text: string, words: typeof vocabulary) => {
    const at = text.indexOf("‸");
    const found = completeAt(name, text.replace("‸", ""), at, words);
    return { from: found === null ? -1 : at - found.from, words: (found?.words ?? []).map((word) => word.written ?? word.word) };
  };
  const level = vocabulary.words
    .filter(({ kind, of }) => kind === "option" && of.endsWith(".层级"))
    .map(({ word }) => `"${word}"`);

  it.each([
    ["behind =", "when: 层级 = ‸", 0],
    ["without a blank", "when: 层级=‸", 0],
    ["behind !=", "when: 层级 != ‸", 0],
    ["behind a quote that was begun", 'when: 甲 and 层级 = "lo‸', 3],
    ["behind a label that was begun", "when: 层级 = 本‸", 1],
    ["in a list of them", 'when: 层级 in ("local", ‸', 0],
  ])("offers an option fact's options in quotes %s", (_, text, from) => {
    expect(level).toContain('"local"');
    expect(written("policy.md", rule(text), vocabulary)).toEqual({ from, words: level });
  });
  it("offers no options behind what is no option fact, and those of a record's fact behind its full name", () => {
    expect(written("policy.md", rule("when: 本年产值 = ‸"), vocabulary).words.some((word) => word.startsWith('"'))).toBe(false);
    const made = { ...vocabulary, words: [{ word: "school", kind: "option" as const, detail: "学校", of: "申报单位.单位类型" }] };
    expect(written("policy.md", rule("when: 申报单位.单位类型 = ‸"), made)).toEqual({ from: 0, words: ['"school"'] });
    expect(
      completeAt("policy.md", rule("when: 申报单位.单位类型 = "), rule("when: 申报单位.单位类型 = ").length, made),
    ).toMatchObject({
      atOnce: true,
      words: [{ word: '"school" 学校' }],
    });
    expect(written("policy.md", "## 一\n\n| 单位类型 | 补助 |\n| --- | --- |\n| ‸", made).words).toEqual(['"school"']);
  });

  it.each([
    ["an amount", "policy.md", rule("cap: 50‸"), 0, ["万元", "%", "元", "年", "人", "个月", "月"]],
    ["a decimal", "policy.md", rule("amount: 到分(2.5‸"), 0, ["%", "‰"]],
    ["a unit that was begun", "policy.md", rule("cap: 50万‸"), 1, ["万元"]],
    ["a tier's bound", "policy.md", "## 一\n\n| 投入 | 补助 |\n| --- | --- |\n| [10‸", 0, ["万元", "家"]],
    ["a figure's value", "policy.md", "## 一\n\n| 数 | 值 | 原文 |\n| --- | --- | --- |\n| 上限 | 30‸", 0, ["万元"]],
    ["a fact of a case", "cases.md", "## 例\n\n| 云服务 | 服务费 |\n| --- | --- |\n| 一 | 5‸", 0, ["万元", "元"]],
  ])("offers units behind %s", (_, name, text, from, some) => {
    const found = written(name, text, vocabulary);
    expect(found.from).toBe(from);
    expect(found.words).toEqual(expect.arrayContaining(some));
  });
  it.each([rule("cap: 50万元‸"), rule("when: 甲2‸"), "## 一\n\n> 最高50‸"])("offers no unit in %j", (text) => {
    expect(written("policy.md", text, vocabulary).words).not.toContain("万元");
  });

  it("offers a clause's own figures before those of others", () => {
    const words = offered("policy.md", rule("cap: ‸"));
    expect(words.indexOf("增产上限")).toBeLessThan(words.indexOf("增收上限"));
  });

  it("offers what a cell may say", () => {
    const facts = "| 名称 | 标识 | 类型 | 填报 |\n| --- | --- | --- | --- |\n| 甲 | a | ";
    expect(offered("facts.md", `${facts}‸`)).toEqual(expect.arrayContaining(["金额", "是否", "单选"]));
    expect(offered("facts.md", `${facts}金额 | ‸`)).toEqual(expect.arrayContaining(["必填", "可缺未知"]));
    expect(offered("cases.md", "## 例\n\n| 云服务 | ‸")).toEqual(["编号", "项目", "服务费", "付款日"]);
    expect(offered("cases.md", "## 例\n\n| 条款 | 结论 | 金额 |\n| --- | --- | --- |\n| 第一‸")).toContain("第一条第（一）项");
    expect(offered("cases.md", "## 例\n\n| 条款 | 结论 | 金额 |\n| --- | --- | --- |\n| 一 | ‸")).toContain("可以得到");
    expect(offered("interpretations.md", "## a · 甲\n\n条款 ‸")).toContain("二（一）");
  });

  it("knows every declared fact, figure and step of the policy", () => {
    const words = new Set(vocabulary.words.map(({ word }) => word));
    const compiled = JSON.parse(
      readFileSync(new URL("../../../policies/shili-2025-01/2025-01-01/compiled/policy.json", import.meta.url), "utf8"),
    );
    const names = [
      ...[...compiled.facts.records, ...compiled.facts.lists].flatMap((group) => [
        group.label,
        ...group.facts.map((fact: { label: string }) => fact.label),
      ]),
      ...compiled.params.map((param: { name: string }) => param.name),
      ...compiled.measures.flatMap((measure: { form: { lets?: { name: string }[] } }) =>
        (measure.form.lets ?? []).map(({ name }) => name),
      ),
    ];
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => !words.has(name))).toEqual([]);
  });
});

describe("tiers", () => {
  const TOP = 10 ** 10;
  const tell = (ask: (x: number) => number, seeds: number[] = []) =>
    tiersOf(ask, seeds, TOP).map(
      (tier, i, all) => `${rangeWords(tier, "元", i === all.length - 1)}: ${amountWords(tier, "元", i === all.length - 1)}`,
    );

  it.each([
    [
      "a bound that belongs above",
      (x: number) => (x >= 10_000_000 ? 500_000 : 0),
      ["0（含）至 10万元（不含）: 0", "10万元（含）以上: 0.5万元"],
    ],
    [
      "a bound that belongs below",
      (x: number) => (x > 10_000_000 ? 500_000 : 0),
      ["0（含）至 10万元（含）: 0", "10万元（不含）以上: 0.5万元"],
    ],
    [
      "a rate that is cut to the 分, under a limit",
      (x: number) => Math.min(Math.floor((x * 15) / 100), 30_000_000),
      ["0（含）至 200万元（含）: 0 至 30万元，增加额的 15%", "200万元（不含）以上: 30万元"],
    ],
    [
      "a band that pays band by band",
      (x: number) => Math.floor((Math.min(x, 10_000_000) * 60 + Math.max(0, x - 10_000_000) * 40) / 100),
      ["0（含）至 10万元（含）: 0 至 6万元，增加额的 60%", "10万元（不含）以上: 6万元起，增加额的 40%"],
    ],
    [
      "a single sum that is paid for",
      (x: number) => (x === 10_000_000 ? 100 : 0),
      ["0（含）至 10万元（不含）: 0", "正好 10万元: 1元", "10万元（不含）以上: 0"],
    ],
  ])("finds %s", (_, ask, words) => {
    expect(tell(ask, [10_000_000])).toEqual(words);
  });

  it("finds bounds that no figure hints at", () => {
    expect(tell((x) => (x >= 123_456_700 ? 100 : 0))).toEqual([
      "0（含）至 123.4567万元（不含）: 0",
      "123.4567万元（含）以上: 1元",
    ]);
  });

  it("shows a few steps of a stair without end", () => {
    const tiers = tiersOf((x) => Math.floor(x / 10_000_000) * 100, [], TOP);
    expect(tiers.length).toBeLessThan(15);
    expect(tiers.slice(0, 3).map(({ from, to, end }) => [from, to, end])).toEqual([
      [0, 10_000_000, 0],
      [10_000_000, 20_000_000, 100],
      [20_000_000, 30_000_000, 200],
    ]);
  });
});

describe("changes", () => {
  const text = (body: string) => [{ name: "policy.md", text: body }];
  it("are told by section, and none where there is none", () => {
    const before = "---\na: 1\n---\n\n## 一\n\n甲\n乙\n\n## 二\n\n丙\n";
    expect(changesOf(text(before), text(before))).toEqual([]);
    expect(changesOf(text(before), text(before.replace("乙", "丁")))).toEqual([
      {
        document: "policy.md",
        heading: "一",
        lines: [
          { kind: "same", text: "## 一" },
          { kind: "same", text: "" },
          { kind: "same", text: "甲" },
          { kind: "gone", text: "乙" },
          { kind: "new", text: "丁" },
          { kind: "same", text: "" },
        ],
      },
    ]);
  });
  it("of a section of a hundred thousand lines are told at once, if not the shortest way", () => {
    const many = (word: string) => Array.from({ length: 50_000 }, (_, i) => `${word}${i}`);
    const before = ["## 一", ...many("甲"), "末"].join("\n");
    const after = ["## 一", ...many("乙"), "末"].join("\n");
    const begun = performance.now();
    const [change] = changesOf(text(before), text(after));
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(change?.lines).toHaveLength(100_002);
    expect(change?.lines[0]).toEqual({ kind: "same", text: "## 一" });
    expect(change?.lines.at(-1)).toEqual({ kind: "same", text: "末" });
  });
  it("tell of a section that went", () => {
    const [change] = changesOf(text("## 一\n甲"), text("## 二\n甲"));
    expect(change).toMatchObject({
      heading: "二",
      lines: [
        { kind: "new", text: "## 二" },
        { kind: "new", text: "甲" },
      ],
    });
  });
});

it("the zip holds the documents in their folders", () => {
  const zip = unzipSync(zipOf({ policy: "shili-1", version: "2026-01-01", title: "" }, [{ name: "policy.md", text: "甲" }]));
  expect(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([["shili-1/2026-01-01/policy.md", "甲"]]);
});
