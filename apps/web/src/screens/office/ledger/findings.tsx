/** What doesn't go together among the rows shown, each with its sentence; a row's mark leads here. */
import type { LedgerAnswer } from "./ledger-answer.ts";

export type Finding = LedgerAnswer["findings"][number];

export const FLAGS: Readonly<Record<Finding["kind"], string>> = {
  "invoice-twice": "发票重复",
  "project-two-organs": "项目重复",
  "project-across-merger": "合并前后重复",
  "organiser-again": "举办单位多次",
  "paid-over-approved": "多付",
  "approved-differs": "核定不一",
};

export interface FindingsProps {
  readonly findings: readonly Finding[];
  /** More rows share something with these than were looked through. */
  readonly partial: boolean;
}

export function Findings({ findings, partial }: FindingsProps) {
  if (findings.length === 0 && !partial) return null;
  return (
    <section className="office-care" aria-labelledby="findings">
      <h2 id="findings">{findings.length} 处请核对</h2>
      <ul className="office-findings">
        {findings.map(({ kind, sentence }, at) => (
          <li key={sentence} id={findingId(at)} tabIndex={-1}>
            <span className="office-tag strong">{FLAGS[kind]}</span> {sentence}
          </li>
        ))}
      </ul>
      {partial && <p>与这些行有关的还有很多，没有全部比过；请缩小查找范围，再看一次。</p>}
    </section>
  );
}

export const findingId = (at: number): string => `finding-${at + 1}`;
