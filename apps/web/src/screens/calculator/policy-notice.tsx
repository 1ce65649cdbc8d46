/** Is the policy in force? An expired one is no ground for a new claim; its years stay computable. */

import type { PolicySummary } from "@zhengdui/contract";
import { day } from "../../parts/figures/day.ts";
import { paths } from "../../paths.ts";
import { Mixed } from "../../words/mixed.tsx";
import { isForeign, t } from "../../words/t.ts";

export function PolicyNotice({ summary }: { readonly summary: PolicySummary }) {
  const { inForce, state, years, repealed } = summary;
  const ended = state === "expired" || state === "repealed";
  const period = t("有效期{from}至{to}", { from: day(inForce.from), to: day(inForce.to) });
  const since = inForce.appliedFrom < inForce.from ? t("，{day}起参照执行", { day: day(inForce.appliedFrom) }) : "";
  const word = { expired: t("已失效"), repealed: t("已废止"), "in-force": t("施行中"), "not-yet": t("未生效") }[state];
  return (
    <p className={`notice notice-${state}`}>
      <strong>{word}</strong>
      <span>
        {`${period}${since}${t("。")}`}
        {state === "repealed" && repealed !== null ? (
          <Mixed of={t("{day}起由{by}废止。", { day: day(repealed.on), by: repealed.by })} />
        ) : null}
        {state === "expired" ? t("已于{day}失效，", { day: day(inForce.to) }) : ""}
        {ended ? t("不作新的申报依据；{years} 年度仍可测算。", { years: years.join(t("、")) }) : ""}
        {t("测算结果为预估，以审定为准。")}{" "}
        <a href={paths.inLanguage(isForeign(), paths.policyPage(summary.id))}>{t("阅读原文与逐条说明")}</a>
      </span>
    </p>
  );
}
