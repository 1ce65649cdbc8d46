/**
 * Why no lawful choice pays more than a given total, as plain data that can be checked by adding up: all partial choices, stage by stage. Each way on
 * from each of them is kept, or bounded by some prices, or no better than one that is kept.
 */

/** For the rows, whole numbers ≥ 0; of the money the largest but for hard rows. Whatever is filled, its worth × the money's price is at most Σ price × sum. */
export type Prices = readonly number[];

export interface Proof {
  /** Stages, in the order in which they are gone through. */
  readonly order: readonly number[];
  readonly prices: readonly Prices[];
  /** By stage, for each way on from those kept before: 0 it is kept, −n bounded by the nth prices, n no better than the nth way, which is kept. */
  readonly layers: readonly (readonly number[])[];
}

export interface Proved {
  /** 分: no lawful choice has a larger total. More than the total where the effort ended before the proof. */
  readonly bound: number;
  readonly proof: Proof;
}
