/** What a field takes, in the page's own words: said to who types into it, where the reader's complaint speaks of files. */
import type { Fact } from "@zhengdui/policy";
import { t } from "../../words/t.ts";

export function wantedWords({ type }: Fact): string {
  switch (type.kind) {
    case "money":
      return t("应填以元为单位的数字，至多两位小数。");
    case "count":
      return t("应填整数。");
    case "decimal":
      return t("应填数字。");
    case "rate":
      return t("应填比例：0 到 1 之间的小数。");
    case "date":
      return t("应填日期：年-月-日。");
    case "month":
      return t("应填月份：年-月。");
    case "year":
      return t("应填四位数的年份。");
    case "uscc":
      return t("应填统一社会信用代码：18 位，末位是校验码。");
    case "industry":
      return t("应填国民经济行业代码：2 至 4 位数字。");
    case "boolean":
      return t("请选“是”或“否”。");
    case "option":
    case "options":
      return t("请从列出的选项里选。");
    case "text":
      return t("请核对这一项。");
  }
}
