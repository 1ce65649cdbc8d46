/**
 * The changes that could still come about on one item: facts that the applicant can bring about, and facts not known yet, with the values
 * at which a condition turns. Facts that no open condition and no amount reads are left out; so is an item that a settled condition bars.
 */
import { type Expr, walk } from "@zhengdui/feel";
import type { Fact, FactList, Form, Policy } from "@zhengdui/policy";
import type { Prepared, Row, Value } from "../dossier.ts";
import { type Figure, isFigure, isMore, isSame } from "../figure.ts";
import { closure, type Figures } from "../kernel/closures.ts";
import type { ItemWhy } from "../why.ts";

/** One fact of an item and another value that it may take. */
export interface Change {
  readonly fact: Fact;
  readonly to: Value;
}

/** By fact, the values it may take; empty: nothing to be brought about here. */
export type Options = readonly (readonly Change[])[];
/** `toDrop`: of an item that counts, also the changes with which it might not. */
export type OptionsOf = (dossier: Prepared, row: Row, item: ItemWhy, toDrop?: boolean) => Options;

type Itemwise = Extract<Form, { kind: "each" | "pool" }>;

export function changesOf(policy: Policy, form: Itemwise, figures: Figures): OptionsOf {
  const { facts } = policy.facts.lists.find((l) => l.id === form.list) as FactList;
  const mayChange = facts.filter((fact) => fact.changeable || fact.presence === "unknowable");
  const keys = readsOf(form);
  const conditions = form.when.map((condition) => keys(condition.test));
  const amounts = (form.kind === "each" ? [form.amount, form.itemCap] : [form.basis]).flatMap((e) =>
    e === null ? [] : [...keys(e)],
  );
  const bounds = new Map(mayChange.map((fact) => [fact.key, boundsOf(fact.key, testsOf(form), figures)]));
  return (dossier, row, item, toDrop = false) => {
    const able = mayChange.filter((fact) => fact.changeable || row[fact.key] === null);
    const wanted = new Set(amounts);
    for (const [i, reads] of conditions.entries()) {
      if (item.conditions[i]?.value === true && !toDrop) continue;
      const movable = able.filter((fact) => reads.has(fact.key));
      if (movable.length === 0 && !toDrop) return [];
      for (const fact of movable) wanted.add(fact.key);
    }
    return able
      .filter((fact) => wanted.has(fact.key))
      .map((fact) => alternatives(fact, row[fact.key] ?? null, dossier, row, bounds.get(fact.key) ?? []))
      .filter((changes) => changes.length > 0);
  };
}

/** Keys of the item that an expression reads, those of its lets too. */
function readsOf(form: Itemwise): (expr: Expr) => ReadonlySet<string> {
  const lets = new Map<string, ReadonlySet<string>>();
  const reads = (expr: Expr): ReadonlySet<string> => {
    const keys = new Set<string>();
    walk(expr, (e) => {
      if (e.op === "fact" && e.of === "item") keys.add(e.key);
      if (e.op === "let") for (const key of lets.get(e.name) ?? []) keys.add(key);
    });
    return keys;
  };
  for (const l of form.lets) lets.set(l.name, reads(l.value));
  return reads;
}

function alternatives(fact: Fact, now: Value, dossier: Prepared, row: Row, bounds: readonly Bound[]): Change[] {
  switch (fact.type.kind) {
    case "boolean":
      return [true, false].filter((to) => to !== now).map((to) => ({ fact, to }));
    case "date":
      return now === null ? [{ fact, to: dossier.env.yearEnd }] : [];
    case "option":
      return fact.type.options.filter((o) => o.id !== now).map((o) => ({ fact, to: o.id }));
    case "count":
    case "decimal":
    case "money": {
      const values = bounds.flatMap((bound) => bound(dossier, row)).filter((to) => isMore(to, 0) || isSame(to, 0));
      const others = values.filter(
        (to, i) => !(isFigure(now) && isSame(to, now)) && values.findIndex((v) => isSame(v, to)) === i,
      );
      return others.map((to) => ({ fact, to }));
    }
    default:
      return [];
  }
}

type Bound = (dossier: Prepared, row: Row) => Figure[];

/** Every expression whose comparisons may turn: conditions, and the tiers that steps, amount and cap are made of. */
function testsOf(form: Itemwise): readonly Expr[] {
  const amounts = form.kind === "each" ? [form.amount, ...(form.itemCap === null ? [] : [form.itemCap])] : [form.basis];
  return [...form.when.map((c) => c.test), ...form.lets.map((l) => l.value), ...amounts];
}

/** Values of a numeric fact at which a comparison turns. */
function boundsOf(key: string, tests: readonly Expr[], figures: Figures): Bound[] {
  const found: Bound[] = [];
  for (const test of tests)
    walk(test, (e) => {
      if (e.op !== "compare") return;
      for (const [side, other] of [
        [e.left, e.right],
        [e.right, e.left],
      ] as const) {
        const power = powerOf(side, key);
        if (power === null) continue;
        const get = closure(other, figures);
        found.push((dossier, row) => turns(get({ dossier, row, lets: {} }), side, power));
      }
    });
  return found;
}

/** Of whole numbers those about the bound; a decimal has no neighbours, so the bound itself is all there is. */
function turns(bound: unknown, side: Expr, power: number): Figure[] {
  if (!isFigure(bound as Value)) return [];
  const value = bound as Figure;
  if (typeof value !== "number") {
    if (side.op !== "toRatio") return [value];
    const floor = Number((value.n * BigInt(power)) / value.d);
    return [floor - 1, floor, floor + 1];
  }
  return [Math.ceil(value / power) - 1, Math.ceil(value / power), Math.floor(value / power), Math.floor(value / power) + 1];
}

/** 10^k where the expression is the fact scaled up by k, or seen as a fraction of 10^k; null where it isn't the fact. */
function powerOf(expr: Expr, key: string): number | null {
  if (expr.op === "fact" && expr.of === "item" && expr.key === key) return 1;
  if (expr.op === "toRatio" && expr.of.type.kind === "number") {
    const inner = powerOf(expr.of, key);
    return inner === null ? null : 10 ** expr.of.type.scale / inner;
  }
  if (expr.op !== "scaleUp") return null;
  const inner = powerOf(expr.of, key);
  return inner === null ? null : inner * 10 ** expr.by;
}
