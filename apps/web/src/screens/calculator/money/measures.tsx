/** All measures of the policy, in order; those that bring or could bring something first open to the eye, the others quiet. */
import type { Policy } from "@zhengdui/policy";
import { useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { namesOf } from "../../../parts/why/fact-words.ts";
import { MeasureCard } from "../../../parts/why/measure-card.tsx";
import type { Assessed } from "./assessed.ts";

export function Measures({
  policy,
  last,
  stale,
}: {
  readonly policy: Policy;
  readonly last: Assessed | null;
  readonly stale: boolean;
}) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => policy.measures.map((measure) => measure.id), [policy]);
  useUnfoldedPrint(open, setOpen, last);
  const names = useMemo(() => (last === null ? null : namesOf(policy, last.dossier)), [policy, last]);
  const clauses = useMemo(() => new Map(policy.clauses.map((clause) => [clause.id, clause])), [policy]);
  const toggle = (id: string, on: boolean) => {
    if (open.has(id) === on) return;
    setOpen(new Set(on ? [...open, id] : [...open].filter((each) => each !== id)));
  };
  const readingOf = (title: string, id: string) =>
    policy.interpretations.find((each) => each.title === title)?.readings.find((reading) => reading.id === id)?.text ?? id;
  const titleOf = (id: string) => policy.measures.find((measure) => measure.id === id)?.title ?? id;
  return (
    <section className="column-result" aria-labelledby="result-title" id="result" tabIndex={-1}>
      <div className="column-head">
        <h2 id="result-title">逐条结果</h2>
        {last === null ? null : (
          <button type="button" className="button quiet" onClick={() => setOpen(new Set(open.size === all.length ? [] : all))}>
            {open.size === all.length ? "全部收起" : "全部展开"}
          </button>
        )}
      </div>
      {last === null || names === null ? (
        <p className="empty">填齐申报资料后，这里逐条列出能得多少、为什么、还差什么。</p>
      ) : (
        <div className={stale ? "measures stale" : "measures"}>
          {last.result.measures.map((measure, i) => (
            <MeasureCard
              key={measure.id}
              measure={measure}
              why={last.why[i]}
              readingOf={readingOf}
              itemName={(item) => measure.items[item.index]?.id ?? `第 ${item.index + 1} 项`}
              clauseLabel={clauses.get(measure.clause)?.label ?? measure.clause}
              noun={policy.measures.find(({ id }) => id === measure.id)?.noun ?? ""}
              sentences={clauses.get(measure.clause)?.sentences ?? []}
              figures={policy.params.filter((param) => param.clause === measure.clause).flatMap((param) => param.words)}
              givenUp={last.result.givenUp.filter((each) => each.measure === measure.id)}
              titleOf={titleOf}
              nameFact={names}
              open={open.has(measure.id)}
              onToggle={(on) => toggle(measure.id, on)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

/** Paper can't be unfolded: for printing, every measure with a claim is open. */
function useUnfoldedPrint(open: ReadonlySet<string>, setOpen: (open: ReadonlySet<string>) => void, last: Assessed | null): void {
  const before = useRef(open);
  useEffect(() => {
    const unfold = () => {
      before.current = open;
      const claimed = last?.result.measures.filter((m) => m.status !== "not-claimed" && m.status !== "no-subsidy") ?? [];
      flushSync(() => setOpen(new Set(claimed.map((m) => m.id))));
    };
    const fold = () => setOpen(before.current);
    window.addEventListener("beforeprint", unfold);
    window.addEventListener("afterprint", fold);
    return () => {
      window.removeEventListener("beforeprint", unfold);
      window.removeEventListener("afterprint", fold);
    };
  }, [open, setOpen, last]);
}
