/** The conversation: one question at a time, what it is asked for, what proves the answer, and the way back. */
import type { Question } from "@zhengdui/engine";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { t } from "../../../words/t.ts";
import { isBlankSheet } from "../blank-sheet.ts";
import type { AskProps } from "./ask-props.ts";
import { FactQuestion, fetchField } from "./fact-question.tsx";
import { Prospects } from "./prospects.tsx";
import { keyOf, type Topic, topicOf } from "./topic.ts";

// Nothing is answered yet when the page is first opened.
const Answered = lazy(async () => ({ default: (await import("./answered.tsx")).Answered }));
// The first questions ask for single facts; what lists need is fetched while those are answered.
const fetchLists = () => import("./lists-question.tsx");
const fetchRows = () => import("./rows-question.tsx");
const ListsQuestion = lazy(async () => ({ default: (await fetchLists()).ListsQuestion }));
const RowsQuestion = lazy(async () => ({ default: (await fetchRows()).RowsQuestion }));

export function Ask(props: AskProps) {
  const { policy, interview, start } = props;
  const { topic, trail, go, back } = useTopic(interview.questions);
  const box = useRef<HTMLElement>(null);
  const arrived = useRef(false);
  const key = topic === null ? "" : keyOf(topic);
  // Whoever doesn't see the screen, or uses keys alone, is taken to the next question.
  const arrive = () => {
    if (arrived.current) box.current?.querySelector<HTMLElement>("h2")?.focus();
    arrived.current = true;
  };
  return (
    <div className="columns ask">
      <section className="column-form" ref={box} aria-label={t("问答")} id="form" onFocus={fetchAhead}>
        <Suspense fallback={<p className="waiting opening">{t("正在打开……")}</p>}>
          {topic === null ? <Finished {...props} /> : <Current key={key} {...props} topic={topic} onNext={() => go(null)} />}
          <Arrival key={`arrival ${trail} ${key}`} onArrival={arrive} />
        </Suspense>
        {trail === 0 ? null : (
          <button type="button" className="button quiet" onClick={back}>
            {t("上一题")}
          </button>
        )}
        {trail === 0 ? start : null}
        {isBlankSheet({ dossier: props.form.dossier, skipped: props.skipped }) ? null : (
          <Suspense>
            <Answered policy={policy} dossier={props.form.dossier} skipped={props.skipped} onEdit={go} />
          </Suspense>
        )}
      </section>
      <Prospects policy={policy} interview={interview} />
    </div>
  );
}

/** Whoever has come to the first question will come to the next. What fails here is asked for again when it is wanted. */
function fetchAhead(): void {
  for (const fetching of [fetchField(), fetchLists(), fetchRows()]) fetching.catch(() => {});
}

/** Tells that the question beside it is on the page: at once, or when what draws it has been fetched. */
function Arrival({ onArrival }: { readonly onArrival: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a question
  useEffect(onArrival, []);
  return null;
}

/** The topic at hand and those before it. `go(null)`: whatever is most deciding now. What is being answered stays until then. */
function useTopic(questions: readonly Question[]) {
  const [trail, setTrail] = useState<readonly Topic[]>([]);
  const [current, setCurrent] = useState<Topic | null>(null);
  const [first] = questions;
  if (current === null && first !== undefined) setCurrent(topicOf(first));
  return {
    topic: current,
    trail: trail.length,
    go: (to: Topic | null) => {
      if (current !== null) setTrail([...trail, current]);
      setCurrent(to);
    },
    back: () => {
      setCurrent(trail.at(-1) ?? null);
      setTrail(trail.slice(0, -1));
    },
  };
}

function Current(props: AskProps & { readonly topic: Topic; readonly onNext: () => void }) {
  const { topic } = props;
  switch (topic.kind) {
    case "fact":
      return <FactQuestion {...props} topic={topic} />;
    case "lists":
      return <ListsQuestion {...props} topic={topic} />;
    case "rows":
      return <RowsQuestion {...props} topic={topic} />;
  }
}

function Finished({ interview, skipped, onResult }: AskProps) {
  const open = interview.prospects.filter(({ settled }) => !settled).length;
  return (
    <div className="question finished">
      <h2 tabIndex={-1}>{t("问完了")}</h2>
      <p>
        {open === 0
          ? t("再没有能改变结果的问题。")
          : t("还有 {n} 条措施因为“不知道”的回答定不下来，结果里写明缺什么。", { n: open })}
      </p>
      {skipped.length === 0 ? null : <p>{t("答过“不知道”的 {n} 处随时可以补上。", { n: skipped.length })}</p>}
      <button type="button" className="button primary" onClick={onResult}>
        {t("看我能得多少")}
      </button>
    </div>
  );
}
