/** The static types of a policy's expressions. A number is a scaled integer: its decimal scale and unit are part of its type. */

/** "" (a bare number), 元, 家, 人, 天 …; what is paid for one of something has what it is paid for behind a stroke: 元/家, 元/人·天. */
export type Unit = string;

export type Type =
  /** An integer n that means n × 10^-scale `unit`; |n| ≤ max always (Infinity: not bounded statically). */
  | { readonly kind: "number"; readonly scale: number; readonly unit: Unit; readonly max: number; readonly nullable: boolean }
  /** An exact fraction that a dossier states with any number of decimals (a granted rate). */
  | { readonly kind: "ratio"; readonly unit: Unit; readonly nullable: boolean }
  | { readonly kind: "boolean"; readonly nullable: boolean }
  | { readonly kind: "text"; readonly options?: readonly string[]; readonly nullable: boolean }
  /** Days since 1970-01-01. */
  | { readonly kind: "date"; readonly nullable: boolean }
  /** Months since year 0: year × 12 + month − 1. */
  | { readonly kind: "month"; readonly nullable: boolean }
  | { readonly kind: "texts"; readonly options?: readonly string[]; readonly nullable: false };
