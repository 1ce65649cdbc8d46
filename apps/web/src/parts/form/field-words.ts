/**
 * A problem beside the field itself: what was received stands in it, and of quotes and lists of identifiers a form knows nothing. In another
 * language the reader's whole complaint follows what is wanted.
 */

import type { Problem } from "@zhengdui/basics";
import type { Fact } from "@zhengdui/policy";
import { isForeign, t } from "../../words/t.ts";
import { expectedWords, plainWords, problemWords } from "./problem-words.ts";
import { wantedWords } from "./wanted-words.ts";

export function fieldWords(problem: Problem, fact: Fact): string {
  if (isForeign()) return `${wantedWords(fact)} ${problemWords(problem, fact.label)}`;
  const said = problemWords({ ...problem, expected: "" }, fact.label).replace(/，收到.*$/s, "");
  const own = said === "应写作数，不加引号" ? "" : said;
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
