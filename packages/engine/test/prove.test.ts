/** Proofs of optimality: never of a total that can be exceeded; found for what is small; what is open is said to be. */
import { describe, expect, it } from "vitest";
import { allocate } from "../src/allocate/allocate.ts";
import { prove } from "../src/prove/prove.ts";
import { tryEverything } from "./allocate-brute-force.ts";
import { largeProblem, smallProblem } from "./allocate-instances.ts";

describe("prove", () => {
  it("proves the best total, and none below it", () => {
    const codes = new Set<string>();
    for (let seed = 0; seed < 150; seed++) {
      const problem = smallProblem(seed);
      const best = tryEverything(problem).objective[0] ?? 0;
      const { proof, bound } = prove(problem, best);
      expect(bound, String(seed)).toBe(best);
      for (const code of proof.layers.flat()) codes.add(code < 0 ? "bounded" : code > 0 ? "covered" : "kept");
      expect(prove(problem, best - 1).bound, String(seed)).toBeGreaterThanOrEqual(best);
    }
    expect([...codes].sort()).toEqual(["bounded", "covered", "kept"]);
  });

  it("answers with a bound where its effort ends before the proof", () => {
    const problem = largeProblem(1, 80, 2);
    const { total } = allocate(problem);
    expect(prove(problem, total).bound).toBe(total);
    expect(prove(problem, total, 10).bound).toBeGreaterThan(total);
  });
});
