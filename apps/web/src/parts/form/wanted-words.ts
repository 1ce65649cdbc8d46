/** What a field takes, in the page's own words; said where the reader's own complaint is in Chinese and the page is not. */
import type { Fact } from "@zhengdui/policy";
import { isForeign, t } from "../../words/t.ts";

/** "" on a Chinese page: the complaint says it already. */
export function wantedWords({ type }: Fact): string {
  if (!isForeign()) return "";
  switch (type.kind) {
    case "money":
      return `${t("应填金额：数字，至多两位小数。")} `;
    case "count":
      return `${t("应填整数。")} `;
    case "decimal":
      return `${t("应填数字。")} `;
    case "rate":
      return `${t("应填比例：0 到 1 之间的小数。")} `;
    case "date":
      return `${t("应填日期：年-月-日。")} `;
    case "month":
      return `${t("应填月份：年-月。")} `;
    case "year":
      return `${t("应填四位数的年份。")} `;
    case "uscc":
      return `${t("应填统一社会信用代码：18 位，末位是校验码。")} `;
    case "industry":
      return `${t("应填国民经济行业代码。")} `;
    case "text":
    case "boolean":
    case "option":
    case "options":
      return `${t("请核对这一项。")} `;
  }
}
