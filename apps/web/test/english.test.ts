/** English against the sources: every word the page says has its English, no English is left over, and both have the same places to fill. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterEach, describe, expect, it } from "vitest";
import { amountOf, amountOfFen, exactAmount, figureOf } from "../src/parts/figures/amount.ts";
import { day, month } from "../src/parts/figures/day.ts";
import { factName, groupName, optionName } from "../src/parts/form/fact-name.ts";
import { ASK } from "../src/words/en/ask.ts";
import { COMPARE } from "../src/words/en/compare.ts";
import { FORM } from "../src/words/en/form.ts";
import { MONEY } from "../src/words/en/money.ts";
import { PAGE } from "../src/words/en/page.ts";
import { READING } from "../src/words/en/reading.ts";
import { RESULT } from "../src/words/en/result.ts";
import { EN } from "../src/words/en.ts";
import { keyWords } from "../src/words/key-words.ts";
import { speak, t } from "../src/words/t.ts";

const web = fileURLToPath(new URL("..", import.meta.url));

interface Use {
  readonly words: string;
  readonly at: string;
}

/** Every `t("…")` of the sources; a key that isn't written out can't be held against anything. */
function usesIn(path: string, text: string): { readonly said: readonly Use[]; readonly unwritten: readonly string[] } {
  const file = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const said: Use[] = [];
  const unwritten: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === "t") {
      const at = `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      const [words] = node.arguments;
      if (words !== undefined && ts.isStringLiteralLike(words)) said.push({ words: words.text, at });
      else unwritten.push(at);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { said, unwritten };
}

const sources = readdirSync(join(web, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => usesIn(path, readFileSync(join(web, "src", path), "utf8")));
/** Words that stand in the HTML itself, and are said anew in another language. */
const inHtml = ["index.html", "404.html", "policies.html"].flatMap((name) =>
  [...readFileSync(join(web, name), "utf8").matchAll(/data-words="([^"]*)"/g)].map(([, words = ""]) => ({ words, at: name })),
);
const said = [...sources.flatMap((source) => source.said), ...inHtml];

const holes = (words: string): string[] => [...words.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

describe("the English catalogue", () => {
  it("has every word that is said", () => {
    expect(said.length).toBeGreaterThan(200);
    expect(said.filter(({ words }) => !Object.hasOwn(EN, words)).map(({ words, at }) => `${at} ${words}`)).toEqual([]);
  });
  it("has no word that nobody says, and none twice", () => {
    const used = new Set(said.map(({ words }) => words));
    expect(Object.keys(EN).filter((words) => !used.has(words))).toEqual([]);
    const parts = [PAGE, ASK, FORM, RESULT, MONEY, COMPARE, READING].flatMap((part) => Object.keys(part));
    expect(parts.filter((words, i) => parts.indexOf(words) !== i)).toEqual([]);
  });
  it("fills the same places, and says no Chinese", () => {
    expect(Object.entries(EN).filter(([zh, en]) => holes(zh).join() !== holes(en).join())).toEqual([]);
    expect(Object.values(EN).filter((en) => en.trim() === "" || /[\p{Script=Han}，。：；、（）]/u.test(en))).toEqual([]);
  });
  it("is asked by words that are written out; in the HTML they are in an attribute", () => {
    expect(sources.flatMap(({ unwritten }) => unwritten).map((at) => at.replace(/:\d+$/, ""))).toEqual(["words/language.ts"]);
  });
});

describe("in English", () => {
  afterEach(() => speak(null));
  it("amounts are CNY to the 分, in Chinese 万元", () => {
    const all = () => [amountOf("201500.00"), amountOfFen(37_000_00n, 0), exactAmount("7000.01"), figureOf("420150.00")];
    expect(all()).toEqual(["20.15 万元", "3.7 万元", "7,000.01 元", "42.015"]);
    speak(EN);
    expect(all()).toEqual(["CNY 201,500.00", "CNY 37,000.00", "CNY 7,000.01", "420,150.00"]);
  });
  it("days are written day, month, year", () => {
    speak(EN);
    expect([day("2023-05-01"), month("2023-11"), day("明天")]).toEqual(["1 May 2023", "November 2023", "明天"]);
  });
  it("facts are called by their key and by the policy's name", () => {
    const names = () => [
      factName({ key: "softwarePaid", label: "软件实付" }),
      groupName({ id: "consulting.reports", label: "诊断报告" }),
      optionName({ id: "ERP", label: "ERP" }),
    ];
    expect(names()).toEqual(["软件实付", "诊断报告", "ERP"]);
    speak(EN);
    expect(names()).toEqual(["Software paid (软件实付)", "Reports (诊断报告)", "ERP"]);
  });
  it.each([
    ["uscc", "Credit code"],
    ["fiveGProjects", "Five G projects"],
    ["servedSmes", "Served SMEs"],
    ["iiot-platform", "IIoT platform"],
    ["registeredInJinjiang", "Registered in Jinjiang"],
    ["数字", ""],
  ])("%s is %s", (key, words) => expect(keyWords(key)).toBe(words));
  it("what isn't in the catalogue is said in Chinese, and places stay where nothing fills them", () => {
    speak({});
    expect(t("第 {n} 项", {})).toBe("第 {n} 项");
  });
});
