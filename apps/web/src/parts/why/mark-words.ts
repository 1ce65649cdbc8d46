/** Marks, statuses and states in the words of an officer. Clause and figures come from the policy, never from here. */
import type { Status } from "@zhengdui/contract";

const MARKS: Readonly<Record<string, string>> = {
  retroactive: "施行前发生，参照执行",
  "out-of-year": "不属于本政策年度",
  "two-formulas-differ": "两种算法结果不一致",
  "quanzhou-figure-missing": "缺一项泉州市认定数",
  capped: "已达单项最高限额",
  "applicant-capped": "已达单家年度最高限额",
  "not-selected": "未入选",
  "given-up": "就高不重复，由他项保留",
  "outside-award-to-repay": "须先缴回或放弃外部奖补",
  "ceiling-unknown": "财政贡献尚未核定",
  "ceiling-binds": "受财政贡献上限核减",
  "standard-not-set": "标准尚未明确",
  "duplicate-id": "同一企业重复列出，只计一次",
  "funded-earlier": "以前年度已获补助",
  "same-project-other-payee": "同一项目另有受补单位",
  "refund-due": "已拨多于应得，应退回",
};

/** A mark without a word is shown as it is: nothing is passed over. */
export const markWord = (mark: string): string => MARKS[mark] ?? mark;

export function statusWord(status: Status): string {
  switch (status) {
    case "eligible":
      return "符合";
    case "not-eligible":
      return "不符合";
    case "not-claimed":
      return "未申报";
    case "undetermined":
      return "待定";
    case "discretionary":
      return "一事一议";
    case "no-subsidy":
      return "不涉及补助";
  }
}
