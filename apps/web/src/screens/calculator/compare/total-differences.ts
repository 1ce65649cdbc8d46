/** The totals of two results that differ, and by how much. Money is whole 分. Pure. */

import type { Result } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { figureOf, figureOfFen } from "../../../parts/figures/amount.ts";
import { fenOf } from "../../../parts/figures/money.ts";
import { t } from "../../../words/t.ts";

export interface TotalDifference {
  readonly label: string;
  /** In words. */
  readonly left: string;
  readonly right: string;
  /** Right less left, in 分; null where one of them isn't known yet. */
  readonly change: bigint | null;
}

export interface TotalComparison {
  /** What everybody looks for first: payable where both are known, else granted, before the ceiling. */
  readonly headline: TotalDifference;
  readonly differences: readonly TotalDifference[];
}

/** "+3.00", "−0.50", "0.00"; in the unit of the page's language, exact. */
export function signed(fen: bigint): string {
  if (fen === 0n) return figureOfFen(0n);
  return `${fen > 0n ? "+" : "−"}${figureOfFen(fen > 0n ? fen : -fen)}`;
}

export function totalDifferences(policies: readonly Policy[], left: Result, right: Result): TotalComparison {
  const [a, b] = [left.totals, right.totals];
  const every = [
    compared(t("逐条单独测算合计"), a.amount, b.amount),
    ...(policies.some(({ combination }) => combination !== null) ? [compared(t("就高不重复后"), a.granted, b.granted)] : []),
    compared(t("另有外部奖补保留"), a.outsideStanding, b.outsideStanding),
    ...(policies.some(({ ceiling }) => ceiling !== null) ? [compared(t("财政贡献上限核减"), a.ceilingCut, b.ceilingCut)] : []),
    compared(t("预计可得"), a.payable, b.payable),
  ];
  const known = a.payable !== null && b.payable !== null;
  const headline = known ? compared(t("预计可得"), a.payable, b.payable) : compared(t("暂估（上限前）"), a.granted, b.granted);
  return { headline, differences: every.filter(({ left, right }) => left !== right) };
}

function compared(label: string, left: string | null, right: string | null): TotalDifference {
  const words = (amount: string | null) => (amount === null ? t("待核定") : t("{n} 万元", { n: figureOf(amount) }));
  const [a, b] = [left === null ? null : fenOf(left), right === null ? null : fenOf(right)];
  return { label, left: words(left), right: words(right), change: a === null || b === null ? null : b - a };
}
