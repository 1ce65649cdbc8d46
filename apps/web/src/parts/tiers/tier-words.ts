/** Tiers in words: [10万元, 50万元) 1万元; 分 as 万元 where that is shorter, in English as CNY. */
import { isForeign, t } from "../../words/t.ts";
import { wanOfFen, yuanOfFen } from "../figures/money.ts";
import type { Tier } from "./tiers.ts";

const FEN_OF_WAN = 10 ** 6;

/** 分 → "12.5万元", "800元"; in English "CNY 125,000" */
export function moneyWords(fen: number): string {
  const whole = BigInt(Math.round(fen));
  if (whole === 0n) return "0";
  if (isForeign()) return `CNY ${yuanOfFen(whole).replace(/\.00$/, "")}`;
  return whole < BigInt(FEN_OF_WAN / 100) ? `${Number(whole) / 100}元` : `${wanOfFen(whole, 0)}万元`;
}

/** On a line of a drawing, where its unit stands beside it: in English "125,000". */
export const labelWords = (value: number, unit: string): string => valueWords(value, unit).replace(/^CNY /, "");

export const valueWords = (value: number, unit: string): string => {
  if (unit === "元") return moneyWords(value);
  return isForeign() ? String(value) : `${value}${unit}`;
};

/** `isLast`: it has no end. */
export function rangeWords({ from, to, holdsFrom, holdsTo }: Tier, unit: string, isLast: boolean): string {
  if (from === to) return t("正好 {value}", { value: valueWords(from, unit) });
  const bound = (value: number, holds: boolean) =>
    holds ? t("{value}（含）", { value: valueWords(value, unit) }) : t("{value}（不含）", { value: valueWords(value, unit) });
  const low = bound(from, holdsFrom);
  return isLast ? t("{low}以上", { low }) : t("{low}至 {high}", { low, high: bound(to, holdsTo) });
}

/** Flat: one amount. Else from where to where; the last one goes on. */
export function amountWords({ from, to, start, end }: Tier, unit: string, isLast: boolean): string {
  const low = moneyWords(start);
  if (Math.abs(end - start) <= 1) return low;
  const amount = isLast ? t("{low}起", { low }) : t("{low} 至 {high}", { low, high: moneyWords(end) });
  if (unit !== "元" || to <= from) return amount;
  return t("{amount}，增加额的 {rate}%", { amount, rate: Math.round(((end - start) / (to - from)) * 10 ** 6) / 10 ** 4 });
}
