/** Reading a policy's Markdown: every part with its place, every fault of form with its mend. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Complaint } from "../src/complaints.ts";
import { findFigures } from "../src/read/find-figures.ts";
import { hanDigits } from "../src/read/han-numeral.ts";
import { parseFigure, parseFigureValue, sameFigure } from "../src/read/parse-figure.ts";
import type { PolicyDocument } from "../src/read/policy-document.ts";
import { readDocument } from "../src/read/read-document.ts";
import { readTables } from "../src/read/read-tables.ts";

const TEXT = `---
policy: example-1
years: [2023]
---

# 示例办法

## 首部

> 示例办法

## 二（二）· 采购补助

说明文字。

> 采购金额达 50 万元以上的，
> 给予 5 万元补助。

> 另一段。

| 数 | 值 | 原文 |
| --- | --- | --- |
| 采购下限 | 50万元 | \`达 50 万元以上\` |
| 补助 | 5万元 | \`50 万元以上的，给予【5 万元】\` \`5 万元补助\` |

### 注释

\`\`\`rule
measure: 2.2
when:
  - 属地 and 制造业
  - text: "是 否"
    test: 采购 >= 50万元
long: |
  if a
    then b
\`\`\`

| 采购 | 补助 |
| --- | --- |
| < 50万元 | 0 |
| a \\| b | 5万元 |
`;

function read(text: string): PolicyDocument {
  const found = readDocument("policy.md", text);
  if (!found.ok) throw new Error(found.errors.map((e) => `${e.line}: ${e.what}`).join("\n"));
  return found.value;
}

function faults(text: string): readonly Complaint[] {
  const found = readDocument("policy.md", text);
  return found.ok ? [] : found.errors;
}

const lineOf = (words: string, text = TEXT): number => text.slice(0, text.indexOf(words)).split("\n").length;

describe("readDocument", () => {
  const document = read(TEXT);
  const section = document.sections[1];
  const rule = section?.rules[0];

  it("reads front matter with its lines", () => {
    expect(document.front.value).toEqual({ policy: "example-1", years: [2023] });
    expect(document.front.lineOf(["years"])).toBe(3);
  });

  it("reads sections, quotes and commentary", () => {
    expect(document.sections.map((s) => [s.id, s.title, s.line])).toEqual([
      ["首部", "", 8],
      ["二（二）", "采购补助", 12],
    ]);
    expect(section?.quotes.map((q) => [q.text, q.line])).toEqual([
      ["采购金额达 50 万元以上的，给予 5 万元补助。", 16],
      ["另一段。", 19],
    ]);
    expect(section?.prose).toBe("说明文字。\n\n注释");
  });

  it("reads figures with their excerpts and marks", () => {
    expect(section?.figures.map((f) => [f.name, f.value.text, f.line])).toEqual([
      ["采购下限", "50万元", 23],
      ["补助", "5万元", 24],
    ]);
    const [marked, plain] = section?.figures[1]?.words ?? [];
    expect(marked?.text).toBe("50 万元以上的，给予5 万元");
    expect(marked?.marks.map((m) => marked.text.slice(m.from, m.to))).toEqual(["5 万元"]);
    const source = TEXT.split("\n")[23] ?? "";
    expect(source.slice((plain?.column ?? 0) - 1).startsWith("5 万元补助")).toBe(true);
  });

  it("reads rules with the places of keys and of characters in expressions", () => {
    expect(rule?.value).toEqual({
      measure: 2.2,
      when: ["属地 and 制造业", { text: "是 否", test: "采购 >= 50万元" }],
      long: "if a\n  then b\n",
    });
    expect(rule?.lineOf(["when", 1, "test"])).toBe(lineOf("    test:"));
    expect(rule?.lineOf(["when", 1, "absent"])).toBe(lineOf("  - text:"));
    expect(rule?.lineOf(["long"])).toBe(lineOf("long:"));
    expect(rule?.placeOf(["when", 1, "test"], 3)).toEqual({ line: lineOf("    test:"), column: "    test: 采购 ".length + 1 });
    expect(rule?.placeOf(["when", 1, "text"], 2)).toEqual({ line: lineOf("  - text:"), column: '  - text: "是 '.length + 1 });
    expect(rule?.placeOf(["long"], "if a\n  then ".length)).toEqual({ line: lineOf("then b"), column: "    then ".length + 1 });
  });

  it("attaches decision tables to their rule", () => {
    expect(rule?.tables[0]?.header.map((c) => c.text)).toEqual(["采购", "补助"]);
    expect(rule?.tables[0]?.rows.map((r) => r.map((c) => c.text))).toEqual([
      ["< 50万元", "0"],
      ["a | b", "5万元"],
    ]);
    expect(rule?.tables[0]?.rows[0]?.[1]).toMatchObject({ line: lineOf("| < 50万元"), column: "| < 50万元 | ".length + 1 });
  });

  it.each<[string, string, string, string]>([
    ["front-matter-missing", "---\npolicy", "policy", "policy"],
    ["yaml-broken", "years: [2023]", "years: [2023", "years: [2023"],
    ["yaml-broken", "measure: 2.2", "measure: 2.2\nmeasure: 2.3", "measure: 2.3"],
    ["fence-open", "b\n```", "b\n", "```rule"],
    ["section-twice", "## 首部", "## 二（二）", "## 二（二）· 采购"],
    ["section-without-id", "## 首部", "## · 首部", "## · 首部"],
    ["stray-before-section", "## 首部", "首部", "> 示例办法"],
    ["table-ragged", "| < 50万元 | 0 |", "| < 50万元 | 0 | 1 |", "| < 50万元"],
    ["table-without-header", "| 采购 | 补助 |\n| --- | --- |\n", "", "| < 50万元"],
    ["table-without-rule", "| 数 | 值 | 原文 |", "| 数 | 值 | 原句 |", "| 数 |"],
    ["figure-name-bad", "| 采购下限 |", "| 5G下限 |", "| 5G下限"],
    ["figure-name-bad", "| 采购下限 |", "| — |", "| — |"],
    ["figure-name-twice", "| 采购下限 |", "| 补助 |", "| 补助 | 5万元 |"],
    ["figure-value-unreadable", "| 采购下限 | 50万元 |", "| 采购下限 | 约50万元左右 |", "| 采购下限"],
    ["figure-row-words-missing", "`达 50 万元以上`", "达 50 万元以上", "| 采购下限"],
  ])("complains: %s", (code, from, to, at) => {
    const text = TEXT.replace(from, () => to);
    expect(text).not.toBe(TEXT);
    const line = code === "front-matter-missing" ? 1 : lineOf(`\n${at}`, text) + 1;
    expect(faults(text).map((c) => [c.code, c.line])).toContainEqual([code, line]);
    for (const c of faults(text)) expect([c.what, c.expected, c.why, c.mend].every((w) => w !== "")).toBe(true);
  });

  it("never fails on any text", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "---\n",
        "## 一\n",
        "> 二\n",
        "| 数 | 值 | 原文 |\n",
        "| --- | --- | --- |\n",
        "```rule\n",
        "```\n",
        "a: *b\n",
        "\n",
      ),
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => typeof readDocument("x.md", pieces.join("")).ok === "boolean"));
  }, 30_000);
});

describe("readTables", () => {
  it("gives headings with tables and fences", () => {
    const found = readTables(
      "facts.md",
      "# 事实\n\n## 申报单位 `applicant`\n\n记录\n\n| 名称 | 标识 |\n| --- | --- |\n| 行业 | industry |\n\n```check\ntest: a\n```\n",
    );
    expect(
      found.ok && found.value.map((s) => [s.level, s.heading.text, s.tables.length, s.fences.length, s.paragraphs.length]),
    ).toEqual([
      [1, "事实", 0, 0, 0],
      [2, "申报单位 `applicant`", 1, 1, 1],
    ]);
    expect(found.ok && found.value[1]?.fences[0]).toEqual({ language: "check", text: "test: a", line: 11 });
  });
});

describe("figures", () => {
  it.each([
    ["20%", { value: 20, scale: 2, unit: "" }],
    ["12.5 %", { value: 125, scale: 3, unit: "" }],
    ["50 万元", { value: 50000000, scale: 2, unit: "元" }],
    ["1.25万元", { value: 1250000, scale: 2, unit: "元" }],
    ["3亿元", { value: 30000000000, scale: 2, unit: "元" }],
    ["0.05元", { value: 5, scale: 2, unit: "元" }],
    ["10家", { value: 10, scale: 0, unit: "家" }],
    ["2个", { value: 2, scale: 0, unit: "个" }],
    ["２０％", { value: 20, scale: 2, unit: "" }],
    ["2023 年 5 月 1 日", { value: 20230501, scale: 0, unit: "日期" }],
    ["0.001元", null],
    ["99999999999万元", null],
    ["家", null],
    ["10家、20家", null],
    ["约10家", null],
    ["六十万元", { value: 60000000, scale: 2, unit: "元" }],
    ["一点五万元", { value: 1500000, scale: 2, unit: "元" }],
    ["5千万元", { value: 5000000000, scale: 2, unit: "元" }],
    ["百分之二十", { value: 20, scale: 2, unit: "" }],
    ["百分之零点五", { value: 5, scale: 3, unit: "" }],
    ["千分之三点五", { value: 35, scale: 4, unit: "" }],
    ["万分之五", { value: 5, scale: 4, unit: "" }],
    ["五分之一", { value: 20, scale: 2, unit: "" }],
    ["三分之一", null],
    ["两年", { value: 2, scale: 0, unit: "年" }],
    ["两年半", { value: 25, scale: 1, unit: "年" }],
    ["十五人", { value: 15, scale: 0, unit: "人" }],
    ["一百八十日", { value: 180, scale: 0, unit: "日" }],
    ["四十五周岁", { value: 45, scale: 0, unit: "周岁" }],
    ["二〇二六年三月一日", { value: 20260301, scale: 0, unit: "日期" }],
    ["三四十家", null],
    ["一百二家", null],
    ["百强", null],
  ])("parses %s", (text, figure) => expect(parseFigure(text)).toEqual(figure));

  it("is exact for every amount to the 分", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (fen) => {
        const text = `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, "0")}元`;
        expect(parseFigure(text)).toEqual({ value: fen, scale: 2, unit: "元" });
      }),
    );
  });

  it("compares amounts, not their writing", () => {
    const same = (a: string, b: string) =>
      sameFigure(parseFigure(a) ?? { value: 0, scale: 0, unit: "?" }, parseFigure(b) ?? { value: 0, scale: 0, unit: "!" });
    expect([same("50万元", "500000元"), same("20%", "20.0%"), same("10家", "10个"), same("20%", "21%")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("reads value cells", () => {
    expect(parseFigureValue("未定")).toEqual({ kind: "open" });
    expect(parseFigureValue("告知")).toEqual({ kind: "note", word: "告知" });
    expect(parseFigureValue("纺织、鞋服等产业")).toEqual({ kind: "list", items: ["纺织", "鞋服"] });
    expect(parseFigureValue("很多")).toBeNull();
  });

  it.each([
    ["晋政规〔2023〕11号，第76次（扩大）会议", ["2023", "11号", "76次"]],
    ["达50万元（含）—100万元、300万元以上", ["50万元", "100万元", "300万元"]],
    ["5G应用、ISO9001、20%以上，不超过2个项目", ["20%", "2个"]],
    ["自2023年5月1日起，4月23日印发", ["2023年5月1日", "4月23日"]],
    ["十二条措施，十四届，百分之五，第一城，一次性，（一）同一项目同一年度", ["十二条", "十四届", "百分之五"]],
  ])("finds the figures of %s", (text, figures) =>
    expect(
      findFigures(text)
        .filter((f) => f.isCertain)
        .map((f) => f.text),
    ).toEqual(figures),
  );

  it.each([
    ["最高六十万元，有效期两年，按百分之二十，三十日内，一百万元", ["六十万元", "两年", "百分之二十", "三十日", "一百万元"], []],
    ["十五人以上，万分之五，一点五倍，一年半，不超过三分之一", ["十五人", "万分之五", "一点五倍", "一年半", "三分之一"], []],
    ["二〇二六年三月一日起，至十二月三十一日，年满四十五周岁", ["二〇二六年三月一日", "十二月三十一日", "四十五周岁"], []],
    ["分别给予五万、十万、二十万元奖励", ["五万", "十万", "二十万元"], []],
    ["不少于三名，二十亩，三家以上，2千万元", ["三名", "二十亩", "三家", "2千万元"], []],
    ["一个项目一次性给予，每家限一项，半年内，减少一半", [], ["一个", "一次", "一项", "半年", "一半"]],
    ["两个方面，“两个维护”，二次创业，二期工程，打造百亿元产业", [], ["两个", "两个", "二次", "二期", "百亿元"]],
    ["第一条、之一、同一项目、统一、唯一、一企一档、一事一议", [], []],
    ["第二十三条第三项，数十家，几百人，三四十家，十余家，六十余万元", [], []],
    ["二元结构，一元化，百强企业，千家万户，二三产业，十四五规划，上半年", [], []],
  ])("of %s demands some and allows others", (text, demanded, allowed) => {
    const found = findFigures(text);
    expect(found.filter((f) => f.isCertain).map((f) => f.text)).toEqual(demanded);
    expect(found.filter((f) => !f.isCertain).map((f) => f.text)).toEqual(allowed);
  });

  it("reads every Chinese numeral up to 亿, and the figure is what its Arabic self is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (n) => {
        expect(hanDigits(inHan(n))).toBe(String(n));
        expect(parseFigure(`${inHan(n)}家`)).toEqual(parseFigure(`${n}家`));
      }),
    );
  });
});

/** 100500 → 十万零五百 */
function inHan(n: number): string {
  const digits = "零一二三四五六七八九";
  const group = (m: number): string =>
    [...String(m)]
      .map((d, i, all) => (d === "0" ? "零" : (digits[Number(d)] ?? "") + ["", "十", "百", "千"][all.length - 1 - i]))
      .join("")
      .replace(/零+/gu, "零")
      .replace(/零$/u, "");
  const [top, middle, low] = [Math.trunc(n / 10 ** 8), Math.trunc(n / 10 ** 4) % 10 ** 4, n % 10 ** 4];
  const signs = ["亿", "万", ""];
  let text = "";
  for (const [i, part] of [top, middle, low].entries()) {
    if (part === 0) continue;
    text += (text !== "" && part < 1000 ? "零" : "") + group(part) + signs[i];
  }
  return text.replace(/^一十/u, "十");
}

describe("figures whose unit is unusual or unknown", () => {
  const certain = (text: string) =>
    findFigures(text)
      .filter((f) => f.isCertain)
      .map((f) => f.text);

  it.each([
    ["进口三百万美元以下", "三百万美元"],
    ["进口300万美元以下", "300万美元"],
    ["储能三百万千瓦时以上", "三百万千瓦时"],
    ["装机五十兆瓦以上", "五十兆瓦"],
    ["发运三百列以上", "三百列"],
    ["服务三百家次以上", "三百家次"],
    ["年吞吐三百万标柜以上", "三百万"],
    ["年吞吐三十五标柜以上", "三十五"],
  ])("%s", (text, figure) => expect(certain(text)).toEqual([figure]));

  it.each(["一次性给予", "百花齐放", "千家万户", "万一发生", "五百强企业", "三千余户", "一二三产业", "十三五规划", "同一项目"])(
    "demands nothing in %s",
    (text) => expect(certain(text)).toEqual([]),
  );

  it.each(["300万标柜", "三百万标柜"])("%s: an unknown unit is kept with its value", (text) =>
    expect(parseFigure(text)).toEqual({ value: 3000000, scale: 0, unit: "标柜" }),
  );

  it("reads myriads of what is counted", () => {
    expect(parseFigure("三百万美元")).toEqual(parseFigure("300万美元"));
    expect(parseFigure("1.5万美元")).toEqual({ value: 15000, scale: 0, unit: "美元" });
  });
});
