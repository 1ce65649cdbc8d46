/** Why a file wasn't opened; what has a place in the form may be opened all the same, to be mended there. */

import { useEffect, useRef } from "react";
import { expectedWords } from "../../parts/form/problem-words.ts";
import { Mixed } from "../../words/mixed.tsx";
import { t } from "../../words/t.ts";
import type { Sheet } from "./desk.ts";
import type { Refused } from "./open-file.ts";
import { leftWords } from "./take-over.ts";

export interface RefusedFileProps {
  readonly refused: Refused;
  readonly onAnyway: (sheet: Sheet) => void;
  readonly onClose: () => void;
}

const SHOWN = 30;
const NAMED = 8;

export function RefusedFile({ refused, onAnyway, onClose }: RefusedFileProps) {
  const { file, problems, anyway, left } = refused;
  const box = useRef<HTMLDivElement>(null);
  // A file may be let go far below: who dropped it must see why nothing happened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next file's refusal is a new one
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "start", behavior: "instant" });
  }, [refused]);
  return (
    <div ref={box} className="problems refused" role="alert" tabIndex={-1}>
      <p className="problems-title">
        <Mixed of={t("没有打开“{file}”：有 {n} 处问题。原有内容未变。", { file, n: problems.length })} />
      </p>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.path} ${problem.problem}`}>
            {problem.path === "" ? null : <code>{problem.path}</code>} <Mixed of={problem.problem} />
            {problem.expected === "" ? null : (
              <span className="expected">
                <Mixed of={expectedWords(problem.expected)} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN ? <p>{t("另有 {n} 处。", { n: problems.length - SHOWN })}</p> : null}
      {anyway === null || left.length === 0 ? null : (
        <p>
          <Mixed
            of={t("表里没有位置、打开时不会带入的 {n} 处：{what}", {
              n: left.length,
              what: `${left.slice(0, NAMED).map(leftWords).join(t("；"))}${left.length > NAMED ? "…" : ""}`,
            })}
          />
        </p>
      )}
      {anyway === null ? null : (
        <button type="button" className="button" onClick={() => onAnyway(anyway)}>
          {t("仍要打开，在表里更正")}
        </button>
      )}
      <button type="button" className="button quiet" onClick={onClose}>
        {t("知道了")}
      </button>
    </div>
  );
}
