/**
 * The best choice of one contest: first the objective, proved by sweeps, each wider than the last, until one is exhaustive;
 * then among the choices that are equally good the one with the smallest keepers.
 */
import type { Contest } from "./contest.ts";
import { courseOf } from "./course.ts";
import { type Entrant, entrantOf, restrict, tighten } from "./entrant.ts";
import { races } from "./race.ts";
import { type Aim, type Budget, type Swept, sweep } from "./sweep.ts";

export interface Optimum {
  /** By project of the contest. */
  readonly keepers: readonly number[];
  readonly objective: readonly number[];
  /** Proved upper bound of the contest's total, 分. */
  readonly bound: number;
  /** No choice has a better objective. (The keepers are the smallest that could be found with some patience.) */
  readonly proved: boolean;
}

interface Lead {
  readonly objective: readonly number[];
  /** By project of the contest. */
  readonly keepers: readonly number[];
}

const WIDTHS = [8, 64, 512, 4_096, 32_768, 131_072];
/** How many labels a stage may have where all equally good choices are kept to find the smallest keepers. */
const COLLECT = 400;
/** Labels to be looked at for the smallest keepers alone. */
const PATIENCE_STEPS = 400_000;
const PROBE_WIDTHS = [8, 64, 1_024, 16_384, 131_072];
/** From this width on the sharper bounds pay; below it, a sweep that found something is repeated at once. */
const SHARP = 512;

const run = (entrant: Entrant, aim: Aim, budget: Budget): Swept => sweep(courseOf(entrant, aim.width >= SHARP), aim, budget);

/** The objective of complete keepers in a race, all components. */
function leadOf({ origin, settled }: Entrant, open: ReadonlyMap<number, number>): Lead {
  const keepers = settled.map((keeper, place) => keeper ?? open.get(place) ?? 0);
  const objective = origin.base.slice();
  const sums = origin.rows.map(() => 0);
  origin.options.forEach((list, place) => {
    const option = list.find((one) => one.keeper === keepers[place]);
    if (option === undefined) return;
    option.gain.forEach((gain, component) => {
      objective[component] = (objective[component] ?? 0) + gain;
    });
    option.rows.forEach((row, index) => {
      sums[row] = (sums[row] ?? 0) + (option.weights[index] ?? 0);
    });
  });
  origin.rows.forEach((row, index) => {
    if (row.pays < 0) return;
    const paid = Math.min(row.target, sums[index] ?? 0);
    objective[0] = (objective[0] ?? 0) + paid;
    objective[row.pays] = (objective[row.pays] ?? 0) + paid;
  });
  return { objective, keepers };
}

const smaller = (one: readonly number[], other: readonly number[]): boolean => {
  const at = one.findIndex((keeper, project) => keeper !== other[project]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
};

/** A racing entrant. */
interface Runner {
  readonly entrant: Entrant;
  /** No choice with a better objective than the lead's is unknown. */
  readonly done: boolean;
}

function advance(entrant: Entrant, lead: Lead | null, width: number, budget: Budget): { runner: Runner; lead: Lead | null } {
  const total = lead?.objective[0] ?? -1;
  const tight = tighten(entrant, Math.max(0, total));
  if (tight === null) return { runner: { entrant: { ...entrant, bound: total - 1 }, done: true }, lead };
  const aim: Aim = { goal: lead?.objective ?? [-1], equals: false, keepers: false, width, strict: false };
  const swept = run(tight, aim, budget);
  const next = swept.found === null ? lead : leadOf(tight, swept.found.keepers);
  const bound = Math.min(tight.bound, Math.max(next?.objective[0] ?? -1, swept.dropped));
  // The first sweep looks at the total alone: what it finds may be tied in the rest of the objective.
  const done = swept.exhausted && (lead !== null || swept.found === null);
  return { runner: { entrant: { ...tight, bound }, done }, lead: next };
}

/** The best objective; runners that aren't done afterwards may hide a better one, up to their entrants' bounds. */
function proveObjective(runners: Runner[], budget: Budget): { lead: Lead | null; width: number } {
  let lead: Lead | null = null;
  let widest = 0;
  for (const width of WIDTHS) {
    runners.sort((one, other) => other.entrant.bound - one.entrant.bound);
    for (let index = 0; index < runners.length; index++) {
      for (let again = true; again; ) {
        const runner = runners[index];
        again = false;
        if (runner === undefined || runner.done || budget.left < 0) continue;
        if (runner.entrant.bound < (lead?.objective[0] ?? -1)) {
          runners[index] = { entrant: runner.entrant, done: true };
          continue;
        }
        const before: Lead | null = lead;
        const moved = advance(runner.entrant, lead, width, budget);
        runners[index] = moved.runner;
        lead = moved.lead;
        again = lead !== before && width < SHARP;
        widest = width;
      }
    }
  }
  return { lead, width: widest };
}

/** All equally good choices at once; null if they are too many. */
function collect(entrants: readonly Entrant[], lead: Lead, width: number, budget: Budget): Lead | null {
  let best = lead;
  for (const entrant of entrants) {
    const swept = run(entrant, { goal: best.objective, equals: true, keepers: true, width, strict: true }, budget);
    if (!swept.exhausted) return null;
    if (swept.found === null) continue;
    const next = leadOf(entrant, swept.found.keepers);
    if (smaller(next.keepers, best.keepers)) best = next;
  }
  return best;
}

/** The entrants in which `place` of the contest has the keeper, as far as they can still reach the total. */
function prescribe(entrants: readonly Entrant[], place: number, keeper: number, total: number): Entrant[] {
  return entrants.flatMap((entrant): Entrant[] => {
    const project = entrant.where.indexOf(place);
    if (project < 0) return entrant.settled[place] === keeper ? [entrant] : [];
    const only = restrict(entrant, (one, option) => one !== project || entrant.race.options[one]?.[option]?.keeper === keeper);
    const tight = only === null ? null : tighten(only, total);
    return tight === null ? [] : [tight];
  });
}

/** A choice as good as the lead; null: there is none; undefined: not known. */
function probe(entrants: readonly Entrant[], lead: Lead, budget: Budget): Lead | null | undefined {
  let open = entrants;
  for (const width of PROBE_WIDTHS) {
    const still: Entrant[] = [];
    for (const entrant of open) {
      if (budget.left < 0) return undefined;
      const swept = run(entrant, { goal: lead.objective, equals: true, keepers: false, width, strict: false }, budget);
      if (swept.found !== null) return leadOf(entrant, swept.found.keepers);
      if (!swept.exhausted) still.push(entrant);
    }
    if (still.length === 0) return null;
    open = still;
  }
  return undefined;
}

/** Project by project the smallest keeper that still allows the best objective, as far as the budget goes. */
function smallestKeepers(contest: Contest, entrants: readonly Entrant[], lead: Lead, budget: Budget): Lead {
  let best = lead;
  let now = entrants;
  const total = lead.objective[0] ?? 0;
  for (let place = 0; place < contest.projects.length && budget.left >= 0; place++) {
    for (const choice of contest.choices[place] ?? []) {
      if (choice.keeper >= (best.keepers[place] ?? 0)) break;
      best = probe(prescribe(now, place, choice.keeper, total), best, budget) ?? best;
    }
    now = prescribe(now, place, best.keepers[place] ?? 0, total);
  }
  return best;
}

/** The budget was gone before any choice was found: anybody, with the plain bound over a total that isn't even counted. */
function unsettled(contest: Contest, bound: number): Optimum {
  return { keepers: contest.choices.map((list) => list[0]?.keeper ?? 0), objective: [0], bound, proved: false };
}

export function contestOptimum(contest: Contest, budget: Budget): Optimum {
  const runners = races(contest).map((race): Runner => ({ entrant: entrantOf(race, contest), done: false }));
  const { lead, width } = proveObjective(runners, budget);
  const open = runners.filter((runner) => !runner.done);
  const bound = open.reduce((most, { entrant }) => Math.max(most, entrant.bound), lead?.objective[0] ?? 0);
  if (lead === null) return unsettled(contest, bound);
  if (open.length > 0) return { ...lead, bound, proved: false };
  const total = lead.objective[0] ?? 0;
  const rivals = runners.flatMap(({ entrant }) => (entrant.bound < total ? [] : (tighten(entrant, total) ?? [])));
  const patience: Budget = { left: Math.min(budget.left, PATIENCE_STEPS) };
  let best = collect(rivals, lead, COLLECT, patience);
  if (best === null && width >= SHARP) best = collect(rivals, lead, width, patience);
  return { ...(best ?? smallestKeepers(contest, rivals, lead, patience)), bound, proved: true };
}
