/** What the server tells of its policies and example dossiers. */
import type { FilingWindow, Repeal } from "./service-sheet.ts";

export interface PolicySummary {
  /** "jinjiang-2023-11" */
  readonly id: string;
  /** The day this version came into force, YYYY-MM-DD. */
  readonly version: string;
  /** 晋政规〔2023〕11号 */
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly inForce: { readonly from: string; readonly to: string; readonly appliedFrom: string };
  readonly years: readonly number[];
  /** On the server's day in China. The years of a policy that has ended stay computable; it is no ground for a new claim. */
  readonly state: "not-yet" | "in-force" | "expired" | "repealed";
  /** Told as soon as it is known, also before its day. */
  readonly repealed: Repeal | null;
  readonly windows: readonly FilingWindow[];
}

export interface ExampleDossier {
  /** File name without ending: "1-shoe-factory" */
  readonly id: string;
  /** Id of its policy. */
  readonly policy: string;
  readonly title: string;
  /** What there is to see in it. */
  readonly shows: string;
  /** As it stands in the file, to be read by the engine like any other. */
  readonly dossier: unknown;
}
