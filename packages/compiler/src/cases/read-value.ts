/** One cell of a worked case as the dossier writes it: 50万元 → "500000.00", 是 → true, 2023年5月1日 → "2023-05-01", 第3家 → a valid credit code. */
import { fail, formatMoney, makeCreditCode, type Outcome, ok, parseDate, parseMonth } from "@zhengdui/basics";
import type { Fact, Option } from "@zhengdui/policy";
import { type Figure, parseFigure } from "../read/parse-figure.ts";
import { ABSENT, NONE, UNKNOWN } from "./case-words.ts";

/** Codes that a case writes by words. */
export interface Codes {
  /** 本单位 */
  readonly own: string;
  /** 第 n 家, n from 1. */
  readonly firm: (n: number) => string;
}

/** Invented enterprises of the applicant's district: kind 1 of department 9, the organisation code from their number. */
export function codesOf(own: string): Codes {
  const prefix = `91${own.slice(2, 8)}`;
  return { own, firm: (n) => makeCreditCode(prefix, `MB${String(n).padStart(6, "0")}`) ?? "" };
}

/** undefined: absent. The error says what was expected. */
export function readValue(fact: Fact, text: string, codes: Codes): Outcome<unknown, string> {
  const { presence, type } = fact;
  if (text === ABSENT) return ok(undefined);
  if (text === UNKNOWN && (presence === "unknowable" || presence === "optional-unknown")) return ok(null);
  if (text === NONE && type.kind === "options") return ok([]);
  if (text === NONE && (presence === "nullable" || presence === "optional")) return ok(null);
  const value = plainValue(fact, text, codes);
  return value === null ? fail(expectedOf(fact)) : ok(value);
}

function plainValue({ type }: Fact, text: string, codes: Codes): unknown {
  const figure = parseFigure(text);
  switch (type.kind) {
    case "money":
      return figure?.unit === "元" ? formatMoney(figure.value) : null;
    case "count":
      return figure !== null && figure.scale === 0 && unitFits(figure, type.unit) ? figure.value : null;
    case "decimal":
      return figure !== null && unitFits(figure, type.unit) ? decimalText(figure) : null;
    case "rate":
      return figure !== null && figure.unit === "" ? decimalText(figure) : null;
    case "boolean":
      return text === "是" ? true : text === "否" ? false : null;
    case "date":
      return dateOf(text);
    case "month":
      return monthOf(text);
    case "year":
      return /^\d{4}年?$/.test(text) ? Number(text.slice(0, 4)) : null;
    case "text":
    case "industry":
      return text === "" ? null : text;
    case "uscc":
      return codeOf(text, codes);
    case "option":
      return optionOf(type.options, text);
    case "options":
      return optionsOf(type.options, text);
  }
}

const unitFits = (figure: Figure, unit: string): boolean => figure.unit === "" || figure.unit === unit;

/** { value: 75, scale: 1 } → "7.5" */
function decimalText({ value, scale }: Figure): string {
  const digits = String(value).padStart(scale + 1, "0");
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function dateOf(text: string): string | null {
  const [, year = "", month = "", day = ""] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text) ?? [];
  const iso = year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDate(iso) === null ? null : iso;
}

function monthOf(text: string): string | null {
  const [, year = "", month = ""] = /^(\d{4})年(\d{1,2})月$/.exec(text) ?? [];
  const iso = year === "" ? text : `${year}-${month.padStart(2, "0")}`;
  return parseMonth(iso) === null ? null : iso;
}

function codeOf(text: string, codes: Codes): string | null {
  if (text === "本单位") return codes.own;
  const number = /^第([1-9]\d{0,5})家$/.exec(text)?.[1];
  if (number !== undefined) return codes.firm(Number(number));
  return /^[0-9A-Z]{18}$/.test(text) ? text : null;
}

/** By its code, its label, or its label without what stands in brackets. */
function optionOf(options: readonly Option[], text: string): string | null {
  return options.find(({ id, label }) => [id, label, shortLabel(label)].includes(text))?.id ?? null;
}

const shortLabel = (label: string): string => label.replace(/（.*$/u, "");

function optionsOf(options: readonly Option[], text: string): readonly string[] | null {
  const ids = text.split("、").map((word) => optionOf(options, word));
  return ids.every((id) => id !== null) ? ids : null;
}

function expectedOf({ type, presence }: Fact): string {
  const unknown = presence === "unknowable" || presence === "optional-unknown" ? `；不知道的写${UNKNOWN}` : "";
  const none = presence === "nullable" || presence === "optional" || type.kind === "options" ? `；没有的写${NONE}` : "";
  return `${formOf(type)}${unknown}${none}`;
}

function formOf(type: Fact["type"]): string {
  switch (type.kind) {
    case "money":
      return "金额，带单位，如 3.5万元、1234.56元";
    case "count":
      return `整数，如 3${type.unit}`;
    case "decimal":
      return `数，如 7.5${type.unit}`;
    case "rate":
      return "比例，如 3.5% 或 0.035";
    case "boolean":
      return "是 或 否";
    case "date":
      return "日期，如 2023年8月8日 或 2023-08-08";
    case "month":
      return "月份，如 2023年8月 或 2023-08";
    case "year":
      return "年份，如 2023年";
    case "text":
      return "文字";
    case "industry":
      return "行业代码";
    case "uscc":
      return "18 位统一社会信用代码，或 本单位，或 第3家";
    case "option":
      return type.options.map((o) => shortLabel(o.label)).join(" 或 ");
    case "options":
      return `以 、 隔开：${type.options.map((o) => shortLabel(o.label)).join("、")}`;
  }
}
