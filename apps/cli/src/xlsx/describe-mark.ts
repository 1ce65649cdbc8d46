/** What a mark says, in the words of an officer. */

const words: Readonly<Record<string, string>> = {
  retroactive: "施行日之前的事项，参照执行",
  "out-of-year": "不是本年度的事项，不计",
  "two-formulas-differ": "两种算法的结果不同",
  "quanzhou-figure-missing": "两种算法缺一个数，按另一个计算",
  capped: "按单项限额封顶",
  "applicant-capped": "按单位年度限额封顶",
  "not-selected": "没有入选",
  "given-up": "就高不重复，已让出",
  "outside-award-to-repay": "其他奖补未退回，暂不拨付",
  "ceiling-unknown": "当年度财政经济贡献未定，暂不拨付",
  "ceiling-binds": "超过当年度财政经济贡献，核减",
  "standard-not-set": "标准尚未议定",
  "duplicate-id": "同一代码重复，只计一次",
  "funded-earlier": "以前年度已获补助，不计",
  "same-project-other-payee": "同一项目另有单位获补助，待议定",
  "refund-due": "已拨多于应得，应退回",
};

/** A mark without words is shown as it is. */
export const describeMark = (mark: string): string => words[mark] ?? mark;
