/**
 * The explanation is part of the value: for every measure a tree of clause, words, facts and figures, whose values add up to the amount.
 * Both back ends build this same tree; the static half of each node (RuleNode) is shared, so a node costs one small object.
 */
import type { FactKind } from "@zhengdui/policy";
import type { Value } from "./dossier.ts";

export interface RuleNode {
  readonly kind: "measure" | "condition" | "item" | "let" | "amount" | "sum" | "count" | "row" | "fact" | "param" | "reading";
  readonly label: string;
  /** "二（二）"; "" where the node has no clause of its own. */
  readonly clause: string;
  /** The official words. */
  readonly words: string;
  /** Of a fact: the record or list it belongs to, and its key. */
  readonly of: string;
  readonly key: string;
  readonly format: Format;
}

/** How a node's value is written: a scaled integer with its unit, or a fact's own kind. */
export type Format = { readonly kind: "number"; readonly scale: number; readonly unit: string } | FactKind;

export interface Why {
  readonly of: RuleNode;
  /** Scaled integers as in the expression's type; null: not known, or absent. */
  readonly value: Value;
  readonly because: readonly Why[];
}

export interface ItemWhy {
  readonly of: RuleNode;
  readonly index: number;
  readonly holds: boolean | null;
  /** 分: the item's amount after its own cap, were all conditions met; of a pooled measure: its basis. */
  readonly value: number;
  readonly conditions: readonly Why[];
  readonly lets: readonly Why[];
  readonly amount: Why;
  readonly marks: readonly string[];
}

export interface MeasureWhy {
  readonly of: RuleNode;
  /** Of the conditions on the applicant. */
  readonly holds: boolean | null;
  /** 分: standing alone, after its own caps. */
  readonly value: number;
  /** 分: the same, if everything unknown came true. */
  readonly potential: number;
  readonly who: readonly Why[];
  readonly items: readonly ItemWhy[];
  /** Sums, counts, conditions on them, the amount, in this order. */
  readonly body: readonly Why[];
  readonly marks: readonly string[];
}

/** By measure, in the policy's order. */
export type Explanation = readonly MeasureWhy[];
