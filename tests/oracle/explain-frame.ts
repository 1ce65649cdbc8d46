/** What the hand-written explanations share: the applicant's conditions tried once a dossier, and Kleene's "and". */
import type { ItemWhy, MeasureWhy, RuleNode, Why } from "@zhengdui/engine";
import * as n from "./why-nodes.ts";

export type Truth = boolean | null;
export const and3 = (a: Truth, b: Truth): Truth => (a === false || b === false ? false : a === null || b === null ? null : true);

/** The conditions on the applicant: their nodes, and whether all hold. */
export interface Applied {
  readonly holds: Truth;
  readonly whys: readonly Why[];
}

export interface Tried {
  readonly inYear: boolean;
  readonly funded: boolean;
  readonly holds: boolean;
}

export interface Frame {
  readonly clause: string;
  readonly list: string;
  readonly measure: RuleNode;
  readonly item: RuleNode;
  readonly amount: RuleNode;
}

export const frameOf = (clause: string, list: string, title: string, noun: string): Frame => ({
  clause,
  list,
  measure: n.measureNode(clause, title),
  item: n.itemNode(clause, title),
  amount: n.amountNode(clause, noun),
});

/** Sums what counts for certain, and what may. */
export function measureWhy(
  f: Frame,
  who: Applied,
  items: readonly ItemWhy[],
  yearCap: number,
  marks: readonly string[] = n.NONE,
): MeasureWhy {
  let known = 0;
  let possible = 0;
  for (const item of items) {
    if (item.holds === true && who.holds === true) known += item.value;
    if (item.holds !== false && who.holds !== false) possible += item.value;
  }
  return {
    of: f.measure,
    holds: who.holds,
    who: who.whys,
    value: known > yearCap ? yearCap : known,
    potential: possible > yearCap ? yearCap : possible,
    items,
    body: n.NONE,
    marks: known > yearCap ? [...marks, "applicant-capped"] : marks,
  };
}
