/** What lies on the desk: one dossier, how it got there, and the way back. Pure; the screen keeps it. */
import { isRecord, type Json, type Path, pathText, setAt } from "../../parts/form/json.ts";

export interface Sheet {
  readonly dossier: Json;
  /** Where it came from: an example's title, a file's name. */
  readonly from: string;
  /** Id of the example as long as nothing was changed; "" else. */
  readonly example: string;
}

export interface Desk {
  readonly now: Sheet;
  readonly past: readonly { readonly sheet: Sheet; readonly label: string; readonly key: string }[];
  /** Counts the dossiers laid on the desk, so that the form is drawn anew. */
  readonly laid: number;
}

export type Move =
  | { readonly kind: "change"; readonly path: Path; readonly value: Json | undefined; readonly label: string }
  | { readonly kind: "lay"; readonly sheet: Sheet; readonly label: string }
  | { readonly kind: "undo" };

const KEPT = 100;

export const deskOf = (sheet: Sheet): Desk => ({ now: sheet, past: [], laid: 0 });

export function move(desk: Desk, step: Move): Desk {
  switch (step.kind) {
    case "change": {
      const sheet = { ...desk.now, dossier: setAt(desk.now.dossier, step.path, step.value), example: "" };
      // Letters typed one after another into one field are one change.
      const key = pathText(step.path);
      const typing = desk.past.at(-1)?.key === key && step.value !== undefined && !isRecord(step.value);
      return { ...desk, now: sheet, past: typing ? desk.past : remember(desk, step.label, key) };
    }
    case "lay":
      return { now: step.sheet, past: remember(desk, step.label, ""), laid: desk.laid + 1 };
    case "undo": {
      const last = desk.past.at(-1);
      if (last === undefined) return desk;
      // Only another dossier is drawn anew; what was unfolded stays so.
      return { now: last.sheet, past: desk.past.slice(0, -1), laid: last.key === "" ? desk.laid + 1 : desk.laid };
    }
  }
}

const remember = (desk: Desk, label: string, key: string) => [...desk.past, { sheet: desk.now, label, key }].slice(-KEPT);
