/** Below a measure's reasons: until when a missing step still counts, the amount over the spending, and where more brings less. */

import type { MeasureResult } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { day } from "../../../parts/figures/day.ts";
import { TierChart } from "../../../parts/tiers/tier-chart.tsx";
import { moneyWords, valueWords } from "../../../parts/tiers/tier-words.ts";
import { isProgress } from "../../../parts/why/gaps.tsx";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import { deadlineOf, today } from "./deadline.ts";
import type { Drop, StandingPicture } from "./standing-picture.ts";

export interface NextStepProps {
  readonly policy: Policy;
  readonly year: number;
  readonly result: MeasureResult;
  readonly picture: StandingPicture | null;
}

export function NextStep({ policy, year, result, picture }: NextStepProps) {
  const gaps = result.gaps.filter(isProgress);
  return (
    <>
      {gaps.length === 0 ? null : <p className="deadline">{deadlineWords(deadlineOf(policy, year), year)}</p>}
      {picture === null ? null : (
        <section className="over-spending">
          <h3>{t("金额随投入的变化")}</h3>
          <p className="tiers-note">
            <Mixed of={scopeWords(picture)} />
          </p>
          <TierChart picture={picture} title={result.title} here={picture} />
          {picture.drops.map((drop) => (
            <p key={drop.at} className="cliff">
              <Mixed of={cliffWords(drop, picture)} />
            </p>
          ))}
        </section>
      )}
    </>
  );
}

const deadlineWords = (end: string, year: number): string =>
  end < today()
    ? t("{year} 年度已于 {end} 截止，以上只供核对，不能再补。", { year, end: day(end) })
    : t("须在 {end} 以前真实发生并符合条件，才计入 {year} 年度。", { year, end: day(end) });

function scopeWords({ isSum, row, fact }: StandingPicture): string {
  const axis = isSum
    ? t("横轴是{fact}合计，其余事实不变", { fact })
    : row === ""
      ? t("横轴是{fact}，其余事实不变", { fact })
      : t("横轴是“{row}”的{fact}，其余各项和事实不变", { row, fact });
  return t("{axis}；金额为本条单独测算，就高不重复和财政贡献上限之前。", { axis });
}

/** The page doesn't advise to spend less; it says where the line falls. */
function cliffWords({ at, isThere, from, to }: Drop, { unit, fact }: StandingPicture): string {
  const values = { fact, at: valueWords(at, unit), from: moneyWords(from), to: moneyWords(to) };
  return isThere
    ? t("注意：{fact}达到 {at}时，金额由 {from}降为 {to}。", values)
    : t("注意：{fact}超过 {at}时，金额由 {from}降为 {to}。", values);
}
