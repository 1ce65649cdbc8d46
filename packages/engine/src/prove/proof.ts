/**
 * Why no lawful choice pays more than a given total, as plain data that can be checked by adding up. Every node speaks of the choices that are
 * still open there; one whose prices bring the bound down to the total is done, any other splits what is left, or walks through it.
 */

/** One price a limit, in 1/unit of a 分 for each 分: by row of the layout. */
export interface PriceLine {
  readonly unit: number;
  readonly price: readonly number[];
  /** In 1/unit, as computed: what the limits hold at most, and what the projects bring at most. The bound is their sum. */
  readonly limits: number;
  readonly projects: number;
}

export interface ProofNode {
  /** In this order; each strikes out the claimants that can't belong to a choice above the total. */
  readonly prices: readonly PriceLine[];
  /** null: the last prices close the node, or no choice is left. */
  readonly next: Split | Walk | null;
}

/** The pool's sum (of groups: the largest) is below `from`, or one of its rows reaches it. */
export interface Split {
  readonly kind: "split";
  readonly fund: number;
  readonly from: number;
  /** Steps that fall: below means below. Else it is enough that the pool pays no more than its steps below `from`. */
  readonly strict: boolean;
  readonly below: ProofNode;
  readonly reached: readonly ProofNode[];
}

/** All partial choices, project by project. Each way on of each of them is bounded (−1), or no better than the one named of the next layer. */
export interface Walk {
  readonly kind: "walk";
  readonly order: readonly number[];
  readonly prices: readonly PriceLine[];
  readonly layers: readonly Layer[];
}

export interface Layer {
  /** By partial choice kept: the way by which it came, counted through the layer before, option by option. */
  readonly kept: readonly number[];
  /** By way: −1, or the index in `kept` of one that is at least as good. */
  readonly ways: readonly number[];
}

export interface Proof {
  /** null: the problem has no choice at all. */
  readonly root: ProofNode | null;
  /** 分: no lawful choice has a larger total, and the root shows it. More than the total where the effort ended before the proof. */
  readonly bound: number;
}
