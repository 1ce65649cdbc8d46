/** An empty dossier of a policy's latest year: nothing is said yet. */

import type { Policy } from "@zhengdui/policy";
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
