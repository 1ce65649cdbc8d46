/** An empty dossier of a policy's latest year: nothing is said yet. */

import type { Policy } from "@zhengdui/policy";
import { isRecord } from "../../parts/form/json.ts";
import type { Sheet } from "./desk.ts";
import { BLANK } from "./from-words.ts";

export function blankSheet(policy: Policy): Sheet {
  return {
    dossier: { policy: policy.id, year: policy.years.at(-1) ?? null },
    skipped: [],
    growing: [],
    from: BLANK,
    example: "",
  };
}

/** Beside the policy and the year, nothing is said. */
export const isBlankSheet = ({ dossier, skipped }: Pick<Sheet, "dossier" | "skipped">): boolean =>
  skipped.length === 0 && isRecord(dossier) && Object.keys(dossier).every((key) => key === "policy" || key === "year");
