/** Mutation of the law: every figure, comparison and condition of the first policy, changed, is noticed by a worked case or proved to change nothing. */
import { readFileSync } from "node:fs";
import { readAllCases, writeCaseFacts } from "@zhengdui/compiler";
import type { Expr } from "@zhengdui/feel";
import type { Measure, Policy } from "@zhengdui/policy";
import { findDifference, huntMutants, type Mutant, type Verdict } from "@zhengdui/proof";
import { describe, expect, it } from "vitest";
import { trialsOf } from "../apps/cli/src/policy-trials.ts";

const folder = "policies/jinjiang-2023-11/2023-05-01";
const text = readFileSync(`${folder}/cases.md`, "utf8");
const policy = JSON.parse(readFileSync(`${folder}/compiled/policy.json`, "utf8")) as Policy;

function casesIn(words: string) {
  const found = readAllCases("cases.md", words, policy);
  if (!found.ok) throw new Error(JSON.stringify(found.errors));
  return found.value;
}

const trialsIn = (words: string) => trialsOf("cases.md", casesIn(words));
const trials = trialsIn(text);
const told = ({ mutant: { clause, place, was, became } }: Verdict) => `${clause} ${place}: ${was} → ${became}`;
const survivors = (verdicts: readonly Verdict[]) => verdicts.filter((v) => v.fate === "survives").map(told);
const seeds = trials.dossiers.map(({ dossier }) => dossier as Readonly<Record<string, unknown>>);

/** cases.md without one case. */
function without(title: string): string {
  const start = text.indexOf(`\n## ${title}\n`);
  const next = text.slice(start + 1).search(/\n#{1,2} /u);
  expect(start).toBeGreaterThan(0);
  return text.slice(0, start) + text.slice(start + 1 + next);
}

describe("every mutant of 晋政规〔2023〕11号", () => {
  const verdicts = huntMutants({ policy, trials });
  it("is noticed by a worked case or proved to change nothing", () => expect(survivors(verdicts)).toEqual([]));
  it("is one of more than a thousand, of every kind", () => {
    expect(verdicts.length).toBeGreaterThan(1000);
    expect([...new Set(verdicts.map((v) => v.mutant.kind))].sort()).toEqual(
      [
        "and-or",
        "arithmetic",
        "boundary",
        "cap",
        "ceiling",
        "figure",
        "forced",
        "inverted",
        "mark",
        "min-max",
        "period",
        "rounding",
        "selection",
        "swapped",
      ].sort(),
    );
  });
  it("has a reason where it is equivalent, and few are", () => {
    const equivalent = verdicts.flatMap((v) => (v.fate === "equivalent" ? [v.reason] : []));
    expect(equivalent.every((reason) => reason.length > 0)).toBe(true);
    expect(equivalent.length).toBeLessThan(verdicts.length / 10);
  });
});

describe("a case left out", () => {
  const hunt = (title: string, only: (mutant: Mutant) => boolean) =>
    huntMutants({ policy, trials: trialsIn(without(title)), only });

  it("lets the figures survive that it alone holds, and the dossier suggested instead tells them apart", () => {
    const only = (mutant: Mutant) => mutant.place === "列举产业";
    const left = hunt("列举的九个产业各一个项目", only).filter((v) => v.fate === "survives");
    expect(left.map(told)).toHaveLength(7);
    for (const { mutant } of left) {
      const found = findDifference(policy, mutant, seeds);
      expect(found?.clauses).toEqual(["一（一）"]);
      const facts = writeCaseFacts(policy, text, found?.dossier ?? {});
      const outcome =
        "| 条款 | 结论 | 金额 |\n| --- | --- | --- |\n| 一（一） | 可以得到 | 1元 |\n\n| 给予合计 | 可支付 |\n| --- | --- |\n| 1元 | 1元 |\n";
      const again = casesIn(`${text}\n## 补写的算例\n\n${facts}\n${outcome}`).cases.at(-1);
      expect(again?.dossier).toEqual(found?.dossier);
    }
  });
  it("lets a boundary survive", () => {
    const only = ({ kind, clause, place }: Mutant) =>
      kind === "boundary" && clause === "二（三）" && place === "注明 retroactive";
    expect(survivors(hunt("5月服务期满，不是参照执行", only))).toEqual([
      "二（三） 注明 retroactive: 服务止 < 施行月 → 服务止 <= 施行月",
    ]);
  });
  it("lets the places of the selection survive", () => {
    const words = ["同一产业三个项目，取评分的前两名", "并列跨过最后一个名额", "已经决定的占名额"].map(without);
    expect(words).toHaveLength(3);
    const only = (mutant: Mutant) => mutant.place === "每产业项目数";
    expect(survivors(huntMutants({ policy, trials: { ...trials, rounds: [] }, only }))).toEqual([
      "一（一） 每产业项目数: 2个 → 3个",
      "一（一） 每产业项目数: 2个 → 1个",
    ]);
  });
});

describe("what changes nothing", () => {
  const first = policy.measures[0] as Measure;
  const money = { kind: "number", scale: 2, unit: "元", max: Number.MAX_SAFE_INTEGER, nullable: false } as const;
  const never: Expr = {
    op: "compare",
    test: ">=",
    left: { op: "fact", of: "item", key: "software", type: money },
    right: { op: "number", value: 0, type: money },
    type: { kind: "boolean", nullable: false },
  };
  const form = first.form as Extract<Measure["form"], { kind: "each" }>;
  const vain = { ...(form.when[0] as (typeof form.when)[number]), text: "软件投入不是负数", test: never };
  const planted: Policy = {
    ...policy,
    params: [...policy.params, { name: "没人读的数", clause: "一（一）", value: 7, scale: 0, unit: "个", words: [] }],
    measures: [{ ...first, form: { ...form, when: [...form.when, vain] } }, ...policy.measures.slice(1)],
  };
  const verdicts = huntMutants({
    policy: planted,
    trials,
    only: ({ place }) => place === "没人读的数" || place === "软件投入不是负数",
  });

  it("is proved, not reported: a figure that no rule reads", () => {
    const own = verdicts.filter((v) => v.mutant.place === "没人读的数");
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((v) => v.fate === "equivalent")).toBe(true);
  });
  it("is proved, not reported: a condition that can't fail", () => {
    const dropped = verdicts.find((v) => v.mutant.place === "软件投入不是负数" && v.mutant.became === "恒成立");
    expect(dropped?.fate).toBe("equivalent");
  });
  it("isn't what could fail: the same condition made stricter is killed or survives", () => {
    const stricter = verdicts.filter((v) => v.mutant.place === "软件投入不是负数" && v.mutant.became === "软件投入 > 0元");
    expect(stricter.map((v) => v.fate)).not.toContain("equivalent");
    expect(stricter).toHaveLength(1);
  });
});
