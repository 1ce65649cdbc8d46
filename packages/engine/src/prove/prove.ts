/**
 * Proves that no lawful choice of an allocation problem has a larger total, by going through all partial choices that could. The proof needs no trust:
 * whoever adds it up again sees that it holds.
 */
import type { AllocationProblem } from "../allocation-problem.ts";
import { dot, findPrices, type Stages, topOf } from "./find-prices.ts";
import type { Prices, Proved } from "./proof.ts";
import { type Staging, stagingOf } from "./staging.ts";
import { walk } from "./walk.ts";

/** Ways that the walk may look at: some seconds. */
const EFFORT = 900_000;
const ROUNDS = 120;
const MOST_TERMS = 100;

export function prove(problem: AllocationProblem, total: number, effort: number = EFFORT): Proved {
  const staging = stagingOf(problem);
  const { rows, stages } = staging;
  const nothing = rows.map(() => 0);
  const guide = findPrices(rows, nothing, stages, total, ROUNDS);
  const order = orderOf(staging, boundOf(stages, guide) > total ? hardest(staging, total) : guide);
  const proof = walk(staging, order, total, effort);
  if (proof !== null) return { bound: total, proof };
  const first = stages[order[0] ?? 0] ?? [];
  return { bound: boundOf(stages, guide), proof: { order, prices: [guide], layers: [first.map(() => -1)] } };
}

const boundOf = (stages: Stages, prices: Prices): number =>
  Math.floor(stages.reduce((sum, ways) => sum + topOf(ways, prices), 0) / (prices[0] ?? 1));

/** The prices of those terms of all funds for which the bound is the largest: there the walk will be the widest. */
function hardest({ rows, stages, projects }: Staging, total: number): Prices {
  const given = stages.slice(0, projects);
  const joined = stages
    .slice(projects)
    .reduce<Stages[]>(
      (all, ways) => (all.length * ways.length > MOST_TERMS ? all : all.flatMap((one) => ways.map((way) => [...one, [way]]))),
      [[]],
    );
  const nothing = rows.map(() => 0);
  const found = joined.map((terms) => {
    const fixed = [...given, ...terms];
    const prices = findPrices(rows, nothing, fixed, total, ROUNDS);
    return { prices, bound: boundOf(fixed, prices) };
  });
  return found.reduce((top, one) => (one.bound > top.bound ? one : top)).prices;
}

/** The terms of the funds first, those with one of them before the others; then the projects, those first whose best way is clear. */
function orderOf({ stages, projects }: Staging, guide: Prices): number[] {
  const loss = stages.map((ways) => {
    const [best = 0, second = Number.NEGATIVE_INFINITY] = ways.map((way) => dot(way, guide)).sort((a, b) => b - a);
    return best - second;
  });
  const order = [...stages.keys()];
  const terms = order.slice(projects).sort((a, b) => (stages[a]?.length ?? 0) - (stages[b]?.length ?? 0) || a - b);
  return [...terms, ...order.slice(0, projects).sort((a, b) => (loss[a] === loss[b] ? a - b : (loss[b] ?? 0) - (loss[a] ?? 0)))];
}
