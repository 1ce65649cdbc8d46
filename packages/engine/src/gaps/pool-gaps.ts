/** Gaps of a measure that adds items up: the sum itself, or items that could be made to count (or, where a higher sum pays less, not to). */
import { formatMoney } from "@zhengdui/basics";
import type { Form, Policy } from "@zhengdui/policy";
import type { Prepared, Row } from "../dossier.ts";
import { type Closure, closure, type Figures } from "../kernel/closures.ts";
import { rowsOf } from "../rows.ts";
import { type Step, stepper } from "../steps.ts";
import type { MeasureWhy } from "../why.ts";
import { type Change, changesOf } from "./changes.ts";
import type { Gap } from "./gap.ts";
import { apply, describe, minimalChanges } from "./item-gaps.ts";
import { itemValue } from "./item-value.ts";
import { type Move, minimalMoves } from "./moves.ts";

type Pool = Extract<Form, { kind: "pool" }>;

export function poolGaps(policy: Policy, form: Pool, figures: Figures) {
  const stepsOf = stepper(form.amount, form.name, figures);
  const grouped = form.largest === null ? null : closure(form.largest.when, figures);
  const by = form.largest === null ? null : closure(form.largest.by, figures);
  const byItems = itemMoves(policy, form, figures);
  return (dossier: Prepared, why: MeasureWhy): Gap[] => {
    const sum = Number(why.body.find((w) => w.of.kind === "sum")?.value ?? 0);
    const steps = stepsOf(dossier);
    if (steps.every((step) => step.value <= why.value)) return [];
    const totals = totalsThatRaise(steps, sum, why.value).map((to) => ({
      changes: [{ fact: form.fact, from: formatMoney(sum), to: formatMoney(to) }],
      gain: valueAt(steps, to) - why.value,
      distance: to > sum ? to - sum : sum - to + 0.5,
    }));
    const groupBy = grouped?.({ dossier, row: null, lets: {} }) === true ? by : null;
    return [...totals, ...byItems(dossier, why, steps, groupBy)];
  };
}

export const valueAt = (steps: readonly Step[], sum: number): number => steps.findLast((step) => step.from <= sum)?.value ?? 0;

/** The nearest sum above and the nearest below that pay more. */
function totalsThatRaise(steps: readonly Step[], sum: number, value: number): number[] {
  const up = steps.find((step) => step.from > sum && step.value > value);
  const below = steps.findLastIndex((step) => step.from <= sum && step.value > value);
  const down = below < 0 ? sum : (steps[below + 1]?.from ?? sum + 1) - 1;
  return [...(up === undefined ? [] : [up.from]), ...(down < sum ? [down] : [])];
}

interface ItemMove extends Move {
  readonly row: Row;
  readonly set: readonly Change[];
}

function itemMoves(policy: Policy, form: Pool, figures: Figures) {
  const options = changesOf(policy, form, figures);
  const value = itemValue(form, figures);
  return (dossier: Prepared, why: MeasureWhy, steps: readonly Step[], by: Closure | null): Gap[] => {
    const rows = rowsOf(dossier, form.list);
    const rising = steps.every((step, i) => i === 0 || step.value >= (steps[i - 1]?.value ?? 0));
    const groupOf = (row: Row): unknown => by?.({ dossier, row, lets: {} }) ?? "";
    const sums = new Map<unknown, number>();
    const moves: ItemMove[] = [];
    for (const item of why.items) {
      const row = rows[item.index] as Row;
      const counts = item.holds === true;
      if (counts) sums.set(groupOf(row), (sums.get(groupOf(row)) ?? 0) + item.value);
      if (counts && rising) continue;
      const sets = minimalChanges(
        options(dossier, row, item, counts),
        row,
        (to) => (value(dossier, to).holds === true) !== counts,
      );
      for (const set of sets) {
        const changed = apply(row, set);
        moves.push({
          item: item.index,
          row,
          set,
          group: groupOf(changed),
          by: counts ? -item.value : value(dossier, changed).value,
        });
      }
    }
    const pays = (subset: readonly Move[]): number => valueAt(steps, largest(sums, subset));
    const least = steps.find((step) => step.value > why.value)?.from ?? Number.POSITIVE_INFINITY;
    return minimalMoves(moves, least - largest(sums, []), rising, (subset) => pays(subset) > why.value).map((subset) => ({
      changes: inOrder(subset).flatMap(({ item, row, set }) => set.map((c) => describe(form.list, item, row, c))),
      gain: pays(subset) - why.value,
      distance: subset.reduce((far, move) => far + Math.abs(move.by), 0),
    }));
  };
}

const inOrder = (subset: readonly ItemMove[]): ItemMove[] => [...subset].sort((a, b) => a.item - b.item);

/** The sum that decides, were these items moved. */
function largest(sums: ReadonlyMap<unknown, number>, moved: readonly Move[]): number {
  if (moved.length === 0) return Math.max(0, ...sums.values());
  const after = new Map(sums);
  for (const { group, by } of moved) after.set(group, (after.get(group) ?? 0) + by);
  return Math.max(0, ...after.values());
}
