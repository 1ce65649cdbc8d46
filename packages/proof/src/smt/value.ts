/** What an expression becomes for the solver: integers, exact fractions, three-valued truths and sets of texts, each with whether it is there. */
import { FALSE, ite, or, type Term } from "./terms.ts";

/** A scaled integer, a date, a month, or a text's code. `none`: when there is no value. */
export interface Whole {
  readonly kind: "whole";
  readonly term: Term;
  readonly none: Term;
}

/** n ÷ d; d is positive where the fraction is there. */
export interface Fraction {
  readonly kind: "fraction";
  readonly n: Term;
  readonly d: Term;
  readonly none: Term;
}

/** Kleene's three values: true, false, and neither. */
export interface Truth {
  readonly kind: "truth";
  readonly yes: Term;
  readonly no: Term;
}

/** Of each text that may be in the set: whether it is. */
export interface TextSet {
  readonly kind: "set";
  readonly has: ReadonlyMap<number, Term>;
}

export type Value = Whole | Fraction | Truth | TextSet;

export const whole = (term: Term, none: Term = FALSE): Whole => ({ kind: "whole", term, none });
export const truth = (yes: Term, no: Term): Truth => ({ kind: "truth", yes, no });

/** `when` decides between two values of one kind. */
export function choose(when: Term, then: Value, otherwise: Value): Value {
  if (then.kind === "truth" && otherwise.kind === "truth")
    return truth(ite(when, then.yes, otherwise.yes), ite(when, then.no, otherwise.no));
  if (then.kind === "set" && otherwise.kind === "set") {
    const codes = new Set([...then.has.keys(), ...otherwise.has.keys()]);
    return {
      kind: "set",
      has: new Map([...codes].map((code) => [code, ite(when, then.has.get(code) ?? FALSE, otherwise.has.get(code) ?? FALSE)])),
    };
  }
  const none = ite(when, noneOf(then), noneOf(otherwise));
  if (then.kind === "fraction" || otherwise.kind === "fraction") {
    const [a, b] = [asFraction(then), asFraction(otherwise)];
    return { kind: "fraction", n: ite(when, a.n, b.n), d: ite(when, a.d, b.d), none };
  }
  return whole(ite(when, termOf(then), termOf(otherwise)), none);
}

/** When a value isn't there. */
export function noneOf(value: Value): Term {
  switch (value.kind) {
    case "whole":
    case "fraction":
      return value.none;
    case "truth":
      return value.yes === FALSE && value.no === FALSE ? "true" : `(not ${or(value.yes, value.no)})`;
    case "set":
      return FALSE;
  }
}

export const termOf = (value: Value): Term => (value.kind === "whole" ? value.term : "0");

/** The absent value of any kind counts as 0 ÷ 1 that isn't there. */
export const asFraction = (value: Value): Fraction =>
  value.kind === "fraction" ? value : { kind: "fraction", n: termOf(value), d: "1", none: noneOf(value) };
