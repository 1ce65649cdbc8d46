/**
 * One catalogue of an author's mistakes. To add a code: put an entry into the catalogue file of its area under complaints/ (or add a file there
 * and spread it below); its arguments are then checked wherever `complain` is called.
 */
import { CASES_CATALOGUE } from "./complaints/cases-catalogue.ts";
import type { ComplaintWords } from "./complaints/complaint-words.ts";
import { DOCUMENT_CATALOGUE } from "./complaints/document-catalogue.ts";
import { FACTS_CATALOGUE } from "./complaints/facts-catalogue.ts";
import { RULE_CATALOGUE } from "./complaints/rule-catalogue.ts";
import { TEXT_CATALOGUE } from "./complaints/text-catalogue.ts";

export const CATALOGUE = {
  ...CASES_CATALOGUE,
  ...DOCUMENT_CATALOGUE,
  ...FACTS_CATALOGUE,
  ...RULE_CATALOGUE,
  ...TEXT_CATALOGUE,
};

export type ComplaintCode = keyof typeof CATALOGUE;
type ArgumentsOf<C extends ComplaintCode> = Parameters<(typeof CATALOGUE)[C]>;

/** Where a mistake is. Line and column count from 1, in characters (UTF-16 units) of the file. `words`: the words complained about. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly words: string;
}

export interface Complaint extends Place, ComplaintWords {
  readonly code: ComplaintCode;
}

/** complain("yaml-broken", place, { problem }): the complaint as data; codes without arguments take two parameters. */
export function complain<C extends ComplaintCode>(code: C, place: Place, ...args: ArgumentsOf<C>): Complaint {
  const entry = CATALOGUE[code] as (...given: ArgumentsOf<C>) => ComplaintWords;
  const { file, line, column, words } = place;
  return { code, file, line, column, words, ...entry(...args) };
}

/** file:line:column, the words, and the four sentences, a line each. */
export const printComplaint = (complaint: Complaint): string => printed(complaint, "");

/** The same of what stands in nobody's way. */
export const printNotice = (notice: Complaint): string => printed(notice, "  请留意，不是错处");

function printed({ file, line, column, words, code, what, expected, why, mend }: Complaint, remark: string): string {
  return [
    `${file}:${line}:${column}  [${code}]${remark}`,
    `  文字：${words === "" ? "（无）" : words}`,
    `  问题：${what}`,
    `  应为：${expected}`,
    `  原因：${why}`,
    `  改法：${mend}`,
  ].join("\n");
}
