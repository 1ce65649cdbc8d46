/** The words of a worked case for what an assessment answers: outcomes and marks. */
import type { CaseStatus } from "./worked-case.ts";

export const STATUS_WORDS: Readonly<Record<CaseStatus, string>> = {
  eligible: "可以得到",
  "not-eligible": "不能得到",
  "not-claimed": "没有申报",
  undetermined: "尚不能定",
  discretionary: "一事一议",
  "no-subsidy": "不发补助",
};

export const MARK_WORDS: Readonly<Record<string, string>> = {
  retroactive: "参照执行",
  "out-of-year": "不属本年度",
  "two-formulas-differ": "两种算法不一致",
  "quanzhou-figure-missing": "缺泉州市一数",
  capped: "单项封顶",
  "applicant-capped": "年度封顶",
  "not-selected": "未入选",
  "given-up": "已让出",
  "outside-award-to-repay": "待缴回外部奖补",
  "ceiling-unknown": "财政贡献未定",
  "ceiling-binds": "受上限核减",
  "standard-not-set": "标准未定",
  "duplicate-id": "同一代码重复",
  "funded-earlier": "以前年度已获补助",
  "same-project-other-payee": "同一项目另有单位",
  "refund-due": "应退回多拨",
};

/** An absent fact: not written, even where the standard facts have one. */
export const ABSENT = "—";
export const UNKNOWN = "未知";
export const NONE = "无";
/** payable: null */
export const NOT_YET = "暂不支付";

/** Of a selection. */
export const SELECTED_WORDS = { selected: "入选", "not-selected": "未入选", open: "未定" } as const;

/** The word's key; null where there is no such word. */
export function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string): K | null {
  const found = Object.entries(words).find(([, text]) => text === word);
  return found === undefined ? null : (found[0] as K);
}
