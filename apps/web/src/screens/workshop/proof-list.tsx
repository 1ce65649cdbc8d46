/** What the proof found: each finding at its place, its dossiers to be opened in the calculator; and what wasn't proved, and why. */
import type { StudyExample, StudyFinding, StudyProof } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { useState } from "react";
import type { Jump } from "./editor.tsx";
import { openTrial } from "./open-trial.ts";

interface ProofProps {
  readonly proof: StudyProof;
  /** By which an example is computed; null: the draft can't be read just now. */
  readonly policy: Policy | null;
  readonly onGoTo: (place: Jump["complaint"]) => void;
}

export function ProofList({ proof, policy, onGoTo }: ProofProps) {
  const { findings, unproved, proved } = proof;
  return (
    <>
      <p className="study-sum">
        发现 {findings.length} 处；另有 {proved} 个问题，证明对一切申报单位的答案都是“没有”。
      </p>
      <ol className="complaints">
        {findings.map((finding) => (
          <FindingItem
            key={`${finding.title} ${finding.clause} ${finding.text}`}
            finding={finding}
            policy={policy}
            onGoTo={onGoTo}
          />
        ))}
      </ol>
      <h2 className="study-title">没有证明</h2>
      <ul className="study-list">
        {unproved.map(({ clause, what, why, place }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew by every proof
          <li key={i}>
            <button type="button" className="link" onClick={() => onGoTo(place)}>
              {clause}　{what}
            </button>
            <span className="case-group">{why}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function FindingItem({ finding, policy, onGoTo }: Omit<ProofProps, "proof"> & { readonly finding: StudyFinding }) {
  const { title, clause, text, place, examples } = finding;
  return (
    <li className="complaint finding">
      <button type="button" className="complaint-place" onClick={() => onGoTo(place)}>
        <span className="complaint-line">
          {clause}　{place.file} 第 {place.line} 行
        </span>
        <span className="complaint-what">{title}</span>
      </button>
      <div className="finding-body">
        {place.words === "" ? null : <p className="finding-words">“{place.words}”</p>}
        <p>{text}</p>
        {examples.length === 0 ? (
          <p className="case-group">不需要例子：没有一份申报档案能做到。</p>
        ) : (
          <ul className="finding-examples">
            {examples.map((example) => (
              <Example key={example.label} example={example} title={`${title}：${example.label}`} policy={policy} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

interface ExampleProps {
  readonly example: StudyExample;
  readonly title: string;
  readonly policy: Policy | null;
}

function Example({ example, title, policy }: ExampleProps) {
  const [isBlocked, setBlocked] = useState(false);
  const { label, amount, dossier } = example;
  return (
    <li>
      <span>
        {label}：得 {amount}
      </span>
      <button
        type="button"
        className="button"
        disabled={policy === null}
        onClick={() => policy !== null && setBlocked(!openTrial({ policy, title, dossier }))}
      >
        打开档案测算<span className="visually-hidden">：{label}（新标签页）</span>
      </button>
      {isBlocked ? <span role="alert">浏览器没有让打开新的标签页，请允许后再试。</span> : null}
    </li>
  );
}
