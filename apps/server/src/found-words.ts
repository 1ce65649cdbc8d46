/** What the page says around what a search has found, in either language. HTML; what is asked and found comes escaped. */

export interface FoundWords {
  /** Where the policies are listed. */
  readonly home: string;
  readonly nothing: (asked: string, all: (words: string) => string) => string;
  readonly count: (asked: string, policies: number, clauses: number) => string;
  readonly all: string;
  /** A kind of text: 原文, 给谁, 条件, 读法. */
  readonly kind: (what: string) => string;
  /** Around what stays Chinese. */
  readonly law: (html: string) => string;
}

export const FOUND_IN_CHINESE: FoundWords = {
  home: "/policies/",
  nothing: (asked, all) => `没有找到“${asked}”。换一个短些的词，或者${all("看全部政策")}。`,
  count: (asked, policies, clauses) => `“${asked}”：${policies} 项政策，${clauses} 条。`,
  all: "看全部政策",
  kind: (what) => what,
  law: (html) => html,
};

const KINDS: Readonly<Record<string, string>> = { 原文: "Text", 给谁: "Paid to", 条件: "Condition", 读法: "Reading" };
const several = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const inChinese = (html: string): string => `<span lang="zh-CN">${html}</span>`;

export const FOUND_IN_ENGLISH: FoundWords = {
  home: "/en/policies/",
  nothing: (asked, all) =>
    `Nothing found for “${inChinese(asked)}”. The texts are in Chinese: try a shorter Chinese word, or ${all("see all policies")}.`,
  count: (asked, policies, clauses) =>
    `“${inChinese(asked)}”: ${several(policies, "policy", "policies")}, ${several(clauses, "clause", "clauses")}. `,
  all: "See all policies",
  kind: (what) => KINDS[what] ?? what,
  law: inChinese,
};
