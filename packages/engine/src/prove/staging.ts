/**
 * An allocation problem as stages: the keeper of each project, and the step or cap of each fund, is a way to fill rows. The first row is money.
 * What a soft row (of a cap) is short of at the end is taken off the money; a hard row (of a step) can't be short.
 */
import { type AllocationProblem, type Fund, OUTSIDE } from "../allocation-problem.ts";

export interface Row {
  /** Of the money: OUTSIDE. */
  readonly fund: number;
  /** Of a pool that looks at its groups apart; else null. */
  readonly group: number | null;
  readonly hard: boolean;
  /** Filled by −sum: how far the pool may still be filled. Only of pools whose steps fall. */
  readonly room: boolean;
}

/** 分 by row. */
export type Way = readonly number[];

export interface Staging {
  readonly rows: readonly Row[];
  /** Claimed projects ascending, then the funds, then the outside awards (one way: nothing). */
  readonly stages: readonly (readonly Way[])[];
  /** How many of the stages are projects. */
  readonly projects: number;
}

const MONEY: Row = { fund: OUTSIDE, group: null, hard: false, room: false };

export function stagingOf(problem: AllocationProblem): Staging {
  const rows = [MONEY, ...problem.funds.flatMap(rowsOfFund)];
  const nothing = rows.map(() => 0);
  const claimed = projectsOf(problem);
  const projects = claimed.map((project) => {
    const ways = problem.funds.flatMap((fund, index) => wayOfProject(rows, fund, index, project));
    const award = problem.outside.find((one) => one.project === project);
    return award === undefined ? ways : [...ways, nothing.with(0, award.total)];
  });
  const funds = problem.funds.map((fund, index) => termsOf(fund).map((term) => wayOfTerm(rows, term, index)));
  return { rows, stages: [...projects, ...funds, [nothing]], projects: projects.length };
}

function projectsOf({ projects, funds, outside }: AllocationProblem): number[] {
  const claimed = new Set([
    ...funds.flatMap(({ entries }) => entries.map(({ project }) => project)),
    ...outside.map(({ project }) => project),
  ]);
  return Array.from({ length: projects }, (_, project) => project).filter((project) => claimed.has(project));
}

/** Groups of a pool, ascending; [null] where it adds up everything. */
export function groupsOf(fund: Extract<Fund, { kind: "pool" }>): readonly (number | null)[] {
  if (!fund.largest) return [null];
  return [...new Set(fund.entries.map((entry) => entry.group))].sort((a, b) => a - b);
}

/** Does a step pay less than the one before? */
export const falls = ({ steps }: Extract<Fund, { kind: "pool" }>): boolean =>
  steps.some((step, at) => at > 0 && step.value < (steps[at - 1]?.value ?? 0));

function rowsOfFund(fund: Fund, index: number): Row[] {
  if (fund.entries.length === 0) return [];
  if (fund.kind === "each") return fund.cap === null ? [] : [{ fund: index, group: null, hard: false, room: false }];
  const sides = falls(fund) ? [false, true] : [false];
  return groupsOf(fund).flatMap((group) => sides.map((room) => ({ fund: index, group, hard: true, room })));
}

/** What a fund pays by one of its steps or under its cap, and what needs to be filled for that. */
export interface Term {
  readonly money: number;
  /** null: nothing is needed. */
  readonly need: { readonly group: number | null; readonly from: number } | null;
  /** Where steps fall: no row may be filled beyond. */
  readonly until: number | null;
}

export function termsOf(fund: Fund): readonly Term[] {
  if (fund.entries.length === 0) {
    const money = fund.kind === "each" ? 0 : Math.min(fund.alone, fund.steps[0]?.value ?? 0);
    return [{ money, need: null, until: null }];
  }
  if (fund.kind === "each") {
    return [{ money: fund.cap ?? 0, need: fund.cap === null ? null : { group: null, from: fund.cap }, until: null }];
  }
  const all = fund.entries.reduce((sum, { basis }) => sum + basis, 0);
  return fund.steps.flatMap(({ from, value }, at) => {
    const until = falls(fund) ? (fund.steps[at + 1]?.from ?? all + 1) - 1 : null;
    const needs = at === 0 ? [null] : groupsOf(fund).map((group) => ({ group, from }));
    return needs.map((need) => ({ money: Math.min(fund.alone, value), need, until }));
  });
}

function wayOfTerm(rows: readonly Row[], { money, need, until }: Term, index: number): Way {
  return rows.map((row) => {
    if (row === MONEY) return money;
    if (row.fund !== index) return 0;
    if (row.room) return until ?? 0;
    return need !== null && need.group === row.group ? -need.from : 0;
  });
}

function wayOfProject(rows: readonly Row[], fund: Fund, index: number, project: number): Way[] {
  const entries =
    fund.kind === "each"
      ? fund.entries.map(({ project: own, amount }) => ({ project: own, group: 0, basis: amount }))
      : fund.entries;
  const own = entries.filter((entry) => entry.project === project);
  if (own.length === 0) return [];
  const isMoney = fund.kind === "each" && fund.cap === null;
  const way = rows.map((row) => {
    if (isMoney ? row !== MONEY : row.fund !== index) return 0;
    const filled = own.reduce((sum, { group, basis }) => (row.group === null || row.group === group ? sum + basis : sum), 0);
    return row.room ? -filled : filled;
  });
  return [way];
}

/** What the sums are worth, 分; −Infinity where a hard row is short. */
export function worthOf(rows: readonly Row[], sums: Way): number {
  let worth = sums[0] ?? 0;
  for (let row = 1; row < sums.length; row++) {
    const sum = sums[row] ?? 0;
    if (sum >= 0) continue;
    if (rows[row]?.hard) return Number.NEGATIVE_INFINITY;
    worth += sum;
  }
  return worth;
}

/** How many claimants a project has, multiplied: how many choices there are. */
export function choicesOf(problem: AllocationProblem): number {
  const { stages, projects } = stagingOf(problem);
  return stages.slice(0, projects).reduce((product, ways) => product * ways.length, 1);
}
