/** The allocation by trying everything, written apart from the engine's own sums: what the fast search is held against. */
import { type AllocationProblem, OUTSIDE } from "../src/allocation-problem.ts";

type Keeper = number | null;

export interface Tried {
  readonly keeper: readonly Keeper[];
  /** [total, standing, −local, granted of fund 0, of fund 1, …] */
  readonly objective: readonly number[];
}

export function claimants(problem: AllocationProblem, project: number): number[] {
  const outside = problem.outside.some((award) => award.project === project) ? [OUTSIDE] : [];
  const funds = problem.funds.flatMap((fund, index) => (fund.entries.some((entry) => entry.project === project) ? [index] : []));
  return [...outside, ...funds];
}

export function objectiveOf(problem: AllocationProblem, keeper: readonly Keeper[]): number[] {
  const granted = problem.funds.map((fund, index) => {
    if (fund.kind === "each") {
      const sum = fund.entries.filter((entry) => keeper[entry.project] === index).reduce((all, entry) => all + entry.amount, 0);
      return fund.cap !== null && sum > fund.cap ? fund.cap : sum;
    }
    const kept = fund.entries.filter((entry) => keeper[entry.project] === index);
    const groups = fund.largest ? [...new Set(kept.map((entry) => entry.group))] : [null];
    const sums = groups.map((group) =>
      kept.filter((entry) => group === null || entry.group === group).reduce((all, entry) => all + entry.basis, 0),
    );
    const sum = Math.max(0, ...sums);
    const step = fund.steps.filter((one) => one.from <= sum).at(-1);
    return Math.min(fund.alone, step?.value ?? 0);
  });
  const standing = problem.outside.filter((award) => keeper[award.project] === OUTSIDE);
  const sumOf = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
  const outside = sumOf(standing.map((award) => award.total));
  return [sumOf(granted) + outside, outside, 0 - sumOf(standing.map((award) => award.local)), ...granted];
}

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
}

/** Keepers are tried in ascending order, so the first of equals has the smallest. */
export function tryEverything(problem: AllocationProblem): Tried {
  let best: Tried | null = null;
  const keeper: Keeper[] = [];
  const from = (project: number): void => {
    if (project === problem.projects) {
      const objective = objectiveOf(problem, keeper);
      if (best === null || isBetter(objective, best.objective)) best = { keeper: [...keeper], objective };
      return;
    }
    const list: Keeper[] = claimants(problem, project);
    for (const one of list.length === 0 ? [null] : list) {
      keeper[project] = one;
      from(project + 1);
    }
  };
  from(0);
  return best ?? { keeper: [], objective: [0, 0, 0, ...problem.funds.map(() => 0)] };
}
