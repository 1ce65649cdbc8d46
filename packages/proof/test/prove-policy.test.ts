/** Every checker is shown to find a small policy's one fault, to confirm its example by the engine, and to say nothing of a sound policy. */
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finding, FindingKind } from "../src/finding.ts";
import { provePolicy } from "../src/prove-policy.ts";
import type { Solver } from "../src/smt/session.ts";
import { type Clause, policyOf, prove, SOUND } from "./faulty-law.ts";
import { testSolver } from "./solver.ts";

let solver: Solver;
let close: () => void;
beforeAll(async () => {
  ({ solver, close } = await testSolver());
});
afterAll(() => close());

const findingsOf = async (policy: Policy): Promise<readonly Finding[]> => (await prove(policy, solver)).findings;
const kindsOf = async (clause: Clause): Promise<FindingKind[]> => (await findingsOf(policyOf(clause))).map((f) => f.kind);
const changed = (clause: Clause, from: string, to: string): Clause => {
  const text = JSON.stringify(clause);
  const next = text.replace(JSON.stringify(from).slice(1, -1), () => JSON.stringify(to).slice(1, -1));
  if (next === text) throw new Error(`${from} doesn't stand there`);
  return JSON.parse(next) as Clause;
};
/** The amounts that the engine gives for a finding's examples. */
const amountsOf = (policy: Policy, { examples, measure }: Finding): (string | undefined)[] =>
  examples.map(({ dossier }) => {
    const engine = createEngine(policy, "generated");
    const read = engine.read(dossier);
    return read.ok ? engine.assess(read.value).measures.find((m) => m.id === measure)?.amount : JSON.stringify(read.errors);
  });

const spending = (text: string, figures: readonly string[], rule: string, table = ""): Clause => ({
  ...SOUND,
  text,
  figures,
  rule: `each: 项目\nwhere:\n  - text: 已验收\n    when: 已验收 and 核定数 >= 0\n${rule}`,
  table,
});
const CAPPED = ["补助率 | 20% | `投入的20%`", "上限 | 10万元 | `最高10万元`"];
const capped = spending("按投入的20%补助，最高10万元。", CAPPED, "amount: 到分(20% * 投入)\ncap: 10万元");

describe("a sound policy", () => {
  it("has no finding, and its amounts and caps are proved", async () => {
    const proof = await prove(policyOf(SOUND), solver);
    expect(proof.findings).toEqual([]);
    expect(proof.proved).toBeGreaterThan(2);
    expect((await prove(policyOf(capped), solver)).findings).toEqual([]);
  });
  it("says what isn't proved", async () => {
    const { unproved } = await prove(policyOf(SOUND), solver);
    expect(unproved.map((u) => u.what)).toContain("几项合起来的金额");
  });
});

describe("tiers", () => {
  const chain = spending(
    "投入超过50万元不足100万元的补助5万元，超过100万元的补助10万元。",
    [
      "一档下限 | 50万元 | `投入超过50万元`",
      "二档下限 | 100万元 | `不足100万元` `，超过100万元`",
      "一档补助 | 5万元 | `补助5万元`",
      "二档补助 | 10万元 | `补助10万元`",
    ],
    "amount: if 投入 > 100万元 then 10万元 else if 投入 > 50万元 and 投入 < 100万元 then 5万元 else 0",
  );
  it("with a hole at one value are shown below, at and above it", async () => {
    const policy = policyOf(chain);
    const [finding, ...others] = await findingsOf(policy);
    expect([finding?.kind, others]).toEqual(["tier-gap", []]);
    expect(amountsOf(policy, finding as Finding)).toEqual(["50000.00", "0.00", "100000.00"]);
    expect(finding?.text).toContain("恰好 100 万元 落空");
  });
  /** As a compiler that proves nothing would leave it: the first row loses its bound, or takes in its neighbour's. */
  const patched = (test: string): Policy => {
    const policy = policyOf(SOUND);
    const text = JSON.stringify(policy).replace('"test":"<"', `"test":"${test}"`);
    return JSON.parse(text) as Policy;
  };
  it("with an overlap are found in a compiled policy", async () => {
    const findings = await findingsOf(patched("<="));
    expect(findings.map((f) => f.kind)).toContain("tier-overlap");
    expect(findings[0]?.examples).toHaveLength(1);
  });
  it("with a gap are found in a compiled policy", async () => {
    expect((await findingsOf(patched("="))).map((f) => f.kind)).toContain("tier-gap");
  });
});

describe("a boundary", () => {
  const open = changed(
    SOUND,
    "投入满50万元（含）的补助5万元，满100万元（含）的补助10万元",
    "投入满50万元（含）—100万元、100万元以上的，分别补助5万元、补助10万元",
  );
  const openFigures = changed(open, "`满100万元`", "`—100万元、100万元以上`");
  it("that the words leave open is found where no interpretation settles it", async () => {
    const policy = policyOf(openFigures);
    const [finding, ...others] = await findingsOf(policy);
    expect([finding?.kind, finding?.words, others]).toEqual(["open-boundary", "50万元（含）—100万元、100万元以上", []]);
    expect(finding?.text).toContain("没有解释");
    expect(amountsOf(policy, finding as Finding)).toEqual(["100000.00"]);
  });
  it("isn't open where the words say （含）", async () => {
    const closed = changed(changed(openFigures, "100万元以上", "100万元（含）以上"), "、100万元以上`", "、100万元（含）以上`");
    expect(await kindsOf(closed)).toEqual([]);
  });
  it("that an interpretation settles is shown with what each reading gives", async () => {
    const settled: Clause = {
      ...openFigures,
      table: `| 投入 | 解读("edge") | 补助 |
| --- | --- | --- |
| < 一档下限 | - | 0 |
| [一档下限..100万元) | - | 5万元 |
| 100万元 | upper | 10万元 |
| 100万元 | lower | 5万元 |
| > 100万元 | - | 10万元 |`,
      interpretations: `# 解释

## edge · 正好 100 万元在哪一档

条款 一；测算采用

> 50万元（含）—100万元、100万元以上

| 读法 | 说明 |
| --- | --- |
| upper | 上一档 |
| lower | 下一档 |

原文没有写明。
`,
    };
    const policy = policyOf(settled);
    const [finding, ...others] = await findingsOf(policy);
    expect([finding?.kind, others]).toEqual(["open-boundary", []]);
    expect(amountsOf(policy, finding as Finding)).toEqual(["100000.00", "50000.00"]);
  });
});

describe("what can't come true", () => {
  it("is a condition", async () => {
    const never = changed(SOUND, "when: 已验收", "when: 已验收 and not(已验收)");
    const [finding] = await findingsOf(policyOf(never));
    expect([finding?.kind, finding?.words]).toEqual(["condition-never", "对验收的项目"]);
  });
  it("is a set of conditions, named without those that don't matter", async () => {
    const conflict = changed(SOUND, "when: 核定数 >= 核定下限", "when: 核定数 >= 核定下限 and not(已验收)");
    const [finding] = await findingsOf(policyOf(conflict));
    expect([finding?.kind, finding?.text]).toEqual([
      "conditions-conflict",
      "条件“已验收”、“核定数达到下限”不能同时成立，这条措施没有人能得到",
    ]);
  });
  it("is an amount", async () => {
    const nothing = spending("按投入的0%补助。", ["补助率 | 0% | `投入的0%`"], "amount: 到分(0% * 投入)");
    expect(await kindsOf(nothing)).toEqual(["never-paid"]);
  });
  it("is a row that the conditions exclude", async () => {
    const unreachable = changed(SOUND, "when: 核定数 >= 核定下限", "when: 核定数 >= 核定下限 and 投入 >= 一档下限");
    const [finding, ...others] = await findingsOf(policyOf(unreachable));
    expect([finding?.kind, finding?.text.includes("一档下限"), others]).toEqual(["row-never", true, []]);
  });
  it("is a figure in a branch", async () => {
    const branch = spending(
      "按投入的20%补助，投入不足0元的补助5万元。",
      ["补助率 | 20% | `投入的20%`", "— | 告知 | `不足0元`", "定额 | 5万元 | `补助5万元`"],
      "amount: if 投入 < 0 then 5万元 else 到分(20% * 投入)",
    );
    const findings = await findingsOf(policyOf(branch));
    expect(findings.map((f) => [f.kind, f.words])).toEqual([["row-never", "补助5万元"]]);
  });
  it("is a mark", async () => {
    const marked = changed(SOUND, "when: 核定数 >= 核定下限", "when: 核定数 >= 核定下限\nmarks:\n  retroactive: not(已验收)");
    expect(await kindsOf(marked)).toEqual(["mark-never"]);
  });
});

describe("an amount", () => {
  it("that falls as spending rises is shown on both sides", async () => {
    const cliff = spending(
      "投入100万元以内的，按投入的20%补助。",
      ["投入上限 | 100万元 | `投入100万元以内`", "补助率 | 20% | `投入的20%`"],
      "  - text: 投入不超过上限\n    when: 投入 <= 100万元\namount: 到分(20% * 投入)",
    );
    const policy = policyOf(cliff);
    const [finding, ...others] = await findingsOf(policy);
    expect([finding?.kind, finding?.words, others]).toEqual(["amount-falls", "投入100万元以内", []]);
    expect(amountsOf(policy, finding as Finding)).toEqual(["200000.00", "0.00"]);
  });
});

describe("a cap", () => {
  it("that never binds", async () => {
    const low = changed(capped, "when: 已验收 and 核定数 >= 0", "when: 已验收 and 核定数 >= 0 and 投入 <= 10万元");
    const [first] = (await findingsOf(policyOf(low))).filter((f) => f.kind !== "amount-falls");
    expect([first?.kind, first?.words]).toEqual(["cap-never-binds", "最高10万元"]);
  });
  it("that always binds", async () => {
    const high = changed(capped, "when: 已验收 and 核定数 >= 0", "when: 已验收 and 核定数 >= 0 and 投入 >= 上限 * 100%");
    const always = changed(
      changed(high, "按投入的20%补助", "按投入的100%补助"),
      "补助率 | 20% | `投入的20%`",
      "补助率 | 100% | `投入的100%`",
    );
    expect(await kindsOf(changed(always, "20% * 投入", "100% * 投入"))).toEqual(["cap-always-binds"]);
  });
  it("inside the amount", async () => {
    const inside = changed(changed(capped, "到分(20% * 投入)", "min(到分(20% * 投入), 10万元)"), "\ncap: 10万元", "");
    expect(await kindsOf(inside)).toEqual([]);
    const low = changed(inside, "when: 已验收 and 核定数 >= 0", "when: 已验收 and 核定数 >= 0 and 投入 <= 10万元");
    expect(await kindsOf(low)).toContain("cap-never-binds");
  });
});

describe("two formulas", () => {
  const two = spending(
    "按投入的15%（即核定数的50%）补助。",
    ["投入率 | 15% | `投入的15%`", "核定率 | 50% | `核定数的50%`"],
    "let:\n  甲: 15% * 投入\n  乙: 50% * 核定数\namount: min(到分(甲), 到分(乙))",
  );
  it("that should agree are shown where they part", async () => {
    const policy = policyOf(two);
    const [finding, ...others] = await findingsOf(policy);
    expect([finding?.kind, others]).toEqual(["formulas-part", []]);
    expect(finding?.text).toBe("两个算法只在核定数是投入的 30%时相等，没有解释说明取哪一个");
  });
});

describe("what isn't used", () => {
  it("is a fact", async () => {
    const idle = changed(SOUND, "\n  - text: 核定数达到下限\n    when: 核定数 >= 核定下限", "");
    const without = changed(idle, "核定下限 | 50万元 | `核定数不足50万元`", "— | 告知 | `核定数不足50万元`");
    const [finding] = await findingsOf(policyOf(without));
    expect([finding?.kind, finding?.text]).toEqual(["fact-unused", "项目的“核定数”没有一条规则用到：不影响任何金额"]);
  });
  it("is a figure of a compiled policy", async () => {
    const policy = policyOf(SOUND);
    const idle = { name: "闲数", clause: "一", value: 1, scale: 0, unit: "家", words: ["一家"] };
    const findings = await findingsOf({ ...policy, params: [...policy.params, idle] });
    expect(findings.map((f) => [f.kind, f.words])).toEqual([["figure-unused", "一家"]]);
  });
});

describe("the most that a measure can cost", () => {
  it("is the highest tier, times the enterprises", async () => {
    const { costs } = await prove(policyOf(SOUND), solver, 3);
    expect(costs.map((c) => [c.each, c.all])).toEqual([[10_000_000, 30_000_000]]);
  });
  it("isn't bounded where items or amounts aren't", async () => {
    const uncapped = await prove(policyOf(changed(capped, "\ncap: 10万元", "\nmarks:\n  capped: 投入 > 10万元")), solver, 3);
    expect(uncapped.costs.map((c) => [c.each, c.all, c.why])).toEqual([[null, null, "单项金额没有上限"]]);
  });
});

describe("a proof", () => {
  it("takes no answer for none", async () => {
    const tired: Solver = async (script) => (script.includes("check-sat") ? "unknown" : "");
    const { findings, unproved, proved } = await prove(policyOf(capped), tired);
    expect([findings, proved]).toEqual([[], 0]);
    expect(unproved.map((u) => u.why)).toContain("求解器在限定的步数内没有答案");
  });
  it("reports no example that the engine doesn't confirm", async () => {
    const policy = policyOf(
      spending(
        "按投入的15%（即核定数的50%）补助。",
        ["投入率 | 15% | `投入的15%`", "核定率 | 50% | `核定数的50%`"],
        "let:\n  甲: 15% * 投入\n  乙: 50% * 核定数\namount: min(到分(甲), 到分(乙))",
      ),
    );
    const engine = createEngine(policy, "reference");
    const refusing = { ...engine, read: () => ({ ok: false, errors: [] }) as const };
    const { findings, unproved } = await provePolicy(policy, refusing as unknown as typeof engine, solver, 1);
    expect(findings).toEqual([]);
    expect(unproved.map((u) => u.why)).toContain("求解器给出的例子没有得到测算程序的确认");
  });
});
