/** The enterprises that rows name, once each: the first name that a row says, or the code where none does. */
import type { Steps } from "@zhengdui/basics";
import type { RegisterRow } from "@zhengdui/casework";

/** So many rows are looked at in one step. */
const STEP_ROWS = 500;

export function* namesInRows(rows: readonly RegisterRow[]): Steps<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const [at, { uscc, name }] of rows.entries()) {
    if (at % STEP_ROWS === 0) yield;
    if (uscc !== null && !names.has(uscc)) names.set(uscc, name ?? uscc);
  }
  return names;
}
