/** What is wrong with what stands in a field. Fetched with the first mistake. */

import type { Problem } from "@zhengdui/basics";
import type { Fact } from "@zhengdui/policy";
import { Mixed } from "../../words/mixed.tsx";
import { t } from "../../words/t.ts";
import { fieldWords } from "./field-words.ts";

export function FieldProblems({ problems, fact }: { readonly problems: readonly Problem[]; readonly fact: Fact }) {
  return <Mixed of={problems.map((problem) => fieldWords(problem, fact)).join(t("；"))} />;
}
