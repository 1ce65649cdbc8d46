/** What surrounds a study: what it does, the button that begins it, how far it is, the button that stops it, and whether it is still about these texts. */
import type { WorkshopDocument } from "@zhengdui/contract";
import type { ReactNode } from "react";
import type { Answer, Study } from "./use-study.ts";

interface PanelProps {
  readonly study: Study;
  readonly documents: readonly WorkshopDocument[];
  /** 证明 */
  readonly verb: string;
  /** What it does and how long it takes. */
  readonly about: string;
  readonly children: (answer: Answer) => ReactNode;
}

export function StudyPanel({ study, documents, verb, about, children }: PanelProps) {
  const { isRunning, progress, answer, why } = study;
  const isStale = answer !== null && study.about !== documents && differs(study.about ?? [], documents);
  return (
    <>
      <p className="findings-empty">{about}</p>
      <div className="study-run">
        {isRunning ? (
          <button type="button" className="button" onClick={study.stop}>
            停下
          </button>
        ) : (
          <button type="button" className="button primary" onClick={() => void study.begin(documents)}>
            {answer === null ? `开始${verb}` : `重新${verb}`}
          </button>
        )}
        {isRunning ? (
          <div className="study-progress">
            <progress aria-label={`${verb}的进度`} max={Math.max(progress?.of ?? 1, 1)} value={progress?.done ?? 0} />
            <span className="study-what">
              {progress === null ? "正在准备……" : `${progress.what} ${progress.done}/${progress.of}`}
            </span>
          </div>
        ) : null}
      </div>
      <div role="status">
        {why === "" ? null : <p className="study-why">{why}</p>}
        {isStale ? <p className="findings-stale">下面说的是改动以前的文字。</p> : null}
        {answer === null || isRunning ? null : <p className="visually-hidden">{verb}完了。</p>}
      </div>
      {answer === null ? null : children(answer)}
    </>
  );
}

const differs = (a: readonly WorkshopDocument[], b: readonly WorkshopDocument[]): boolean =>
  b.some(({ name, text }) => a.find((one) => one.name === name)?.text !== text);
