/** The one figure everybody looks for, and the words that go with it. */
import type { Result } from "@zhengdui/contract";
import { amountOfFen, figureOf } from "../../../parts/figures/amount.ts";
import { fenOf } from "../../../parts/figures/money.ts";
import { t } from "../../../words/t.ts";

export interface TotalWords {
  readonly label: string;
  /** In the unit of the page's language: 万元, or CNY. */
  readonly figure: string;
  /** In 元, as a decimal string. */
  readonly yuan: string;
  /** Why it isn't final yet; "" where nothing is open. */
  readonly but: string;
}

/** Every mark of a result, wherever it stands. */
export const allMarks = (result: Result): readonly string[] => [
  ...result.marks,
  ...result.measures.flatMap((measure) => [...measure.marks, ...measure.items.flatMap((item) => item.marks)]),
];

export function totalWords(result: Result): TotalWords {
  const { totals } = result;
  if (totals.payable !== null) return { label: t("预计可得"), figure: figureOf(totals.payable), yuan: totals.payable, but: "" };
  const but = allMarks(result).includes("outside-award-to-repay")
    ? t("须先缴回或书面放弃外部奖补，方可拨付")
    : t("财政经济贡献尚未核定，核定前不拨付");
  return { label: t("暂估（上限前）"), figure: figureOf(totals.granted), yuan: totals.granted, but };
}

/** With its unit: what measures that are still open could bring on top, each standing alone; "" for nothing. */
export function openWords(result: Result): string {
  const open = result.measures.filter((measure) => measure.status === "undetermined");
  const fen = open.reduce((sum, { potential, amount }) => sum + (fenOf(potential) ?? 0n) - (fenOf(amount) ?? 0n), 0n);
  return fen > 0n ? amountOfFen(fen) : "";
}
