/** The partial choices ("labels") of one stage of a sweep, in flat arrays, and which of them make others superfluous. */
import type { Course } from "./course.ts";

export interface Labels {
  count: number;
  /** count × rows: running sums; of a row without ceiling at most its target. */
  readonly sums: Float64Array;
  /** count × depth: what is gained so far, without base and rows. */
  readonly gains: Float64Array;
  /** Upper bound of the total, 分. */
  readonly bound: Float64Array;
  /** What the label promises at the guiding prices, about 分: only for the order. */
  readonly promise: Float64Array;
  readonly parent: Int32Array;
  readonly choice: Int32Array;
}

export function emptyLabels(room: number, rows: number, depth: number): Labels {
  return {
    count: 0,
    sums: new Float64Array(room * rows),
    gains: new Float64Array(room * depth),
    bound: new Float64Array(room),
    promise: new Float64Array(room),
    parent: new Int32Array(room),
    choice: new Int32Array(room),
  };
}

/** −1, 0, 1: which of two labels of the same stage has the smaller keepers, by project number (−1: the first). */
export type KeeperOrder = (one: number, other: number) => number;

interface Field {
  readonly course: Course;
  readonly stage: number;
  readonly labels: Labels;
  readonly depth: number;
  /** null: equal objectives needn't be told apart. */
  readonly keepers: KeeperOrder | null;
}

/**
 * Labels that were kept, by neighbourhood: labels of one stage promise about the same, so one that covers another has hardly fuller rows,
 * and lies in the same cell of a grid or next to it. `first` and `next` chain the labels of a cell (and of cells with the same hash).
 */
interface Shelf {
  readonly kept: Int32Array;
  readonly next: Int32Array;
  readonly first: Int32Array;
  /** By row, the size of a cell. */
  readonly size: Float64Array;
  count: number;
}

function emptyShelf({ course, labels }: Field, room: number): Shelf {
  const guide = course.outlooks[course.outlooks.length - 1];
  let [top, bottom] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let label = 0; label < labels.count; label++) {
    top = Math.max(top, labels.promise[label] ?? 0);
    bottom = Math.min(bottom, labels.promise[label] ?? 0);
  }
  const size = course.target.map((target, row) => {
    const price = Math.abs(guide?.price[row] ?? 0) / (guide?.unit ?? 1);
    const coarse = Math.max(1, target / 4);
    return price === 0 ? coarse : Math.min(coarse, Math.max(1, (CELL * (top - bottom)) / price));
  });
  const slots = 2 ** Math.ceil(Math.log2(2 * room + 2));
  return { kept: new Int32Array(room), next: new Int32Array(room), first: new Int32Array(slots).fill(-1), size, count: 0 };
}

/** The slot of the label's cell, moved up by one in the row `above` (−1: not moved). */
function slotOf({ course, labels }: Field, shelf: Shelf, label: number, above: number): number {
  const width = course.target.length;
  let hash = 0;
  for (let row = 0; row < width; row++) {
    const level = Math.floor((labels.sums[label * width + row] ?? 0) / (shelf.size[row] ?? 1)) + (row === above ? 1 : 0);
    hash = Math.imul(hash ^ level, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash & (shelf.first.length - 1);
}

/**
 * Whatever completes `other` completes `one` at least as well: it has all that the hard rows have need of, and what it lacks in caps
 * it has gained elsewhere. With equal objectives the keepers decide.
 */
function covers(field: Field, one: number, other: number): boolean {
  const { course, labels, depth, stage } = field;
  const { soft, target, ceiling, rowRest } = course;
  const width = soft.length;
  const ahead = (labels.gains[one * depth] ?? 0) - (labels.gains[other * depth] ?? 0);
  let missing = 0;
  for (let row = 0; row < width; row++) {
    const a = labels.sums[one * width + row] ?? 0;
    const b = labels.sums[other * width + row] ?? 0;
    if (a === b) continue;
    if (soft[row] === 1) {
      if (a < b) missing += b - a;
    } else if (a < b) {
      if (a < (target[row] ?? 0)) return false;
    } else if (ceiling[row] !== Number.POSITIVE_INFINITY) {
      if (a + (rowRest[row]?.[stage] ?? 0) > (ceiling[row] ?? 0)) return false;
    }
  }
  if (ahead !== missing) return ahead > missing;
  return depth === 1 || winsTie(field, one, other);
}

/** The same sums and gains. */
function twins({ labels, depth, course }: Field, one: number, other: number): boolean {
  const width = course.target.length;
  for (let row = 0; row < width; row++) if (labels.sums[one * width + row] !== labels.sums[other * width + row]) return false;
  for (let part = 0; part < depth; part++)
    if (labels.gains[one * depth + part] !== labels.gains[other * depth + part]) return false;
  return true;
}

/** Is the label superfluous beside those on the shelf? Of twins the one with the smaller keepers stays, in the place of the other. */
function covered(field: Field, shelf: Shelf, label: number): boolean {
  for (let above = -1; above < field.course.target.length; above++) {
    let at = shelf.first[slotOf(field, shelf, label, above)] ?? -1;
    for (let seen = 0; at >= 0 && seen < CHAIN; seen++) {
      const kept = shelf.kept[at] ?? 0;
      if (twins(field, kept, label)) {
        if (field.keepers !== null && field.keepers(kept, label) > 0) shelf.kept[at] = label;
        return true;
      }
      if (covers(field, kept, label)) return true;
      at = shelf.next[at] ?? -1;
    }
  }
  return false;
}

/** Equal totals at worst: the rest of the objective decides, as far as no row can still turn it round; then the keepers. */
function winsTie({ course, labels, depth, keepers }: Field, one: number, other: number): boolean {
  const { rows } = course.race;
  for (let component = 1; component < depth; component++) {
    const row = course.rowOf[component] ?? -1;
    if (row >= 0 && (labels.sums[one * rows.length + row] ?? 0) < (labels.sums[other * rows.length + row] ?? 0)) return false;
    const difference = (labels.gains[one * depth + component] ?? 0) - (labels.gains[other * depth + component] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return keepers === null || keepers(one, other) <= 0;
}

const INDEX_ROOM = 2 ** 22;
const LOSS_ROOM = 2 ** 24;
/** The size of a cell, against the range of what the labels promise. */
const CELL = 0.02;
/** How many labels of a cell each new one is held against. */
const CHAIN = 24;

/** Indices of the labels, most promising first; among equals, those whose rows are fullest. */
function ranking(course: Course, labels: Labels): Float64Array {
  const { target } = course;
  const width = target.length;
  const keys = new Float64Array(labels.count);
  let top = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < labels.count; label++) top = Math.max(top, labels.promise[label] ?? 0);
  for (let label = 0; label < labels.count; label++) {
    let open = 0;
    for (let row = 0; row < width; row++) {
      const goal = target[row] ?? 0;
      const sum = labels.sums[label * width + row] ?? 0;
      if (goal > sum) open += (goal - sum) / goal;
    }
    const loss = Math.min(LOSS_ROOM - 1, Math.floor(top - (labels.promise[label] ?? 0)));
    const emptiness = width === 0 ? 0 : Math.floor((63 * open) / width);
    keys[label] = (loss * 64 + emptiness) * INDEX_ROOM + label;
  }
  return keys.sort();
}

/** The labels worth going on with, at most `width`; `dropped`: the largest bound among those that had no room (−∞: none). */
export function survivors(field: Field, width: number): { kept: Int32Array; dropped: number } {
  const { labels, course } = field;
  const keys = ranking(course, labels);
  const shelf = emptyShelf(field, Math.min(width, keys.length));
  let dropped = Number.NEGATIVE_INFINITY;
  for (let rank = 0; rank < keys.length; rank++) {
    const label = (keys[rank] ?? 0) % INDEX_ROOM;
    if (covered(field, shelf, label)) continue;
    if (shelf.count === width) {
      dropped = Math.max(dropped, labels.bound[label] ?? 0);
      continue;
    }
    const slot = slotOf(field, shelf, label, -1);
    shelf.next[shelf.count] = shelf.first[slot] ?? -1;
    shelf.first[slot] = shelf.count;
    shelf.kept[shelf.count++] = label;
  }
  return { kept: shelf.kept.subarray(0, shelf.count), dropped };
}
