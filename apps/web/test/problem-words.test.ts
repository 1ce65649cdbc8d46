/** The words beside a field and in the list of what is wrong with a file. */

import { readFileSync } from "node:fs";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { fieldWords } from "../src/parts/form/field-words.ts";
import { expectedWords, plainWords, problemWords } from "../src/parts/form/problem-words.ts";

describe("what was expected", () => {
  it.each([
    ["应为 18 位", "应为 18 位"],
    ["对象 { … }", "应为对象 { … }"],
    ["必须填写：应为金额（元）", "必须填写：应为金额（元）"],
    ["可用的名称：year、applicant", "可用的名称：year、applicant"],
    ["本政策的年度：2023、2024", "本政策的年度：2023、2024"],
  ])("%s", (expected, words) => expect(expectedWords(expected)).toBe(words));

  it("doesn't name the field twice", () => {
    const problem = { path: "a", problem: "单位名称：缺少这一项", expected: "" };
    expect(problemWords(problem, "单位名称")).toBe("缺少这一项");
  });
});

describe("beside a field", () => {
  const folder = new URL("../../../policies/jinjiang-2023-11/2023-05-01/", import.meta.url);
  const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
  const policy = read("compiled/policy.json") as Policy;
  const engine = createEngine(policy, "closures");
  const factory = read("examples/1-shoe-factory.json");
  const saidOf = (key: string, value: unknown): string => {
    const dossier = { ...factory, applicant: { ...factory.applicant, [key]: value } };
    const found = engine.read(dossier);
    const fact = policy.facts.records.find(({ id }) => id === "applicant")?.facts.find((each) => each.key === key);
    const [problem] = found.ok ? [] : found.errors;
    if (problem === undefined || fact === undefined) throw new Error(`${key} was taken`);
    return fieldWords(problem, fact);
  };
  it.each([
    ["fiscalContribution", "-5", "带负号，金额不能小于 0；应填以元为单位的数字，至多两位小数。"],
    ["fiscalContribution", "50万", "含有单位或货币符号；应填以元为单位的数字，至多两位小数。"],
    ["fiscalContribution", "1e309", "是科学记数法；应填以元为单位的数字，至多两位小数。"],
    ["employees", "12a", "应填整数。"],
    ["industry", "制鞋", "不是行业代码；应填国民经济行业代码：2 至 4 位数字。"],
    ["kind", "factory", "没有这个选项；请从列出的选项里选。"],
    ["registeredInJinjiang", "yes", "不是是或否；请选“是”或“否”。是否应为 是？"],
    ["uscc", "91350582MA8801386C", "第 18 位校验不符（GB 32100）；按前 17 位计算，第 18 位应为 B；请对照营业执照逐位核对"],
    ["industry", null, "企业没有填写行业代码；单位类型为企业时必须填写 2 至 4 位的国民经济行业代码"],
  ])("%s %s", (key, value, words) => expect(saidOf(key, value)).toBe(words));
  it("nothing is said of how a file would write it", () => {
    for (const value of ["-5", "1.234", "abc", "=1+1", "99999999999999"])
      expect(saidOf("fiscalContribution", value)).not.toMatch(/["“]|收到|\d{5}/);
    expect(plainWords("企业资源计划（ERP）")).toBe("企业资源计划（ERP）");
  });
});
