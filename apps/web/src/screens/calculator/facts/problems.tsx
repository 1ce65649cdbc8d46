/** What keeps the dossier on the desk from being computed; each line leads to its field. */

import type { Problem } from "@zhengdui/basics";
import { useEffect, useState } from "react";
import { problemWords } from "../../../parts/form/problem-words.ts";
import type { NameFact } from "../../../parts/why/fact-words.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";

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
    <div className="problems">
      <p className="problems-title">{t("还有 {n} 处待填或待更正。", { n: problems.length })}</p>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => {
          const { row, label } = nameFact(problem.path);
          return (
            <li key={`${problem.path} ${problem.problem}`}>
              <button type="button" className="link" onClick={() => go(problem.path)}>
                <Mixed
                  of={
                    problem.path === ""
                      ? t("档案")
                      : problem.path === "year"
                        ? t("政策年度")
                        : row === ""
                          ? label
                          : `${row} · ${label}`
                  }
                />
              </button>
              {t("：")}
              <Mixed
                of={problemWords(
                  { ...problem, expected: problem.path === "year" ? problem.expected : "" },
                  problem.path === "year" ? t("政策年度") : label,
                )}
              />
            </li>
          );
        })}
      </ul>
      {problems.length > SHOWN ? <p>{t("另有 {n} 处。", { n: problems.length - SHOWN })}</p> : null}
    </div>
  );
}
