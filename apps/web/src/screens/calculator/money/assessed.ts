/** A result with what it was computed from. */
import type { Explanation, Result } from "@zhengdui/contract";
import type { Json } from "../../../parts/form/json.ts";

export interface Assessed {
  readonly result: Result;
  readonly why: Explanation;
  /** The dossier that gave this result. */
  readonly dossier: Json;
}
