/** The calculator: a conversation that asks what still matters, "my money", and the whole dossier for those who want to see all of it. */
import { lazy, Suspense, useEffect, useMemo, useReducer, useState } from "react";
import type { Engine } from "../../engine.ts";
import { type FormContext, problemsByPath } from "../../parts/form/form-context.ts";
import type { Path } from "../../parts/form/json.ts";
import type { Loaded } from "../../server.ts";
import { t } from "../../words/t.ts";
import { Ask } from "./ask/ask.tsx";
import { blankSheet } from "./blank-sheet.ts";
import { type Desk, deskOf, move, type Sheet } from "./desk.ts";
import { Dropzone, type Refused } from "./dropzone.tsx";
import { Examples } from "./examples.tsx";
import { keep, kept } from "./keep.ts";
import { PolicyChoice } from "./policy-choice.tsx";
import { PolicyNotice } from "./policy-notice.tsx";
import { Toolbar } from "./toolbar.tsx";
import { TotalBar } from "./total-bar.tsx";
import { useInterview } from "./use-interview.ts";
import { useView } from "./view.ts";
import { Views } from "./views.tsx";
import { YearChoice } from "./year-choice.tsx";

// The conversation comes first; what follows it is fetched when it is wanted.
const Facts = lazy(async () => ({ default: (await import("./facts/facts.tsx")).Facts }));
const Money = lazy(async () => ({ default: (await import("./money/money.tsx")).Money }));

export interface CalculatorProps {
  readonly loaded: Loaded;
  readonly engine: Engine;
  /** What a link, or the workshop, hands over; null: what was kept here, or nothing. */
  readonly shared: Sheet | null;
}

export function Calculator({ loaded, engine, shared }: CalculatorProps) {
  const { policy, summary } = loaded;
  const [desk, step] = useReducer(move, null, () => firstDesk(loaded, shared));
  const [view, show] = useView(shared === null ? "ask" : "result");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [revealed, setRevealed] = useState<string | null>(null);
  const asked = useInterview(engine, desk.now);
  useEffect(() => keep(summary.id, desk.now), [summary.id, desk.now]);
  const every = useMemo(() => [...asked.problems, ...asked.missing], [asked]);
  const form: FormContext = useMemo(
    () => ({
      dossier: desk.now.dossier,
      problemsAt: problemsByPath(view === "facts" ? every : asked.problems),
      revealed,
      change: (path, value, label) => step({ kind: "change", path, value, label }),
    }),
    [desk.now.dossier, asked, every, view, revealed],
  );
  const lay = (sheet: Sheet, label: string) => {
    setRefused(null);
    setRevealed(null);
    step({ kind: "lay", sheet, label });
    if (view === "ask" && sheet.from !== blankSheet(policy).from) show("result");
  };
  const restart = () => {
    lay(blankSheet(policy), t("重新开始"));
    show("ask");
  };
  const correct = (path: string) => {
    setRevealed(path);
    show("facts");
  };
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <PolicyChoice policies={loaded.policies} chosen={policy.id} />
      <PolicyNotice summary={summary} />
      <Views view={view} />
      {view === "ask" ? (
        <Ask
          key={desk.laid}
          policy={policy}
          interview={asked.interview}
          form={form}
          skipped={desk.now.skipped}
          skip={(paths: readonly Path[], label) => step({ kind: "skip", paths, label })}
          grow={(list, on) => step({ kind: "grow", list, on })}
          onResult={() => show("result")}
          start={<Start loaded={loaded} desk={desk} form={form} onOpen={lay} />}
        />
      ) : (
        <Suspense fallback={<p className="waiting">{t("正在打开……")}</p>}>
          {view === "facts" ? (
            <Facts key={desk.laid} loaded={loaded} form={form} problems={every} onReveal={setRevealed} />
          ) : (
            <Money key={desk.laid} policy={policy} asked={asked} dossier={desk.now.dossier} onReveal={correct} />
          )}
        </Suspense>
      )}
      <Dropzone engine={engine} refused={refused} onOpen={lay} onRefuse={setRefused}>
        {(choose) => (
          <Toolbar {...{ desk, policy, asked }} onChoose={choose} onUndo={() => step({ kind: "undo" })} onRestart={restart} />
        )}
      </Dropzone>
      {view === "ask" || view === "facts" ? <TotalBar asked={asked} /> : null}
    </main>
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

/** What a link carries, else what was kept in this browser, else an empty dossier. */
function firstDesk({ policy, summary }: Loaded, shared: Sheet | null): Desk {
  return deskOf(shared ?? kept(summary.id) ?? blankSheet(policy));
}
