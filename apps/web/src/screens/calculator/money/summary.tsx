/** The total, how it came about, and the ceiling. */
import type { Ceiling, Policy } from "@zhengdui/policy";
import { amountOf, exactAmount, figureUnit } from "../../../parts/figures/amount.ts";
import { fenOf } from "../../../parts/figures/money.ts";
import { getAt } from "../../../parts/form/json.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { isForeign, t } from "../../../words/t.ts";
import type { Assessed } from "./assessed.ts";
import { CeilingBar } from "./ceiling-bar.tsx";
import { allMarks, openWords, totalWords } from "./total-words.ts";

export function Summary({
  policy,
  last,
  stale,
}: {
  readonly policy: Policy;
  readonly last: Assessed | null;
  readonly stale: boolean;
}) {
  if (last === null)
    return (
      <section className="summary summary-empty" aria-label={t("测算结果")}>
        <p>{t("尚无结果：请填齐申报资料，或打开一份示例。")}</p>
      </section>
    );
  const { result, dossier } = last;
  const { totals, applicant, year } = result;
  const words = totalWords(result);
  const open = openWords(result);
  return (
    <section className={stale ? "summary stale" : "summary"} aria-label={t("测算结果")}>
      <div className="summary-total">
        <p className="summary-who">
          <Mixed of={[applicant.name, t("{year} 年度", { year })].filter(Boolean).join(" · ")} />
          {stale ? t("（更正前的测算）") : ""}
        </p>
        <p className="summary-label">{words.label}</p>
        <p className="total">
          <span className="total-figure" data-testid="total">
            {words.figure}
          </span>
          <span className="total-unit">{figureUnit()}</span>
        </p>
        <p className="summary-yuan">
          {isForeign() ? "" : `${exactAmount(words.yuan)} · `}
          {t("预估，以审定为准")}
        </p>
        {open === "" ? null : (
          <p className="summary-open">{t("另有待定事项，全部成立时单独测算至多再增 {amount}", { amount: open })}</p>
        )}
        {words.but === "" ? null : <p className="summary-but">{words.but}</p>}
      </div>
      <dl className="steps">
        <Step label={t("逐条单独测算合计")} amount={totals.amount} />
        {policy.combination === null ? null : (
          <Step label={t("就高不重复后")} amount={totals.granted} less={less(totals.amount, totals.granted)} />
        )}
        {policy.ceiling === null ? null : <Step label={t("财政贡献上限核减")} amount={totals.ceilingCut} minus />}
        <Step label={t("预计可得")} amount={totals.payable} strong />
        {isZero(totals.outsideStanding) ? null : <Step label={t("另有外部奖补保留")} amount={totals.outsideStanding} />}
      </dl>
      {policy.ceiling === null ? null : (
        <CeilingBar
          quote={policy.ceiling.quote}
          totals={totals}
          unknown={allMarks(result).includes("ceiling-unknown")}
          other={otherAwards(policy.ceiling, dossier)}
        />
      )}
    </section>
  );
}

const isZero = (amount: string) => fenOf(amount) === 0n;

function less(before: string, after: string): string {
  const cut = (fenOf(before) ?? 0n) - (fenOf(after) ?? 0n);
  return cut > 0n ? t("同一项目只按一项计") : "";
}

interface StepProps {
  readonly label: string;
  readonly amount: string | null;
  readonly less?: string;
  readonly minus?: boolean;
  readonly strong?: boolean;
}

function Step({ label, amount, less: note = "", minus = false, strong = false }: StepProps) {
  const sign = minus && amount !== null && !isZero(amount) ? "−" : "";
  return (
    <div className={strong ? "step step-strong" : "step"}>
      <dt>
        {label}
        {note === "" ? null : <span className="step-note">{note}</span>}
      </dt>
      <dd>{amount === null ? t("待核定") : `${sign}${amountOf(amount)}`}</dd>
    </div>
  );
}

/** In 元, as the form has it. */
function otherAwards({ otherAwards: at }: Ceiling, dossier: Parameters<typeof getAt>[0]): string {
  return at === null ? "0" : String(getAt(dossier, [at.record, at.key]) ?? "0");
}
