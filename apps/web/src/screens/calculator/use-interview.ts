/** The interview about what lies on the desk, and what is wrong with what was stated. */
import type { Problem } from "@zhengdui/basics";
import { type Answers, asDossier, createInterview, type Interview } from "@zhengdui/engine";
import { useMemo } from "react";
import type { Engine } from "../../engine.ts";
import { getAt, isRecord, type Json, stepsOf } from "../../parts/form/json.ts";
import type { Sheet } from "./desk.ts";

export interface Asked {
  readonly interview: Interview;
  /** Of what was stated; what is merely missing is no problem here. */
  readonly problems: readonly Problem[];
  /** Missing in the dossier, though it changes nothing: to be filled in before it is handed in. */
  readonly missing: readonly Problem[];
}

export function useInterview(engine: Engine, { dossier, skipped, growing, whole = false }: Sheet, gaps: boolean): Asked {
  const ask = useMemo(() => createInterview(engine), [engine]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with what finds gaps, results have them
  return useMemo(() => {
    const answers: Answers = { dossier: isRecord(dossier) ? dossier : {}, skipped, growing, whole };
    const read = engine.read(asDossier(engine.policy, answers));
    const found = read.ok ? [] : read.errors;
    const isStated = ({ path }: Problem) => getAt(dossier, stepsOf(path)) !== undefined;
    return {
      interview: ask(answers),
      problems: found.filter(isStated),
      missing: found.filter((problem) => !isStated(problem)),
    };
  }, [ask, engine, dossier, skipped, growing, whole, gaps]);
}

export const recordOf = (dossier: Json): Readonly<Record<string, Json>> => (isRecord(dossier) ? dossier : {});
