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
      <p className="office-words">问：{of.question}</p>
      {of.answer === null ? (
        <p>
          <span className="office-tag care">待答复</span>
        </p>
      ) : (
        <p className="office-words">
          答：{of.answer}
          {of.answeredAt !== null && (
            <span className="office-hint">
              　{of.answeredByName ?? ""} {momentOf(of.answeredAt)}
            </span>
          )}
        </p>
      )}
      {of.publishedAt !== null && (
        <div className="office-beside">
          <p className="office-hint">已公开，{momentOf(of.publishedAt)}</p>
          <p className="office-words">问：{of.publicQuestion}</p>
          <p className="office-words">答：{of.publicAnswer}</p>
        </div>
      )}
      {children}
    </li>
  );
}
