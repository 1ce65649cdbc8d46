/** An engine that isn't ours gives the same amounts: the exported file is read back and run by feelin, on dossiers at the policies' own figures. */
import { readFileSync } from "node:fs";
import { createEngine, type Engine, type Prepared, toDmn } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditCode } from "../arbitrary/credit-code.ts";
import { declaredDossier } from "../arbitrary/declared-dossier.ts";
import { rawDossier } from "../arbitrary/dossier.ts";
import { runs } from "../arbitrary/runs.ts";
import { compiledPolicies } from "./compiled-policies.ts";
import { inputsOf } from "./model-inputs.ts";
import { readModel } from "./read-model.ts";
import { runnerOf } from "./run-model.ts";

const MINUTES = 60_000;

function comparer(policy: Policy): { readonly engine: Engine; readonly compare: (dossier: Prepared) => readonly string[] } {
  const engine = createEngine(policy, "generated");
  const model = readModel(toDmn(policy, "1.5"));
  const runner = runnerOf(model);
  const exempt = policy.measures.map(({ id }) => policy.ceiling?.except?.includes(id) === true);
  /** The measures that pay. */
  const compare = (dossier: Prepared): readonly string[] => {
    const out = new Float64Array(policy.measures.length + 2);
    engine.amounts(dossier, out);
    const combined = engine.combine(dossier, engine.explain(dossier));
    const given = {
      核定合计: out[policy.measures.length],
      保留的本级其他奖补: combined.allocation.standingLocal,
      有待退回的其他奖补: engine.assess(dossier).marks.includes("outside-award-to-repay"),
      不计上限的核定额: combined.granted.reduce((sum, amount, i) => (exempt[i] ? sum + amount : sum), 0),
    };
    const values = runner.run({ ...inputsOf(model, dossier), 就高不重复结果: given });
    const amounts = policy.measures.map((measure) => [measure.id, values.get(`measure_${measure.id}`)]);
    expect(amounts).toEqual(policy.measures.map((measure, i) => [measure.id, out[i]]));
    expect(values.get("total_amount")).toBe(policy.measures.reduce((sum, _, i) => sum + (out[i] as number), 0));
    const payable = out[policy.measures.length + 1] as number;
    if (policy.ceiling !== null && combined.allocation.optimal)
      expect(values.get("total_payable")).toBe(Number.isNaN(payable) ? null : payable);
    return policy.measures.flatMap(({ id }, i) => ((out[i] as number) > 0 ? [id] : []));
  };
  return { engine, compare };
}

const prepared = (engine: Engine, raw: unknown): Prepared | null => {
  const read = engine.read(raw);
  return read.ok ? read.value : null;
};

/** The worked cases of the first policy: some pay what random facts seldom bring about. */
const workedCases = readFileSync("tests/data/cases.ndjson", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { readonly dossier: unknown });

/** A firm in two rows, of which one can't be sized: it doesn't count, and the nineteen others stay below the tier. */
function statedTwice(): unknown {
  const sme = (sequence: number, revenue: string | null) => ({
    ...{ uscc: creditCode(sequence, "MB"), industry: "1811", inJinjiang: true, employees: 120, revenue },
    inUseFrom: "2022-07-01",
  });
  const others = Array.from({ length: 19 }, (_, i) => sme(i + 1, "30000000"));
  return {
    year: 2023,
    applicant: {
      ...{ uscc: creditCode(1), name: "示例平台有限公司", kind: "enterprise", industry: "6513", roles: ["system-integrator"] },
      ...{ registeredInJinjiang: true, aboveScale: false, fiscalContribution: "1000000" },
    },
    servedSmes: [...others, sme(20, "30000000"), sme(20, null)],
  };
}

/** Measures that pay by a formula; each has to pay somebody, or nothing was compared. */
const payingMeasures = (policy: Policy): string[] =>
  policy.measures.flatMap(({ id, form }) => (form.kind === "discretionary" || form.kind === "no-subsidy" ? [] : [id])).sort();

const FIRST = "jinjiang-2023-11";
const others = compiledPolicies.filter(([name]) => name !== FIRST);

describe("feelin on the exported model", () => {
  it(
    "gives the amounts of the first policy",
    () => {
      const policy = new Map(compiledPolicies).get(FIRST) as Policy;
      const { engine, compare } = comparer(policy);
      const paid = new Set<string>();
      const begun = performance.now();
      let dossiers = 0;
      const same = (raw: unknown): void => {
        for (const id of compare(prepared(engine, raw) as Prepared)) paid.add(id);
        dossiers += 1;
      };
      for (const worked of workedCases) same(worked.dossier);
      same(statedTwice());
      fc.assert(fc.property(rawDossier(), same), { numRuns: runs(200) });
      console.log(`feelin agrees on ${dossiers} dossiers, ${((performance.now() - begun) / 1000).toFixed(1)} s`);
      expect([...paid].sort(), "every measure paid somebody").toEqual(payingMeasures(policy));
    },
    60 * MINUTES,
  );

  // The first policy has a generator of its own: most dossiers of its bare facts break a check between two of them.
  it.each(others)(
    "gives the amounts of %s on dossiers made of its declared facts",
    (_, policy) => {
      const { engine, compare } = comparer(policy);
      const paid = new Set<string>();
      const same = (seed: number): void => {
        const dossier = prepared(engine, declaredDossier(policy, seed));
        if (dossier !== null) for (const id of compare(dossier)) paid.add(id);
      };
      fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 31 }), same), { numRuns: runs(100) });
      expect([...paid].sort(), "every measure paid somebody").toEqual(payingMeasures(policy));
    },
    60 * MINUTES,
  );
});
