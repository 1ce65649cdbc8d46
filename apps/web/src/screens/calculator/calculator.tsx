/** The calculator: a conversation that asks what still matters, "my money", and the whole dossier for those who want to see all of it. */

import type { Problem } from "@zhengdui/basics";
import { type Dispatch, lazy, Suspense, useCallback, useMemo, useState } from "react";
import type { Engine } from "../../engine.ts";
import { type FormContext, problemsByPath } from "../../parts/form/form-context.ts";
import type { Path } from "../../parts/form/json.ts";
import { inOwnTask } from "../../parts/in-own-task.ts";
import type { Loaded } from "../../server.ts";
import { t } from "../../words/t.ts";
import { Ask } from "./ask/ask.tsx";
import { blankSheet, isBlankSheet } from "./blank-sheet.ts";
import type { Choice } from "./compare/choice.ts";
import type { Desk, Move, Sheet } from "./desk.ts";
import { Dropzone } from "./dropzone.tsx";
import { Examples } from "./examples.tsx";
import type { NoticesProps, Trouble } from "./notices.tsx";
import type { Refused } from "./open-file.ts";
import { StartNotice } from "./start-notice.tsx";
import type { ToolbarProps } from "./toolbar.tsx";
import { useContentFocus } from "./use-content-focus.ts";
import { useDesk } from "./use-desk.ts";
import { useGaps } from "./use-gaps.ts";
import { type Asked, useInterview } from "./use-interview.ts";
import { useUndoKeys } from "./use-undo-keys.ts";
import { useView, type View } from "./view.ts";
import { Views } from "./views.tsx";
import { YearChoice } from "./year-choice.tsx";

// The conversation comes first; what follows it is fetched when it is wanted.
const Notices = lazy(async () => ({ default: (await import("./notices.tsx")).Notices }));
const Facts = lazy(async () => ({ default: (await import("./facts/facts.tsx")).Facts }));
const Compare = lazy(async () => ({ default: (await import("./compare/compare.tsx")).Compare }));
const TotalBar = lazy(async () => ({ default: (await import("./total-bar.tsx")).TotalBar }));
const Toolbar = lazy(async () => ({ default: (await import("./toolbar.tsx")).Toolbar }));
const Money = lazy(async () => {
  const { Money } = await import("./money/money.tsx");
  return inOwnTask(() => ({ default: Money }));
});

export interface CalculatorProps {
  readonly loaded: Loaded;
  readonly engine: Engine;
  /** What a link, or the workshop, hands over; null: what was kept here, or nothing. */
  readonly shared: Sheet | null;
  /** Why a link's dossier isn't here. */
  readonly trouble?: Trouble | null;
}

export function Calculator({ loaded, engine, shared, trouble = null }: CalculatorProps) {
  const { policy, summary } = loaded;
  const { desk, step, elsewhere, unkept, takeOver, goOn } = useDesk(summary.id, blankSheet(policy), shared);
  const undo = useCallback(() => step({ kind: "undo" }), [step]);
  const redo = useCallback(() => step({ kind: "redo" }), [step]);
  useUndoKeys(undo, redo);
  const [view, show] = useView(shared === null ? "ask" : "result");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [revealed, setRevealed] = useState<string | null>(null);
  useContentFocus(view);
  // Before anything is said there is nothing to undo, to keep, to add up or to miss.
  const untouched = view === "ask" && isBlankSheet(desk.now) && desk.past.length === 0 && desk.future.length === 0;
  const warned = unkept && !isBlankSheet(desk.now);
  const asked = useInterview(engine, desk.now, useGaps(!untouched));
  const [choice, choose] = useState<Choice>({ kind: "none" });
  const every = useMemo(() => [...asked.problems, ...asked.missing], [asked]);
  const form: FormContext = useMemo(
    () => ({
      dossier: desk.now.dossier,
      problemsAt: problemsByPath(view === "facts" ? every : asked.problems),
      revealed,
      change: (path, value, label) => step({ kind: "change", path, value, label }),
    }),
    [desk.now.dossier, asked, every, view, revealed, step],
  );
  const lay = (sheet: Sheet, label: string, toMend = false) => {
    setRefused(null);
    setRevealed(null);
    step({ kind: "lay", sheet, label });
    if (toMend) show("facts");
    // What isn't finished goes on being asked.
    else if (view === "ask" && sheet.whole === true) show("result");
  };
  const restart = () => {
    lay(blankSheet(policy), t("重新开始"));
    show("ask");
  };
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <StartNotice policies={loaded.policies} summary={summary} />
      <Warnings trouble={trouble} elsewhere={elsewhere !== null} unkept={warned} onTakeOver={takeOver} onGoOn={goOn} />
      <Views view={view} />
      <Shown
        {...{ view, loaded, engine, desk, step, asked, form, every, choice, choose }}
        onShow={show}
        onLay={lay}
        onReveal={setRevealed}
        onCorrect={(path) => {
          setRevealed(path);
          show("facts");
        }}
      />
      <Dropzone
        engine={engine}
        refused={refused}
        onOpen={lay}
        onDrop={view === "compare" ? (sheet) => choose({ kind: "file", sheet }) : null}
        onRefuse={setRefused}
      >
        {(onChoose) => (
          <Tools {...{ desk, policy, asked, untouched, onChoose }} onUndo={undo} onRedo={redo} onRestart={restart} />
        )}
      </Dropzone>
      {(view === "ask" && !untouched) || view === "facts" ? <Bar asked={asked} /> : null}
    </main>
  );
}

/** Fetched where there is anything to warn of. */
function Warnings(props: NoticesProps) {
  if (props.trouble === null && !props.elsewhere && !props.unkept) return null;
  return (
    <Suspense>
      <Notices {...props} />
    </Suspense>
  );
}

function Bar({ asked }: { readonly asked: Asked }) {
  return (
    <Suspense>
      <TotalBar asked={asked} />
    </Suspense>
  );
}

function Tools({ untouched, ...tools }: ToolbarProps & { readonly untouched: boolean }) {
  if (!untouched)
    return (
      <Suspense>
        <Toolbar {...tools} />
      </Suspense>
    );
  return (
    <div className="toolbar">
      <button type="button" className="button" onClick={tools.onChoose}>
        {t("打开文件")}
      </button>
      <p className="toolbar-hint">{t("也可把 JSON 或 YAML 档案拖到页面任意处。填写的内容只留在本浏览器，不上传。")}</p>
    </div>
  );
}

interface ShownProps {
  readonly view: View;
  readonly loaded: Loaded;
  readonly engine: Engine;
  readonly desk: Desk;
  readonly step: Dispatch<Move>;
  readonly asked: Asked;
  readonly form: FormContext;
  readonly every: readonly Problem[];
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
  readonly onShow: (view: View) => void;
  readonly onLay: (sheet: Sheet, label: string) => void;
  readonly onReveal: (path: string) => void;
  readonly onCorrect: (path: string) => void;
}

/** The view that is open. */
function Shown(props: ShownProps) {
  const { view, loaded, engine, desk, step, asked, form, every, choice, choose, onShow, onLay, onReveal, onCorrect } = props;
  const { policy } = loaded;
  if (view === "ask")
    return (
      <Ask
        key={desk.laid}
        policy={policy}
        interview={asked.interview}
        form={form}
        skipped={desk.now.skipped}
        skip={(paths: readonly Path[], label) => step({ kind: "skip", paths, label })}
        grow={(list, on) => step({ kind: "grow", list, on })}
        onResult={() => onShow("result")}
        start={<Start loaded={loaded} desk={desk} form={form} onOpen={onLay} />}
      />
    );
  return (
    <Suspense fallback={<p className="waiting opening">{t("正在打开……")}</p>}>
      {view === "facts" ? (
        <Facts key={desk.laid} loaded={loaded} form={form} problems={every} onReveal={onReveal} />
      ) : view === "compare" ? (
        <Compare {...{ loaded, engine, asked, choice, onLay }} sheet={desk.now} onChoose={choose} />
      ) : (
        <Money key={desk.laid} engine={engine} asked={asked} sheet={desk.now} form={form} onReveal={onCorrect} />
      )}
    </Suspense>
  );
}

/** Before the first answer: which year, and the examples for those who would rather look first. */
function Start({
  loaded,
  desk,
  form,
  onOpen,
}: {
  readonly loaded: Loaded;
  readonly desk: Desk;
  readonly form: FormContext;
  readonly onOpen: (sheet: Sheet, label: string) => void;
}) {
  return (
    <>
      <YearChoice years={loaded.policy.years} form={form} />
      <Examples examples={loaded.examples} chosen={desk.now.example} onOpen={onOpen} />
    </>
  );
}
