/** The names in force at a place of an expression, inner ones first, and the work that one evaluation may do at most. */
import type { Place } from "../ast.ts";
import type { Work } from "../builtins/builtin.ts";
import { isTooLarge, isTooLong } from "../value/measure.ts";
import { type ContextValue, is, type Value } from "../value/value.ts";
import { entryNames } from "./entry-names.ts";

export interface EvaluationComplaint extends Place {
  /** Chinese: what is wrong. */
  readonly message: string;
}

/** Stops an evaluation that asks for too much; caught in `evaluateFeel`, never seen outside. */
export class EvaluationStop extends Error {
  readonly complaint: EvaluationComplaint;
  constructor(complaint: EvaluationComplaint) {
    super(complaint.message);
    this.complaint = complaint;
  }
}

const MAX_STEPS = 2_000_000;
const MAX_DEPTH = 1_000;
const TOO_LARGE = "结果过大";

/** Counts what one evaluation does, so that none runs forever or too deep for the stack. */
export class Budget {
  #steps = 0;
  #depth = 0;

  spend({ from, to }: Place, steps: number): void {
    this.#steps += steps;
    if (this.#steps > MAX_STEPS) throw new EvaluationStop({ message: "计算步骤过多（超过 200 万步）", from, to });
  }

  enter(place: Place): void {
    this.spend(place, 1);
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH)
      throw new EvaluationStop({ message: "嵌套过深（超过 1000 层）", from: place.from, to: place.to });
  }

  /** Not called where an evaluation is stopped: its budget goes with it. */
  leave({ from, to }: Place, value: Value): Value {
    this.#depth -= 1;
    if (isTooLarge(value)) throw new EvaluationStop({ message: TOO_LARGE, from, to });
    return value;
  }

  /** For a built-in function called at that place. */
  workAt(place: Place): Work {
    return {
      spend: (steps) => this.spend(place, steps),
      hold: (size) => {
        if (isTooLong(size)) throw new EvaluationStop({ message: TOO_LARGE, from: place.from, to: place.to });
      },
    };
  }
}

export interface Scope {
  readonly names: { readonly get: (name: string) => Value | undefined };
  readonly outer: Scope | undefined;
  readonly budget: Budget;
}

export const inner = (outer: Scope, names: Iterable<readonly [string, Value]>): Scope => ({
  names: new Map(names),
  outer,
  budget: outer.budget,
});

/** A context's entries as names. */
export const withEntries = (outer: Scope, entries: ContextValue): Scope => ({ ...outer, names: entryNames(entries), outer });

export const lookUp = (scope: Scope, name: string): Value | undefined => {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const found = at.names.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
};

export const withItem = (outer: Scope, item: Value): Scope => {
  const named = inner(outer, [["item", item]]);
  return is(item, "context") ? withEntries(named, item) : named;
};
