/** One minimal set of changes and what it brings; and the search for minimal sets over facts that may take other values. */
import type { FactValue } from "../result.ts";

export interface Gap {
  readonly changes: readonly { readonly fact: string; readonly from: FactValue; readonly to: FactValue }[];
  /** 分, > 0. */
  readonly gain: number;
  /** How far the figures move; only to order sets of the same size (a decrease counts behind an equal increase). */
  readonly distance: number;
}

/**
 * Sets of facts by size, smaller first, none that contains one with which some choice of values succeeds. `optionsOf(i)` are the other
 * values of fact i; a choice has undefined where a fact stays. Of the successes with the same facts those remain that no other makes needless.
 */
export function minimalChoices<T>(
  options: readonly (readonly T[])[],
  reaches: (choice: readonly (T | undefined)[]) => boolean,
  needless: (choice: readonly (T | undefined)[], beside: readonly (T | undefined)[]) => boolean,
): (T | undefined)[][] {
  const found: { readonly facts: readonly number[]; readonly choices: (T | undefined)[][] }[] = [];
  for (const facts of subsetsBySize(options.length)) {
    if (found.some((f) => f.facts.every((i) => facts.includes(i)))) continue;
    const choices = choicesOf(facts, options).filter(reaches);
    if (choices.length > 0)
      found.push({ facts, choices: choices.filter((a) => !choices.some((b) => b !== a && needless(a, b))) });
  }
  return found.flatMap((f) => f.choices);
}

/** An item has a handful of changeable facts; beyond these no set is looked for. */
const FACTS = 8;

function subsetsBySize(n: number): number[][] {
  const subsets: number[][] = [];
  for (let bits = 1; bits < 1 << Math.min(n, FACTS); bits++)
    subsets.push(Array.from({ length: n }, (_, i) => i).filter((i) => i < FACTS && (bits >> i) & 1));
  return subsets.sort((a, b) => a.length - b.length);
}

function choicesOf<T>(facts: readonly number[], options: readonly (readonly T[])[]): (T | undefined)[][] {
  let choices: (T | undefined)[][] = [options.map(() => undefined)];
  for (const i of facts) choices = choices.flatMap((choice) => (options[i] ?? []).map((value) => choice.with(i, value)));
  return choices;
}
