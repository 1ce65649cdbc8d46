/** What is missing for the next higher amount, exactly; never an invitation to spend. */
import type { FactValue, GapResult } from "@zhengdui/contract";
import { fenOf, wan, wanOfFen, yuanOfFen } from "../figures/money.ts";
import { type FactWords, type NameFact, valueWords } from "./fact-words.ts";

const GAPS_AT_MOST = 4;

export function Gaps({ gaps: all, nameFact }: { readonly gaps: readonly GapResult[]; readonly nameFact: NameFact }) {
  const gaps = all.filter(isProgress);
  if (gaps.length === 0) return null;
  return (
    <div className="gaps">
      <h3>距下一档</h3>
      <ul>
        {gaps.slice(0, GAPS_AT_MOST).map((gap) => (
          <li key={JSON.stringify(gap.changes)}>
            {gap.changes.map(({ fact, from, to }) => changeWords(nameFact(fact), from, to)).join("，且")}
            <span className="gap-gain">可增 {wan(gap.gain)} 万元</span>
          </li>
        ))}
      </ul>
      {gaps.length > GAPS_AT_MOST ? (
        <p className="gap-note">另有 {gaps.length - GAPS_AT_MOST} 种情形，见导出的测算结果。</p>
      ) : null}
      <p className="gap-note">{proviso(gaps, nameFact)}。</p>
    </div>
  );
}

/** Less of something may reach a higher amount too (a share of fewer); the page doesn't propose to take anything back. */
export const isProgress = ({ changes }: GapResult): boolean =>
  changes.every(({ from, to }) => {
    const [now, then] = [Number(from ?? 0), Number(to)];
    return typeof to === "boolean" || Number.isNaN(now) || Number.isNaN(then) || then > now;
  });

export const isMoney = (words: FactWords): boolean => words.total === "money" || words.fact?.type.kind === "money";

export const proviso = (gaps: readonly GapResult[], nameFact: NameFact): string =>
  gaps.some((gap) => gap.changes.some(({ fact }) => isMoney(nameFact(fact)))) ? "以真实发生并已支付为准" : "以真实发生为准";

/** In 万元 where that is short: "3.7 万元"; to the 分 in 元: "7,000.01 元", never "0.700001 万元". */
const missing = (fen: bigint): string => (fen % 100n === 0n ? `${wanOfFen(fen, 0)} 万元` : `${yuanOfFen(fen)} 元`);

export function changeWords(words: FactWords, from: FactValue, to: FactValue): string {
  const name = words.row === "" ? words.label : `“${words.row}”${words.label}`;
  const now = fenOf(String(from ?? "0"));
  const then = fenOf(String(to));
  if (isMoney(words) && now !== null && then !== null && then > now) return `${name}距下一档尚差 ${missing(then - now)}`;
  if (typeof from === "number" && typeof to === "number" && to > from)
    return `${name}距下一档尚差 ${to - from} ${words.unit}`.trim();
  return `${name}由“${valueWords(words, from)}”变为“${valueWords(words, to)}”`;
}
