/** The raw dossier of the contract (JSON), as the generators write it. */

export type Json = string | number | boolean | null;
export type RawRow = Readonly<Record<string, Json | readonly string[] | undefined>>;

export interface RawConsulting {
  readonly team: readonly string[];
  readonly freeOfCharge: boolean;
  readonly reports: readonly RawRow[];
  readonly contracts: readonly RawRow[];
}

export interface RawDossier {
  readonly policy?: string;
  readonly year: number;
  readonly settings?: { readonly [key: string]: unknown };
  readonly applicant: RawRow;
  readonly demonstrationProjects?: readonly RawRow[];
  readonly fiveGProjects?: readonly RawRow[];
  readonly industrialInternetProjects?: readonly RawRow[];
  readonly servedSmes?: readonly RawRow[];
  readonly softwarePurchases?: readonly RawRow[];
  readonly cloudServices?: readonly RawRow[];
  readonly platforms?: readonly RawRow[];
  readonly industrialApps?: readonly RawRow[];
  readonly consulting?: RawConsulting;
  readonly trainings?: readonly RawRow[];
  readonly talentProgrammes?: readonly RawRow[];
  readonly outsideAwards?: readonly RawRow[];
}
