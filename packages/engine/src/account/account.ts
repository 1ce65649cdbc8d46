/** What a settled round's certificate leaves out: selection, steps, ceilings, shared projects, equal totals. JSON to add up again; money is a text in 元. */

export interface AccountSource {
  /** SHA-256 of the round's file, hex. */
  readonly sha256: string;
  readonly engineVersion: string;
}

export interface RoundAccount {
  readonly format: "zhengdui-account-1";
  readonly policy: { readonly id: string; readonly version: string; readonly hash: string };
  readonly engine: { readonly version: string };
  readonly round: { readonly sha256: string; readonly year: number };
  /** By measure: the step functions that stand in claims below, each once. */
  readonly limits: Readonly<Record<string, readonly (readonly WrittenStep[])[]>>;
  readonly selection: readonly AccountedGroup[];
  readonly applicants: readonly AccountedApplicant[];
  /** Projects that were written out and are kept by more than one payee. */
  readonly shared: readonly { readonly project: string; readonly payees: readonly string[] }[];
  readonly totals: Readonly<Record<"granted" | "standing" | "payableKnown", string>>;
}

export interface WrittenStep {
  readonly from: string;
  readonly value: string;
}

export interface AccountedGroup {
  readonly measure: string;
  readonly group: string;
  /** "score": the best, as many as there are places. "order": first come until the budget is used up. */
  readonly by: "score" | "order";
  /** The fact that holds the score or the order. */
  readonly fact: string;
  /** The fact that holds the office's decision, and the one by which groups are made ("": one group). */
  readonly decision: string;
  readonly groupedBy: string;
  readonly places: number;
  readonly budget: string | null;
  readonly ranked: readonly {
    readonly at: string;
    readonly uscc: string;
    readonly project: string;
    readonly score: string | null;
    readonly decided: boolean | null;
    /** Would it be granted something? null: decided, so it doesn't matter. */
    readonly competes: boolean | null;
    /** Of "order": what it takes of the budget. */
    readonly amount: string | null;
    readonly place: number | null;
    readonly selected: boolean | null;
  }[];
}

export type WrittenClaims =
  | {
      readonly measure: string;
      readonly kind: "each";
      readonly cap: string | null;
      readonly entries: readonly { readonly at: string; readonly project: string; readonly amount: string }[];
    }
  | {
      readonly measure: string;
      readonly kind: "sum";
      readonly largest: boolean;
      readonly steps: readonly WrittenStep[];
      readonly alone: string;
      readonly entries: readonly {
        readonly at: string;
        readonly project: string;
        readonly group: number;
        readonly basis: string;
      }[];
    };

export interface AccountedApplicant {
  readonly at: string;
  readonly uscc: string;
  readonly name: string;
  readonly measures: readonly {
    readonly id: string;
    readonly competes: boolean;
    readonly amount: string;
    readonly granted: string;
  }[];
  readonly claims: readonly WrittenClaims[];
  /** One a row of the dossier; those that don't compete count for nothing. */
  readonly outside: readonly {
    readonly at: string;
    readonly competes: boolean;
    readonly programme: string;
    readonly project: string;
    readonly amount: string;
    readonly local: boolean;
  }[];
  /** Claimed projects in their order; the keeper is a measure, or "outside". */
  readonly keepers: readonly { readonly project: string; readonly keeper: string }[];
  readonly standing: string;
  readonly standingLocal: string;
  /** Σ granted of what competes + standing. */
  readonly total: string;
  /** How many choices there are, where they are few enough to be tried one by one: then equal totals are settled too. */
  readonly choices: string | null;
  readonly uses: readonly AccountedUse[];
  readonly ceiling: AccountedCeiling;
}

export interface AccountedUse {
  readonly at: string;
  readonly id: string;
  readonly project: string;
  /** Was the project written out? Only then is it compared between applicants. */
  readonly stated: boolean;
  readonly measure: string;
  /** Amount or basis where it counts and its measure competes for projects, else null. */
  readonly figure: string | null;
  /** none: it doesn't count, or the measure pays nothing. */
  readonly use: "kept" | "given-up" | "none";
  /** Does it stand in the selection? */
  readonly ranked: boolean;
}

export interface AccountedCeiling {
  readonly bound: boolean;
  readonly contribution: { readonly at: string; readonly amount: string | null };
  readonly otherAwards: { readonly at: string; readonly amount: string };
  readonly except: readonly string[];
  /** An outside award has to be returned first. */
  readonly toRepay: boolean;
  /** The engine's own search came to its end. */
  readonly searched: boolean;
  readonly granted: string;
  readonly cut: string | null;
  readonly payable: string | null;
}
