/** What the server puts into the printed pages: state, filing windows and what a search finds; and what it reads of an office's service.json. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceSheet } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { alternatesOf } from "../src/alternates.ts";
import { foundHtml } from "../src/found-html.ts";
import { FOUND_IN_CHINESE, FOUND_IN_ENGLISH } from "../src/found-words.ts";
import { searchPolicies, wordsOf } from "../src/policy-search.ts";
import { summarize } from "../src/routes/policies.ts";
import { NO_SERVICE, readServiceSheet } from "../src/service-sheet.ts";
import { stateWords, windowWords } from "../src/state-words.ts";

const SHELF = join(import.meta.dirname, "..", "..", "..", "policies");
const homes = readdirSync(SHELF).flatMap((id) => readdirSync(join(SHELF, id)).map((version) => join(SHELF, id, version)));
const policyIn = (home: string) => JSON.parse(readFileSync(join(home, "compiled", "policy.json"), "utf8")) as Policy;
const policies = homes.map(policyIn);
const [jinjiang] = policies.filter(({ id }) => id === "jinjiang-2023-11") as [Policy];
const sheet = (policy: Policy, json: unknown): ServiceSheet => {
  const read = readServiceSheet(json, policy);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.value;
};

describe("service.json", () => {
  it.each(homes)("of %s is read, and names a section for every measure", (home) => {
    const policy = policyIn(home);
    const { sections } = sheet(policy, JSON.parse(readFileSync(join(home, "service.json"), "utf8")));
    for (const { clause } of policy.measures)
      expect(sections.some(({ clauses }) => clauses.length === 0 || clauses.includes(clause))).toBe(true);
  });

  it("invents neither phone nor window for the real policy, and quotes its text for every section", () => {
    const home = homes.find((one) => one.includes(jinjiang.id)) ?? "";
    const service = sheet(jinjiang, JSON.parse(readFileSync(join(home, "service.json"), "utf8")));
    expect(service.windows).toEqual([]);
    expect(service.repealed).toBeNull();
    for (const section of service.sections) {
      expect(section).not.toHaveProperty("phone");
      expect(section.words).toContain(section.name);
    }
  });

  it("tells every fault at its place", () => {
    const read = readServiceSheet(
      {
        repealed: { on: "2024-02-30", by: "" },
        windows: [{ year: 2030, from: "2025-03-02", to: "2025-03-01", by: "通知" }],
        sections: [
          { clauses: ["九（九）"], name: "某局", words: "原文没有的话", fax: "1" },
          { clauses: [] },
          { clauses: [], name: "乙" },
        ],
        more: 1,
      },
      jinjiang,
    );
    expect(read.ok ? [] : read.errors.map(({ path }) => path).sort()).toEqual(
      [
        "more",
        "repealed.by",
        "repealed.on",
        "sections",
        "sections[0].clauses",
        "sections[0].fax",
        "sections[0].words",
        "sections[1].name",
        "windows[0].to",
        "windows[0].year",
      ].sort(),
    );
    expect(readServiceSheet([], jinjiang).ok).toBe(false);
  });
});

describe("the state of the day", () => {
  const repealed = { ...NO_SERVICE, repealed: { on: "2024-03-01", by: "示例政规〔2024〕2号" } };
  const words = (service: ServiceSheet, today: string) => stateWords(summarize(jinjiang, service, today));
  it("is told in the words of the law", () => {
    expect(words(NO_SERVICE, "2025-01-01")).toBe(
      "<strong>已失效</strong> 已于2024年12月31日失效，不作新的申报依据；2023、2024 年度仍可测算",
    );
    expect(words(NO_SERVICE, "2024-12-31")).toBe("<strong>施行中</strong>");
    expect(words(NO_SERVICE, "2023-04-30")).toBe("<strong>未生效</strong> 2023年5月1日起施行");
  });
  it("is 已废止 from the day of the repeal, which is announced before", () => {
    expect(words(repealed, "2024-02-29")).toBe("<strong>施行中</strong> 2024年3月1日起由示例政规〔2024〕2号废止");
    expect(words(repealed, "2024-03-01")).toBe(
      "<strong>已废止</strong> 已于2024年3月1日起由示例政规〔2024〕2号废止，不作新的申报依据；2023、2024 年度仍可测算",
    );
    expect(words(repealed, "2026-01-01")).toContain("已废止");
  });
  it("can't be repealed once it has run out", () => {
    const late = { ...NO_SERVICE, repealed: { on: "2025-03-01", by: "示例政规〔2025〕2号" } };
    expect(words(late, "2025-06-01")).toContain("<strong>已失效</strong>");
    expect(words(late, "2024-06-01")).toBe("<strong>施行中</strong>");
  });
  it("tells each year's window and guesses none", () => {
    expect(windowWords(summarize(jinjiang, NO_SERVICE, "2025-01-01"), "2025-01-01")).toBe("申报窗口以当年申报通知为准");
    const service = { ...NO_SERVICE, windows: [{ year: 2023, from: "2024-03-01", to: "2024-04-30", by: "通知<1>" }] };
    const on = (today: string) => windowWords(summarize(jinjiang, service, today), today);
    expect(on("2024-03-01")).toContain("2023 年度：2024年3月1日至2024年4月30日（<strong>正在受理</strong>，见通知&lt;1&gt;）");
    expect(on("2024-02-29")).toContain("尚未开始");
    expect(on("2024-04-30")).toContain("正在受理");
    expect(on("2024-05-01")).toContain("已截止");
    expect(on("2024-05-01")).toContain("2024 年度：以当年申报通知为准");
  });
});

describe("the search", () => {
  const found = (asked: string) => searchPolicies(policies, wordsOf(asked));
  const clausesOf = (asked: string) =>
    found(asked).flatMap(({ policy, clauses }) => clauses.map(({ clause }) => `${policy.id} ${clause}`));
  const markedIn = (asked: string) =>
    found(asked).flatMap(({ clauses }) =>
      clauses.flatMap(({ title, texts }) =>
        [...title, ...texts.flatMap(({ pieces }) => pieces)].filter(({ marked }) => marked).map(({ text }) => text),
      ),
    );

  it("finds clauses by any part of their words, whatever width, case or white space", () => {
    expect(clausesOf("工业APP")).toContain("jinjiang-2023-11 三（二）");
    expect(clausesOf("工业ａｐｐ")).toEqual(clausesOf("工业APP"));
    expect(markedIn("工业app")).toContain("工业 APP");
    expect(clausesOf("链主")).toEqual(["yangli-2025-06 一（三）"]);
  });
  it("wants all words, in the clause or in its policy's head", () => {
    expect(clausesOf("晋江 上云")).toEqual(["jinjiang-2023-11 二（三）"]);
    expect(clausesOf("上云 链主")).toEqual([]);
    expect(found("晋政规").map(({ policy }) => policy.id)).toEqual(["jinjiang-2023-11"]);
  });
  it("shows the official words as they stand, but for what lies far from the sought ones", () => {
    const [one] = found("遴选")[0]?.clauses ?? [];
    const words = one?.texts[0]?.pieces.map(({ text }) => text).join("") ?? "";
    const [sentence = ""] = jinjiang.clauses.find(({ id }) => id === one?.clause)?.sentences ?? [];
    expect(words).toMatch(/^….*遴选.*…$/);
    for (const part of words.split("…")) expect(sentence).toContain(part);
  });
  it("escapes what was typed and what it found", () => {
    const asked = '<script>alert("1")</script>&';
    expect(foundHtml(asked, found(asked), () => "", FOUND_IN_CHINESE)).toContain(
      "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;",
    );
    const hostile = { ...jinjiang, title: "<b>甲乙</b>", clauses: [], measures: [] };
    expect(foundHtml("甲", searchPolicies([hostile], wordsOf("甲")), () => "", FOUND_IN_CHINESE)).toContain(
      "&lt;b&gt;<mark>甲</mark>乙&lt;/b&gt;",
    );
  });
  it("says that there is nothing, and where to go on", () => {
    expect(wordsOf(" 　\n")).toEqual([]);
    expect(foundHtml("没有的词", found("没有的词"), () => "", FOUND_IN_CHINESE)).toContain("没有找到“没有的词”");
  });
  it("says so in English too, where nothing but the law is Chinese", () => {
    const english = (asked: string) => foundHtml(asked, found(asked), () => "", FOUND_IN_ENGLISH);
    const kinds = english("软件 补助").matchAll(/found-what">([^<]*)</g);
    expect([...kinds].map(([, kind]) => kind)).toContain("Text");
    for (const page of [english("软件"), english("企业"), english("没有的词")]) {
      const own = page.replace(/<span lang="zh-CN">.*?<\/span>/gs, "").replace(/<[^>]*>/g, "");
      expect(own).not.toMatch(/\p{Script=Han}/u);
      expect(page).toContain('href="/en/policies/');
      expect(page).not.toContain('href="/policies/');
    }
  });
});

describe("where a page stands in the other language", () => {
  const linkFor = (headers: Record<string, string>) => alternatesOf({ headers }, "/policies/").link;
  it.each([
    ["asked without a proxy", { host: "localhost:8350" }, "http://localhost:8350"],
    ["asked through a proxy that speaks HTTPS", { host: "fuwu.example", "x-forwarded-proto": "https" }, "https://fuwu.example"],
    ["asked by number", { host: "[::1]:8350" }, "http://[::1]:8350"],
  ])("is said with the whole address, %s", (_, headers, origin) => {
    expect(linkFor(headers)).toBe(
      `<${origin}/policies/>; rel="alternate"; hreflang="zh-CN", <${origin}/en/policies/>; rel="alternate"; hreflang="en"`,
    );
  });

  it.each(["", "a>; rel=x", "a b", "a/b"])("isn't said where the request names no host: %j", (host) => {
    expect(linkFor({ host })).toBeUndefined();
  });
});
