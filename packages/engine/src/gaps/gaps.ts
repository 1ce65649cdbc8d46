/**
 * What is missing to the next amount: every minimal set of changes that raises a measure, exact to the 分, smallest first. Counterfactuals
 * are found by evaluating the same rule again, never by a formula of their own.
 */
import { formatMoney } from "@zhengdui/basics";
import type { Form, Policy } from "@zhengdui/policy";
import type { Prepared } from "../dossier.ts";
import type { Figures } from "../kernel/closures.ts";
import type { MeasureOutline } from "../outline.ts";
import type { GapResult } from "../result.ts";
import type { MeasureWhy } from "../why.ts";
import type { Gap } from "./gap.ts";
import { itemGaps } from "./item-gaps.ts";
import { poolGaps } from "./pool-gaps.ts";
import { tallyGaps } from "./tally-gaps.ts";

export type GapFinder = (dossier: Prepared, why: MeasureWhy) => Gap[];

function finderOf(policy: Policy, form: Form, figures: Figures): GapFinder {
  switch (form.kind) {
    case "each":
      return itemGaps(policy, form, figures);
    case "pool":
      return poolGaps(policy, form, figures);
    case "tally":
      return tallyGaps(form, figures);
    case "discretionary":
    case "no-subsidy":
      return () => [];
  }
}

export type GapsMaker = (
  policy: Policy,
  figures: Figures,
  outlines: readonly MeasureOutline[],
) => (dossier: Prepared, measure: number, why: MeasureWhy) => readonly GapResult[];

export const createGaps: GapsMaker = (policy, figures, outlines) => {
  const finders = outlines.map((o) => finderOf(policy, o.measure.form, figures));
  return (dossier, measure, why) => {
    if (why.holds !== true || (why.items.length === 0 && why.body.length === 0)) return [];
    const found = finders[measure]?.(dossier, why) ?? [];
    if (found.length === 0) return [];
    return [...found].sort(bySize).map((gap) => ({ changes: gap.changes, gain: formatMoney(gap.gain) }));
  };
};

const bySize = (a: Gap, b: Gap): number => a.changes.length - b.changes.length || a.distance - b.distance || a.gain - b.gain;
