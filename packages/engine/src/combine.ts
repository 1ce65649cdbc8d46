/** 就高不重复 for one dossier: poses the choice as a problem, solves it exactly, and says for every project who keeps it. */
import type { Policy } from "@zhengdui/policy";
import { allocate } from "./allocate/allocate.ts";
import { type Allocation, type AllocationProblem, type Fund, OUTSIDE } from "./allocation-problem.ts";
import { type Claims, hasProjects, projectOf } from "./claims.ts";
import type { Prepared, Row } from "./dossier.ts";
import { type Closure, closure, type Figures } from "./kernel/closures.ts";
import { createPool, type Pool, poolValue } from "./pool.ts";
import { rowsOf } from "./rows.ts";

export interface OutsideAward {
  /** Its row in the dossier's list. */
  readonly index: number;
  readonly programme: string;
  readonly project: string;
  readonly amount: number;
  readonly local: boolean;
}

export interface Combined {
  /** 分, by measure. */
  readonly granted: readonly number[];
  /** Project → index of the measure that keeps it, or OUTSIDE. Projects that nobody claims are absent. */
  readonly keeper: ReadonlyMap<string, number>;
  readonly awards: ReadonlyMap<string, readonly OutsideAward[]>;
  readonly standing: number;
  readonly standingLocal: number;
  readonly problem: AllocationProblem;
  readonly allocation: Allocation;
  readonly projects: readonly string[];
  /** By measure: does it compete for projects? */
  readonly competing: readonly boolean[];
  /** 分 that a pooled measure would pay for the projects kept. */
  readonly poolValue: (measure: number, kept: (project: string) => boolean) => number;
}

export type Combiner = (dossier: Prepared, claims: readonly Claims[]) => Combined;

const NO_FUND: Fund = { kind: "each", cap: null, entries: [] };

export function createCombiner(policy: Policy, figures: Figures): Combiner {
  const free = policy.combination?.except ?? [];
  const competing = policy.measures.map(
    ({ id, form }) => policy.combination !== null && !free.includes(id) && hasProjects(policy, form),
  );
  const pools = policy.measures.map(({ form }) => (form.kind === "pool" ? createPool(form, figures) : null));
  const awardsOf = awardReader(policy, figures);
  return (dossier, claims) => {
    const awards = awardsOf(dossier);
    const numbering = numberProjects(claims, competing, pools, awards);
    const funds = claims.map((claim, m) => (competing[m] ? fundOf(claim, pools[m] ?? null, dossier, numbering) : NO_FUND));
    const problem: AllocationProblem = { projects: numbering.size, funds, outside: outsideOf(awards, numbering) };
    const allocation = allocate(problem);
    const projects = [...numbering.keys()];
    const keeper = new Map<string, number>();
    for (const [i, project] of projects.entries()) {
      const kept = allocation.keeper[i] ?? null;
      if (kept !== null) keeper.set(project, kept);
    }
    return {
      granted: claims.map((claim, m) => (competing[m] ? (allocation.granted[m] ?? 0) : claim.alone)),
      keeper,
      awards,
      standing: allocation.standing,
      standingLocal: allocation.standingLocal,
      problem,
      allocation,
      projects,
      competing,
      poolValue: (measure, kept) => poolValue(funds[measure], projects, kept),
    };
  };
}

/** No project is claimed twice: every measure is granted as it stands. */
export function uncontested(claims: readonly Claims[]): Combined {
  const granted = claims.map((claim) => claim.alone);
  const total = granted.reduce((sum, g) => sum + g, 0);
  const certificate = { keeper: [], granted, standing: 0, total, upperBound: total };
  return {
    granted,
    keeper: new Map(),
    awards: NO_AWARDS,
    standing: 0,
    standingLocal: 0,
    problem: { projects: 0, funds: [], outside: [] },
    allocation: { keeper: [], granted, standing: 0, standingLocal: 0, total, optimal: true, certificate },
    projects: [],
    competing: [],
    poolValue: () => 0,
  };
}

type Awards = ReadonlyMap<string, readonly OutsideAward[]>;
const NO_AWARDS: Awards = new Map();

function awardReader(policy: Policy, figures: Figures): (dossier: Prepared) => Awards {
  const { combination } = policy;
  if (combination === null) return () => NO_AWARDS;
  const competes: Closure = closure(combination.competes, figures);
  const local: Closure = closure(combination.local, figures);
  return (dossier) => {
    const rows = rowsOf(dossier, combination.outside);
    if (rows.length === 0) return NO_AWARDS;
    const found = new Map<string, OutsideAward[]>();
    for (const [index, row] of rows.entries()) {
      const env = { dossier, row, lets: {} };
      if (competes(env) !== true) continue;
      const project = String(row.project);
      const amount = row.amount as number;
      const award = { index, programme: String(row.programme), project, amount, local: local(env) === true };
      const same = found.get(project);
      if (same === undefined) found.set(project, [award]);
      else same.push(award);
    }
    return found;
  };
}

function outsideOf(awards: Awards, numbering: ReadonlyMap<string, number>): AllocationProblem["outside"] {
  return [...awards].map(([project, list]) => ({
    project: numbering.get(project) as number,
    total: list.reduce((sum, a) => sum + a.amount, 0),
    local: list.reduce((sum, a) => sum + (a.local ? a.amount : 0), 0),
  }));
}

/** A pool that pays nothing, or an item of 0.00, claims no project. */
const pays = (claim: Claims, i: number, pooled: boolean): boolean => (pooled ? claim.alone > 0 : (claim.values[i] as number) > 0);

/** Numbers the projects that someone claims by their name, so that the order of items can't decide a tie. */
function numberProjects(
  claims: readonly Claims[],
  competing: readonly boolean[],
  pools: readonly (Pool | null)[],
  awards: Awards,
): Map<string, number> {
  const names = new Set<string>(awards.keys());
  for (const [m, claim] of claims.entries()) {
    if (!competing[m]) continue;
    const pooled = pools[m] != null;
    for (const [i, row] of claim.rows.entries()) if (pays(claim, i, pooled)) names.add(projectOf(row));
  }
  return new Map([...names].sort().map((name, i) => [name, i]));
}

function fundOf(claim: Claims, pool: Pool | null, dossier: Prepared, numbering: ReadonlyMap<string, number>): Fund {
  const project = (row: Row): number => numbering.get(projectOf(row)) as number;
  if (claim.rows.length === 0) return NO_FUND;
  if (pool !== null) return claim.alone === 0 ? NO_FUND : pool.fund(claim, dossier, project);
  const entries = [];
  let sum = 0;
  for (const [i, row] of claim.rows.entries()) {
    const amount = claim.values[i] as number;
    if (amount > 0) entries.push({ project: project(row), amount });
    sum += amount;
  }
  return { kind: "each", cap: sum > claim.alone ? claim.alone : null, entries };
}

export { OUTSIDE };
