/**
 * All matches of a pattern in a text, leftmost first, greedy as asked: by backtracking that never tries the same step at the same
 * place twice, so that the time is at most steps × places. Patterns with back references can't have that; their effort is counted.
 */
import type { Work } from "../builtins/builtin.ts";
import type { Pattern, Step } from "./compile-pattern.ts";

export interface Match {
  /** In code points. */
  readonly from: number;
  readonly to: number;
  /** By number, the whole match first; undefined where a group took no part. */
  readonly groups: readonly (string | undefined)[];
}

const TRIALS_PER_STEP = 8;
const MAX_SEEN_BYTES = 50_000_000;
const WORD = /^\w$/u;
const LINE_END = /^[\n\r\u2028\u2029]$/u;

class Search {
  readonly #seen: Uint8Array | undefined;
  /** What was marked as seen, to be unmarked before the next match is sought. */
  #touched: number[] = [];
  #trials = 0;
  /** Places of the groups' begins and ends; -1: none. */
  #slots: number[];

  constructor(
    readonly pattern: Pattern,
    readonly text: readonly string[],
    readonly work: Work,
  ) {
    const places = pattern.steps.length * (text.length + 1);
    if (places > MAX_SEEN_BYTES) work.spend(Number.POSITIVE_INFINITY);
    this.#seen = pattern.remembers ? undefined : new Uint8Array(places);
    this.#slots = [];
  }

  next(from: number): Match | undefined {
    for (const place of this.#touched) if (this.#seen !== undefined) this.#seen[place] = 0;
    this.#touched = [];
    for (let start = from; start <= this.text.length; start++) {
      this.#slots = new Array((this.pattern.groups + 1) * 2).fill(-1);
      if (this.#run(start)) return this.#match();
    }
    return undefined;
  }

  #match(): Match {
    const groups = Array.from({ length: this.pattern.groups + 1 }, (_, group) => this.#groupText(group));
    return { from: this.#slots[0] ?? 0, to: this.#slots[1] ?? 0, groups };
  }

  #groupText(group: number): string | undefined {
    const [from = -1, to = -1] = [this.#slots[group * 2], this.#slots[group * 2 + 1]];
    return from < 0 || to < from ? undefined : this.text.slice(from, to).join("");
  }

  /** Whether this step at this place is new; every trial costs. */
  #isNew(step: number, place: number): boolean {
    if (++this.#trials % TRIALS_PER_STEP === 0) this.work.spend(1);
    if (this.#seen === undefined) return true;
    const key = step * (this.text.length + 1) + place;
    if (this.#seen[key] === 1) return false;
    this.#seen[key] = 1;
    this.#touched.push(key);
    return true;
  }

  #run(start: number): boolean {
    // Pairs: a step and a place still to be tried; or -1 − slot and the value that the slot has to get back.
    const open: number[] = [0, start];
    while (open.length > 0) {
      const [place = 0, step = 0] = [open.pop(), open.pop()];
      if (step < 0) this.#slots[-1 - step] = place;
      else if (this.#isNew(step, place) && this.#advance(step, place, open)) return true;
    }
    return false;
  }

  #advance(at: number, place: number, open: number[]): boolean {
    const step = this.pattern.steps[at] as Step;
    switch (step.op) {
      case "found":
        return true;
      case "jump":
        open.push(step.to, place);
        return false;
      case "fork":
        open.push(step.second, place, step.first, place);
        return false;
      case "save":
        open.push(-1 - step.slot, this.#slots[step.slot] ?? -1, at + 1, place);
        this.#slots[step.slot] = place;
        return false;
      case "one": {
        const character = this.text[place];
        if (character !== undefined && step.allows(character)) open.push(at + 1, place + 1);
        return false;
      }
      case "assert":
        if (this.#holds(step.at, place)) open.push(at + 1, place);
        return false;
      case "same": {
        const length = this.#repeated(step.group, place);
        if (length !== undefined) open.push(at + 1, place + length);
        return false;
      }
    }
  }

  #holds(assertion: Extract<Step, { op: "assert" }>["at"], place: number): boolean {
    const [before, after] = [this.text[place - 1], this.text[place]];
    const isBoundary = WORD.test(before ?? "") !== WORD.test(after ?? "");
    const { multiline } = this.pattern;
    switch (assertion) {
      case "start":
        return before === undefined || (multiline && LINE_END.test(before));
      case "end":
        return after === undefined || (multiline && LINE_END.test(after));
      case "boundary":
        return isBoundary;
      case "inside":
        return !isBoundary;
    }
  }

  /** The length of a group's text where it stands at the place once more; a group that took no part is empty. */
  #repeated(group: number, place: number): number | undefined {
    const [from = -1, to = -1] = [this.#slots[group * 2], this.#slots[group * 2 + 1]];
    if (from < 0 || to < from) return 0;
    this.work.spend(Math.ceil((to - from) / TRIALS_PER_STEP));
    const fold = (text: string | undefined) => (this.pattern.ignoreCase ? text?.toLowerCase() : text);
    for (let index = 0; index < to - from; index++) {
      if (fold(this.text[from + index]) !== fold(this.text[place + index])) return undefined;
    }
    return to - from;
  }
}

/** A match that is empty is followed by the next one place further on. */
export function* findAll(pattern: Pattern, text: readonly string[], work: Work): Generator<Match> {
  const search = new Search(pattern, text, work);
  for (let from = 0; from <= text.length; ) {
    const match = search.next(from);
    if (match === undefined) return;
    yield match;
    from = match.to > match.from ? match.to : match.to + 1;
  }
}
