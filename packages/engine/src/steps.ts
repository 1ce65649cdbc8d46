/** A pooled measure's amount as a step function of its sum: constant between the thresholds that its expression compares the sum with. */
import { type Expr, walk } from "@zhengdui/feel";
import type { Prepared } from "./dossier.ts";
import { type Closure, closure, type Figures } from "./kernel/closures.ts";

export interface Step {
  /** 分: the step begins at this sum. */
  readonly from: number;
  /** 分: what is paid from there on. */
  readonly value: number;
}

/** Sums (in 分) at which the value may change: each threshold, and the 分 after it. */
export function thresholds(amount: Expr, name: string, figures: Figures): number[] {
  const found = new Set<number>([0]);
  walk(amount, (e) => {
    if (e.op !== "compare") return;
    for (const [sum, bound] of [
      [e.left, e.right],
      [e.right, e.left],
    ] as const) {
      const power = powerOf(sum, name);
      const value = constant(bound, figures);
      if (power === null || value === null) continue;
      found.add(Math.ceil(value / power)).add(Math.floor(value / power) + 1);
    }
  });
  return [...found].sort((a, b) => a - b);
}

export function stepsOf(points: readonly number[], amount: Closure, name: string, dossier: Prepared): Step[] {
  return points.map((from) => ({ from, value: amount({ dossier, row: null, lets: { [name]: from } }) as number }));
}

/** The steps for a dossier. Where the amount depends on nothing but the sum, figures and readings, they are worked out once for each set of readings. */
export function stepper(amount: Expr, name: string, figures: Figures): (dossier: Prepared) => readonly Step[] {
  const points = thresholds(amount, name, figures);
  const pays = closure(amount, figures);
  let personal = false;
  walk(amount, (e) => {
    if (e.op === "fact" || e.op === "env") personal = true;
  });
  if (personal) return (dossier) => stepsOf(points, pays, name, dossier);
  const known = new WeakMap<object, readonly Step[]>();
  return (dossier) => {
    const steps = known.get(dossier.readings) ?? stepsOf(points, pays, name, dossier);
    known.set(dossier.readings, steps);
    return steps;
  };
}

/** 10^k where the expression is the sum scaled up by k; null where it isn't the sum. */
function powerOf(expr: Expr, name: string): number | null {
  if (expr.op === "let" && expr.name === name) return 1;
  if (expr.op !== "scaleUp") return null;
  const inner = powerOf(expr.of, name);
  return inner === null ? null : inner * 10 ** expr.by;
}

export function constant(expr: Expr, figures: Figures): number | null {
  if (expr.op === "number") return expr.value;
  if (expr.op === "param") {
    const value = figures.get(expr.name);
    return typeof value === "number" ? value : null;
  }
  if (expr.op !== "scaleUp") return null;
  const of = constant(expr.of, figures);
  return of === null ? null : of * 10 ** expr.by;
}
