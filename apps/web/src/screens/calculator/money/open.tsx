/** What keeps the result from being whole: questions not answered yet, wrong entries, and what is missing before it can be handed in. */
import type { Policy } from "@zhengdui/policy";
import type { Json } from "../../../parts/form/json.ts";
import { problemWords } from "../../../parts/form/problem-words.ts";
import { namesOf } from "../../../parts/why/fact-words.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import type { Asked } from "../use-interview.ts";

export interface OpenProps {
  readonly policy: Policy;
  readonly asked: Asked;
  readonly dossier: Json;
  readonly onReveal: (path: string) => void;
}

const SHOWN = 6;

export function Open({ policy, asked, dossier, onReveal }: OpenProps) {
  const { interview, problems } = asked;
  const open = interview.questions.length;
  if (open === 0 && problems.length === 0) return null;
  const nameFact = namesOf(policy, dossier);
  return (
    <div className="problems">
      {open === 0 ? null : (
        <p className="problems-title">
          {t("还有问题没有回答，下面只算已经确定的部分。")} <a href="#ask">{t("接着答")}</a>
        </p>
      )}
      {problems.length === 0 ? null : (
        <p className="problems-title">{t("有 {n} 处填写有误，没有计入：", { n: problems.length })}</p>
      )}
      <ul>
        {problems.slice(0, SHOWN).map((problem) => {
          const { row, label } = nameFact(problem.path);
          return (
            <li key={`${problem.path} ${problem.problem}`}>
              <button type="button" className="link" onClick={() => onReveal(problem.path)}>
                <Mixed of={row === "" ? label : `${row} · ${label}`} />
              </button>
              {t("：")}
              <Mixed of={problemWords(problem, label)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
