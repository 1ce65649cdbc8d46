/** The words beside a field and in the list of what is wrong with a file. */
import { describe, expect, it } from "vitest";
import { expectedWords, problemWords } from "../src/parts/form/problem-words.ts";

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
