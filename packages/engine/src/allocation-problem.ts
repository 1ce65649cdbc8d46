/** 就高不重复 as a problem of choice: which measure, or which outside award, keeps each project. Amounts in 分, safe non-negative integers. */

export interface AllocationProblem {
  /** How many projects; they are numbered 0 … projects − 1. */
  readonly projects: number;
  /** In the policy's order (ties prefer more money in the earliest). */
  readonly funds: readonly Fund[];
  /** At most one entry a project: the sum of its outside awards, and how much of it is 本级 (local). They stand or fall together. */
  readonly outside: readonly { readonly project: number; readonly total: number; readonly local: number }[];
}

export type Fund =
  /** Each project kept here pays its amount (> 0); the sum is cut at `cap`. A project stands at most once. */
  | {
      readonly kind: "each";
      readonly cap: number | null;
      readonly entries: readonly { readonly project: number; readonly amount: number }[];
    }
  /**
   * The bases of the projects kept here are added up; the step function of the sum pays.
   * `groups`: where `largest` is true, bases are added by group and the largest group's sum decides. A project may have several entries.
   * steps: ascending `from`, first from = 0; value(sum) = the value of the last step whose from ≤ sum. It need not rise everywhere.
   * `alone`: what the fund pays with all its entries; no choice pays more than that.
   */
  | {
      readonly kind: "pool";
      readonly entries: readonly { readonly project: number; readonly group: number; readonly basis: number }[];
      readonly largest: boolean;
      readonly steps: readonly { readonly from: number; readonly value: number }[];
      readonly alone: number;
    };

export const OUTSIDE = -1;
/**
 * Every project that some fund or outside award claims is kept by exactly one of its claimants; a project that nobody claims has null.
 * (A claimant that would pay nothing more may still be the one that keeps it.)
 */
export interface Allocation {
  /** By project: index into `funds`, OUTSIDE, or null. */
  readonly keeper: readonly (number | null)[];
  /** By fund: what it pays under this choice. */
  readonly granted: readonly number[];
  /** Σ outside awards kept, and the local part of it. */
  readonly standing: number;
  readonly standingLocal: number;
  /** Σ granted + standing: the largest possible. */
  readonly total: number;
  /** true: the search was exhaustive or bounded to the end, so `total` is the optimum and ties are resolved as the law's reading says. */
  readonly optimal: boolean;
  readonly certificate: Certificate;
}

/** Enough for an independent checker to add everything up again: it needs only the problem and this. */
export interface Certificate {
  readonly keeper: readonly (number | null)[];
  readonly granted: readonly number[];
  readonly standing: number;
  readonly total: number;
  /** A proved upper bound of any lawful total; equal to `total` where the optimum is proved. */
  readonly upperBound: number;
}
