/** Differences as pairs, left beside right; on a narrow screen one below the other. */

import type { MeasureResult, Result } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import type { ReactNode } from "react";
import { figureOf } from "../../../parts/figures/amount.ts";
import { fenOf } from "../../../parts/figures/money.ts";
import { statusWord } from "../../../parts/why/mark-words.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { chinese, t } from "../../../words/t.ts";
import type { FactComparison } from "./fact-differences.ts";
import type { MeasureComparison } from "./measure-differences.ts";
import { signed, type TotalDifference } from "./total-differences.ts";

interface PairProps {
  readonly what: ReactNode;
  readonly left: string;
  readonly right: string;
  /** 分; null: not known, undefined: no amount. */
  readonly change?: bigint | null;
  readonly why?: string;
}

function Pair({ what, left, right, change, why = "" }: PairProps) {
  return (
    <li className="pair">
      <div className="pair-what">{what}</div>
      <p className="pair-side">
        <span className="pair-name">{t("左")}</span>{" "}
        <span>
          <Mixed of={left} />
        </span>
      </p>
      <p className="pair-side pair-right">
        <span className="pair-name">{t("右")}</span>{" "}
        <span>
          <Mixed of={right} />
        </span>
      </p>
      {change === undefined ? null : (
        <p className={`pair-change ${change !== null && change > 0n ? "pair-more" : ""}`}>
          {change === null ? t("差额待定") : t("{n} 万元", { n: signed(change) })}
        </p>
      )}
      {why === "" ? null : (
        <p className="pair-why">
          <Mixed of={t("原因：{why}", { why })} />
        </p>
      )}
    </li>
  );
}

function Pairs({ id, title, rightTitle, note, children }: PairsProps) {
  return (
    <section className="pairs" aria-labelledby={id}>
      <h3 id={id}>
        <Mixed of={title} />
      </h3>
      <p className="pairs-head" aria-hidden="true">
        <span />
        <span>{t("左边：现在这份")}</span>
        <span>
          <Mixed of={t("右边：{title}", { title: rightTitle })} />
        </span>
        <span />
      </p>
      <ul>{children}</ul>
      {note === "" ? null : <p className="compare-note">{note}</p>}
    </section>
  );
}

interface PairsProps {
  readonly id: string;
  readonly title: string;
  readonly rightTitle: string;
  readonly note: string;
  readonly children: ReactNode;
}

export function TotalPairs({
  differences,
  rightTitle,
}: {
  readonly differences: readonly TotalDifference[];
  readonly rightTitle: string;
}) {
  return (
    <Pairs id="totals-title" title={t("合计的差别")} rightTitle={rightTitle} note="">
      {differences.map(({ label, left, right, change }) => (
        <Pair key={label} what={label} left={left} right={right} change={change} />
      ))}
    </Pairs>
  );
}

export function MeasurePairs({ measures, rightTitle }: { readonly measures: MeasureComparison; readonly rightTitle: string }) {
  const { differences, equal } = measures;
  const note = equal === 0 ? "" : t("其余 {n} 条结果相同。", { n: equal });
  if (differences.length === 0) return <p className="compare-note">{t("{n} 条政策的结果都相同。", { n: equal })}</p>;
  return (
    <Pairs id="measures-title" title={t("结果不同的 {n} 条", { n: differences.length })} rightTitle={rightTitle} note={note}>
      {differences.map(({ id, clause, title, left, right, change, why }) => (
        <Pair
          key={id}
          what={
            <>
              <span className="pair-clause">
                <Mixed of={clause} />
              </span>{" "}
              <span>
                <Mixed of={title} />
              </span>
            </>
          }
          left={outcomeWords(left)}
          right={outcomeWords(right)}
          change={change}
          why={why}
        />
      ))}
    </Pairs>
  );
}

function outcomeWords(measure: MeasureResult): string {
  const { status, amount, granted, potential } = measure;
  if (status === "not-claimed" || status === "discretionary" || status === "no-subsidy") return statusWord(status);
  const alone = amount === granted ? "" : t("，单独测算 {n} 万元", { n: figureOf(amount) });
  const hoped = status === "undetermined" ? t("，待定事项成立时 {n} 万元", { n: figureOf(potential) }) : "";
  return t("{n} 万元", { n: figureOf(granted) }) + t("（{because}）", { because: `${statusWord(status)}${alone}${hoped}` });
}

const SHOWN = 60;

export function FactPairs({ facts, rightTitle }: { readonly facts: FactComparison; readonly rightTitle: string }) {
  const { differences, equal } = facts;
  const more = differences.length > SHOWN ? t("另有 {n} 处不同没有列出。", { n: differences.length - SHOWN }) : "";
  if (differences.length === 0) return <p className="compare-note">{t("填写的 {n} 项资料都相同。", { n: equal })}</p>;
  return (
    <Pairs
      id="facts-title"
      title={t("不同的 {n} 处资料", { n: differences.length })}
      rightTitle={rightTitle}
      note={`${more}${t("其余 {n} 项资料相同。", { n: equal })}`}
    >
      {differences.slice(0, SHOWN).map(({ of, key, group, row, label, left, right }, i) => (
        <Pair
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one name; the list is made anew with every change
          key={`${of} ${row} ${key} ${i}`}
          what={
            <>
              <span className="pair-clause">
                <Mixed of={[group, row].filter((word) => word !== "" && word !== label).join(" · ")} />
              </span>{" "}
              <span>
                <Mixed of={label} />
              </span>
            </>
          }
          left={left}
          right={right}
        />
      ))}
    </Pairs>
  );
}

interface PolicySide {
  readonly policy: Policy;
  readonly result: Result;
}

/** Two policies have no measure in common: what each brings, side by side. */
export function OwnMeasures({ left, right }: { readonly left: PolicySide; readonly right: PolicySide }) {
  return (
    <div className="own-measures">
      <Own id="own-left" side={left} />
      <Own id="own-right" side={right} />
    </div>
  );
}

function Own({ id, side: { policy, result } }: { readonly id: string; readonly side: PolicySide }) {
  const giving = result.measures.filter(({ granted, potential }) => fenOf(granted) !== 0n || fenOf(potential) !== 0n);
  return (
    <section className="pairs" aria-labelledby={id}>
      <h3 id={id} lang={chinese()}>
        {policy.number}
      </h3>
      {giving.length === 0 ? (
        <p className="compare-note">{t("已确定的部分，没有一条能得。")}</p>
      ) : (
        <ul>
          {giving.map((measure) => (
            <li key={measure.id} className="own">
              <span>
                <span className="pair-clause" lang={chinese()}>
                  {policy.clauses.find((clause) => clause.id === measure.clause)?.label}
                </span>{" "}
                <Mixed of={measure.title} />
              </span>
              <span className="own-amount">{outcomeWords(measure)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="compare-note">{t("其余 {n} 条没有金额。", { n: result.measures.length - giving.length })}</p>
    </section>
  );
}
