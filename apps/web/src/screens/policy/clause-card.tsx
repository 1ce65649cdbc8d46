/** One clause: the official words, and beside them a plain card: who, how much, the conditions, the evidence, what is open. */
import { formatWan } from "@zhengdui/basics";
import type { Clause, Measure, Policy } from "@zhengdui/policy";
import { competes, conditionsOf, evidenceOf, figureText, mostOf, mostWord, type Tiers, tiersOf } from "./policy-facts.ts";

interface ClauseProps {
  readonly policy: Policy;
  readonly clause: Clause;
}

export function ClauseCard({ policy, clause }: ClauseProps) {
  const measure = policy.measures.find((m) => m.clause === clause.id);
  const anchor = anchorOf(clause.id);
  return (
    <section className="clause" id={anchor} aria-labelledby={`${anchor}-title`}>
      <div className="clause-words">
        <h3 id={`${anchor}-title`}>
          <a href={`#${anchor}`}>{clause.label}</a>
          {measure === undefined ? null : <span className="clause-title">{measure.title}</span>}
        </h3>
        <blockquote>
          {clause.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </blockquote>
        <Corrections policy={policy} clause={clause} />
      </div>
      {measure === undefined ? null : <Card policy={policy} measure={measure} clause={clause} />}
    </section>
  );
}

/** "二（二）" → "c-二（二）": an address that can be read. */
export const anchorOf = (clause: string): string => `c-${clause.replaceAll(" ", "")}`;

function Corrections({ policy, clause }: ClauseProps) {
  const own = (policy.corrections ?? []).filter((c) => c.clause === clause.id);
  return own.map((c) => (
    <p className="correction" key={c.words}>
      更正：“{c.words}”更正为“{c.corrected}”（{c.by}，{c.on}）
    </p>
  ));
}

function Card({ policy, measure, clause }: ClauseProps & { readonly measure: Measure }) {
  const most = mostOf(measure);
  const figures = policy.params.filter((p) => p.clause === clause.id);
  const open = policy.interpretations.filter((i) => i.clause === clause.id);
  const free = policy.combination?.except?.includes(measure.id) === true;
  return (
    <div className="card">
      <dl>
        <Line title="给谁">{measure.payee}</Line>
        <Line title="给多少">
          {measure.form.kind === "no-subsidy"
            ? measure.form.note
            : measure.form.kind === "discretionary"
              ? "一事一议，由会议审议"
              : `${measure.noun}${most === null ? "" : `，${mostWord(measure)} ${formatWan(most)} 万元`}`}
        </Line>
        {competes(policy, measure) ? <Line title="不能同享">同一项目同一年度只享受一项，就高不重复</Line> : null}
        {free ? <Line title="可以同享">可与其他政策叠加</Line> : null}
      </dl>
      <Conditions measure={measure} />
      {tiersOf(policy, measure).map((tiers) => (
        <TierTable key={tiers.title} tiers={tiers} />
      ))}
      <Figures figures={figures} />
      <Evidence policy={policy} measure={measure} />
      {open.map((i) => (
        <p className="open-place" key={i.key}>
          <strong>{i.title}</strong>　按“{i.readings[0]?.text}”测算。{i.why}
        </p>
      ))}
    </div>
  );
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
      <h4>条件</h4>
      <ul className="conditions">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function TierTable({ tiers }: { readonly tiers: Tiers }) {
  return (
    <table>
      <caption>{tiers.title}</caption>
      <tbody>
        {tiers.rows.map((row) => (
          <tr key={row.when}>
            <th scope="row">{row.when}</th>
            <td>{row.gives}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figures({ figures }: { readonly figures: Policy["params"] }) {
  if (figures.length === 0) return null;
  return (
    <details>
      <summary>数与出处</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">数</th>
            <th scope="col">值</th>
            <th scope="col">原文</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((p) => (
            <tr key={p.name}>
              <th scope="row">{p.name}</th>
              <td>{figureText(p)}</td>
              <td>{p.words.join("；").replace(/[【】]/g, "")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Evidence({ policy, measure }: { readonly policy: Policy; readonly measure: Measure }) {
  const rows = evidenceOf(policy, measure);
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>凭什么证明</summary>
      <dl className="evidence">
        {rows.map(({ fact, proof }) => (
          <div key={`${fact} ${proof}`}>
            <dt>{fact}</dt>
            <dd>{proof}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
