/** What facts, records, lists and options are called: as the policy says; on a page in English their identifiers as words, then the policy's name. */
import type { Fact, Option } from "@zhengdui/policy";
import { keyWords } from "../../words/key-words.ts";
import { isForeign } from "../../words/t.ts";

export const factName = ({ key, label }: Pick<Fact, "key" | "label">): string => named(key, label);

/** Of a record or a list. */
export const groupName = ({ id, label }: Option): string => named(id.split(".").at(-1) ?? id, label);

export const optionName = ({ id, label }: Option): string => named(id, label);

function named(key: string, label: string): string {
  const words = isForeign() ? keyWords(key) : "";
  return words === "" || words === label ? label : `${words} (${label})`;
}
