/** An allocation problem as running sums: every cap, and every pool (of groups: every group), is a row that the keepers of projects fill. */
import { type AllocationProblem, type Fund, OUTSIDE } from "../allocation-problem.ts";

export interface Option {
  readonly keeper: number;
  /** 分 that are paid whatever the others do. */
  readonly gain: number;
  readonly rows: readonly number[];
  readonly weights: readonly number[];
}

export interface LimitedFund {
  readonly fund: number;
  readonly rows: readonly number[];
  /** null: a pool. */
  readonly cap: number | null;
  /** Of a pool: ascending. */
  readonly steps: readonly { readonly from: number; readonly value: number }[];
  readonly rising: boolean;
}

export interface Layout {
  readonly options: readonly (readonly Option[])[];
  readonly funds: readonly LimitedFund[];
  readonly rows: number;
}

/** What is still open at a node of the proof. */
export interface Region {
  readonly layout: Layout;
  /** By project. */
  readonly open: readonly (readonly Option[])[];
  /** By row, the sums that are spoken of. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** By limited fund: no more than this is counted, 分. */
  readonly most: readonly number[];
}

export function layoutOf(problem: AllocationProblem): Layout {
  const options = Array.from({ length: problem.projects }, (): Option[] => []);
  const funds: LimitedFund[] = [];
  let rows = 0;
  for (const { project, total } of problem.outside)
    options[project]?.push({ keeper: OUTSIDE, gain: total, rows: [], weights: [] });
  problem.funds.forEach((fund, index) => {
    const limited = limitedFund(fund, index, rows);
    if (limited !== null) funds.push(limited);
    rows += limited?.rows.length ?? 0;
    for (const [project, option] of claimsOfFund(fund, index, limited)) options[project]?.push(option);
  });
  return { options, funds, rows };
}

/** Groups of a pool, ascending; one for all where they don't matter. */
export function groupsOf(fund: Extract<Fund, { kind: "pool" }>): readonly number[] {
  if (!fund.largest || fund.entries.length === 0) return [0];
  return [...new Set(fund.entries.map((entry) => entry.group))].sort((a, b) => a - b);
}

function limitedFund(fund: Fund, index: number, first: number): LimitedFund | null {
  switch (fund.kind) {
    case "each":
      return fund.cap === null || fund.entries.length === 0
        ? null
        : { fund: index, rows: [first], cap: fund.cap, steps: [], rising: true };
    case "pool": {
      const rows = groupsOf(fund).map((_, at) => first + at);
      const steps = fund.steps.map(({ from, value }) => ({ from, value: Math.min(fund.alone, value) }));
      const rising = steps.every((step, at) => step.value >= (steps[at - 1]?.value ?? 0));
      return { fund: index, rows, cap: null, steps, rising };
    }
  }
}

function claimsOfFund(fund: Fund, keeper: number, limited: LimitedFund | null): Map<number, Option> {
  const found = new Map<number, Option>();
  if (fund.kind === "each") {
    for (const { project, amount } of fund.entries) {
      const own = found.get(project);
      const sum = amount + (limited === null ? (own?.gain ?? 0) : (own?.weights[0] ?? 0));
      const filled = limited === null ? [[], [], sum] : [limited.rows, [sum], 0];
      const [rows, weights, gain] = filled as [readonly number[], number[], number];
      found.set(project, { keeper, gain, rows, weights });
    }
    return found;
  }
  const groups = groupsOf(fund);
  const sums = new Map<number, Map<number, number>>();
  for (const { project, group, basis } of fund.entries) {
    const row = limited?.rows[fund.largest ? groups.indexOf(group) : 0] ?? 0;
    const own = sums.get(project) ?? new Map<number, number>();
    sums.set(project, own.set(row, (own.get(row) ?? 0) + basis));
  }
  for (const [project, own] of sums) found.set(project, { keeper, gain: 0, rows: [...own.keys()], weights: [...own.values()] });
  return found;
}

export function wholeRegion(layout: Layout): Region {
  return {
    layout,
    open: layout.options,
    low: new Array<number>(layout.rows).fill(0),
    high: new Array<number>(layout.rows).fill(Number.POSITIVE_INFINITY),
    most: layout.funds.map(({ cap, steps }) => cap ?? Math.max(0, ...steps.map((step) => step.value))),
  };
}

export const weightOf = (option: Option, row: number): number => option.weights[option.rows.indexOf(row)] ?? 0;

/** By row, the least and the most that the open options of all projects (or of those from `stage` on) add up to. */
export function reachOf(open: readonly (readonly Option[])[], row: number): { readonly least: number; readonly most: number } {
  let [least, most] = [0, 0];
  for (const list of open) {
    const weights = list.map((option) => weightOf(option, row));
    if (weights.length === 0) continue;
    least += Math.min(...weights);
    most += Math.max(...weights);
  }
  return { least, most };
}

/** The same with sums that can't be left out; null: no choice is left. */
export function narrowed(region: Region): Region | null {
  const low = region.low.slice();
  const high = region.high.slice();
  for (let row = 0; row < region.layout.rows; row++) {
    const { least, most } = reachOf(region.open, row);
    low[row] = Math.max(low[row] ?? 0, least);
    high[row] = Math.min(high[row] ?? 0, most);
    if ((low[row] ?? 0) > (high[row] ?? 0)) return null;
  }
  return { ...region, low, high };
}
