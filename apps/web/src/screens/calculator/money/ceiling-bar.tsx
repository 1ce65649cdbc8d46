/** The applicant's ceiling as a bar: what other local awards take of it, what is payable, what is cut. */
import type { Totals } from "@zhengdui/contract";
import { amountOf, figureOf } from "../../../parts/figures/amount.ts";
import { fenOf } from "../../../parts/figures/money.ts";
import { chinese, t } from "../../../words/t.ts";

export interface CeilingBarProps {
  readonly quote: string;
  readonly totals: Totals;
  readonly unknown: boolean;
  /** Other local awards of the year, in 元, as the dossier states them. */
  readonly other: string;
}

const WIDTH = 320;

export function CeilingBar({ quote, totals, unknown, other }: CeilingBarProps) {
  return (
    <figure className="ceiling">
      <figcaption>
        <span className="ceiling-title">{t("财政贡献上限")}</span>
        <span className="ceiling-quote" lang={chinese()}>
          “{quote}”
        </span>
      </figcaption>
      {totals.fiscalContribution === null ? (
        <p className="ceiling-none">
          {unknown ? t("当年对本级财政经济贡献尚未核定，上限待定。") : t("目前没有受此上限核减的金额。")}
        </p>
      ) : (
        <Bar totals={totals} contribution={totals.fiscalContribution} other={other} />
      )}
    </figure>
  );
}

function Bar({
  totals,
  contribution,
  other,
}: {
  readonly totals: Totals;
  readonly contribution: string;
  readonly other: string;
}) {
  const ceiling = fenOf(contribution) ?? 0n;
  const taken = fenOf(other) ?? 0n;
  const cut = fenOf(totals.ceilingCut ?? "0") ?? 0n;
  const granted = fenOf(totals.granted) ?? 0n;
  const kept = granted - cut;
  const whole = [ceiling, taken + granted].reduce((a, b) => (a > b ? a : b));
  // A picture only: a thousandth of the bar is nobody's money.
  const x = (fen: bigint) => (whole === 0n ? 0 : Number((fen * 1000n) / whole) * (WIDTH / 1000));
  const words = t("上限 {ceiling}；其他本级补助 {other}，本政策计入 {kept}，核减 {cut}", {
    ceiling: amountOf(contribution),
    other: amountOf(other),
    kept: amountOf(text(kept)),
    cut: amountOf(text(cut)),
  });
  return (
    <>
      <svg className="bar" viewBox={`0 0 ${WIDTH} 34`} role="img" aria-label={words}>
        <rect className="bar-room" x="0" y="8" width={x(ceiling)} height="18" rx="2" />
        <rect className="bar-other" x="0" y="8" width={x(taken)} height="18" />
        <rect className="bar-kept" x={x(taken)} y="8" width={x(kept)} height="18" />
        <rect className="bar-cut" x={x(taken + kept)} y="8.5" width={x(cut)} height="17" />
        <line className="bar-limit" x1={limit(x(ceiling))} x2={limit(x(ceiling))} y1="2" y2="32" />
      </svg>
      <ul className="legend">
        <li className="legend-limit">{t("上限 {figure}", { figure: figureOf(contribution) })}</li>
        {taken === 0n ? null : <li className="legend-other">{t("其他本级 {figure}", { figure: figureOf(other) })}</li>}
        <li className="legend-kept">{t("计入 {figure}", { figure: figureOf(text(kept)) })}</li>
        {cut === 0n ? null : <li className="legend-cut">{t("核减 {figure}", { figure: figureOf(text(cut)) })}</li>}
        <li className="legend-unit">{t("单位：万元")}</li>
      </ul>
    </>
  );
}

const limit = (x: number) => Math.min(Math.max(x, 1), WIDTH - 1);
const text = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
