/**
 * Proves that no lawful choice of an allocation problem has a larger total: prices where they suffice, else by steps of the pools, and where even
 * then something is open, by a walk through what is left. The proof needs no trust: whoever adds it up again sees that it holds.
 */
import type { AllocationProblem } from "../allocation-problem.ts";
import { layoutOf, narrowed, type Region, wholeRegion } from "./layout.ts";
import { closes, findPrices, lineOf, struck } from "./price-bound.ts";
import type { PriceLine, Proof, ProofNode, Split } from "./proof.ts";
import { type Effort, walk } from "./walk.ts";

/** Ways that a walk may look at, over all nodes: some seconds. */
const EFFORT_STEPS = 600_000;
const ROUNDS = 120;
const TURNS = 5;
const SWELLS = [0, 0.1, 0.03];

export function prove(problem: AllocationProblem, total: number, steps: number = EFFORT_STEPS): Proof {
  const region = narrowed(wholeRegion(layoutOf(problem)));
  const root = region === null ? null : node(region, total, { left: steps });
  if (region === null || root !== null) return { root, bound: total };
  const lines = SWELLS.map((swell) => findPrices(region, total, ROUNDS, swell));
  const [best] = lines.sort((a, b) => boundOf(a) - boundOf(b)) as [PriceLine];
  return { root: { prices: [best], next: null }, bound: boundOf(best) };
}

const boundOf = ({ unit, limits, projects }: PriceLine): number => Math.floor((limits + projects) / unit);

const isChoice = (region: Region): boolean => region.open.some((list) => list.length > 1);

function node(start: Region, total: number, effort: Effort): ProofNode | null {
  const plain = lineOf(start, 1, new Array<number>(start.layout.rows).fill(0));
  if (closes(plain, total)) return { prices: [plain], next: null };
  const prices: PriceLine[] = [];
  let region = start;
  for (let turn = 0; turn < TURNS; turn++) {
    const open = region.open.reduce((sum, list) => sum + list.length, 0);
    for (const swell of SWELLS) {
      const line = findPrices(region, total, swell === 0 ? ROUNDS : ROUNDS / 2, swell);
      prices.push(line);
      if (closes(line, total)) return { prices, next: null };
      const next = narrowed(struck(region, line, total));
      if (next === null) return { prices, next: null };
      region = next;
    }
    if (region.open.reduce((sum, list) => sum + list.length, 0) === open || !isChoice(region)) break;
  }
  const split = splitOf(region, total, effort);
  if (split !== null) return split === "failed" ? null : { prices, next: split };
  const lines = SWELLS.map((swell) => findPrices(region, total, ROUNDS, swell));
  const walked = walk(region, [lineOf(region, 1, plain.price), ...lines.reverse()], total, effort);
  return walked === null ? null : { prices, next: walked };
}

/** At the highest step that a pool can reach; null: every pool has one value left. */
function splitOf(region: Region, total: number, effort: Effort): Split | "failed" | null {
  for (const [index, fund] of region.layout.funds.entries()) {
    if (fund.cap !== null) continue;
    const least = Math.max(...fund.rows.map((row) => region.low[row] ?? 0));
    const most = Math.max(...fund.rows.map((row) => region.high[row] ?? 0));
    const value = (at: number): number =>
      Math.min(region.most[index] ?? 0, fund.steps.findLast(({ from }) => from <= at)?.value ?? 0);
    const steps = fund.steps.filter(({ from }) => from > least && from <= most && value(from) !== value(from - 1));
    const from = steps[steps.length - 1]?.from;
    if (from === undefined) continue;
    const below = branch(belowOf(region, index, from), total, effort);
    if (below === null) return "failed";
    const reached: ProofNode[] = [];
    for (const row of fund.rows) {
      const found = branch(
        { ...region, low: region.low.map((low, at) => (at === row ? Math.max(low, from) : low)) },
        total,
        effort,
      );
      if (found === null) return "failed";
      reached.push(found);
    }
    return { kind: "split", fund: fund.fund, from, strict: !fund.rising, below, reached };
  }
  return null;
}

function branch(region: Region, total: number, effort: Effort): ProofNode | null {
  const next = narrowed(region);
  return next === null ? { prices: [], next: null } : node(next, total, effort);
}

function belowOf(region: Region, index: number, from: number): Region {
  const fund = region.layout.funds[index];
  const paid = Math.max(0, ...(fund?.steps ?? []).flatMap((step) => (step.from < from ? [step.value] : [])));
  const most = region.most.map((own, at) => (at === index ? Math.min(own, paid) : own));
  if (fund?.rising !== false) return { ...region, most };
  return { ...region, most, high: region.high.map((high, row) => (fund.rows.includes(row) ? Math.min(high, from - 1) : high)) };
}

/** How many claimants a project has, multiplied: how many choices there are. */
export const choicesOf = (problem: AllocationProblem): number =>
  layoutOf(problem).options.reduce((product, list) => product * Math.max(1, list.length), 1);
