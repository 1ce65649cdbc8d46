/** The one place where the page meets the engine: the closures back end, since the page's content policy forbids generated code. */

import { fail, type Outcome, ok } from "@zhengdui/basics";
import { createEngineWith, type Engine, type GapsMaker } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { t } from "./words/t.ts";

export type { Engine } from "@zhengdui/engine";

export function engineOf(policy: Policy): Outcome<Engine, string> {
  try {
    return ok(createEngineWith(policy, "closures", whenFetched));
  } catch (error) {
    // A page kept from before an update may meet a policy of after it.
    console.warn(error);
    return fail(t("政策与页面的版本不一致，请重新载入页面。"));
  }
}

let maker: GapsMaker | null = null;

/** No gaps until what finds them has been fetched. */
const whenFetched: GapsMaker = (policy, figures, outlines) => {
  let own: ReturnType<GapsMaker> | null = null;
  return (dossier, measure, why) => {
    if (maker === null) return [];
    own ??= maker(policy, figures, outlines);
    return own(dossier, measure, why);
  };
};

export const hasGaps = (): boolean => maker !== null;

export async function fetchGaps(): Promise<void> {
  ({ createGaps: maker } = await import("./gaps.ts"));
}
