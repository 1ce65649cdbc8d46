/** What one item is worth in 分 (0 where it doesn't count), the tiers, and the ceiling: the parts that the fast path and the contested path share. */
import { demonstrationShare, leadingPlatform, twoFormulas } from "./formulas.ts";
import type { App, CloudService, Demonstration, Dossier, Platform, Purchase, QuanzhouItem } from "./shape.ts";

/** 万元 in 分. */
const WAN = 1_000_000;

export function payable(d: Dossier, granted: number, standingLocal: number): number {
  const a = d.applicant;
  if (granted === 0 || a.kind !== "enterprise") return granted;
  if (a.fiscalContribution === null) return Number.NaN;
  const left = a.fiscalContribution - a.otherLocalAwards - standingLocal;
  return left <= 0 ? 0 : left < granted ? left : granted;
}

const listed = ["纺织", "鞋服", "食品", "建材", "机械", "医疗器械", "电子信息", "晴雨伞", "包装印刷"];

export function demonstrationOf(d: Dossier, p: Demonstration): number {
  if (p.selected !== true || !p.promotes || p.fundedEarlier || p.inUseOn === null) return 0;
  if (p.inUseOn < d.env.yearStart || p.inUseOn > d.env.yearEnd) return 0;
  if (!listed.includes(p.industry) && !p.acceptedIndustry) return 0;
  const amount = demonstrationShare(p);
  return amount > 100 * WAN ? 100 * WAN : amount;
}

export function purchaseOf(d: Dossier, p: Purchase): number {
  if (p.fundedEarlier || p.paidOn < d.env.yearStart || p.paidOn > d.env.yearEnd) return 0;
  return p.system === "other" && !p.accepted ? 0 : p.softwarePaid;
}

export function softwareTier(d: Dossier, sum: number): number {
  if (sum < 50 * WAN) return 0;
  if (sum < 100 * WAN) return 5 * WAN;
  if (sum < 200 * WAN) return 10 * WAN;
  if (sum < 300 * WAN) return 20 * WAN;
  return sum === 300 * WAN && d.readings["three-million"] === "not" ? 0 : 30 * WAN;
}

/** fee × months in the year ÷ all months, cut to the 分: 0 where the year has none. */
export function feeOf(d: Dossier, c: CloudService): number {
  if (c.fundedEarlier) return 0;
  const first = d.year * 12;
  const from = c.serviceFrom < first ? first : c.serviceFrom;
  const to = c.serviceTo > first + 11 ? first + 11 : c.serviceTo;
  if (to < from) return 0;
  const all = c.serviceTo - c.serviceFrom + 1;
  const product = c.fee * (to - from + 1);
  if (product > Number.MAX_SAFE_INTEGER) return Number((BigInt(c.fee) * BigInt(to - from + 1)) / BigInt(all));
  return (product - (product % all)) / all;
}

export const cloudTier = (sum: number): number => (sum > 10 * WAN ? 6 * WAN : sum > 5 * WAN ? 3 * WAN : 0);

export function quanzhouOf(d: Dossier, p: QuanzhouItem, percent: number, cap: number): number {
  return p.claimYear === d.year && !p.fundedEarlier ? twoFormulas(d, p, percent, cap) : 0;
}

export const fiveGYear = (sum: number): number => (sum > 50 * WAN ? 50 * WAN : sum);

export function platformOf(d: Dossier, p: Platform): number {
  if (p.claimYear !== d.year || !p.landed || p.fundedEarlier) return 0;
  return leadingPlatform(p) ?? twoFormulas(d, p, 15, 25 * WAN);
}

export function appOf(d: Dossier, p: App): number {
  if (p.claimYear !== d.year || !p.landed || p.fundedEarlier) return 0;
  return twoFormulas(d, { investment: p.serviceSpend, quanzhouSubsidy: p.quanzhouSubsidy }, 15, 5 * WAN, p.grantedRate);
}
