/** The result of what lies on the desk; while that can't be read, the last result stays and the problems are told. */
import type { Problem } from "@zhengdui/basics";
import type { Explanation, Result } from "@zhengdui/contract";
import { useMemo, useRef } from "react";
import type { Engine } from "../../engine.ts";
import type { Json } from "../../parts/form/json.ts";

export interface Assessed {
  readonly result: Result;
  readonly why: Explanation;
  /** The dossier that gave this result. */
  readonly dossier: Json;
}

export interface Assessment {
  /** null: nothing could be computed yet. */
  readonly last: Assessed | null;
  readonly problems: readonly Problem[];
}

export function assess(
  engine: Engine,
  dossier: Json,
): { readonly assessed: Assessed | null; readonly problems: readonly Problem[] } {
  const read = engine.read(dossier);
  if (!read.ok) return { assessed: null, problems: read.errors };
  return { assessed: { result: engine.assess(read.value), why: engine.explain(read.value), dossier }, problems: [] };
}

/** `laid` changes with every dossier put on the desk: another dossier's result is no "last result". */
export function useAssessment(engine: Engine, dossier: Json, laid: number): Assessment {
  const last = useRef<{ readonly assessed: Assessed; readonly laid: number } | null>(null);
  const { assessed, problems } = useMemo(() => assess(engine, dossier), [engine, dossier]);
  if (assessed !== null) last.current = { assessed, laid };
  const stays = last.current?.laid === laid ? last.current.assessed : null;
  return { last: assessed ?? stays, problems };
}
