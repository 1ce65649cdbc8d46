/** Adds up what a given choice pays: the one place that says what a fund's value is. Everything else in this folder only searches. */
import { type AllocationProblem, type Fund, OUTSIDE } from "../allocation-problem.ts";

export interface Tally {
  readonly granted: readonly number[];
  readonly standing: number;
  readonly standingLocal: number;
  readonly total: number;
}

type Pool = Extract<Fund, { kind: "pool" }>;

/** Sums beyond the last step change nothing, so they stop there: bases near the safe limit can't overflow. */
export const lastStep = (pool: Pool): number => pool.steps[pool.steps.length - 1]?.from ?? 0;

export function stepValue(pool: Pool, sum: number): number {
  let value = 0;
  for (const step of pool.steps) if (step.from <= sum) value = step.value;
  return Math.min(pool.alone, value);
}

function poolSum(pool: Pool, kept: (project: number) => boolean): number {
  const limit = lastStep(pool);
  const sums = new Map<number, number>();
  for (const entry of pool.entries) {
    if (!kept(entry.project)) continue;
    const group = pool.largest ? entry.group : 0;
    sums.set(group, Math.min(limit, (sums.get(group) ?? 0) + entry.basis));
  }
  let largest = 0;
  for (const sum of sums.values()) if (sum > largest) largest = sum;
  return largest;
}

function fundValue(fund: Fund, kept: (project: number) => boolean): number {
  switch (fund.kind) {
    case "each": {
      let sum = 0;
      for (const entry of fund.entries) {
        if (kept(entry.project)) sum = fund.cap === null ? sum + entry.amount : Math.min(fund.cap, sum + entry.amount);
      }
      return sum;
    }
    case "pool":
      return stepValue(fund, poolSum(fund, kept));
  }
}

/** 分. Precondition: the uncapped amounts and outside awards together are a safe integer. */
export function tally(problem: AllocationProblem, keeper: readonly (number | null)[]): Tally {
  const granted = problem.funds.map((fund, index) => fundValue(fund, (project) => keeper[project] === index));
  let standing = 0;
  let standingLocal = 0;
  for (const award of problem.outside) {
    if (keeper[award.project] !== OUTSIDE) continue;
    standing += award.total;
    standingLocal += award.local;
  }
  const total = granted.reduce((sum, value) => sum + value, standing);
  return { granted, standing, standingLocal, total };
}
