/** A dossier made ready to compute: checked, complete, every value in its exact machine form. What evaluation reads; it never reads raw JSON. */

/** An exact non-negative fraction, for the rates and decimals that a dossier states: any number of digits. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

/**
 * money → 分 (integer) · count, year → integer · decimal, rate → Ratio · date → days since 1970-01-01 ·
 * month → year × 12 + month − 1 · option, text, uscc, industry → string · options → sorted distinct strings · not known or absent → null.
 * An absent optional boolean is false.
 */
export type Value = number | string | boolean | null | Ratio | readonly string[];

export type Row = Readonly<Record<string, Value>>;

/**
 * Every record and list of the policy's facts is there, under its contract key, each row with every key in declared order:
 * `d.applicant.kind`, `d.softwarePurchases[0].softwarePaid`, `d.consulting.reports` (an absent record has null/false/[] facts).
 * An item of a list with projects has `project` filled in (its own id by default) and `projectStated`: was it written out?
 */
export interface Prepared {
  readonly year: number;
  /** Dates in days since 1970-01-01; inForce: the day this version came into force. */
  readonly env: {
    readonly year: number;
    readonly yearStart: number;
    readonly yearEnd: number;
    readonly inForce: number;
    readonly inForceMonth: number;
  };
  readonly readings: Readonly<Record<string, string>>;
  readonly applicant: Row;
  readonly settings: Row;
  readonly outsideAwards: readonly Row[];
  /** false: no project is claimed twice, so 就高不重复 has nothing to choose. */
  readonly sharesProjects?: boolean;
  readonly [recordOrList: string]: unknown;
}
