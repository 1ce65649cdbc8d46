/** The one place where the page meets the engine: the closures back end, since the page's content policy forbids generated code. */

import { fail, type Outcome, ok } from "@zhengdui/basics";
import { createEngine, type Engine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { t } from "./words/t.ts";

export type { Engine } from "@zhengdui/engine";

export function engineOf(policy: Policy): Outcome<Engine, string> {
  try {
    return ok(createEngine(policy, "closures"));
  } catch (error) {
    // A page kept from before an update may meet a policy of after it.
    console.warn(error);
    return fail(t("政策与页面的版本不一致，请重新载入页面。"));
  }
}
