/** The prepared dossier of this one policy, spelled out by hand: the contract's keys, money in 分, dates in days, months counted from year 0. */
import type { Prepared, Ratio } from "@zhengdui/engine";

export type Role = "iiot-platform" | "system-integrator" | "research-institute";

interface Item {
  readonly id: string;
  readonly project: string;
  readonly fundedEarlier: boolean;
}

export interface Demonstration extends Item {
  readonly industry: string;
  readonly acceptedIndustry: boolean;
  readonly software: number;
  readonly hardware: number;
  readonly inUseOn: number | null;
  readonly promotes: boolean;
  readonly parkKeyProject: boolean;
  readonly selected: boolean | null;
  readonly grantedRate: Ratio | null;
}

export interface QuanzhouItem extends Item {
  readonly claimYear: number;
  readonly investment: number | null;
  readonly quanzhouSubsidy: number | null;
}

export interface ServedSme {
  readonly uscc: string;
  readonly industry: string;
  readonly inJinjiang: boolean | null;
  readonly employees: number | null;
  readonly revenue: number | null;
  readonly totalAssets: number | null;
  readonly inUseFrom: number;
  readonly inUseTo: number | null;
}

export interface Purchase extends Item {
  readonly system: "ERP" | "SCM" | "MES" | "CRM" | "other";
  readonly accepted: boolean;
  readonly softwarePaid: number;
  readonly paidOn: number;
}

export interface CloudService extends Item {
  readonly fee: number;
  readonly serviceFrom: number;
  readonly serviceTo: number;
}

export interface Platform extends QuanzhouItem {
  readonly kind: "industrial-internet" | "big-data";
  readonly landed: boolean;
  readonly byLeadingEnterprise: boolean;
  readonly sharedWithSmes: boolean;
}

export interface App extends Item {
  readonly claimYear: number;
  readonly landed: boolean;
  readonly serviceSpend: number | null;
  readonly quanzhouSubsidy: number | null;
  readonly grantedRate: Ratio | null;
}

export interface Signed {
  readonly uscc: string;
  readonly on: number;
}

export interface Training {
  readonly id: string;
  readonly heldOn: number;
  readonly participants: number;
  readonly hours: Ratio;
  readonly coOrganiser: string | null;
}

export interface OutsideAward {
  readonly project: string;
  readonly amount: number;
  readonly level: "local" | "higher";
  readonly returned: boolean;
}

export interface Dossier {
  readonly year: number;
  readonly env: Prepared["env"];
  readonly readings: Readonly<Record<string, string>>;
  readonly applicant: {
    readonly uscc: string;
    readonly kind: "enterprise" | "association" | "school" | "other";
    readonly industry: string | null;
    readonly roles: readonly Role[];
    readonly registeredInJinjiang: boolean;
    readonly aboveScale: boolean | null;
    readonly fiscalContribution: number | null;
    readonly otherLocalAwards: number;
  };
  readonly settings: { readonly trainingMinParticipants: number | null; readonly trainingMinHours: Ratio | null };
  readonly demonstrationProjects: readonly Demonstration[];
  readonly fiveGProjects: readonly QuanzhouItem[];
  readonly industrialInternetProjects: readonly QuanzhouItem[];
  readonly servedSmes: readonly ServedSme[];
  readonly softwarePurchases: readonly Purchase[];
  readonly cloudServices: readonly CloudService[];
  readonly platforms: readonly Platform[];
  readonly industrialApps: readonly App[];
  readonly consulting: {
    readonly team: readonly Role[];
    readonly freeOfCharge: boolean | null;
    readonly reports: readonly Signed[];
    readonly contracts: readonly Signed[];
  };
  readonly trainings: readonly Training[];
  readonly talentProgrammes: readonly { readonly id: string }[];
  readonly outsideAwards: readonly OutsideAward[];
  /** May a project be claimed twice? Worked out by the engine's intake; absent where the oracle loaded the dossier itself. */
  readonly sharesProjects?: boolean;
}

/** The edge: the same object, seen with this policy's names. */
export const dossierOf = (prepared: Prepared): Dossier => prepared as unknown as Dossier;
