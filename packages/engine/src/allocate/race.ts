/**
 * One contest with the tier of every pool fixed in advance: then it is a linear choice with a few running sums ("rows").
 * A cap is a soft row (paid up to its target); a pool's tier asks hard rows to reach a target and, where steps fall, to stay under a ceiling.
 */
import { OUTSIDE } from "../allocation-problem.ts";
import type { Choice, Contest, OpenPool } from "./contest.ts";
import { lastStep } from "./tally.ts";

export interface Row {
  /** The component of the objective that the row pays into; −1: a hard row. */
  readonly pays: number;
  readonly target: number;
  /** The largest sum allowed; Infinity: none, and sums stop at the target. */
  readonly ceiling: number;
}

export interface Option {
  readonly keeper: number;
  /** The objective: [total, standing, −local, one per fund of the contest in order]. */
  readonly gain: readonly number[];
  readonly rows: readonly number[];
  readonly weights: readonly number[];
}

export interface Race {
  readonly components: number;
  readonly base: readonly number[];
  readonly rows: readonly Row[];
  readonly options: readonly (readonly Option[])[];
}

interface Tier {
  readonly value: number;
  readonly rows: readonly { readonly group: number; readonly target: number; readonly ceiling: number }[];
}

interface Stretch {
  readonly from: number;
  readonly value: number;
  /** The last sum up to which the value never falls below this one. */
  readonly until: number;
}

/** A sum beyond its own tier is let in as long as it pays no less there: the tier that it belongs to is raced too. */
function stretches(open: OpenPool): Stretch[] {
  const steps = open.pool.steps.map((step) => ({ from: step.from, value: Math.min(open.pool.alone, step.value) }));
  const all: Stretch[] = [];
  steps.forEach((step, index) => {
    const fall = steps.slice(index + 1).find((later) => later.value < step.value);
    const until = fall === undefined ? Number.POSITIVE_INFINITY : fall.from - 1;
    if (!all.some((one) => one.value === step.value && one.until >= until)) all.push({ ...step, until });
  });
  return all;
}

function tiersOf(open: OpenPool): Tier[] {
  const most = new Map<number, number>();
  for (const byGroup of open.bases.values())
    for (const [group, basis] of byGroup) most.set(group, (most.get(group) ?? 0) + basis);
  const groups = [...new Set([...open.fixed.keys(), ...most.keys()])].sort((one, other) => one - other);
  const fixed = (group: number): number => open.fixed.get(group) ?? 0;
  const limit = lastStep(open.pool);
  return stretches(open).flatMap(({ from, value, until }): Tier[] => {
    if (groups.some((group) => fixed(group) > until)) return [];
    const ceilings = groups
      .filter((group) => fixed(group) + (most.get(group) ?? 0) > until)
      .map((group) => ({ group, target: 0, ceiling: until - fixed(group) }));
    if (from === 0 || groups.some((group) => fixed(group) >= from)) return [{ value, rows: ceilings }];
    const able = groups.filter((group) => Math.min(limit, fixed(group) + (most.get(group) ?? 0)) >= from);
    return able.map((group) => {
      const ceiling = ceilings.find((row) => row.group === group)?.ceiling ?? Number.POSITIVE_INFINITY;
      const row = { group, target: from - fixed(group), ceiling };
      return { value, rows: [row, ...ceilings.filter((other) => other.group !== group)] };
    });
  });
}

function combinations(pools: readonly OpenPool[]): Tier[][] {
  return pools.reduce<Tier[][]>(
    (sofar, pool) => {
      const tiers = tiersOf(pool);
      return sofar.flatMap((list) => tiers.map((tier) => [...list, tier]));
    },
    [[]],
  );
}

interface Frame {
  readonly contest: Contest;
  readonly funds: readonly number[];
  readonly tiers: readonly Tier[];
  readonly rows: readonly Row[];
  /** By pool: its first row. */
  readonly firstRow: readonly number[];
}

function optionOf(frame: Frame, project: number, choice: Choice): Option | null {
  const { contest, funds, tiers, rows, firstRow } = frame;
  const gain = new Array<number>(3 + funds.length).fill(0);
  switch (choice.kind) {
    case "free":
      gain[0] = choice.amount;
      if (choice.keeper === OUTSIDE) {
        gain[1] = choice.amount;
        gain[2] = 0 - choice.local;
      } else gain[3 + funds.indexOf(choice.keeper)] = choice.amount;
      return { keeper: choice.keeper, gain, rows: [], weights: [] };
    case "capped": {
      const row = contest.capped.findIndex((one) => one.fund === choice.keeper);
      return { keeper: choice.keeper, gain, rows: [row], weights: [choice.amount] };
    }
    case "pool": {
      const at = contest.pools.findIndex((one) => one.fund === choice.keeper);
      const byGroup = contest.pools[at]?.bases.get(project);
      const used: number[] = [];
      const weights: number[] = [];
      tiers[at]?.rows.forEach(({ group }, index) => {
        const row = (firstRow[at] ?? 0) + index;
        const basis = byGroup?.get(group) ?? 0;
        const { target = 0, ceiling = Number.POSITIVE_INFINITY } = rows[row] ?? {};
        if (basis === 0) return;
        used.push(row);
        weights.push(ceiling === Number.POSITIVE_INFINITY ? Math.min(target, basis) : basis);
      });
      const fits = used.every((row, index) => (weights[index] ?? 0) <= (rows[row]?.ceiling ?? 0));
      return fits ? { keeper: choice.keeper, gain, rows: used, weights } : null;
    }
  }
}

function raceOf(contest: Contest, funds: readonly number[], tiers: readonly Tier[]): Race | null {
  const rows: Row[] = contest.capped.map((one) => {
    return { pays: 3 + funds.indexOf(one.fund), target: one.left, ceiling: Number.POSITIVE_INFINITY };
  });
  const base = new Array<number>(3 + funds.length).fill(0);
  const firstRow: number[] = [];
  contest.pools.forEach((open, index) => {
    const tier = tiers[index];
    firstRow.push(rows.length);
    for (const { target, ceiling } of tier?.rows ?? []) rows.push({ pays: -1, target, ceiling });
    base[0] = (base[0] ?? 0) + (tier?.value ?? 0);
    base[3 + funds.indexOf(open.fund)] = tier?.value ?? 0;
  });
  const frame: Frame = { contest, funds, tiers, rows, firstRow };
  const options = contest.choices.map((list, index) =>
    list.flatMap((choice) => optionOf(frame, contest.projects[index] ?? -1, choice) ?? []),
  );
  return options.some((list) => list.length === 0) ? null : { components: base.length, base, rows, options };
}

/** One race for every combination of tiers that the contest's pools can reach. */
export function races(contest: Contest): Race[] {
  const funds = [...new Set(contest.choices.flatMap((list) => list.map((one) => one.keeper)))]
    .filter((fund) => fund !== OUTSIDE)
    .sort((one, other) => one - other);
  return combinations(contest.pools).flatMap((tiers) => raceOf(contest, funds, tiers) ?? []);
}
