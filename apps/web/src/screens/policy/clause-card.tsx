/** One clause: the official words, and beside them a plain card: who, how much, since when, evidence, with what not together, whom to ask, what is open. */

import type { ServiceSheet } from "@zhengdui/contract";
import type { Clause, Measure, Policy } from "@zhengdui/policy";
import { day } from "../../parts/figures/day.ts";
import { Mixed } from "../../words/mixed.tsx";
import { chinese, t } from "../../words/t.ts";
import { anchorOf } from "./anchor-of.ts";
import { FigureTable, TierTable } from "./card-tables.tsx";
import { evidenceOf } from "./evidence-of.ts";
import { NotTogether, togetherOf } from "./not-together.tsx";
import { conditionsOf, mostOf, mostWords, tiersOf } from "./policy-facts.ts";
import { Readings } from "./readings.tsx";
import { WhomToAsk } from "./whom-to-ask.tsx";

export interface ClauseProps {
  readonly policy: Policy;
  readonly service: ServiceSheet;
  readonly clause: Clause;
}

export function ClauseCard(props: ClauseProps) {
  const { policy, clause } = props;
  const measure = policy.measures.find((m) => m.clause === clause.id);
  const anchor = anchorOf(clause.id);
  return (
    <section className="clause" id={anchor} aria-labelledby={`${anchor}-title`}>
      <div className="clause-words">
        <h3 id={`${anchor}-title`}>
          <a href={`#${anchor}`} lang={chinese()}>
            {clause.label}
          </a>
          {measure === undefined ? null : (
            <span className="clause-title" lang={chinese()}>
              {measure.title}
            </span>
          )}
        </h3>
        <blockquote lang={chinese()}>
          {clause.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </blockquote>
        <Corrections policy={policy} clause={clause} />
        {/* The server puts what has been asked about the clause here, and answered. */}
        {`%ANSWERS:${clause.id.replaceAll(" ", "")}%`}
      </div>
      <Card {...props} measure={measure} />
    </section>
  );
}

function Corrections({ policy, clause }: Pick<ClauseProps, "policy" | "clause">) {
  const own = (policy.corrections ?? []).filter((c) => c.clause === clause.id);
  return own.map((c) => (
    <p className="correction" key={c.words}>
      <Mixed
        of={t("更正：“{words}”更正为“{corrected}”（{by}，{on}）", { words: c.words, corrected: c.corrected, by: c.by, on: c.on })}
      />
    </p>
  ));
}

/** A clause that pays nothing has one only where it has figures, or where its words can be read in several ways. */
function Card({ policy, service, clause, measure }: ClauseProps & { readonly measure: Measure | undefined }) {
  const figures = policy.params.filter((p) => p.clause === clause.id);
  const open = policy.interpretations.filter((i) => i.clause === clause.id);
  if (measure === undefined && figures.length === 0 && open.length === 0) return null;
  return (
    <div className="card">
      {measure === undefined ? null : <MeasureLines policy={policy} service={service} clause={clause} measure={measure} />}
      <FigureTable figures={figures} />
      <Readings interpretations={open} />
    </div>
  );
}

function MeasureLines({ policy, service, clause, measure }: ClauseProps & { readonly measure: Measure }) {
  const together = togetherOf(policy, measure);
  return (
    <>
      <dl>
        <Line title={t("给谁")}>
          <Mixed of={measure.payee} />
        </Line>
        <Line title={t("给多少")}>
          <Mixed of={amountWords(measure)} />
        </Line>
        <Line title={t("从何时")}>
          <Mixed of={sinceWords(policy, service)} />
        </Line>
        {together === null ? null : (
          <Line title={t("不能同享")}>
            <NotTogether together={together} />
          </Line>
        )}
        <Line title={t("问谁")}>
          <WhomToAsk service={service} clause={clause.id} />
        </Line>
      </dl>
      <Conditions measure={measure} />
      {tiersOf(policy, measure).map((tiers) => (
        <TierTable key={tiers.title} tiers={tiers} />
      ))}
      <Evidence policy={policy} measure={measure} />
    </>
  );
}

function amountWords(measure: Measure): string {
  const { form, noun } = measure;
  if (form.kind === "no-subsidy") return form.note;
  if (form.kind === "discretionary") return t("一事一议，由会议审议");
  const most = mostOf(measure);
  return most === null ? noun : [noun, mostWords(measure, most)].join(t("，"));
}

function sinceWords({ inForce }: Policy, { repealed }: ServiceSheet): string {
  const before = inForce.appliedFrom < inForce.from ? t("（{day}起参照执行）", { day: day(inForce.appliedFrom) }) : "";
  const end =
    repealed === null
      ? t("至{day}止", { day: day(inForce.to) })
      : t("{day}起由{by}废止", { day: day(repealed.on), by: repealed.by });
  return t("{day}起{before}，{end}", { day: day(inForce.from), before, end });
}

function Line({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Conditions({ measure }: { readonly measure: Measure }) {
  const texts = [...new Set(conditionsOf(measure).map((c) => c.text))];
  if (texts.length === 0) return null;
  return (
    <>
      <h4>{t("条件")}</h4>
      <ul className="conditions" lang={chinese()}>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function Evidence({ policy, measure }: { readonly policy: Policy; readonly measure: Measure }) {
  const proofs = evidenceOf(policy, measure);
  if (proofs.length === 0) return null;
  return (
    <>
      <h4>{t("凭什么证明")}</h4>
      <ul className="conditions">
        {proofs.map(({ proof, facts }) => (
          <li key={proof}>
            <Mixed of={proof} />
            <span className="proved">
              <Mixed of={t("（{because}）", { because: facts.join(t("、")) })} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
