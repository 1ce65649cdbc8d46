/** Worked cases of a selection: what is said of the choice, of the place and of the amount is held, row by row, and each can be wrong by itself. */
import { readFileSync } from "node:fs";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { runPolicyCases } from "../apps/cli/src/policy-cases.ts";

const folder = "policies/yangli-2025-06/2025-06-01";
const policy = JSON.parse(readFileSync(`${folder}/compiled/policy.json`, "utf8")) as Policy;
const text = readFileSync(`${folder}/cases.md`, "utf8");
const TIED = "| X10—X11 | 80 | 未知 | 入选 | 第10名 | 未定 |";

const complaintsOn = (row: string) => {
  expect(text.split(TIED)).toHaveLength(2);
  const { complaints } = runPolicyCases(policy, "cases.md", text.replace(TIED, row));
  return complaints.map(({ code, what, words }) => ({ code, what, words }));
};

describe("a row of a selection", () => {
  it("is as the case says", () => expect(complaintsOn(TIED)).toEqual([]));
  it("isn't chosen otherwise", () => {
    const found = complaintsOn("| X10—X11 | 80 | 未知 | 未入选 | 第10名 | 未定 |");
    expect(found.map(({ words }) => words)).toEqual(["未入选", "未入选"]);
    expect(found[0]?.what).toContain("X10的遴选结果：算例（cases.md）写的是 未入选，规则（policy.md）算得 入选");
  });
  it("has no other place", () => {
    const found = complaintsOn("| X10—X11 | 80 | 未知 | 入选 | 11 | 未定 |");
    expect(found[0]?.what).toContain("X10的遴选名次：算例（cases.md）写的是 11，规则（policy.md）算得 第10名");
    expect(found).toHaveLength(2);
    expect(complaintsOn("| X10—X11 | 80 | 未知 | 入选 | — | 未定 |")).toHaveLength(2);
  });
  it("gets no other amount: open isn't nothing", () => {
    for (const amount of ["50万元", "0元", "—"])
      expect(complaintsOn(`| X10—X11 | 80 | 未知 | 入选 | 10名 | ${amount} |`)[1]?.what).toMatch(
        /X11的遴选金额：.*规则（policy.md）算得 未定/u,
      );
  });
  it.each([
    ["| X10—X11 | 80 | 未知 | 入选 | 并列 | 未定 |", "case-round-place", "并列"],
    ["| X10—X11 | 80 | 未知 | 入选 | 第0名 | 未定 |", "case-round-place", "第0名"],
    ["| X10—X11 | 80 | 未知 | 入选 | 第10名 | 三十万 |", "case-amount", "三十万"],
    ["| X10—X11 | 80 | 未知 | 选上 | 第10名 | 未定 |", "case-round-choice", "选上"],
  ])("is read or complained of: %s", (row, code, words) => {
    expect(complaintsOn(row)[0]).toMatchObject({ code, words });
  });
});
