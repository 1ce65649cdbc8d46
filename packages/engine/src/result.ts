/** What `assess` answers about one dossier: the JSON of the command line, the API and the page. Money is a string in 元 with two decimals. */

export type Status = "eligible" | "not-eligible" | "not-claimed" | "undetermined" | "discretionary" | "no-subsidy";

export type FactValue = string | number | boolean | null | readonly string[];

export interface ConditionResult {
  /** "二（二）" */
  readonly clause: string;
  /** The words of the official sentence, "" where the condition rests on the contract's reading alone. */
  readonly quote: string;
  /** The condition in plain Chinese. */
  readonly text: string;
  readonly holds: boolean | null;
  readonly facts: Readonly<Record<string, FactValue>>;
}

export interface ItemResult {
  readonly id: string;
  readonly project: string;
  /** null where the measure adds items up. */
  readonly amount: string | null;
  readonly granted: string | null;
  readonly marks: readonly string[];
  readonly reasons: readonly string[];
}

export interface GapResult {
  readonly changes: readonly { readonly fact: string; readonly from: FactValue; readonly to: FactValue }[];
  readonly gain: string;
}

export interface MeasureResult {
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  readonly status: Status;
  readonly amount: string;
  readonly granted: string;
  readonly potential: string;
  readonly conditions: readonly ConditionResult[];
  readonly items: readonly ItemResult[];
  readonly marks: readonly string[];
  readonly gaps: readonly GapResult[];
}

export interface GivenUp {
  readonly measure: string;
  readonly item: string;
  readonly amount: string;
  readonly keptMeasure?: string;
  readonly keptProgramme?: string;
  readonly why: string;
}

export interface Totals {
  readonly amount: string;
  readonly granted: string;
  readonly outsideStanding: string;
  readonly fiscalContribution: string | null;
  readonly ceilingCut: string | null;
  readonly payable: string | null;
  readonly provisional: boolean;
}

export interface Result {
  readonly policy: string;
  readonly policyVersion: string;
  readonly policyHash: string;
  readonly year: number;
  readonly applicant: { readonly uscc: string; readonly name: string };
  readonly measures: readonly MeasureResult[];
  readonly totals: Totals;
  readonly givenUp: readonly GivenUp[];
  readonly marks: readonly string[];
}
