/** A pooled measure as a fund of the allocation: its bases by group, and its amount as steps of their sum. */
import type { Form } from "@zhengdui/policy";
import type { Fund } from "./allocation-problem.ts";
import type { Claims } from "./claims.ts";
import type { Prepared, Row } from "./dossier.ts";
import { closure, type Figures } from "./kernel/closures.ts";
import { stepper } from "./steps.ts";

export interface Pool {
  readonly fund: (claim: Claims, dossier: Prepared, project: (row: Row) => number) => Fund;
}

export function createPool(form: Extract<Form, { kind: "pool" }>, figures: Figures): Pool {
  const grouped = form.largest === null ? null : closure(form.largest.when, figures);
  const by = form.largest === null ? null : closure(form.largest.by, figures);
  const steps = stepper(form.amount, form.name, figures);
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
