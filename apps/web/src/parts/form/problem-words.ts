/** A problem in one sentence, without saying twice what stands beside it already. */

import type { Problem } from "@zhengdui/basics";
import { t } from "../../words/t.ts";

/** `label`: the field's name, where it is shown next to these words. */
export function problemWords({ problem, expected }: Problem, label = ""): string {
  const own = label !== "" && problem.startsWith(`${label}：`) ? problem.slice(label.length + 1) : problem;
  return expected === "" ? own : `${own}${t("；")}${expectedWords(expected)}`;
}

/** “必须填写：…” and “可用的名称：…” say themselves what they are. */
export const expectedWords = (expected: string): string =>
  /^(?:应|必须|[^“"：]{1,8}：)|应为|必须/.test(expected) ? expected : t("应为{what}", { what: expected });

/** "单位类型为企业（enterprise）时" → "单位类型为企业时": what a file writes is nothing to who fills in a form. */
export const plainWords = (words: string): string => words.replace(/（[a-z][a-z-]*）/g, "");
