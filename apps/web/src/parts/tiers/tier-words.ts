/** Tiers in words: [10万元, 50万元) 1万元; 分 as 万元 where that is shorter. */
import { wanOfFen } from "../figures/money.ts";
import type { Tier } from "./tiers.ts";

const FEN_OF_WAN = 10 ** 6;

/** 分 → "12.5万元", "800元" */
export function moneyWords(fen: number): string {
  const whole = BigInt(Math.round(fen));
  if (whole !== 0n && whole < BigInt(FEN_OF_WAN / 100)) return `${Number(whole) / 100}元`;
  return whole === 0n ? "0" : `${wanOfFen(whole, 0)}万元`;
}

export const valueWords = (value: number, unit: string): string => (unit === "元" ? moneyWords(value) : `${value}${unit}`);

/** `isLast`: it has no end. */
export function rangeWords({ from, to, holdsFrom, holdsTo }: Tier, unit: string, isLast: boolean): string {
  if (from === to) return `正好 ${valueWords(from, unit)}`;
  const low = `${valueWords(from, unit)}（${holdsFrom ? "含" : "不含"}）`;
  return isLast ? `${low}以上` : `${low}至 ${valueWords(to, unit)}（${holdsTo ? "含" : "不含"}）`;
}

/** Flat: one amount. Else from where to where; the last one goes on. */
export function amountWords({ from, to, start, end }: Tier, unit: string, isLast: boolean): string {
  if (Math.abs(end - start) <= 1) return moneyWords(start);
  const rate = unit === "元" && to > from ? `，增加额的 ${Math.round(((end - start) / (to - from)) * 10 ** 6) / 10 ** 4}%` : "";
  return isLast ? `${moneyWords(start)}起${rate}` : `${moneyWords(start)} 至 ${moneyWords(end)}${rate}`;
}
