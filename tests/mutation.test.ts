/**
 * Mutation of the law: every figure, comparison and condition of the first policy, changed, is noticed by a worked case or proved to change
 * nothing. Of the two invented policies what survives is listed by name, each with why no case can tell it: one more, or one that is noticed
 * by now, is red. All is hunted at every run: the two take some seconds.
 */
import { readFileSync } from "node:fs";
import { makeCreditCode } from "@zhengdui/basics";
import { readAllCases, writeCaseFacts } from "@zhengdui/compiler";
import { createEngine, settle } from "@zhengdui/engine";
import type { Expr } from "@zhengdui/feel";
import type { Measure, Policy } from "@zhengdui/policy";
import { findDifference, huntMutants, type Mutant, type Verdict } from "@zhengdui/proof";
import { describe, expect, it } from "vitest";
import { trialsOf } from "../apps/cli/src/policy-trials.ts";

const folder = "policies/jinjiang-2023-11/2023-05-01";
const textIn = (of: string) => readFileSync(`${of}/cases.md`, "utf8");
const policyIn = (of: string) => JSON.parse(readFileSync(`${of}/compiled/policy.json`, "utf8")) as Policy;
const text = textIn(folder);
const policy = policyIn(folder);

function casesIn(words: string, law = policy) {
  const found = readAllCases("cases.md", words, law);
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

/** Mutants that no worked case tells from the law, though nothing proves it: their words, as often as they occur, by why that is. */
type Left = Readonly<Record<string, readonly string[]>>;

const times = (n: number, words: string): string[] => Array.from({ length: n }, () => words);

const SHILI_LEFT: Left = {
  "a growth of nothing, or from nothing where none can be worked out, is granted nothing whether it counts or not": [
    "一（一） 营业收入比上年增长达到门槛: 增加额 > 0% → 恒成立",
    "一（一） 营业收入比上年增长达到门槛: 增加额 > 0% → 增加额 >= 0%",
    "一（一） 营业收入比上年增长达到门槛: 0% → 1%",
    "一（一） 营业收入比上年增长达到门槛: 0% → -1%",
    "一（二） 有上年产值可比: 上年产值 > 0% → 恒成立",
    "一（二） 有上年产值可比: 上年产值 > 0% → 上年产值 >= 0%",
    "一（二） 有上年产值可比: 上年产值 → 本年产值",
    "一（二） 有上年产值可比: 0% → -1%",
    "一（四） 产值增长达到门槛: 增量 > 0% → 恒成立",
    "一（四） 产值增长达到门槛: 增量 > 0% → 增量 >= 0%",
    "一（四） 产值增长达到门槛: 0% → 1%",
    "一（四） 产值增长达到门槛: 0% → -1%",
  ],
  "a decline doesn't reach the step, and a growth of a 分 earns none": [
    "一（一） 增收奖励: max(min(增加额, 增收一段 * 上年营收), 0%) → min(增加额, 增收一段 * 上年营收)",
    "一（一） 增收奖励: 0% → -0.01%",
    ...["一（二）", "一（四）"].flatMap((clause) => [
      `${clause} 增量: max(0%, 本年产值 - 上年产值) → 本年产值 - 上年产值`,
      `${clause} 增量: 0% → 1%`,
      `${clause} 增量: 0% → -1%`,
    ]),
  ],
  "what it adds is less than the part of a 分 that is cut off": [
    ...times(3, "一（一） 增收奖励: 0% → 0.01%"),
    "一（二） 产值增幅达到一档: 增幅一档 * 上年产值 → 增幅一档 * 1元",
    "二（一） 金额: 0% → 1%",
    "三（一） 引进奖励: 100万元 → 1000000.01元",
    "三（一） 金额: 到分(兑现率 * 引进奖励) → 到分(兑现率 * 引进奖励 + 0.005元)",
    "三（一） 金额: 到分(兑现率 * 引进奖励) → 到分(兑现率 * 引进奖励 + 0.0099元)",
  ],
  "the figure is 100%": times(2, "一（一） 增收奖励: 增收二段 * 上年营收 → 100% * 上年营收"),
  "another condition, or a row above, has seen to it": [
    "一（二） 产值增幅达到一档: 增量 >= 增幅一档 * 上年产值 → 恒成立",
    "一（二） 奖励率: 增幅 < 增幅一档 → 恒不成立",
    "一（二） 奖励率: 0% → 0.1%",
    "一（二） 奖励率: 0% → -0.1%",
    ...times(2, "一（二） 奖励率: 增幅 >= 增幅二档 → 恒成立"),
    ...times(2, "一（二） 奖励率: 上年产值 → 本年产值"),
    "一（二） 奖励率: (增幅 >= 增幅二档) and (上年产值 >= 产值界限) → 恒成立",
    "一（二） 奖励率: (增幅 >= 增幅二档) and (上年产值 >= 产值界限) → (增幅 >= 增幅二档) or (上年产值 >= 产值界限)",
    "一（二） 金额: if 奖励率 = null then 0% else 到分(奖励率 * 增量) → 到分(奖励率 * 增量)",
    "一（二） 金额: 0% → 1%",
    "一（二） 金额: 0% → -1%",
    '一（五） 金额: 认定级别 = "provincial" → 恒成立',
    "二（二） 设备投入达到下限: 设备投入 >= 设备一档 → 恒成立",
    "二（二） 设备补助率: 设备投入 < 设备一档 → 恒不成立",
    "二（二） 设备补助率: 0% → 0.1%",
    "二（二） 设备补助率: 0% → -0.1%",
    '二（四） 购置补助率: 类别 = "mixed" → 恒成立',
    "三（一） 兑现率: 年次 = 兑现次年 → 年次 <= 兑现次年",
    "三（一） 兑现率: 年次 = 兑现末年 → 年次 <= 兑现末年",
    "三（一） 兑现率: 年次 > 兑现末年 → 恒成立",
  ],
  "where no row holds nothing is granted, as by the row that says 0": [
    "一（三） 金额: 本年产值 <= 突破一档 → 恒不成立",
    "一（三） 金额: 本年产值 <= 突破一档 → 本年产值 < 突破一档",
    "一（三） 金额: 0% → -1%",
    "三（一） 兑现率: 年次 < 兑现首年 → 恒不成立",
    "三（一） 兑现率: 年次 > 兑现末年 → 恒不成立",
    "三（一） 兑现率: 年次 > 兑现末年 → 年次 <= 兑现末年",
  ],
  "who was as high or higher before, or above the last step, is granted nothing": [
    ...times(4, "一（三） 金额: 以往最高产值 → 本年产值"),
    "一（三） 金额: 以往最高产值 → 上年营收",
    "一（三） 金额: 以往最高产值 → 本年营收",
    "一（三） 金额: 以往最高产值 → 上年产值",
    "一（三） 金额: 以往最高产值 > 突破四档 → 恒不成立",
    "一（三） 金额: 以往最高产值 > 突破四档 → 以往最高产值 <= 突破四档",
  ],
  "cloud services have no projects to compete for": ["四 就高不重复: 列有 2.1 → 没有"],
  "other awards that aren't given are 0": ["四 受上限约束的单位: 申报单位.财政贡献 → 申报单位.其他本级奖补"],
};

const YANGLI_LEFT: Left = {
  "advances that aren't given are 0, never unknown": [
    "一（四）之二 已拨: if 首期已拨 = null then 0% else 首期已拨 → 首期已拨",
    "一（四）之二 已拨: 首期已拨 → 首笔付款",
    "一（四）之二 已拨: 首期已拨 → 总投入",
    "一（四）之二 已拨: 0% → 1%",
    "一（四）之二 已拨: 0% → -1%",
  ],
  "another condition, or a row above, has seen to it": [
    "一（一） 金额: 0 → 1",
    '一（二） 评估上限: 评估等级 = "level4" → 恒成立',
    '一（四）之二 验收比例: 验收等级 = "passed" → 恒成立',
    "一（四）之二 核定: if 验收比例 = null then 0% else 到分(验收比例 * 总投入) → 到分(验收比例 * 总投入)",
    "一（四）之二 核定: 0% → 1%",
    "一（四）之二 核定: 0% → -1%",
    '三（三） 加奖: 星级 = "five" → 恒成立',
  ],
  "the amounts are whole 元": [
    "三（三） 金额: 到分(倍后) → 到分(倍后 + 0.005元)",
    "三（三） 金额: 到分(倍后) → 到分(倍后 + 0.0099元)",
  ],
  "a higher rate than the law's is refused when the dossier is read": ["三（四）之二 金额: min(核定比例, 输出补助率) → 核定比例"],
  "there is no ceiling for which the level of an award would matter": [
    '五 哪些外部奖补是本级: 层级 = "local" → 恒成立',
    '五 哪些外部奖补是本级: 层级 = "local" → 恒不成立',
    '五 哪些外部奖补是本级: 层级 = "local" → 层级 != "local"',
    '五 哪些外部奖补是本级: "local" → "higher"',
  ],
  "a case says who is chosen, not in which tier: held below": [
    "二（二） 遴选: 列有 一等末名 → 没有",
    "二（二） 遴选: 列有 二等末名 → 没有",
    "二（二） 遴选: 列有 三等末名 → 没有",
  ],
};

describe.each([
  ["示例政规〔2025〕1号", "policies/shili-2025-01/2025-01-01", SHILI_LEFT],
  ["样政办〔2025〕6号", "policies/yangli-2025-06/2025-06-01", YANGLI_LEFT],
])("every mutant of %s", (_number, of, left) => {
  const law = policyIn(of);
  const verdicts = huntMutants({ policy: law, trials: trialsOf("cases.md", casesIn(textIn(of), law)) });
  it("is noticed by a worked case or proved to change nothing, but for those listed", () =>
    expect(survivors(verdicts).sort()).toEqual(Object.values(left).flat().sort()));
  it("is one of hundreds, of which the listed are the fewer", () => {
    expect(verdicts.length).toBeGreaterThan(500);
    expect(Object.values(left).flat().length).toBeLessThan(verdicts.length / 10);
  });
});

describe("a tie across the last place of a tier", () => {
  const law = policyIn("policies/yangli-2025-06/2025-06-01");
  const contest = law.measures.find(({ id }) => id === "2.2") as Measure;
  const { rank } = contest.selection as Extract<Measure["selection"], { quota: string }>;
  const figure = (name: string) => law.params.find((param) => param.name === name)?.value as number;

  /** What the two get who share the place `last`, after others with better scores; all have been chosen. */
  function tied(last: number, tiers: readonly string[]) {
    const selection = { ...contest.selection, rank: { ...rank, tiers } } as Measure["selection"];
    const measures = law.measures.map((m) => (m === contest ? { ...m, selection } : m));
    const engine = createEngine({ ...law, measures }, "generated");
    const dossiers = Array.from({ length: last + 1 }, (_, i) => ({
      applicant: { uscc: makeCreditCode("91350582", `MB${String(i + 1).padStart(6, "0")}`), name: `示例${i + 1}有限公司` },
      contest: [{ id: "X1", score: String(100 - Math.min(i + 1, last)), selected: true }],
    }));
    const settled = settle(engine, { year: 2025, dossiers });
    if (!settled.ok) throw new Error(JSON.stringify(settled.errors));
    return settled.value.results.slice(-2).map(({ measures }) => measures.find(({ id }) => id === "2.2")?.status);
  }

  it.each([0, 1, 2])("leaves the amounts of both open, for every tier (%i)", (i) => {
    const tiers = rank?.tiers ?? [];
    expect(tiers).toHaveLength(3);
    const last = figure(tiers[i] ?? "");
    expect(tied(last, tiers)).toEqual(["undetermined", "undetermined"]);
    const without = tiers.filter((_, j) => j !== i);
    expect(tied(last, without)).toEqual(["eligible", "eligible"]);
  });
});
