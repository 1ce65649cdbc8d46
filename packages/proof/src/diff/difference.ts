/** What two versions of a policy give differently: measure by measure, who gains, who loses, by how much, and from which value on. */
import type { Example, Unproved } from "../finding.ts";

/** The amounts of both versions over a stretch of one quantity, all other deciding facts as in `scenario`. */
export interface Region {
  /** 园区重点：是; "" where no other fact matters. */
  readonly scenario: string;
  /** 软件投入 */
  readonly quantity: string;
  /** 50 万元; the stretch begins with it. */
  readonly from: string;
  /** Where the next stretch begins; null: without end. */
  readonly below: string | null;
  /** 分, at the beginning. */
  readonly first: readonly [number, number];
  /** Where the two versions lie furthest apart: at which value, and both amounts. */
  readonly most: { readonly at: string; readonly old: number; readonly new: number };
  readonly change: "gain" | "loss";
  /** The solver has shown that no dossier of the scenario within the stretch goes the other way. */
  readonly proved: boolean;
}

/** One applicant under both versions. */
export interface Pair {
  readonly label: string;
  readonly old: Example;
  readonly new: Example;
}

export interface MeasureDifference {
  readonly measure: string;
  readonly clause: string;
  readonly title: string;
  readonly kind: "added" | "removed" | "changed" | "same";
  /** 一档补助：5 万元 → 8 万元 */
  readonly figures: readonly string[];
  /** Conditions that only one of the two has, or that ask for something else. */
  readonly conditions: readonly string[];
  readonly regions: readonly Region[];
  readonly pairs: readonly Pair[];
}

export interface PolicyDifference {
  readonly measures: readonly MeasureDifference[];
  readonly unproved: readonly Unproved[];
}
