/** A worked case as the hunt sees it: facts, and whether a result is another than the one expected. What a case says is for who wrote it down. */
import type { Engine, MeasureResult, Result } from "@zhengdui/engine";

export interface Trial {
  readonly title: string;
  /** Raw, as a dossier file has it. */
  readonly dossier: unknown;
  readonly differs: (result: Result) => boolean;
  /** Of a measure by itself, before 就高不重复 and the ceiling: status, amount, potential and its own marks alone are looked at. */
  readonly measureDiffers: (measure: MeasureResult) => boolean;
}

/** A case of several applicants, for what is decided between them. */
export interface RoundTrial {
  readonly title: string;
  readonly differs: (engine: Engine) => boolean;
}

export interface Trials {
  readonly dossiers: readonly Trial[];
  readonly rounds: readonly RoundTrial[];
}
