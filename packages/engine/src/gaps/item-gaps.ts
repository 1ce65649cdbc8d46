/** Gaps of a measure that pays item by item: changes of one item's own facts. (Amounts add up, so a raise never needs two items.) */
import type { Form, Policy } from "@zhengdui/policy";
import { writeValue } from "../assess/write-value.ts";
import type { Prepared, Row, Value } from "../dossier.ts";
import { between, isFigure } from "../figure.ts";
import { closure, type Figures } from "../kernel/closures.ts";
import { rowsOf } from "../rows.ts";
import type { MeasureWhy } from "../why.ts";
import { type Change, changesOf, type Options } from "./changes.ts";
import { type Gap, minimalChoices } from "./gap.ts";
import { itemValue } from "./item-value.ts";

export function itemGaps(policy: Policy, form: Extract<Form, { kind: "each" }>, figures: Figures) {
  const options = changesOf(policy, form, figures);
  const value = itemValue(form, figures);
  const yearCap = form.yearCap === null ? null : closure(form.yearCap, figures);
  return (dossier: Prepared, why: MeasureWhy): Gap[] => {
    const rows = rowsOf(dossier, form.list);
    const cap = yearCap === null ? Number.POSITIVE_INFINITY : (yearCap({ dossier, row: null, lets: {} }) as number);
    const sum = why.items.reduce((total, item) => total + (item.holds === true ? item.value : 0), 0);
    return why.items.flatMap((item) => {
      const row = rows[item.index] as Row;
      const rest = sum - (item.holds === true ? item.value : 0);
      const gainOf = (changed: Row): number => {
        const now = value(dossier, changed);
        return Math.min(cap, rest + (now.holds === true ? now.value : 0)) - why.value;
      };
      const turns = (changed: Row): boolean => gainOf(changed) > 0 && !slides(row, changed, gainOf);
      return minimalChanges(options(dossier, row, item), row, turns).map((set) => ({
        changes: set.map((c) => describe(form.list, item.index, row, c)),
        gain: gainOf(apply(row, set)),
        distance: 0,
      }));
    });
  };
}

/** The least that a figure can change by brings no more than itself: the amount scales here, no tier turns. */
function slides(row: Row, changed: Row, gainOf: (changed: Row) => number): boolean {
  return Object.keys(changed).some((key) => {
    const [from, to] = [row[key], changed[key]];
    if (typeof from !== "number" || typeof to !== "number" || from === to) return false;
    const before = gainOf({ ...changed, [key]: to > from ? to - 1 : to + 1 });
    return before > 0 && gainOf(changed) - before <= 1;
  });
}

export const apply = (row: Row, set: readonly Change[]): Row => ({
  ...row,
  ...Object.fromEntries(set.map((c) => [c.fact.key, c.to])),
});

/** Minimal sets of changes of one row that `reach`; of numbers that reach in the same direction, the nearest. */
export function minimalChanges(options: Options, row: Row, reach: (changed: Row) => boolean): Change[][] {
  if (options.length === 0) return [];
  const set = (choice: readonly (Change | undefined)[]): Change[] => choice.filter((c) => c !== undefined);
  const needless = (choice: readonly (Change | undefined)[], beside: readonly (Change | undefined)[]): boolean =>
    choice.every((c, i) => c === undefined || nearer(row[c.fact.key] ?? null, beside[i]?.to ?? null, c.to));
  return minimalChoices(options, (choice) => reach(apply(row, set(choice))), needless).map(set);
}

const nearer = (from: Value, near: Value, far: Value): boolean =>
  near === far || (isFigure(from) && isFigure(near) && isFigure(far) && between(from, near, far));

export const describe = (list: string, index: number, row: Row, { fact, to }: Change) => ({
  fact: `${list}[${index}].${fact.key}`,
  from: writeValue(row[fact.key] ?? null, fact.type),
  to: writeValue(to, fact.type),
});
