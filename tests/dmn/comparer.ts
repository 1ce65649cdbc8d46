/** A dossier by our engine and by feelin over the exported model: every measure, the sum, what may be paid. */
import { createEngine, type Engine, type Prepared, toDmn } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { expect } from "vitest";
import { inputsOf } from "./model-inputs.ts";
import { readModel } from "./read-model.ts";
import { runnerOf } from "./run-model.ts";

export function comparer(policy: Policy): {
  readonly engine: Engine;
  readonly compare: (dossier: Prepared) => readonly string[];
} {
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
