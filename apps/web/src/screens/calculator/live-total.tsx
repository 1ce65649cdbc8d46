/** The total for those who don't see it: announced when typing pauses, and, once the summary has left the screen, shown in a bar. */
import { useEffect, useState } from "react";
import { totalWords } from "./total-words.ts";
import type { Assessed } from "./use-assessment.ts";

export function LiveTotal({ last, stale }: { readonly last: Assessed | null; readonly stale: boolean }) {
  const words = last === null ? null : totalWords(last.result);
  const text = words === null ? "尚无结果" : `${words.label} ${words.figure} 万元`;
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(stale ? "资料待更正，结果未更新" : text), 600);
    return () => clearTimeout(timer);
  }, [text, stale]);
  const away = useSummaryAway(last === null);
  return (
    <>
      <p className="visually-hidden" role="status" aria-live="polite" data-testid="said">
        {said}
      </p>
      {away && words !== null ? (
        <nav className="total-bar" aria-label="合计">
          <span>
            {stale ? "更正前的测算：" : ""}
            {words.label}
            <b>{words.figure}</b>万元
          </span>
          <span className="total-bar-links">
            <a href="#form">资料</a>
            <a href="#result">结果</a>
          </span>
        </nav>
      ) : null}
    </>
  );
}

/** `empty`: another element stands for the summary then. */
function useSummaryAway(empty: boolean): boolean {
  const [away, setAway] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element found depends on it
  useEffect(() => {
    const summary = document.querySelector(".summary");
    if (summary === null) return;
    const observer = new IntersectionObserver(([entry]) => setAway(entry !== undefined && !entry.isIntersecting));
    observer.observe(summary);
    return () => observer.disconnect();
  }, [empty]);
  return away;
}
