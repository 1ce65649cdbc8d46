/** 一图读懂: every measure of a policy with the most that it pays, drawn from the policy itself. */

import type { Policy } from "@zhengdui/policy";
import { chinese, isForeign, t } from "../../words/t.ts";
import { mostOf, mostWords } from "./policy-facts.ts";

const ROW = 56;
const WIDTH = 400;
/** What is written behind the longest bar must still be in the drawing. */
const BAR_WIDTH = { chinese: 240, english: 136 };

export function AtAGlance({ policy }: { readonly policy: Policy }) {
  const rows = policy.measures.map((measure) => ({ measure, most: mostOf(measure) }));
  const largest = Math.max(1, ...rows.map(({ most }) => most ?? 0));
  const longest = isForeign() ? BAR_WIDTH.english : BAR_WIDTH.chinese;
  const height = rows.length * ROW + 8;
  return (
    <svg className="glance" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t("一图读懂：各条措施与最高金额")}>
      {rows.map(({ measure, most }, i) => {
        const y = i * ROW + 8;
        // Square roots, so that a small amount is still seen beside a large one.
        const width = most === null ? 0 : Math.max(3, longest * Math.sqrt(most / largest));
        const label = policy.clauses.find((c) => c.id === measure.clause)?.label ?? measure.clause;
        return (
          <g key={measure.id}>
            <text className="glance-title" x={0} y={y + 15} lang={chinese()}>
              {measure.title}
              <tspan className="glance-clause" dx={8}>
                {label}
              </tspan>
            </text>
            <rect className="glance-bar" x={0} y={y + 22} width={width} height={16} rx={3} />
            <text className="glance-most" x={width === 0 ? 0 : width + 8} y={y + 35}>
              {most === null ? wordFor(measure.form.kind) : mostWords(measure, most)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function wordFor(kind: Policy["measures"][number]["form"]["kind"]): string {
  if (kind === "discretionary") return t("一事一议");
  return kind === "no-subsidy" ? t("不发补助") : t("按算式，不设限额");
}
