/** One consultation: about what, the question, the answer, and what of it the public reads. */
import type { ReactNode } from "react";
import type { Got } from "./got.ts";
import { momentOf } from "./moment.ts";
import { usePolicyTitles } from "./use-policies.ts";

export type Consultation = Got<"/api/office/consultations">["consultations"][number];

const CHANNEL: Readonly<Record<Consultation["channel"], string>> = { online: "在线", phone: "来电", visit: "来访" };

export interface ConsultationCardProps {
  readonly of: Consultation;
  readonly children?: ReactNode;
}

export function ConsultationCard({ of, children }: ConsultationCardProps) {
  const title = usePolicyTitles()(of.policy);
  return (
    <li className="office-card">
      <h2>
        {title}
        {of.clause !== null && ` ${of.clause}`}
      </h2>
      <p className="office-hint">
        {CHANNEL[of.channel]}，{momentOf(of.askedAt)}
        {of.uscc !== null && `，${of.unitName ?? ""}（${of.uscc}）`}
      </p>
      {of.caller !== null && (
        <p className="office-hint">
          来电来访人：{of.caller.name ?? "没有登记姓名"}
          {of.caller.phone !== null && `，电话 ${of.caller.phone}`}（不公开）
        </p>
      )}
      <p className="office-words">问：{of.question}</p>
      {of.answer === null ? (
        <p>
          <span className="office-tag care">待答复</span>
        </p>
      ) : (
        <>
          <p className="office-words">答：{of.answer}</p>
          {of.answeredAt !== null && (
            <p className="office-hint">
              {of.answeredByName !== null && `${of.answeredByName}，`}
              {momentOf(of.answeredAt)}
            </p>
          )}
        </>
      )}
      {of.publishedAt !== null && (
        <div className="office-beside">
          <p className="office-hint">已公开，{momentOf(of.publishedAt)}</p>
          <p className="office-words">问：{of.publicQuestion}</p>
          <p className="office-words">答：{of.publicAnswer}</p>
        </div>
      )}
      <Earlier of={of} />
      {children}
    </li>
  );
}

/** What was said before: a text that has been changed isn't as if it had never been. */
function Earlier({ of: { earlier } }: { readonly of: Consultation }) {
  if (earlier.length === 0) return null;
  return (
    <details className="office-fold">
      <summary>以前的文字（{earlier.length}）</summary>
      <ol className="office-lines">
        {earlier.map(({ what, question, answer, saidAt, replacedAt }) => (
          <li key={`${saidAt} ${replacedAt}`}>
            <p className="office-hint">
              {what === "answer" ? "答复" : "公开的问答"}，{momentOf(saidAt)}；{momentOf(replacedAt)} 改写或撤下
            </p>
            {question !== null && <p className="office-words">问：{question}</p>}
            <p className="office-words">答：{answer}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
