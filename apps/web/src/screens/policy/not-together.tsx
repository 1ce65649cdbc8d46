/** With what a measure can't be had together, from the policy's 就高不重复. */

import type { Clause, Measure, Policy } from "@zhengdui/policy";
import { chinese, t } from "../../words/t.ts";
import { anchorOf } from "./anchor-of.ts";
import { competes } from "./policy-facts.ts";

export type Together =
  | { readonly kind: "one-of"; readonly rivals: readonly Clause[] }
  /** Exempt by the policy itself. */
  | { readonly kind: "free" }
  /** It pays for no project, or the policy says nothing of projects. */
  | { readonly kind: "apart"; readonly why: string };

/** null: it pays nothing that could be had twice. */
export function togetherOf(policy: Policy, measure: Measure): Together | null {
  const { combination } = policy;
  if (measure.form.kind === "no-subsidy" || measure.form.kind === "discretionary") return null;
  if (combination === null) return { kind: "apart", why: t("本政策没有规定不能同享") };
  if (combination.except?.includes(measure.id)) return { kind: "free" };
  if (!competes(policy, measure)) return { kind: "apart", why: t("不按项目给，不与其他条款比高低") };
  const rivals = policy.measures.filter((other) => other !== measure && competes(policy, other));
  return { kind: "one-of", rivals: policy.clauses.filter(({ id }) => rivals.some(({ clause }) => clause === id)) };
}

export function NotTogether({ together }: { readonly together: Together }) {
  switch (together.kind) {
    case "free":
      return t("可与其他政策叠加享受");
    case "apart":
      return together.why;
    case "one-of":
      return (
        <>
          {t("同一项目同一年度只享受一项，就高不重复：")}
          {together.rivals.map(({ id }) => (
            <span key={id}>
              <a href={`#${anchorOf(id)}`} lang={chinese()}>
                {id}
              </a>
              {t("、")}
            </span>
          ))}
          {t("其他政策的同类奖补")}
        </>
      );
  }
}
