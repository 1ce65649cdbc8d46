/** A problem in one sentence, without saying twice what stands beside it already. */

import type { Problem } from "@zhengdui/basics";
import type { Fact } from "@zhengdui/policy";
import { isForeign, t } from "../../words/t.ts";
import { wantedWords } from "./wanted-words.ts";

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

/**
 * Beside the field itself: what was received stands in it, and of quotes and lists of identifiers a form knows nothing. In another
 * language the reader's whole complaint follows what is wanted.
 */
export function fieldWords(problem: Problem, fact: Fact): string {
  if (isForeign()) return `${wantedWords(fact)} ${problemWords(problem, fact.label)}`;
  const own = problemWords({ ...problem, expected: "" }, fact.label).replace(/，收到.*$/s, "");
  const [expected = "", mend] = problem.expected.split("；是否应为 ");
  // Only what the reader says of every value of the kind: a check, and a credit code's own mend, speak for themselves.
  const isOfKind = /^应为/.test(expected) && fact.type.kind !== "uscc" && fact.type.kind !== "text";
  const wanted = isOfKind ? wantedWords(fact) : expected === "" ? "" : plainWords(expectedWords(expected));
  const offered = mend === undefined ? "" : t("是否应为 {mend}？", { mend: mendWords(mend, fact) });
  return [own, [wanted, offered].filter(Boolean).join(wanted.endsWith("。") ? "" : t("；"))].filter(Boolean).join(t("；"));
}

/** As the field itself shows it. */
function mendWords(mend: string, { type }: Fact): string {
  if (type.kind === "boolean") return mend === "true" ? t("是") : t("否");
  if ("options" in type) return type.options.find(({ id }) => id === mend)?.label ?? mend;
  return mend.replace(/^"|"$/g, "");
}
