/**
 * Mutation of the law: every figure, comparison and condition of every policy, changed, is noticed by a worked case or proved to change nothing.
 * All is hunted at every run. That a proof is never wrong is tried on worked cases and on dossiers drawn from the declared facts: on a sample
 * here, on all mutants under SOAK=1.
 */
import { readFileSync } from "node:fs";
import { makeCreditCode } from "@zhengdui/basics";
import { readAllCases, writeCaseFacts } from "@zhengdui/compiler";
import { createEngine, settle } from "@zhengdui/engine";
import type { Expr } from "@zhengdui/feel";
import type { Measure, Policy } from "@zhengdui/policy";
import {
  findDifference,
  huntMutants,
  type Mutant,
  proofBySolver,
  proveSurvivors,
  type Solver,
  type Verdict,
} from "@zhengdui/proof";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { trialsOf } from "../apps/cli/src/policy-trials.ts";
import { visible } from "../packages/proof/src/mutation/kill.ts";
import { mutated } from "../packages/proof/src/mutation/mutant.ts";
import { testSolver } from "../packages/proof/test/solver.ts";
import { declaredDossier } from "./arbitrary/declared-dossier.ts";
import { runs } from "./arbitrary/runs.ts";

const SOAK = process.env.SOAK === "1";
const LONG_MS = SOAK ? 3_600_000 : 120_000;
/** Dossiers on which a proof is tried. */
const DRAWN = 20;
/** Without SOAK one in so many of the killed is tried. */
const ONE_IN = 75;

let z3: { readonly solver: Solver; readonly close: () => void };
beforeAll(async () => {
  z3 = await testSolver();
});
afterAll(() => z3.close());

/** Every n-th as it is asked. */
function sampled(): () => boolean {
  let asked = 0;
  return () => SOAK || asked++ % ONE_IN === 0;
}

/** The mutant, in words, if one of some drawn dossiers has another result by it. */
function refutationOf(law: Policy, mutant: Mutant): string[] {
  const [id] = mutant.measures;
  // One measure alone is quicker, and its own outcome is part of every result.
  const lawOf = (whole: Policy): Policy =>
    id === undefined ? whole : { ...whole, measures: whole.measures.filter((m) => mutant.measures.includes(m.id)) };
  const [old, now] = [lawOf(law), lawOf(mutated(law, mutant))].map((one) => createEngine(one, "closures"));
  if (old === undefined || now === undefined) return [];
  for (let seed = 1; seed <= runs(DRAWN); seed++) {
    const read = old.read(declaredDossier(law, seed));
    if (!read.ok) continue;
    if (visible(old.assess(read.value)) !== visible(now.assess(read.value)))
      return [`${told({ mutant, fate: "survives" })} (seed ${seed})`];
  }
  return [];
}

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

describe.each([
  ["示例政规〔2025〕1号", "policies/shili-2025-01/2025-01-01"],
  ["样政办〔2025〕6号", "policies/yangli-2025-06/2025-06-01"],
])("every mutant of %s", (_number, of) => {
  const law = policyIn(of);
  let verdicts: readonly Verdict[] = [];
  beforeAll(async () => {
    const hunted = huntMutants({ policy: law, trials: trialsOf("cases.md", casesIn(textIn(of), law)) });
    verdicts = await proveSurvivors({ policy: law, verdicts: hunted, solver: z3.solver });
  }, LONG_MS);

  it("is noticed by a worked case or proved to change nothing", () => expect(survivors(verdicts)).toEqual([]));
  it("is one of hundreds, few of which are equivalent", () => {
    expect(verdicts.length).toBeGreaterThan(500);
    expect(verdicts.filter((v) => v.fate === "equivalent").length).toBeLessThan(verdicts.length / 8);
  });
  it(
    "is no other law where that is proved: no dossier tells the two apart",
    () => {
      const proved = verdicts.flatMap((v) => (v.fate === "equivalent" ? [v.mutant] : []));
      expect(proved.flatMap((mutant) => refutationOf(law, mutant))).toEqual([]);
    },
    LONG_MS,
  );
  it(
    "isn't proved by the solver where a worked case notices it",
    async () => {
      const killed = verdicts.flatMap((v) => (v.fate === "killed" ? [v.mutant] : []));
      const tried = SOAK ? killed : killed.filter((_, i) => i % ONE_IN === 0);
      const wrong: string[] = [];
      for (const mutant of tried)
        if ((await proofBySolver(law, mutant, z3.solver)) !== null) wrong.push(told({ mutant, fate: "survives" }));
      expect(wrong).toEqual([]);
    },
    LONG_MS,
  );
});

describe("the solver, asked about 晋政规〔2023〕11号", () => {
  it(
    "proves no mutant that a worked case notices, and none that a dossier tells apart",
    async () => {
      const verdicts = huntMutants({ policy, trials, only: sampled() });
      const wrong: string[] = [];
      for (const verdict of verdicts) {
        if ((await proofBySolver(policy, verdict.mutant, z3.solver)) === null) continue;
        if (verdict.fate === "killed") wrong.push(told(verdict));
        wrong.push(...refutationOf(policy, verdict.mutant));
      }
      expect(wrong).toEqual([]);
    },
    LONG_MS,
  );
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
