/** The translation computes what the engine computes: of every measure on the shelf, models of all kinds are dossiers with the amount that the terms say. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { amountBy, countedRows } from "../src/probe.ts";
import { Session, type Solver } from "../src/smt/session.ts";
import { createMeasureWorld, type MeasureWorld } from "../src/world/measure-world.ts";
import { testSolver } from "./solver.ts";

let solver: Solver;
let close: () => void;
beforeAll(async () => {
  ({ solver, close } = await testSolver());
});
afterAll(() => close());

const root = join(import.meta.dirname, "../../../policies");
const policies = readdirSync(root).map((id) => {
  const version = readdirSync(join(root, id)).sort().at(-1) as string;
  return JSON.parse(readFileSync(join(root, id, version, "compiled", "policy.json"), "utf8")) as Policy;
});

/** Money and counts of the model in uneven places, the last year, no readings by default. */
function wishesOf({ world, terms, names }: MeasureWorld, policy: Policy): readonly (readonly string[])[] {
  const money = [...world.variables].flatMap(([key, v]) => (v.fact.type.kind === "money" ? [`f.${key}`] : []));
  const uneven = money.map((name, i) => `(= ${name} ${10 ** 8 * (i + 1) + 7919})`);
  const large = money.map((name, i) => `(= ${name} ${10 ** 11 * (i + 1) + 104_729})`);
  const lastYear = `(= year ${policy.years.at(-1)})`;
  const absent = names.filter((name) => name.endsWith(".none")).map((name) => `(not ${name})`);
  return [
    [terms.eligible],
    [terms.eligible, ...uneven, lastYear],
    [terms.eligible, ...large, ...absent],
    [`(> ${terms.paid} 0)`, ...uneven],
  ];
}

describe.each(policies.map((policy) => [policy.id, policy] as const))("%s", (_, policy) => {
  const engine = createEngine(policy, "reference");
  it.each(policy.measures.map((m) => [m.id, m] as const))("%s", async (id, measure) => {
    const world = createMeasureWorld(policy, measure);
    if (world === null) return expect(["discretionary", "no-subsidy"]).toContain(measure.form.kind);
    const rows = world.form.kind === "tally" ? await countedRows(policy, world.form.tallies, solver) : new Map();
    const declared = [
      ...world.declarations,
      "(declare-const paid Int)",
      `(assert ${world.valid})`,
      `(assert (= paid ${world.terms.paid}))`,
    ];
    const session = new Session(solver, declared, [...world.names, "paid"]);
    const compared: number[] = [];
    for (const wish of wishesOf(world, policy)) {
      const found = await session.model([world.linked, ...wish]);
      if (found.kind !== "sat") continue;
      const dossier = world.write(found.model, rows);
      const read = engine.read(dossier);
      expect(read.ok ? [] : read.errors).toEqual([]);
      expect(amountBy(engine, id, dossier)).toBe(Number(found.model.get("paid")));
      compared.push(Number(found.model.get("paid")));
    }
    expect(compared.length).toBeGreaterThan(1);
  });
});
