/** The dossier that stands on the right, by what was chosen. Pure. */
import type { Engine } from "../../../engine.ts";
import { setAt } from "../../../parts/form/json.ts";
import type { Loaded } from "../../../server.ts";
import { t } from "../../../words/t.ts";
import type { Sheet } from "../desk.ts";
import { type LeftOut, takeOver } from "../take-over.ts";
import type { Choice } from "./choice.ts";
import type { Copy } from "./copies.ts";
import type { OtherPolicy } from "./use-other-policy.ts";

export interface RightSide {
  readonly title: string;
  readonly engine: Engine;
  readonly sheet: Sheet;
  /** Under another policy: what it has no place for. */
  readonly other: { readonly left: readonly LeftOut[]; readonly taken: number } | null;
}

export interface Given {
  readonly loaded: Loaded;
  readonly engine: Engine;
  readonly sheet: Sheet;
  readonly copies: readonly Copy[];
  readonly other: OtherPolicy;
}

/** null: nothing was chosen, or it isn't there (any more). */
export function rightSide(choice: Choice, { loaded, engine, sheet, copies, other }: Given): RightSide | null {
  switch (choice.kind) {
    case "none":
      return null;
    case "year": {
      const dossier = setAt(sheet.dossier, ["year"], choice.year);
      return { title: t("同一份资料，{year} 年度", { year: choice.year }), engine, sheet: { ...sheet, dossier }, other: null };
    }
    case "copy": {
      const copy = copies.find(({ id }) => id === choice.id);
      return copy === undefined ? null : { title: copy.name, engine, sheet: copy.sheet, other: null };
    }
    case "example": {
      const example = loaded.examples.find(({ id }) => id === choice.id);
      if (example === undefined) return null;
      const dossier = example.dossier as Sheet["dossier"];
      return {
        title: example.title,
        engine,
        sheet: { dossier, skipped: [], growing: [], whole: true, from: example.title, example: example.id },
        other: null,
      };
    }
    case "file":
      return { title: choice.sheet.from, engine, sheet: choice.sheet, other: null };
    case "policy": {
      if (other.kind !== "ready") return null;
      const { policy } = other.engine;
      const { dossier, skipped, growing, left, taken } = takeOver(engine.policy, policy, sheet);
      const title = t("同样的资料，按{number}", { number: policy.number });
      return {
        title,
        engine: other.engine,
        sheet: { dossier, skipped, growing, ...(sheet.whole === true ? { whole: true } : {}), from: title, example: "" },
        other: { left, taken },
      };
    }
  }
}
