/** Where the text is open: what was chosen and why, and what the other readings would give this applicant; those with an effect first. */

import type { Result } from "@zhengdui/contract";
import type { Interpretation, Policy } from "@zhengdui/policy";
import { useMemo } from "react";
import { figureOf, figureOfFen } from "../../../parts/figures/amount.ts";
import { yuanOfFen } from "../../../parts/figures/money.ts";
import { Fold } from "../../../parts/form/fold.tsx";
import { Mixed } from "../../../words/mixed.tsx";
import { chinese, t } from "../../../words/t.ts";
import type { Answered } from "./answered.ts";
import { compareReadings, computedReadings, hasEffect, type OtherReading, type Taken } from "./other-readings.ts";
import { useSlowly } from "./use-slowly.ts";

export interface ReadingsSectionProps {
  readonly policy: Policy;
  readonly now: Answered;
  readonly result: Result;
  readonly assess: (answered: Answered) => Result;
}

export function ReadingsSection({ policy, now, result, assess }: ReadingsSectionProps) {
  const jobs = useMemo(
    () => computedReadings(policy).map((of) => () => compareReadings(of, now, result, assess)),
    [policy, now, result, assess],
  );
  const { done, isWhole } = useSlowly(jobs);
  const beyond = policy.interpretations.filter(({ computed, readings }) => !computed && readings.length > 1);
  if (jobs.length + beyond.length === 0) return null;
  const [weighty, idle] = [done.filter(hasEffect), done.filter((taken) => !hasEffect(taken))];
  return (
    <section className="panel interpretations" aria-labelledby="interpretations-title" data-compared={isWhole}>
      <h2 id="interpretations-title">{t("条文有多种理解的地方")}</h2>
      <p className="panel-lead">{isWhole ? leadWords(weighty.length) : t("正在比较……")}</p>
      {weighty.map((taken) => (
        <TakenReading key={taken.of.key} policy={policy} taken={taken} />
      ))}
      {idle.length === 0 ? null : (
        <Fold className="fold" summary={t("换一种理解结果不变的有 {n} 处", { n: idle.length })}>
          {idle.map((taken) => (
            <TakenReading key={taken.of.key} policy={policy} taken={taken} />
          ))}
        </Fold>
      )}
      {beyond.length === 0 ? null : (
        <Fold className="fold" summary={t("要看档案以外的事实或议定结果、这里算不出的有 {n} 处", { n: beyond.length })}>
          {beyond.map((of) => (
            <Beyond key={of.key} policy={policy} of={of} />
          ))}
        </Fold>
      )}
    </section>
  );
}

const leadWords = (n: number): string =>
  n === 0
    ? t("能在这里比较的，换一种理解您的结果都不变。")
    : t("其中 {n} 处换一种理解会改变您的结果。改用其他理解须经集体研究并有会议纪要，不由申报单位选择。", { n });

const clauseOf = (policy: Policy, id: string): string => policy.clauses.find((clause) => clause.id === id)?.label ?? id;

function TakenReading({ policy, taken }: { readonly policy: Policy; readonly taken: Taken }) {
  const { of, reading, isDefault, others } = taken;
  return (
    <article className="interpretation">
      <h3>
        <Mixed of={of.title} />{" "}
        <span className="interpretation-clause" lang={chinese()}>
          {clauseOf(policy, of.clause)}
        </span>
      </h3>
      <p className="interpretation-words" lang={chinese()}>
        “{of.words}”
      </p>
      <p>
        <Mixed of={t("现在按：{text}", { text: of.readings.find(({ id }) => id === reading)?.text ?? reading })} />
        <span className="interpretation-by">{isDefault ? t("默认口径") : t("档案里选定的口径，须有会议纪要")}</span>
      </p>
      <p className="interpretation-why">
        <Mixed of={isDefault ? of.why : t("默认口径的理由：{why}", { why: of.why })} />
      </p>
      <ul>
        {others.map((other) => (
          <li key={other.id} data-reading={`${of.key}:${other.id}`}>
            <Mixed of={t("若按：{text}", { text: other.text })} />
            <span className="interpretation-gives">
              <Mixed of={effectWords(other)} />
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}

function Beyond({ policy, of }: { readonly policy: Policy; readonly of: Interpretation }) {
  return (
    <article className="interpretation">
      <h3>
        <Mixed of={of.title} />{" "}
        <span className="interpretation-clause" lang={chinese()}>
          {clauseOf(policy, of.clause)}
        </span>
      </h3>
      <p>
        <Mixed of={t("现在按：{text}", { text: of.readings[0]?.text ?? "" })} />
      </p>
      <p className="interpretation-why" lang={chinese()}>
        {of.why}
      </p>
      <p>
        <Mixed
          of={t("其他理解：{texts}", {
            texts: of.readings
              .slice(1)
              .map(({ text }) => text)
              .join(t("；")),
          })}
        />
      </p>
    </article>
  );
}

function effectWords({ hasEffect: has, measures, granted, payable }: OtherReading): string {
  if (!has) return t("您的结果不变");
  const each = measures.map(({ title, before, after }) =>
    t("{title} {before} → {after} 万元", { title, before: figureOf(before), after: figureOf(after) }),
  );
  const sum = signed(granted, t("就高后合计"));
  const paid = payable === null ? "" : signed(payable, t("预计可得"));
  return [sum, paid, ...each].filter(Boolean).join(t("；"));
}

/** To the 分, in 元. */
function signed(fen: bigint, what: string): string {
  if (fen === 0n) return t("{what}不变", { what });
  const amount = fen < 0n ? -fen : fen;
  const values = { what, yuan: yuanOfFen(amount), n: figureOfFen(amount) };
  return fen > 0n ? t("{what}多 {yuan} 元（{n} 万元）", values) : t("{what}少 {yuan} 元（{n} 万元）", values);
}
