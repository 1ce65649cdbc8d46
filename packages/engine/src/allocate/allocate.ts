/**
 * 就高不重复: one keeper a project, the largest sum of what funds pay and outside awards stand.
 * Exact; equal sums are decided in the order that AllocationProblem gives.
 */
import type { Allocation, AllocationProblem } from "../allocation-problem.ts";
import { claimsByProject, undisputed } from "./claims.ts";
import { partition } from "./contest.ts";
import { contestOptimum } from "./contest-optimum.ts";
import { bestOfFew } from "./few-choices.ts";
import type { Budget } from "./sweep.ts";
import { tally } from "./tally.ts";

/** Labels looked at before the search gives up with `optimal: false`: some seconds. */
const EFFORT_STEPS = 2_000_000;

function allocation(problem: AllocationProblem, keeper: readonly (number | null)[], excess: number, proved: boolean): Allocation {
  const sums = tally(problem, keeper);
  const { granted, standing, total } = sums;
  const certificate = { keeper, granted, standing, total, upperBound: total + excess };
  return { keeper, ...sums, optimal: proved && excess === 0, certificate };
}

/** No project is claimed twice: there is nothing to choose. Costs one pass over the entries. */
export const isUndisputed = (problem: AllocationProblem): boolean => undisputed(problem) !== null;

/** The optimum, or, where `optimal` is false, a lawful choice with a proved upper bound. Order of entries doesn't matter. */
export function allocate(problem: AllocationProblem, effort: number = EFFORT_STEPS): Allocation {
  const settled = undisputed(problem) ?? bestOfFew(problem, claimsByProject(problem));
  return settled === null ? search(problem, effort) : allocation(problem, settled, 0, true);
}

/** The same for any number of choices, without the short cuts. */
export function search(problem: AllocationProblem, effort: number): Allocation {
  const { keeper, contests } = partition(problem);
  const budget: Budget = { left: effort };
  let excess = 0;
  let proved = true;
  for (const contest of contests) {
    const optimum = contestOptimum(contest, budget);
    contest.projects.forEach((project, index) => {
      keeper[project] = optimum.keepers[index] ?? null;
    });
    excess += optimum.bound - (optimum.objective[0] ?? 0);
    proved &&= optimum.proved;
  }
  return allocation(problem, keeper, excess, proved);
}
