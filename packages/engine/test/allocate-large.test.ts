/** Large allocations in which every project is disputed: each must be proved, and its certificate must add up. */
import { describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript on purpose: it shares nothing with the engine
import { check } from "../../../tests/check-allocation.mjs";
import { allocate } from "../src/allocate/allocate.ts";
import type { AllocationProblem } from "../src/allocation-problem.ts";
import { claimants, objectiveOf } from "./allocate-brute-force.ts";
import { dice, largeProblem } from "./allocate-instances.ts";

const FAMILIES = [0, 1, 2, 3, 4, 5];

/** No project moved alone, and no two moved together (some pairs), give more. */
function canBeBettered(problem: AllocationProblem, keeper: readonly (number | null)[], total: number, seed: number): boolean {
  const roll = dice(seed);
  const better = (changed: readonly (number | null)[]): boolean => (objectiveOf(problem, changed)[0] ?? 0) > total;
  const moves = keeper.flatMap((_, project) => claimants(problem, project).map((to) => ({ project, to })));
  const pair = () => [moves[roll(moves.length)], moves[roll(moves.length)]];
  const tries = [...moves.map((move) => [move]), ...Array.from({ length: 500 }, pair)];
  return tries.some((changes) =>
    better(keeper.map((own, project) => changes.find((one) => one?.project === project)?.to ?? own)),
  );
}

describe.each([41, 80, 120, 200])("%i disputed projects", (projects) => {
  it.each(FAMILIES)(
    "family %i is solved to the proved optimum",
    (family) => {
      const problem = largeProblem(1, projects, family);
      const result = allocate(problem);
      expect(result.optimal).toBe(true);
      expect(result.certificate.upperBound).toBe(result.total);
      expect(check(problem, result.certificate)).toEqual([]);
      expect(canBeBettered(problem, result.keeper, result.total, family)).toBe(false);
    },
    60_000,
  );
});
