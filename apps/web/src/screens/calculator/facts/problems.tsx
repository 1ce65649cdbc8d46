/** What keeps the dossier on the desk from being computed; each line leads to its field. */
import type { Problem } from "@zhengdui/basics";
import { useEffect, useState } from "react";
import { problemWords } from "../../../parts/form/problem-words.ts";
import type { NameFact } from "../../../parts/why/fact-words.ts";

export interface ProblemsProps {
  readonly problems: readonly Problem[];
  readonly nameFact: NameFact;
  readonly onReveal: (path: string) => void;
}

const SHOWN = 8;

export function Problems({ problems, nameFact, onReveal }: ProblemsProps) {
  const [wanted, setWanted] = useState<{ readonly path: string } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    // The field may have to be unfolded first: two turns, one for each fold.
    const timer = setTimeout(() => document.getElementById(`field:${wanted.path}`)?.focus(), 80);
    return () => clearTimeout(timer);
  }, [wanted]);
  if (problems.length === 0) return null;
  const go = (path: string) => {
    onReveal(path);
    setWanted({ path });
  };
  return (
    <div className="problems" role="status">
      <p className="problems-title">还有 {problems.length} 处待填或待更正。</p>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => {
          const { row, label } = nameFact(problem.path);
          return (
            <li key={`${problem.path} ${problem.problem}`}>
              <button type="button" className="link" onClick={() => go(problem.path)}>
                {problem.path === "" ? "档案" : row === "" ? label : `${row} · ${label}`}
              </button>
              ：{problemWords({ ...problem, expected: "" }, label)}
            </li>
          );
        })}
      </ul>
      {problems.length > SHOWN ? <p>另有 {problems.length - SHOWN} 处。</p> : null}
    </div>
  );
}
