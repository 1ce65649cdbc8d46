/**
 * Cuts the problem into contests: sets of disputed projects that hang together by funds whose limits bind.
 * What has one claimant, or whose best claimant hurts nobody, is settled before.
 */
import type { AllocationProblem, Fund } from "../allocation-problem.ts";
import { OUTSIDE } from "../allocation-problem.ts";
import { type Claim, claimsByProject } from "./claims.ts";
import { lastStep, stepValue } from "./tally.ts";

type Pool = Extract<Fund, { kind: "pool" }>;

/** One way to settle a project. `gain` is paid whatever else happens; `capped` and `pool` depend on the others. */
export interface Choice {
  readonly keeper: number;
  readonly amount: number;
  readonly local: number;
  readonly kind: "free" | "capped" | "pool";
}

/** What is left of a cap, 分, and whether the disputed projects could exceed it. */
export interface CappedFund {
  readonly fund: number;
  readonly left: number;
  readonly binds: boolean;
}

/** A pool whose value is open. By group (0 where groups don't matter): what is fixed, and what each disputed project would add. */
export interface OpenPool {
  readonly fund: number;
  readonly pool: Pool;
  readonly fixed: ReadonlyMap<number, number>;
  readonly bases: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

export interface Contest {
  /** Project numbers, ascending; `choices` in the same order, each ascending by keeper. */
  readonly projects: readonly number[];
  readonly choices: readonly (readonly Choice[])[];
  readonly capped: readonly CappedFund[];
  readonly pools: readonly OpenPool[];
}

export interface Partition {
  /** Settled projects; the disputed ones are null here. */
  readonly keeper: (number | null)[];
  readonly contests: readonly Contest[];
}

/** Settled, and kept by another. */
const lost = (settled: readonly (number | null)[], project: number, fund: number): boolean => {
  const keeper = settled[project];
  return keeper !== null && keeper !== fund;
};

function openPool(pool: Pool, fund: number, settled: readonly (number | null)[]): OpenPool | null {
  const limit = lastStep(pool);
  const fixed = new Map<number, number>();
  const bases = new Map<number, Map<number, number>>();
  const most = new Map<number, number>();
  for (const entry of pool.entries) {
    if (lost(settled, entry.project, fund)) continue;
    const group = pool.largest ? entry.group : 0;
    const basis = Math.min(limit, entry.basis);
    most.set(group, (most.get(group) ?? 0) + basis);
    if (settled[entry.project] === fund) {
      fixed.set(group, Math.min(limit, (fixed.get(group) ?? 0) + basis));
      continue;
    }
    const byGroup = bases.get(entry.project) ?? new Map<number, number>();
    byGroup.set(group, (byGroup.get(group) ?? 0) + basis);
    bases.set(entry.project, byGroup);
  }
  const low = Math.max(0, ...fixed.values());
  const high = Math.max(0, ...most.values());
  const value = stepValue(pool, low);
  const reachable = pool.steps.filter((step) => step.from > low && step.from <= high);
  if (reachable.every((step) => Math.min(pool.alone, step.value) === value)) return null;
  return { fund, pool, fixed, bases };
}

function cappedFund(
  fund: Extract<Fund, { kind: "each" }>,
  index: number,
  settled: readonly (number | null)[],
): CappedFund | null {
  if (fund.cap === null) return null;
  let left = fund.cap;
  for (const entry of fund.entries) if (settled[entry.project] === index) left = Math.max(0, left - entry.amount);
  let disputed = 0;
  for (const entry of fund.entries) if (settled[entry.project] === null) disputed += Math.min(left, entry.amount);
  return { fund: index, left, binds: disputed > left };
}

interface Limits {
  readonly capped: ReadonlyMap<number, CappedFund>;
  readonly pools: ReadonlyMap<number, OpenPool>;
}

function limitsOf(problem: AllocationProblem, settled: readonly (number | null)[]): Limits {
  const capped = new Map<number, CappedFund>();
  const pools = new Map<number, OpenPool>();
  problem.funds.forEach((fund, index) => {
    if (fund.kind === "each") {
      const limit = cappedFund(fund, index, settled);
      if (limit !== null) capped.set(index, limit);
    } else {
      const open = openPool(fund, index, settled);
      if (open !== null) pools.set(index, open);
    }
  });
  return { capped, pools };
}

/** The best unlimited claimant, and the limited ones that could still be preferred to it. */
function choicesOf(claims: readonly Claim[], limits: Limits): Choice[] {
  let free: Choice | null = null;
  const limited: Choice[] = [];
  for (const { keeper, amount, local } of claims) {
    const cap = limits.capped.get(keeper);
    if (cap?.binds === true && cap.left > 0)
      limited.push({ keeper, amount: Math.min(cap.left, amount), local: 0, kind: "capped" });
    else if (limits.pools.has(keeper)) limited.push({ keeper, amount: 0, local: 0, kind: "pool" });
    else {
      const paid = cap === undefined ? amount : Math.min(cap.left, amount);
      if (free === null || paid > free.amount) free = { keeper, amount: paid, local, kind: "free" };
    }
  }
  if (free === null) return limited;
  const best = free;
  const open = limited.filter(
    (one) => one.kind === "pool" || one.amount > best.amount || (one.amount === best.amount && one.keeper < best.keeper),
  );
  return [...open, best].sort((one, other) => one.keeper - other.keeper);
}

/** Union–find over the funds with limits. */
function gather(choices: ReadonlyMap<number, readonly Choice[]>): number[][] {
  const parent = new Map<number, number>();
  const root = (fund: number): number => {
    let at = fund;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) at = up;
    return at;
  };
  const anchor = new Map<number, number>();
  for (const [project, list] of choices) {
    const funds = list.filter((one) => one.kind !== "free").map((one) => one.keeper);
    const first = funds[0] ?? OUTSIDE;
    anchor.set(project, first);
    for (const fund of funds) parent.set(root(fund), root(first));
  }
  const sets = new Map<number, number[]>();
  for (const [project, fund] of anchor) {
    const set = sets.get(root(fund));
    if (set === undefined) sets.set(root(fund), [project]);
    else set.push(project);
  }
  return [...sets.values()];
}

function contestOf(projects: readonly number[], choices: ReadonlyMap<number, readonly Choice[]>, limits: Limits): Contest {
  const lists = projects.map((project) => choices.get(project) ?? []);
  const keepers = new Set(lists.flatMap((list) => list.filter((one) => one.kind !== "free").map((one) => one.keeper)));
  return {
    projects,
    choices: lists,
    capped: [...limits.capped.values()].filter((one) => keepers.has(one.fund)),
    pools: [...limits.pools.values()].filter((one) => keepers.has(one.fund)),
  };
}

export function partition(problem: AllocationProblem): Partition {
  const claims = claimsByProject(problem);
  const keeper: (number | null)[] = claims.map((list) => (list.length === 1 ? (list[0]?.keeper ?? null) : null));
  let open = claims.flatMap((list, project) => (list.length > 1 ? [project] : []));
  for (;;) {
    const limits = limitsOf(problem, keeper);
    const choices = new Map<number, readonly Choice[]>();
    for (const project of open) {
      const list = choicesOf(claims[project] ?? [], limits);
      const only = list.length === 1 ? list[0] : undefined;
      if (only === undefined) choices.set(project, list);
      else keeper[project] = only.keeper;
    }
    // Each settled project may loosen a limit for the others: look again until nothing changes.
    if (choices.size < open.length) {
      open = [...choices.keys()];
      continue;
    }
    return { keeper, contests: gather(choices).map((projects) => contestOf(projects, choices, limits)) };
  }
}
