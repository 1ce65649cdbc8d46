/** The applicant's ceiling as a bar: what other local awards take of it, what is payable, what is cut. */
import type { Totals } from "@zhengdui/contract";
import { fenOf, wan } from "../../../parts/figures/money.ts";

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
        <span className="ceiling-title">财政贡献上限</span>
        <span className="ceiling-quote">“{quote}”</span>
      </figcaption>
      {totals.fiscalContribution === null ? (
        <p className="ceiling-none">{unknown ? "当年对本级财政经济贡献尚未核定，上限待定。" : "目前没有受此上限核减的金额。"}</p>
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
  const words = `上限 ${wan(contribution)} 万元；其他本级补助 ${wan(other)} 万元，本政策计入 ${wan(text(kept))} 万元，核减 ${wan(text(cut))} 万元`;
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
        <li className="legend-limit">上限 {wan(contribution)}</li>
        {taken === 0n ? null : <li className="legend-other">其他本级 {wan(other)}</li>}
        <li className="legend-kept">计入 {wan(text(kept))}</li>
        {cut === 0n ? null : <li className="legend-cut">核减 {wan(text(cut))}</li>}
        <li className="legend-unit">单位：万元</li>
      </ul>
    </>
  );
}

const limit = (x: number) => Math.min(Math.max(x, 1), WIDTH - 1);
const text = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
