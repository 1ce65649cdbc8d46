/** Is the policy in force? An expired one is no ground for a new claim; its years stay computable. */
import type { PolicySummary } from "@zhengdui/contract";
import { day } from "../../parts/figures/day.ts";
import { paths } from "../../paths.ts";

export function PolicyNotice({ summary }: { readonly summary: PolicySummary }) {
  const { inForce, state, years, repealed } = summary;
  const ended = state === "expired" || state === "repealed";
  const period = `${day(inForce.from)}至${day(inForce.to)}`;
  return (
    <p className={`notice notice-${state}`}>
      <strong>{{ expired: "已失效", repealed: "已废止", "in-force": "现行有效", "not-yet": "尚未施行" }[state]}</strong>
      <span>
        有效期{period}
        {inForce.appliedFrom < inForce.from ? `，${day(inForce.appliedFrom)}起参照执行` : ""}。
        {state === "repealed" && repealed !== null ? `${day(repealed.on)}起由${repealed.by}废止。` : ""}
        {ended ? `不作新的申报依据；${years.join("、")} 年度仍可测算。` : ""}
        测算结果为预估，以审定为准。 <a href={paths.policyPage(summary.id)}>阅读原文与逐条说明</a>
      </span>
    </p>
  );
}
