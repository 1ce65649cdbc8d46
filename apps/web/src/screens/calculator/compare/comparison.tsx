/** Both sides computed and held against each other. */

import type { Policy } from "@zhengdui/policy";
import { useMemo } from "react";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import type { Sheet } from "../desk.ts";
import { leftWords } from "../take-over.ts";
import { useGaps } from "../use-gaps.ts";
import { type Asked, useInterview } from "../use-interview.ts";
import { factDifferences } from "./fact-differences.ts";
import { measureDifferences } from "./measure-differences.ts";
import { FactPairs, MeasurePairs, OwnMeasures, TotalPairs } from "./pairs.tsx";
import type { RightSide } from "./right-side.ts";
import { signed, totalDifferences } from "./total-differences.ts";

export interface ComparisonProps {
  readonly policy: Policy;
  readonly sheet: Sheet;
  readonly asked: Asked;
  readonly right: RightSide;
}

export function Comparison({ policy, sheet, asked, right }: ComparisonProps) {
  const other = useInterview(right.engine, right.sheet, useGaps(true));
  const left = { ...asked.interview, dossier: sheet.dossier };
  const same = right.other === null;
  const facts = useMemo(() => factDifferences(policy, sheet, right.sheet), [policy, sheet, right.sheet]);
  const measures = same
    ? measureDifferences(policy, left, { ...other.interview, dossier: right.sheet.dossier }, facts.differences)
    : null;
  const totals = totalDifferences([policy, right.engine.policy], left.result, other.interview.result);
  const equal = same && facts.differences.length === 0 && measures?.differences.length === 0 && totals.differences.length === 0;
  return (
    <div className="comparison">
      <Headline totals={totals} title={right.title} equal={equal} />
      <Unfinished side={t("左边")} asked={asked} />
      <Unfinished side={t("右边")} asked={other} />
      {right.other === null ? null : <NotTaken right={right} />}
      {totals.differences.length === 0 ? null : <TotalPairs differences={totals.differences} rightTitle={right.title} />}
      {measures === null ? (
        <OwnMeasures
          left={{ policy, result: left.result }}
          right={{ policy: right.engine.policy, result: other.interview.result }}
        />
      ) : (
        <MeasurePairs measures={measures} rightTitle={right.title} />
      )}
      {same ? <FactPairs facts={facts} rightTitle={right.title} /> : null}
    </div>
  );
}

function Headline({
  totals,
  title,
  equal,
}: {
  readonly totals: ReturnType<typeof totalDifferences>;
  readonly title: string;
  readonly equal: boolean;
}) {
  const { label, change, left, right } = totals.headline;
  return (
    <div className="compare-headline" role="status">
      <p>
        <Mixed of={t("右边：{title}", { title })} />
      </p>
      {equal ? (
        <p className="compare-change">{t("两边完全相同")}</p>
      ) : change === 0n ? (
        <p className="compare-change">
          <Mixed of={t("{label}相同：{amount}", { label, amount: left })} />
        </p>
      ) : (
        <>
          <p className="compare-change" data-testid="change">
            {t("右边 {change} 万元", { change: change === null ? "" : signed(change) })}
          </p>
          <p>
            <Mixed of={t("{label}：左边 {left}，右边 {right}", { label, left, right })} />
          </p>
        </>
      )}
    </div>
  );
}

function Unfinished({ side, asked }: { readonly side: string; readonly asked: Asked }) {
  const open = asked.interview.questions.length > 0;
  if (!open && asked.problems.length === 0) return null;
  return (
    <p className="compare-unfinished">
      {open ? t("{side}还有会影响结果的问题没有回答，只算已经确定的部分。", { side }) : null}
      {asked.problems.length > 0 ? t("{side}有 {n} 处填写有误，没有计入。", { side, n: asked.problems.length }) : null}
    </p>
  );
}

function NotTaken({ right }: { readonly right: RightSide }) {
  if (right.other === null) return null;
  const { left, taken } = right.other;
  return (
    <section className="not-taken" aria-labelledby="not-taken-title">
      <h3 id="not-taken-title">{t("带过去 {n} 处资料；没有带过去的", { n: taken })}</h3>
      {left.length === 0 ? (
        <p>{t("没有：全部带过去了。")}</p>
      ) : (
        <ul>
          {left.map((each) => (
            <li key={`${each.why} ${each.what}`}>
              <Mixed of={leftWords(each)} />
            </li>
          ))}
        </ul>
      )}
      <p className="compare-note">{t("名称和类型都一致的资料才带过去；那项政策另外要问的，右边都还没有回答。")}</p>
    </section>
  );
}
