/** The calculator: a dossier on the left, all measures of the policy on the right, the total above both. */
import { useEffect, useMemo, useReducer, useState } from "react";
import type { Engine } from "../../engine.ts";
import { FactForm } from "../../parts/form/fact-form.tsx";
import { type FormContext, problemsByPath } from "../../parts/form/form-context.ts";
import { namesOf } from "../../parts/why/fact-words.ts";
import type { Loaded } from "../../server.ts";
import { blankSheet } from "./blank-sheet.ts";
import { deskOf, move, type Sheet } from "./desk.ts";
import { Dropzone, type Refused } from "./dropzone.tsx";
import { Examples } from "./examples.tsx";
import { keep, kept } from "./keep.ts";
import { LiveTotal } from "./live-total.tsx";
import { Measures } from "./measures.tsx";
import { PolicyChoice } from "./policy-choice.tsx";
import { PolicyNotice } from "./policy-notice.tsx";
import { Problems } from "./problems.tsx";
import { Readings } from "./readings.tsx";
import { Summary } from "./summary.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useAssessment } from "./use-assessment.ts";
import { YearChoice } from "./year-choice.tsx";

export function Calculator({ loaded, engine }: { readonly loaded: Loaded; readonly engine: Engine }) {
  const { policy, summary, examples } = loaded;
  const [desk, step] = useReducer(move, loaded, firstDesk);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [revealed, setRevealed] = useState<string | null>(null);
  const { last, problems } = useAssessment(engine, desk.now.dossier, desk.laid);
  useEffect(() => keep(policy.id, desk.now), [policy.id, desk.now]);
  const form: FormContext = useMemo(
    () => ({
      dossier: desk.now.dossier,
      problemsAt: problemsByPath(problems),
      revealed,
      change: (path, value, label) => step({ kind: "change", path, value, label }),
    }),
    [desk.now.dossier, problems, revealed],
  );
  const names = useMemo(() => namesOf(policy, desk.now.dossier), [policy, desk.now.dossier]);
  const lay = (sheet: Sheet, label: string) => {
    setRefused(null);
    setRevealed(null);
    step({ kind: "lay", sheet, label });
  };
  return (
    <main className="desk">
      <PolicyChoice policies={loaded.policies} chosen={policy.id} />
      <PolicyNotice summary={summary} />
      <Examples examples={examples} chosen={desk.now.example} onOpen={lay} />
      <Dropzone engine={engine} refused={refused} onOpen={lay} onRefuse={setRefused}>
        {(choose) => (
          <Toolbar
            desk={desk}
            last={last}
            onChoose={choose}
            onUndo={() => step({ kind: "undo" })}
            onRestart={() => lay(blankSheet(policy), "重新开始")}
          />
        )}
      </Dropzone>
      <Summary policy={policy} last={last} stale={problems.length > 0} />
      <LiveTotal last={last} stale={problems.length > 0} />
      <div className="columns">
        <section className="column-form" aria-labelledby="form-title" id="form">
          <h2 id="form-title">申报资料</h2>
          <Problems problems={problems} nameFact={names} onReveal={setRevealed} stale={last !== null} />
          <YearChoice years={policy.years} form={form} />
          <FactForm
            key={desk.laid}
            schema={policy.facts}
            form={form}
            noteOf={(id) => clauseOf(loaded, id)}
            extra={{ record: "settings", content: <Readings policy={policy} form={form} /> }}
          />
        </section>
        <Measures key={desk.laid} policy={policy} last={last} stale={problems.length > 0} />
      </div>
    </main>
  );
}

/** What was kept in this browser; else the first example; else an empty dossier. */
function firstDesk({ policy, examples }: Loaded) {
  const [example] = examples;
  const first =
    example === undefined
      ? blankSheet(policy)
      : { dossier: example.dossier as Sheet["dossier"], from: example.title, example: example.id };
  return deskOf(kept(policy.id) ?? first);
}

/** The clauses whose measures read this record or list. */
function clauseOf({ policy }: Loaded, id: string): string {
  const within = (list: string) => list === id || list.startsWith(`${id}.`);
  const ids = policy.measures
    .filter(({ form }) => {
      if (form.kind === "tally") return form.tallies.some((tally) => within(tally.list));
      return form.kind !== "no-subsidy" && within(form.list);
    })
    .map((measure) => policy.clauses.find((clause) => clause.id === measure.clause)?.label ?? measure.clause);
  return ids.join("、");
}
