/** What the oracle says of one measure, and the few rules all measures share: Kleene's "and", the status, cutting to the 分. */
import type { Status } from "@zhengdui/engine";
import type { Dossier } from "./shape.ts";

export type Truth = boolean | null;

export interface VerdictItem {
  readonly id: string;
  readonly project: string;
  /** Does it count? The applicant's own conditions are in it. null: not known. */
  readonly holds: Truth;
  /** 分: its amount after its own cap, or its basis where the measure adds up; whether or not it holds. */
  readonly worth: bigint;
  /** The system, where 2.2 adds up by system. */
  readonly group: string;
  readonly marks: readonly string[];
}

export interface Verdict {
  readonly id: string;
  readonly status: Status;
  /** 分. */
  readonly amount: bigint;
  readonly potential: bigint;
  readonly items: readonly VerdictItem[];
  readonly marks: readonly string[];
}

export function and(...truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const yuan = (amount: number): bigint => BigInt(amount) * 100n;
export const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);

/** percent % of a basis, cut down to the 分. */
export const share = (percent: bigint, basis: number): bigint => (percent * BigInt(basis)) / 100n;

export function statusOf(claimed: boolean, amount: bigint, potential: bigint): Status {
  if (!claimed) return "not-claimed";
  if (amount > 0n) return "eligible";
  return potential > 0n ? "undetermined" : "not-eligible";
}

export const isLocalEnterprise = (d: Dossier): boolean => d.applicant.kind === "enterprise" && d.applicant.registeredInJinjiang;
export const isProvider = (d: Dossier): boolean =>
  d.applicant.roles.includes("iiot-platform") || d.applicant.roles.includes("system-integrator");
export const inYear = (d: Dossier, day: number | null): boolean => day !== null && day >= d.env.yearStart && day <= d.env.yearEnd;

/** The marks whose test holds. */
export const marksOf = (...marks: readonly (readonly [test: boolean, mark: string])[]): string[] =>
  marks.filter(([test]) => test).map(([, mark]) => mark);

/** Each item has its own amount; `yearCap` cuts their sum. */
export function eachVerdict(
  id: string,
  items: readonly VerdictItem[],
  yearCap: bigint | null,
  marks: readonly string[] = [],
): Verdict {
  const cut = (sum: bigint) => (yearCap === null ? sum : least(sum, yearCap));
  const sum = sumOf(items.filter((item) => item.holds === true).map((item) => item.worth));
  const amount = cut(sum);
  const potential = cut(sumOf(items.filter((item) => item.holds !== false).map((item) => item.worth)));
  const capped = yearCap !== null && sum > yearCap ? ["applicant-capped"] : [];
  return { id, status: statusOf(items.length > 0, amount, potential), amount, potential, items, marks: [...marks, ...capped] };
}

/** Items are added up, by group where `largest`; `pays` turns the sum into the amount. */
export function poolVerdict(id: string, items: readonly VerdictItem[], largest: boolean, pays: (sum: bigint) => bigint): Verdict {
  const amount = pays(
    decidingSum(
      items.filter((item) => item.holds === true),
      largest,
    ),
  );
  const potential = pays(
    decidingSum(
      items.filter((item) => item.holds !== false),
      largest,
    ),
  );
  return { id, status: statusOf(items.length > 0, amount, potential), amount, potential, items, marks: [] };
}

export function decidingSum(items: readonly { readonly group: string; readonly worth: bigint }[], largest: boolean): bigint {
  if (!largest) return sumOf(items.map((item) => item.worth));
  const groups = [...new Set(items.map((item) => item.group))];
  const sums = groups.map((group) => sumOf(items.filter((item) => item.group === group).map((item) => item.worth)));
  return sums.reduce((a, b) => (a > b ? a : b), 0n);
}
