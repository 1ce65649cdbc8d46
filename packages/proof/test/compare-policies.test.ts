/** Two versions of small policies: each planted change is found, with its exact boundary and a dossier for each version. */
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { comparePolicies } from "../src/diff/compare-policies.ts";
import type { MeasureDifference } from "../src/diff/difference.ts";
import type { Solver } from "../src/smt/session.ts";
import { type Clause, policyOf, SOUND } from "./faulty-law.ts";
import { testSolver } from "./solver.ts";

let solver: Solver;
let close: () => void;
beforeAll(async () => {
  ({ solver, close } = await testSolver());
});
afterAll(() => close());

const version = (policy: Policy) => ({ policy, engine: createEngine(policy, "reference") });
async function differenceOf(old: Policy, now: Policy): Promise<MeasureDifference> {
  const { measures } = await comparePolicies(version(old), version(now), solver);
  return measures[0] as MeasureDifference;
}
/** Every occurrence: a figure stands in the quotation, in the table of figures and in the rule. */
const changed = (clause: Clause, ...changes: readonly (readonly [string, string])[]): Policy => {
  const text = changes.reduce((so, [from, to]) => so.replaceAll(from, to), JSON.stringify(clause));
  return policyOf(JSON.parse(text) as Clause);
};
const shown = ({ regions }: MeasureDifference) => regions.map((r) => [r.change, r.quantity, r.from, r.below, r.first, r.proved]);

describe("two versions", () => {
  it("that are one have no difference", async () => {
    const found = await differenceOf(policyOf(SOUND), policyOf(SOUND));
    expect([found.kind, found.regions, found.pairs]).toEqual(["same", [], []]);
  });
  it("differ by a tier that begins earlier, within the tiers that overlap", async () => {
    const found = await differenceOf(policyOf(SOUND), changed(SOUND, ["100万元", "80万元"]));
    expect(found.figures).toEqual(["二档下限：100 万元 → 80 万元"]);
    expect(shown(found)).toEqual([["gain", "投入", "80 万元", "100 万元", [5_000_000, 10_000_000], true]]);
    expect(found.pairs.map((p) => [p.label, p.old.amount, p.new.amount])).toEqual([
      ["投入 799999.99 元", 5_000_000, 5_000_000],
      ["投入 80 万元", 5_000_000, 10_000_000],
    ]);
  });
  it("differ by an amount that falls", async () => {
    const found = await differenceOf(policyOf(SOUND), changed(SOUND, ["补助5万元", "补助4万元"], ["| 5万元", "| 4万元"]));
    expect(shown(found)).toEqual([["loss", "投入", "50 万元", "100 万元", [5_000_000, 4_000_000], true]]);
  });
  it("differ by a condition alone: an example for each side is shown", async () => {
    const stricter = changed(SOUND, ["when: 核定数 >= 核定下限", "when: 核定数 >= 核定下限 and 核定数 >= 投入"]);
    const found = await differenceOf(policyOf(SOUND), stricter);
    expect(found.conditions).toEqual(["条件“核定数达到下限”的算法变了"]);
    const lost = found.pairs.filter((p) => p.new.amount < p.old.amount);
    expect(lost.length).toBeGreaterThan(0);
  });
  it("differ by a figure that moves no amount", async () => {
    const idle = changed(SOUND, ["| < 一档下限 | 0 |", "| < 一档下限 | 一档补助 * 0 |"]);
    const found = await differenceOf(policyOf(SOUND), idle);
    expect([found.kind, found.regions, found.pairs]).toEqual(["changed", [], []]);
  });
  it("have measures that only one has", async () => {
    const policy = policyOf(SOUND);
    const renamed = { ...policy, measures: policy.measures.map((m) => ({ ...m, id: "2" })) };
    const { measures } = await comparePolicies(version(policy), version(renamed), solver);
    expect(measures.map((m) => [m.measure, m.kind])).toEqual([
      ["1", "removed"],
      ["2", "added"],
    ]);
  });
  it("are examples for both engines", async () => {
    const [old, now] = [policyOf(SOUND), changed(SOUND, ["100万元", "80万元"])];
    const { pairs } = await differenceOf(old, now);
    for (const pair of pairs)
      for (const [policy, example] of [
        [old, pair.old],
        [now, pair.new],
      ] as const) {
        const engine = createEngine(policy, "generated");
        const read = engine.read(example.dossier);
        const amount = read.ok ? engine.assess(read.value).measures[0]?.amount : JSON.stringify(read.errors);
        expect(Number(amount) * 100).toBe(example.amount);
      }
  });
});

const TWO: Clause = {
  ...SOUND,
  text: "对验收的项目，按投入的15%（即核定数的50%）补助，最高10万元。",
  figures: ["投入率 | 15% | `投入的15%`", "核定率 | 50% | `核定数的50%`", "上限 | 10万元 | `最高10万元`"],
  rule: "each: 项目\nwhere:\n  - text: 已验收\n    when: 已验收\namount: min(到分(15% * 投入), 到分(50% * 核定数))\ncap: 10万元",
  table: "",
};

describe("a measure of two quantities", () => {
  it("is compared along each while the other is beyond all bounds", async () => {
    const found = await differenceOf(policyOf(TWO), changed(TWO, ["10万元", "12万元"]));
    expect(found.regions.map((r) => [r.scenario, r.quantity, r.change, r.below, r.proved])).toEqual([
      ["核定数足够大", "投入", "gain", null, true],
      ["投入足够大", "核定数", "gain", null, true],
    ]);
    expect(found.regions.map((r) => r.most)).toEqual([
      { at: "80 万元", old: 10_000_000, new: 12_000_000 },
      { at: "24 万元", old: 10_000_000, new: 12_000_000 },
    ]);
  });
});
