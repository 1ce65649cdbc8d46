/** The independent checker accepts every certificate the engine gives and refuses every one that was tampered with. */
import { describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript on purpose: it shares nothing with the engine
import { check } from "../../../tests/check-allocation.mjs";
import { allocate } from "../src/allocate/allocate.ts";
import type { AllocationProblem, Certificate } from "../src/allocation-problem.ts";
import { claimants, objectiveOf } from "./allocate-brute-force.ts";
import { dice, smallProblem } from "./allocate-instances.ts";

/** Changes after which a certificate can't be lawful: a figure no longer adds up, or a project is kept by nobody who claims it. */
function tampered(problem: AllocationProblem, certificate: Certificate, seed: number): Certificate[] {
  const roll = dice(seed);
  const off = (roll(2) === 0 ? 1 : -1) * (1 + roll(1_000));
  const at = roll(problem.projects);
  const keptBy = (keeper: number | null): Certificate => ({
    ...certificate,
    keeper: certificate.keeper.map((own, project) => (project === at ? keeper : own)),
  });
  const claims = claimants(problem, at);
  const stranger = [null, -1, ...problem.funds.keys(), problem.funds.length].filter((one) => {
    return claims.length === 0 ? one !== null : one === null || !claims.includes(one);
  });
  const honest = JSON.stringify(objectiveOf(problem, certificate.keeper).toSpliced(2, 1));
  const rivals = claims.map(keptBy).filter((one) => JSON.stringify(objectiveOf(problem, one.keeper).toSpliced(2, 1)) !== honest);
  const fund = roll(problem.funds.length);
  const granted = certificate.granted.map((own, index) => (index === fund ? own + off : own));
  return [
    { ...certificate, granted },
    { ...certificate, granted, total: certificate.total + off, upperBound: certificate.upperBound + Math.abs(off) },
    { ...certificate, standing: certificate.standing + off },
    {
      ...certificate,
      standing: certificate.standing + off,
      total: certificate.total + off,
      upperBound: certificate.upperBound + 1_000,
    },
    { ...certificate, total: certificate.total + off },
    { ...certificate, total: certificate.total + 0.5, upperBound: certificate.upperBound + 1 },
    { ...certificate, upperBound: certificate.total - Math.abs(off) },
    { ...certificate, keeper: certificate.keeper.slice(1) },
    { ...certificate, granted: [...certificate.granted, 0] },
    ...stranger.map(keptBy),
    ...rivals,
  ];
}

describe("check", () => {
  it("accepts what is lawful and refuses thousands of tampered certificates", () => {
    let refused = 0;
    for (let seed = 0; seed < 300; seed++) {
      const problem = smallProblem(seed);
      const { certificate } = allocate(problem);
      expect(check(problem, certificate)).toEqual([]);
      for (const one of tampered(problem, certificate, seed)) {
        expect(check(problem, one), JSON.stringify({ seed, one })).not.toEqual([]);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(3_000);
  });

  it("accepts an equally lawful choice: it checks the law, the bound says how good", () => {
    const entries = [{ project: 0, amount: 5 }];
    const fund = { kind: "each" as const, cap: null, entries };
    const problem: AllocationProblem = { projects: 1, funds: [fund, fund], outside: [] };
    expect(check(problem, { keeper: [1], granted: [0, 5], standing: 0, total: 5, upperBound: 5 })).toEqual([]);
  });
});
