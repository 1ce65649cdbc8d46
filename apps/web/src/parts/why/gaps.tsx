/** What is missing for the next higher amount, exactly; never an invitation to spend. */

import type { FactValue, GapResult } from "@zhengdui/contract";
import { Mixed } from "../../words/mixed.tsx";
import { t } from "../../words/t.ts";
import { amountOf, amountOfFen, exactAmount } from "../figures/amount.ts";
import { fenOf } from "../figures/money.ts";
import { type FactWords, type NameFact, valueWords } from "./fact-words.ts";

const GAPS_AT_MOST = 4;

export function Gaps({ gaps: all, nameFact }: { readonly gaps: readonly GapResult[]; readonly nameFact: NameFact }) {
  const gaps = all.filter(isProgress);
  if (gaps.length === 0) return null;
  return (
    <div className="gaps">
      <h3>{t("距下一档")}</h3>
      <ul>
        {gaps.slice(0, GAPS_AT_MOST).map((gap) => (
          <li key={JSON.stringify(gap.changes)}>
            <span>
              <Mixed of={gap.changes.map(({ fact, from, to }) => changeWords(nameFact(fact), from, to)).join(t("，且"))} />
            </span>
            <span className="gap-gain">{t("可增 {amount}", { amount: amountOf(gap.gain) })}</span>
          </li>
        ))}
      </ul>
      {gaps.length > GAPS_AT_MOST ? (
        <p className="gap-note">{t("另有 {n} 种情形，见导出的测算结果。", { n: gaps.length - GAPS_AT_MOST })}</p>
      ) : null}
      <p className="gap-note">{`${proviso(gaps, nameFact)}${t("。")}`}</p>
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
  gaps.some((gap) => gap.changes.some(({ fact }) => isMoney(nameFact(fact)))) ? t("以真实发生并已支付为准") : t("以真实发生为准");

/** In 万元 where that is short: "3.7 万元"; to the 分 in 元: "7,000.01 元", never "0.700001 万元". */
const missing = (fen: bigint): string =>
  fen % 100n === 0n ? amountOfFen(fen, 0) : exactAmount(`${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`);

export function changeWords(words: FactWords, from: FactValue, to: FactValue): string {
  const name = words.row === "" ? words.label : t("“{row}”{name}", { row: words.row, name: words.label });
  const now = fenOf(String(from ?? "0"));
  const then = fenOf(String(to));
  if (isMoney(words) && now !== null && then !== null && then > now)
    return t("{name}距下一档尚差 {missing}", { name, missing: missing(then - now) });
  if (typeof from === "number" && typeof to === "number" && to > from)
    return t("{name}距下一档尚差 {missing}", { name, missing: `${to - from} ${words.unit}`.trim() });
  return t("{name}由“{from}”变为“{to}”", { name, from: valueWords(words, from), to: valueWords(words, to) });
}
