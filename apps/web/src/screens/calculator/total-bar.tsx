/** The total at the foot of the screen while answers are typed; said aloud when typing pauses. */

import { useEffect, useState } from "react";
import { figureUnit } from "../../parts/figures/amount.ts";
import { t } from "../../words/t.ts";
import { totalWords } from "./money/total-words.ts";
import type { Asked } from "./use-interview.ts";

const PAUSE_MS = 600;

export function TotalBar({ asked }: { readonly asked: Asked }) {
  const { interview, problems } = asked;
  const words = totalWords(interview.result);
  const label = interview.questions.length > 0 ? t("目前可以确定的") : words.label;
  const wrong = problems.length === 0 ? "" : t("有 {n} 处填写有误，没有计入", { n: problems.length });
  const text = [`${label} ${words.figure} ${figureUnit()}`, wrong].filter(Boolean).join(t("；"));
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <p className="visually-hidden" role="status" data-testid="said">
        {said}
      </p>
      <div className="total-bar">
        <span>
          {label}
          <b data-testid="bar-total">{words.figure}</b>
          {figureUnit()}
          {wrong === "" ? null : <span className="total-bar-wrong">{wrong}</span>}
        </span>
        <a href="#result">{t("看结果")}</a>
      </div>
    </>
  );
}
