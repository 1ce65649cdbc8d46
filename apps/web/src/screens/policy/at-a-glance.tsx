/** 一图读懂: every measure of a policy with the most that it pays, drawn from the policy itself. Its words are text: they grow with the page's type, and wrap. */

import type { Policy } from "@zhengdui/policy";
import { chinese, isForeign, t } from "../../words/t.ts";
import { mostOf, mostWords } from "./policy-facts.ts";

/** Of the width, for the largest amount: what is written behind it has the rest. */
const LONGEST_PERCENT = { chinese: 50, english: 34 };

export function AtAGlance({ policy }: { readonly policy: Policy }) {
  const rows = policy.measures.map((measure) => ({ measure, most: mostOf(measure) }));
  const largest = Math.max(1, ...rows.map(({ most }) => most ?? 0));
  const longest = isForeign() ? LONGEST_PERCENT.english : LONGEST_PERCENT.chinese;
  return (
    <ul className="glance" aria-label={t("一图读懂：各条措施与最高金额")}>
      {rows.map(({ measure, most }) => {
        // Square roots, so that a small amount is still seen beside a large one.
        const percent = most === null ? 0 : Math.max(1, longest * Math.sqrt(most / largest));
        const label = policy.clauses.find((c) => c.id === measure.clause)?.label ?? measure.clause;
        return (
          <li key={measure.id}>
            <p className="glance-title" lang={chinese()}>
              {measure.title} <span className="glance-clause">{label}</span>
            </p>
            <p className="glance-line">
              {percent === 0 ? null : <Bar percent={percent} />}
              <span className="glance-most">{most === null ? wordFor(measure.form.kind) : mostWords(measure, most)}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** A drawing, since the page's content policy allows no style of an element's own. */
function Bar({ percent }: { readonly percent: number }) {
  return (
    <svg className="glance-bar" width={`${percent.toFixed(1)}%`} height="16" aria-hidden="true">
      <rect width="100%" height="100%" rx={3} />
    </svg>
  );
}

function wordFor(kind: Policy["measures"][number]["form"]["kind"]): string {
  if (kind === "discretionary") return t("一事一议");
  return kind === "no-subsidy" ? t("不发补助") : t("按算式，不设限额");
}
