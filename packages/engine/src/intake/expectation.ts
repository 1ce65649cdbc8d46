/** What a value should be, in words: for who writes a dossier, with ids and quotation marks as the file takes them; for who fills in a form, as the form shows it. */
import type { FactKind, Option } from "@zhengdui/policy";

/** dossier: JSON or YAML, written by hand or by a program. form: what is said to somebody who sees labels. */
export type Wording = "dossier" | "form";

export const expectationOf = (kind: FactKind, wording: Wording): string => (wording === "form" ? inForm(kind) : inDossier(kind));

function inDossier(kind: FactKind): string {
  switch (kind.kind) {
    case "money":
      return '应为金额（元）：数或 "1234.56" 这样的文字，不小于 0、小于 10000000000000，至多两位小数';
    case "count":
      return `应为不小于 0 的整数${unitWords(kind.unit)}，不加引号`;
    case "decimal":
      return `应为不小于 0 的数${unitWords(kind.unit)}，或 "7.5" 这样的文字`;
    case "rate":
      return '应为 "0.15" 这样的小数文字（加引号），不小于 0';
    case "boolean":
      return "应为 true（是）或 false（否），不加引号";
    case "date":
      return '应为真实存在的日期，形如 "2023-05-01"';
    case "month":
      return '应为真实存在的月份，形如 "2023-05"';
    case "year":
      return "应为四位年份的数，不加引号，如 2023";
    case "text":
      return TEXT;
    case "uscc":
      return CODE;
    case "industry":
      return '应为 2 至 4 位数字的国民经济行业代码（加引号），前两位为 01 至 97，如 "1951"';
    case "option":
      return `应为 ${idsOf(kind.options)} 之一`;
    case "options":
      return `应为数组，其中每一项为 ${idsOf(kind.options)} 之一`;
  }
}

function inForm(kind: FactKind): string {
  switch (kind.kind) {
    case "money":
      return "应为金额（元），不小于 0、小于 10000000000000，至多两位小数";
    case "count":
      return `应为不小于 0 的整数${unitWords(kind.unit)}`;
    case "decimal":
      return `应为不小于 0 的数${unitWords(kind.unit)}`;
    case "rate":
      return "应为 0.15 这样的小数，不小于 0";
    case "boolean":
      return "应为是或否";
    case "date":
      return "应为真实存在的日期，如 2023-05-01";
    case "month":
      return "应为真实存在的月份，如 2023-05";
    case "year":
      return "应为四位数字的年份，如 2023";
    case "text":
      return TEXT;
    case "uscc":
      return CODE;
    case "industry":
      return "应为 2 至 4 位数字的国民经济行业代码，前两位为 01 至 97，如 1951";
    case "option":
      return `应为${labelsOf(kind.options)}之一`;
    case "options":
      return `应从${labelsOf(kind.options)}中选`;
  }
}

/** Of one option among several that may be chosen. */
export const oneOf = (options: readonly Option[], wording: Wording): string =>
  wording === "form" ? `应为${labelsOf(options)}之一` : `应为 ${idsOf(options)} 之一`;

const TEXT = "应为 1 至 500 字的文字，不含换行等控制字符";
const CODE = "应为 18 位统一社会信用代码：数字和大写字母（不用 I、O、S、V、Z），两处校验都相符";

const unitWords = (unit: string): string => (unit === "" ? "" : `（${unit}）`);
const idsOf = (options: readonly Option[]): string => options.map((option) => `${option.id}（${option.label}）`).join("、");
const labelsOf = (options: readonly Option[]): string => options.map(({ label }) => `“${label}”`).join("、");
