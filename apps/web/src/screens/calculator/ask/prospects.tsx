/** Beside the questions: what is certain so far, and what each measure can still bring. */
import type { Interview, Prospect } from "@zhengdui/engine";
import type { Form, Policy } from "@zhengdui/policy";
import { amountOf, amountOfFen, figureUnit } from "../../../parts/figures/amount.ts";
import { chinese, t } from "../../../words/t.ts";
import { totalWords } from "../money/total-words.ts";

export function Prospects({ policy, interview }: { readonly policy: Policy; readonly interview: Interview }) {
  const { prospects, result, questions } = interview;
  const paying = policy.measures.filter(({ form }) => form.kind !== "no-subsidy");
  const settled = paying.filter(({ id }) => prospects.find((each) => each.id === id)?.settled).length;
  const words = totalWords(result);
  return (
    <section className="column-result prospects" aria-label={t("目前的判断")} id="result" tabIndex={-1}>
      <div className="running">
        <p className="running-label">{questions.length === 0 ? words.label : t("目前可以确定的")}</p>
        <p className="running-total">
          <span data-testid="total">{words.figure}</span>
          <span className="total-unit">{figureUnit()}</span>
        </p>
        <p className="running-note">{t("预估，以审定为准")}</p>
        <progress max={paying.length} value={settled} aria-label={t("已判断的措施")} />
        <p className="running-note">{t("{all} 条措施已判断 {n} 条", { all: paying.length, n: settled })}</p>
      </div>
      <ul className="prospect-list">
        {paying.map((measure) => {
          const prospect = prospects.find(({ id }) => id === measure.id);
          const granted = result.measures.find(({ id }) => id === measure.id)?.granted ?? "0.00";
          return prospect === undefined ? null : (
            <li key={measure.id} className={`prospect prospect-${stateOf(prospect)}`}>
              <span className="prospect-title" lang={chinese()}>
                {measure.title}
              </span>
              <span className="prospect-words">{prospectWords(prospect, granted, measure.form.kind)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function stateOf(prospect: Prospect): "can" | "cannot" | "open" {
  if (!prospect.settled) return prospect.low > 0n ? "can" : "open";
  return prospect.low > 0n ? "can" : prospect.high !== 0n ? "open" : "cannot";
}

function prospectWords(prospect: Prospect, granted: string, kind: Form["kind"]): string {
  if (kind === "discretionary" && stateOf(prospect) !== "can") return prospect.holds === false ? t("没有") : t("一事一议");
  const most = prospect.high === null ? "" : t("至多 {amount}", { amount: amountOfFen(prospect.high) });
  switch (stateOf(prospect)) {
    case "can":
      return prospect.settled ? amountOf(granted) : t("已有 {amount}，还可能更多", { amount: amountOfFen(prospect.low) });
    case "cannot":
      return t("没有");
    case "open":
      return prospect.settled || prospect.missing.length > 0
        ? [t("定不下来"), most].filter(Boolean).join(t("，"))
        : most || t("还要问");
  }
}
