/** One measure's tiers as a line: the fact to the right, the amount upward; a full dot belongs to the line, an empty one doesn't. */
import { useId } from "react";
import { chinese, isForeign, t } from "../../words/t.ts";
import type { Picture } from "./picture.ts";
import { amountWords, labelWords, moneyWords, rangeWords, valueWords } from "./tier-words.ts";
import type { Tier } from "./tiers.ts";

/** Of the drawing: on a phone it is shown a little smaller, on a desk a little larger. */
const WIDTH = 400;
const HEIGHT = 220;
const EDGE = { left: 84, right: 28, top: 16, bottom: 44 };
const DOT = 4.5;
/** Labels nearer than this to one another would overlap. */
const LABEL_WIDTH = 76;
const LABEL_HEIGHT = 16;

export interface TierChartProps {
  readonly picture: Picture;
  readonly title: string;
  /** Where one stands. */
  readonly here?: { readonly at: number; readonly amount: number };
}

export function TierChart({ picture, title, here }: TierChartProps) {
  const { tiers, unit, fact } = picture;
  const [titleId, descId] = [useId(), useId()];
  const right = Math.max(1, tiers.at(-1)?.to ?? 1);
  const highest = Math.max(1, ...tiers.flatMap(({ start, end }) => [start, end]));
  const x = (value: number) => EDGE.left + (value / right) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number) => HEIGHT - EDGE.bottom - (value / highest) * (HEIGHT - EDGE.top - EDGE.bottom);
  const bounds = spaced([0, ...tiers.map(({ from }) => from)], x, LABEL_WIDTH);
  const amounts = spaced(
    [0, ...tiers.flatMap(({ start, end }, i) => (i === tiers.length - 1 ? [start] : [start, end]))],
    y,
    LABEL_HEIGHT,
  );
  return (
    <figure className="tiers">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${titleId} ${descId}`}>
        <title id={titleId} lang={chinese()}>
          {t("{title}：金额随{fact}变化", { title, fact })}
        </title>
        <desc id={descId}>{descOf(picture, here)}</desc>
        {amounts.map((value) => (
          <g key={`y${value}`}>
            <line className="tiers-grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(value)} y2={y(value)} />
            <text className="tiers-label" x={EDGE.left - 8} y={y(value) + 4} textAnchor="end">
              {labelWords(value, "元")}
            </text>
          </g>
        ))}
        {bounds.map((value) => (
          <g key={`x${value}`}>
            <line className="tiers-grid" x1={x(value)} x2={x(value)} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} />
            <text className="tiers-label" x={x(value)} y={HEIGHT - EDGE.bottom + 18} textAnchor="middle">
              {labelWords(value, unit)}
            </text>
          </g>
        ))}
        <text className="tiers-axis" x={WIDTH - EDGE.right} y={HEIGHT - 6} textAnchor="end">
          <tspan lang={chinese()}>{fact}</tspan>
          {isForeign() && unit === "元" ? " (CNY) →" : " →"}
        </text>
        {tiers.map((tier, i) => (
          <Stretch key={`${tier.from} ${tier.start}`} tier={tier} before={tiers[i - 1]} after={tiers[i + 1]} x={x} y={y} />
        ))}
        {here === undefined || here.at > right ? null : <Here x={x(here.at)} y={y(here.amount)} />}
      </svg>
      <TierTable picture={picture} />
    </figure>
  );
}

/** The picture in words, for those who don't see it. */
function descOf({ tiers, unit, isWhole }: Picture, here: TierChartProps["here"]): string {
  const steps = tiers.map((tier, i) => {
    const isLast = isWhole && i === tiers.length - 1;
    return t("{range}：{amount}", { range: rangeWords(tier, unit, isLast), amount: amountWords(tier, unit, isLast) });
  });
  const place =
    here === undefined ? [] : [t("目前 {at}：{amount}", { at: valueWords(here.at, unit), amount: moneyWords(here.amount) })];
  return [...steps, ...place].join(t("；"));
}

function Here({ x, y }: { readonly x: number; readonly y: number }) {
  const isRight = x > WIDTH - EDGE.right - LABEL_WIDTH;
  return (
    <g>
      <line className="tiers-mark" x1={x} x2={x} y1={y} y2={HEIGHT - EDGE.bottom} />
      <circle className="tiers-here" cx={x} cy={y} r={DOT + 3} />
      <text
        className="tiers-you"
        x={isRight ? x - 10 : x + 10}
        y={HEIGHT - EDGE.bottom - 6}
        textAnchor={isRight ? "end" : "start"}
      >
        {t("目前")}
      </text>
    </g>
  );
}

interface StretchProps {
  readonly tier: Tier;
  readonly before: Tier | undefined;
  readonly after: Tier | undefined;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

function Stretch({ tier, before, after, x, y }: StretchProps) {
  const { from, to, start, end, holdsFrom, holdsTo } = tier;
  const jumpsIn = before !== undefined && Math.abs(before.end - start) > 1;
  const jumpsOut = after !== undefined && Math.abs(after.start - end) > 1;
  return (
    <g>
      <line className="tiers-line" x1={x(from)} y1={y(start)} x2={x(to)} y2={y(end)} />
      {jumpsIn ? <circle className={holdsFrom ? "tiers-closed" : "tiers-open"} cx={x(from)} cy={y(start)} r={DOT} /> : null}
      {jumpsOut ? <circle className={holdsTo ? "tiers-closed" : "tiers-open"} cx={x(to)} cy={y(end)} r={DOT} /> : null}
    </g>
  );
}

/** Those that can be labelled without covering one another, the first kept. */
function spaced(values: readonly number[], at: (value: number) => number, room: number): number[] {
  const kept: number[] = [];
  for (const value of [...new Set(values)].sort((a, b) => a - b))
    if (kept.every((other) => Math.abs(at(other) - at(value)) >= room)) kept.push(value);
  return kept;
}

function TierTable({ picture: { tiers, unit, fact, isWhole } }: { readonly picture: Picture }) {
  return (
    <table className="tiers-table">
      <thead>
        <tr>
          <th scope="col" lang={chinese()}>
            {fact}
          </th>
          <th scope="col">{t("金额")}</th>
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier, i) => (
          <tr key={`${tier.from} ${tier.start}`}>
            <td>{rangeWords(tier, unit, isWhole && i === tiers.length - 1)}</td>
            <td>{amountWords(tier, unit, isWhole && i === tiers.length - 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
