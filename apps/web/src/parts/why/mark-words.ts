/** Marks, statuses and states in the words of an officer. Clause and figures come from the policy, never from here. */

import type { Status } from "@zhengdui/contract";
import { t } from "../../words/t.ts";

const MARKS: Readonly<Record<string, () => string>> = {
  retroactive: () => t("施行前发生，参照执行"),
  "out-of-year": () => t("不属于本政策年度"),
  "two-formulas-differ": () => t("两种算法结果不一致"),
  "quanzhou-figure-missing": () => t("缺一项泉州市认定数"),
  capped: () => t("已达单项最高限额"),
  "applicant-capped": () => t("已达单家年度最高限额"),
  "not-selected": () => t("未入选"),
  "given-up": () => t("就高不重复，由他项保留"),
  "outside-award-to-repay": () => t("须先缴回或放弃外部奖补"),
  "ceiling-unknown": () => t("财政贡献尚未核定"),
  "ceiling-binds": () => t("受财政贡献上限核减"),
  "standard-not-set": () => t("标准尚未明确"),
  "duplicate-id": () => t("同一企业重复列出，只计一次"),
  "funded-earlier": () => t("以前年度已获补助"),
  "same-project-other-payee": () => t("同一项目另有受补单位"),
  "refund-due": () => t("已拨多于应得，应退回"),
};

/** A mark without a word is shown as it is: nothing is passed over. */
export const markWord = (mark: string): string => MARKS[mark]?.() ?? mark;

export function statusWord(status: Status): string {
  switch (status) {
    case "eligible":
      return t("符合");
    case "not-eligible":
      return t("不符合");
    case "not-claimed":
      return t("未申报");
    case "undetermined":
      return t("待定");
    case "discretionary":
      return t("一事一议");
    case "no-subsidy":
      return t("不涉及补助");
  }
}
