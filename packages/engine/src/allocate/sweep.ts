/**
 * Goes through a course project by project with all partial choices that could still reach the goal, at most `width` of them.
 * A sweep that dropped none is a proof; a narrow one is a good guess.
 */
import { type Course, lookOut } from "./course.ts";
import { emptyLabels, type KeeperOrder, type Labels, survivors } from "./labels.ts";
import { tableValue } from "./row-table.ts";

export interface Aim {
  /** What is to be beaten, or, where `equals`, reached: [total] or the whole objective. Its length is the depth of comparison. */
  readonly goal: readonly number[];
  readonly equals: boolean;
  /** Among equal objectives find the smallest keepers. */
  readonly keepers: boolean;
  readonly width: number;
  /** Give up as soon as a label would have to be dropped. */
  readonly strict: boolean;
}

/** Labels that may still be looked at; shared by all the sweeps of one allocation, so that the work has an end without a clock. */
export interface Budget {
  left: number;
}

export interface Swept {
  /** The best complete choice found that meets the aim: its objective to the aim's depth, and by place in the contest the keepers that were open. */
  readonly found: { readonly objective: readonly number[]; readonly keepers: ReadonlyMap<number, number> } | null;
  /** Nothing was dropped: what wasn't found doesn't exist. */
  readonly exhausted: boolean;
  /** No choice that was passed over has a larger total. */
  readonly dropped: number;
}

interface Track {
  readonly parent: Int32Array;
  readonly choice: Int32Array;
}

interface Walk {
  readonly course: Course;
  readonly aim: Aim;
  readonly depth: number;
  readonly tracks: Track[];
}

/** The least of the bounds by tables. */
function sharpBound(course: Course, labels: Labels, label: number, stage: number, gain: number): number {
  const rows = course.target.length;
  let least = Number.POSITIVE_INFINITY;
  for (const { unit, price, tables, tableFixed } of course.outlooks) {
    let open = unit * gain;
    for (let row = 0; row < rows; row++) open += (price[row] ?? 0) * (labels.sums[label * rows + row] ?? 0);
    for (let index = 0; index < tables.length; index++) {
      const table = tables[index];
      if (table === undefined) continue;
      const sum = labels.sums[label * rows + table.row] ?? 0;
      const brought = tableValue(table, course.target[table.row] ?? 0, stage, sum);
      const value = (tableFixed[index] ?? 0) + open - (price[table.row] ?? 0) * sum + brought;
      least = Math.min(least, Math.floor(value / unit));
    }
  }
  return least;
}

/** Fills in the proved bound of a label's total: the least of those by prices and the one by what is left. False: it can't be completed. */
function assess(course: Course, labels: Labels, label: number, stage: number, gain: number, goal: number): boolean {
  const { race, outlooks, rowRest, gainRest, soft, target, ceiling } = course;
  const rows = soft.length;
  let mask = 0;
  let least = (race.base[0] ?? 0) + gain + (gainRest[0]?.[stage] ?? 0);
  for (let row = 0; row < rows; row++) {
    const sum = labels.sums[label * rows + row] ?? 0;
    const full = target[row] ?? 0;
    const reach = sum + (rowRest[row]?.[stage] ?? 0);
    if (soft[row] === 1) least += Math.min(full, reach);
    else if (reach < full || sum > (ceiling[row] ?? 0)) return false;
    if (sum >= full && ceiling[row] === Number.POSITIVE_INFINITY) mask |= 1 << row;
  }
  let promise = 0;
  for (const outlook of outlooks) {
    const set = outlook.rest.length > 1 ? mask : 0;
    const rest = outlook.rest[set] ?? lookOut(course, outlook, set);
    let value = (outlook.fixed[set] ?? 0) + outlook.unit * gain + (rest[stage] ?? 0);
    for (let row = 0; row < rows; row++) {
      if (((set >> row) & 1) === 0) value += (outlook.price[row] ?? 0) * (labels.sums[label * rows + row] ?? 0);
    }
    promise = value / outlook.unit;
    least = Math.min(least, Math.floor(promise));
  }
  if (least >= goal) least = Math.min(least, sharpBound(course, labels, label, stage, gain));
  labels.bound[label] = least;
  labels.promise[label] = promise;
  return true;
}

/** Can the label still meet the aim? Compares, component by component, the most it can reach with the goal. */
function hopeful(walk: Walk, labels: Labels, label: number, stage: number): boolean {
  const { course, aim, depth } = walk;
  const total = labels.bound[label] ?? 0;
  const goal = aim.goal[0] ?? 0;
  if (total !== goal) return total > goal;
  const { race, rowRest, gainRest } = course;
  for (let component = 1; component < depth; component++) {
    let most = (race.base[component] ?? 0) + (labels.gains[label * depth + component] ?? 0) + (gainRest[component]?.[stage] ?? 0);
    for (let row = 0; row < race.rows.length; row++) {
      if (race.rows[row]?.pays !== component) continue;
      most += Math.min(
        race.rows[row]?.target ?? 0,
        (labels.sums[label * race.rows.length + row] ?? 0) + (rowRest[row]?.[stage] ?? 0),
      );
    }
    if (most !== (aim.goal[component] ?? 0)) return most > (aim.goal[component] ?? 0);
  }
  return aim.equals;
}

/** All labels of the next stage that are hopeful. */
function expand(walk: Walk, from: Labels, kept: Int32Array, stage: number): Labels {
  const { course, depth } = walk;
  const { grid, target, ceiling } = course;
  const rows = target.length;
  const [first, end] = [grid.start[stage] ?? 0, grid.start[stage + 1] ?? 0];
  const next = emptyLabels(kept.length * (end - first), rows, depth);
  const { sums, gains } = next;
  for (let at = 0; at < kept.length; at++) {
    const origin = kept[at] ?? 0;
    for (let option = first; option < end; option++) {
      const label = next.count;
      for (let row = 0; row < rows; row++) sums[label * rows + row] = from.sums[origin * rows + row] ?? 0;
      const last = grid.entry[option + 1] ?? 0;
      for (let entry = grid.entry[option] ?? 0; entry < last; entry++) {
        const row = grid.row[entry] ?? 0;
        const sum = (sums[label * rows + row] ?? 0) + (grid.weight[entry] ?? 0);
        const goal = target[row] ?? 0;
        sums[label * rows + row] = sum > goal && ceiling[row] === Number.POSITIVE_INFINITY ? goal : sum;
      }
      const gain = course.stages[stage]?.[option - first]?.gain;
      for (let component = 0; component < depth; component++) {
        gains[label * depth + component] = (from.gains[origin * depth + component] ?? 0) + (gain?.[component] ?? 0);
      }
      if (!assess(course, next, label, stage + 1, gains[label * depth] ?? 0, walk.aim.goal[0] ?? 0)) continue;
      if (!hopeful(walk, next, label, stage + 1)) continue;
      next.parent[label] = at;
      next.choice[label] = option - first;
      next.count++;
    }
  }
  return next;
}

/** By place in the contest, the keepers of a label `track`ed after `stage` stages; undecided ones are left as they are. */
function trace(walk: Walk, stage: number, parent: number, choice: number, into: Int32Array): Int32Array {
  const { course, tracks } = walk;
  let [at, picked] = [parent, choice];
  for (let step = stage; step >= 0; step--) {
    into[course.where[step] ?? 0] = course.stages[step]?.[picked]?.keeper ?? 0;
    const before = tracks[step - 1];
    picked = before?.choice[at] ?? 0;
    at = before?.parent[at] ?? 0;
  }
  return into;
}

function keeperOrder(walk: Walk, labels: Labels, stage: number): KeeperOrder {
  const size = Math.max(0, ...walk.course.where) + 1;
  const [left, right] = [new Int32Array(size), new Int32Array(size)];
  return (one, other) => {
    trace(walk, stage, labels.parent[one] ?? 0, labels.choice[one] ?? 0, left);
    trace(walk, stage, labels.parent[other] ?? 0, labels.choice[other] ?? 0, right);
    for (let project = 0; project < size; project++) {
      if (left[project] !== right[project]) return (left[project] ?? 0) < (right[project] ?? 0) ? -1 : 1;
    }
    return 0;
  };
}

function objectiveOf(walk: Walk, labels: Labels, label: number): number[] {
  const { race } = walk.course;
  const objective = race.base
    .slice(0, walk.depth)
    .map((base, component) => base + (labels.gains[label * walk.depth + component] ?? 0));
  race.rows.forEach((row, index) => {
    if (row.pays < 0) return;
    const sum = labels.sums[label * race.rows.length + index] ?? 0;
    objective[0] = (objective[0] ?? 0) + sum;
    if (row.pays < walk.depth) objective[row.pays] = (objective[row.pays] ?? 0) + sum;
  });
  return objective;
}

/** Lexicographic: > 0 if the first is larger. */
export function compareObjectives(one: readonly number[], other: readonly number[]): number {
  for (let component = 0; component < Math.min(one.length, other.length); component++) {
    const difference = (one[component] ?? 0) - (other[component] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function bestOf(walk: Walk, labels: Labels, stage: number): Swept["found"] {
  let best = -1;
  let objective: number[] = [];
  const smaller = walk.aim.keepers ? keeperOrder(walk, labels, stage) : null;
  for (let label = 0; label < labels.count; label++) {
    const own = objectiveOf(walk, labels, label);
    const ahead = best < 0 ? 1 : compareObjectives(own, objective);
    if (ahead > 0 || (ahead === 0 && smaller !== null && smaller(label, best) < 0)) {
      best = label;
      objective = own;
    }
  }
  if (best < 0) return null;
  const into = new Int32Array(Math.max(0, ...walk.course.where) + 1);
  trace(walk, stage, labels.parent[best] ?? 0, labels.choice[best] ?? 0, into);
  return { objective, keepers: new Map(walk.course.where.map((place) => [place, into[place] ?? 0])) };
}

/** Nothing is left to choose. */
function unopposed({ course, aim }: Walk): Swept {
  const short = course.race.rows.some((row) => row.pays < 0 && row.target > 0);
  const objective = course.race.base.slice(0, aim.goal.length);
  const ahead = compareObjectives(objective, aim.goal);
  const meets = !short && (ahead > 0 || (ahead === 0 && aim.equals));
  return { found: meets ? { objective, keepers: new Map() } : null, exhausted: true, dropped: Number.NEGATIVE_INFINITY };
}

export function sweep(course: Course, aim: Aim, budget: Budget): Swept {
  const walk: Walk = { course, aim, depth: aim.goal.length, tracks: [] };
  const stages = course.stages.length;
  let labels = emptyLabels(1, course.race.rows.length, walk.depth);
  labels.count = 1;
  let kept: Int32Array = Int32Array.of(0);
  let dropped = Number.NEGATIVE_INFINITY;
  if (stages === 0) return unopposed(walk);
  for (let stage = 0; stage < stages; stage++) {
    labels = expand(walk, labels, kept, stage);
    budget.left -= labels.count + 1;
    if (labels.count === 0) return { found: null, exhausted: dropped === Number.NEGATIVE_INFINITY, dropped };
    if (stage === stages - 1) break;
    const order = aim.keepers ? keeperOrder(walk, labels, stage) : null;
    const cut = survivors({ course, stage: stage + 1, labels, depth: walk.depth, keepers: order }, aim.width);
    dropped = Math.max(dropped, cut.dropped);
    if (budget.left < 0 || (aim.strict && dropped !== Number.NEGATIVE_INFINITY)) {
      return { found: null, exhausted: false, dropped: Number.POSITIVE_INFINITY };
    }
    kept = cut.kept;
    walk.tracks[stage] = {
      parent: Int32Array.from(kept, (label) => labels.parent[label] ?? 0),
      choice: Int32Array.from(kept, (label) => labels.choice[label] ?? 0),
    };
  }
  return { found: bestOf(walk, labels, stages - 1), exhausted: dropped === Number.NEGATIVE_INFINITY, dropped };
}
