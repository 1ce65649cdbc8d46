/** A pooled measure as a fund of the allocation: its bases by group, and its amount as steps of their sum. */
import { walk } from "@zhengdui/feel";
import type { Form } from "@zhengdui/policy";
import type { Fund } from "./allocation-problem.ts";
import type { Claims } from "./claims.ts";
import type { Prepared, Row } from "./dossier.ts";
import { closure, type Figures } from "./kernel/closures.ts";
import { type Step, stepsOf, thresholds } from "./steps.ts";

export interface Pool {
  readonly fund: (claim: Claims, dossier: Prepared, project: (row: Row) => number) => Fund;
}

export function createPool(form: Extract<Form, { kind: "pool" }>, figures: Figures): Pool {
  const points = thresholds(form.amount, form.name, figures);
  const amount = closure(form.amount, figures);
  const grouped = form.largest === null ? null : closure(form.largest.when, figures);
  const by = form.largest === null ? null : closure(form.largest.by, figures);
  const steps = remembered(form, (dossier) => stepsOf(points, amount, form.name, dossier));
  return {
    fund(claim, dossier, project) {
      const largest = grouped?.({ dossier, row: null, lets: {} }) === true;
      const groups = new Map<unknown, number>();
      const groupOf = (row: Row): number => {
        const key = largest && by !== null ? by({ dossier, row, lets: {} }) : "";
        const known = groups.get(key);
        if (known !== undefined) return known;
        groups.set(key, groups.size);
        return groups.size - 1;
      };
      const entries = claim.rows.map((row, i) => ({
        project: project(row),
        group: groupOf(row),
        basis: claim.values[i] as number,
      }));
      return { kind: "pool", entries, largest, steps: steps(dossier), alone: claim.alone };
    },
  };
}

/** Steps that depend on nothing but the readings are worked out once for each set of readings. */
function remembered(form: Extract<Form, { kind: "pool" }>, work: (dossier: Prepared) => Step[]): (dossier: Prepared) => Step[] {
  let personal = false;
  walk(form.amount, (e) => {
    if (e.op === "fact" || e.op === "env") personal = true;
  });
  if (personal) return work;
  const known = new WeakMap<object, Step[]>();
  return (dossier) => {
    let steps = known.get(dossier.readings);
    if (steps === undefined) {
      steps = work(dossier);
      known.set(dossier.readings, steps);
    }
    return steps;
  };
}

export function poolValue(fund: Fund | undefined, projects: readonly string[], kept: (project: string) => boolean): number {
  if (fund?.kind !== "pool") return 0;
  const sums = new Map<number, number>();
  for (const { project, group, basis } of fund.entries) {
    if (!kept(projects[project] as string)) continue;
    const key = fund.largest ? group : 0;
    sums.set(key, (sums.get(key) ?? 0) + basis);
  }
  const sum = Math.max(0, ...sums.values());
  const step = fund.steps.findLast((s) => s.from <= sum);
  return Math.min(fund.alone, step?.value ?? 0);
}
