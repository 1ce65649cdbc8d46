/** What each measure would pay for, standing alone: the items that count, with their amounts or bases. All that 就高不重复 needs to know. */
import type { Form, Policy } from "@zhengdui/policy";
import type { Prepared, Row } from "./dossier.ts";
import { rowsOf } from "./rows.ts";
import type { Explanation, MeasureWhy } from "./why.ts";

export interface Claims {
  /** 分: what the measure pays with all of its items. */
  readonly alone: number;
  /** Items that count, and for each its amount (分) after its own cap, or its basis where the measure adds up. */
  readonly rows: readonly Row[];
  readonly values: readonly number[];
}

export const projectOf = (row: Row): string => String(row.project ?? row.id);

/** Measures whose items belong to projects; the others compete with nobody. */
export function hasProjects(policy: Policy, form: Form): form is Extract<Form, { kind: "each" | "pool" }> {
  if (form.kind !== "each" && form.kind !== "pool") return false;
  return policy.facts.lists.find((list) => list.id === form.list)?.projects !== "none";
}

const NOTHING: readonly never[] = [];

export function claimsOf(policy: Policy, dossier: Prepared, why: Explanation): Claims[] {
  return policy.measures.map(({ form }, m) => {
    const measure = why[m] as MeasureWhy;
    if (form.kind !== "each" && form.kind !== "pool") return { alone: measure.value, rows: NOTHING, values: NOTHING };
    const rows = rowsOf(dossier, form.list);
    const items = measure.holds === true ? measure.items.filter((item) => item.holds === true) : [];
    return { alone: measure.value, rows: items.map((item) => rows[item.index] as Row), values: items.map((item) => item.value) };
  });
}
