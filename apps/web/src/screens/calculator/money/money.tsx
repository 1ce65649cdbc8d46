/** "My money": the total and how it came about, every measure by verdict with the fact that decides, and what else could be. */
import { createInterview, createTrial } from "@zhengdui/engine";
import type { Measure } from "@zhengdui/policy";
import { lazy, Suspense, useMemo } from "react";
import type { Engine } from "../../../engine.ts";
import type { FormContext } from "../../../parts/form/form-context.ts";
import { namesOf } from "../../../parts/why/fact-words.ts";
import type { Asked } from "../use-interview.ts";
import { type Answered, answersOf } from "./answered.ts";
import { CombinationSection } from "./combination.tsx";
import { Groups } from "./groups.tsx";
import { Open } from "./open.tsx";
import { PrintHead } from "./print-head.tsx";
import { ReadingsSection } from "./readings-section.tsx";
import { type StandingPicture, standingPicture } from "./standing-picture.ts";
import { Summary } from "./summary.tsx";
import { TakeAway } from "./take-away.tsx";
import { allMarks } from "./total-words.ts";
import { STAGES, useStages } from "./use-stages.ts";
import { verdictsOf } from "./verdict.ts";
import "../../../styles/tiers.css";
import "../../../styles/money.css";

// What asks for a figure is fetched where one is missing.
const Contribution = lazy(async () => ({ default: (await import("./contribution.tsx")).Contribution }));

export interface MoneyProps {
  readonly engine: Engine;
  readonly asked: Asked;
  /** What lies on the desk. */
  readonly sheet: Answered;
  readonly form: FormContext;
  readonly onReveal: (path: string) => void;
}

export function Money({ engine, asked, sheet, form, onReveal }: MoneyProps) {
  const { policy } = engine;
  const { interview, problems } = asked;
  const { result, why } = interview;
  const { dossier } = sheet;
  const stale = problems.length > 0;
  const verdicts = useMemo(() => verdictsOf(policy, interview, sheet), [policy, interview, sheet]);
  const assess = useMemo(() => {
    const ask = createInterview(engine);
    return (answered: Answered) => ask(answersOf(answered)).result;
  }, [engine]);
  const pictureOf = usePictures(engine, asked, sheet);
  const stage = useStages();
  const nameFact = useMemo(() => namesOf(policy, dossier), [policy, dossier]);
  const last = { result, why, dossier };
  const shared = { policy, now: sheet, result, assess };
  return (
    <div className="money">
      <PrintHead policy={policy} result={result} />
      <Open policy={policy} asked={asked} dossier={dossier} onReveal={onReveal} />
      <Summary policy={policy} last={last} stale={stale} />
      {allMarks(result).includes("ceiling-unknown") ? (
        <Suspense fallback={<div className="what-if" />}>
          <Contribution policy={policy} now={sheet} assess={assess} form={form} />
        </Suspense>
      ) : null}
      <TakeAway policy={policy} result={result} verdicts={verdicts} nameFact={nameFact} />
      {stage < STAGES.measures ? null : (
        <Groups policy={policy} last={last} verdicts={verdicts} pictureOf={pictureOf} stale={stale} />
      )}
      {stage < STAGES.comparisons ? (
        <div className="to-come" />
      ) : (
        <>
          <CombinationSection {...shared} />
          <ReadingsSection {...shared} />
        </>
      )}
    </div>
  );
}

/** Of settled measures that pay or could: a picture each, worked out when somebody looks, and once. */
function usePictures(engine: Engine, { interview }: Asked, now: Answered): (measure: Measure) => StandingPicture | null {
  return useMemo(() => {
    const asking = { policy: engine.policy, now, trial: createTrial(engine), interview: createInterview(engine) };
    const drawn = new Map<Measure, StandingPicture | null>();
    return (measure) => {
      const at = engine.policy.measures.indexOf(measure);
      if (interview.prospects[at]?.settled !== true || interview.result.measures[at]?.status === "not-claimed") return null;
      const known = drawn.get(measure);
      if (known !== undefined) return known;
      const picture = standingPicture(asking, measure);
      drawn.set(measure, picture);
      return picture;
    };
  }, [engine, interview, now]);
}
