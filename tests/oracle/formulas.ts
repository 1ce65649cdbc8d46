/** Shares of a basis in safe integers of 分, cut down, and the two formulas "A（即 B）" of 1.2, 1.3, 3.1 and 3.2. */
import type { Ratio } from "@zhengdui/engine";
import type { Demonstration, Dossier, Platform } from "./shape.ts";

/** percent % of the basis: split at 100, so that no product leaves the safe range. */
export function sharePercent(basis: number, percent: number): number {
  const rest = basis % 100;
  const part = rest * percent;
  return ((basis - rest) / 100) * percent + (part - (part % 100)) / 100;
}

/** The lower of percent % and a granted rate. */
export function shareRate(basis: number, percent: number, rate: Ratio): number {
  if (rate.n * 100n >= BigInt(percent) * rate.d) return sharePercent(basis, percent);
  return Number((BigInt(basis) * rate.n) / rate.d);
}

export const isAtLeast = (a: Ratio, b: Ratio): boolean => a.n * b.d >= b.n * a.d;

interface Figures {
  readonly investment: number | null;
  readonly quanzhouSubsidy: number | null;
}

export function twoFormulas(d: Dossier, p: Figures, percent: number, cap: number, rate: Ratio | null = null): number {
  const amount = formula(d.readings["two-formulas"], p.investment, p.quanzhouSubsidy, percent, rate);
  return amount > cap ? cap : amount;
}

type Money = number | null;

function formula(
  reading: string | undefined,
  investment: Money,
  quanzhouSubsidy: Money,
  percent: number,
  rate: Ratio | null,
): number {
  const a = investment === null ? -1 : rate === null ? sharePercent(investment, percent) : shareRate(investment, percent, rate);
  const b = quanzhouSubsidy === null ? -1 : (quanzhouSubsidy - (quanzhouSubsidy % 2)) / 2;
  if (b < 0) return a < 0 ? 0 : a;
  if (a < 0 || reading === "quanzhou-half") return b;
  return reading === "investment-share" || a < b ? a : b;
}

/** 20 % instead, for a leading enterprise's shared industrial-internet platform; null for any other. */
export function leadingPlatform(p: Platform): number | null {
  if (p.kind !== "industrial-internet" || !p.byLeadingEnterprise || !p.sharedWithSmes) return null;
  const amount = sharePercent(p.investment ?? 0, 20);
  return amount > 50_000_000 ? 50_000_000 : amount;
}

/** 20 % of the whole project, 25 % instead for a park's key project, or the lower rate granted; before its cap. */
export function demonstrationShare(p: Demonstration): number {
  const basis = p.software + p.hardware;
  const percent = p.parkKeyProject ? 25 : 20;
  return p.grantedRate === null ? sharePercent(basis, percent) : shareRate(basis, percent, p.grantedRate);
}

export const cutHalf = (subsidy: number | null): number | null => (subsidy === null ? null : (subsidy - (subsidy % 2)) / 2);
