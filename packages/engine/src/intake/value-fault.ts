/** Says why a value can't be read and, where the intention is plain, offers the mend. Runs only once reading has failed. */
import { checkCreditCode, nearest, parseDate, parseMoney, parseMonth, toHalfWidth } from "@zhengdui/basics";
import type { FactKind, Option } from "@zhengdui/policy";
import { describe, quoted } from "./describe.ts";
import { expectationOf, oneOf, type Wording } from "./expectation.ts";

export interface Fault {
  /** Added to the fact's path: "" or "[0]". */
  readonly suffix: string;
  readonly problem: string;
  readonly expected: string;
}

export function faultsOf(kind: FactKind, raw: unknown, wording: Wording): readonly Fault[] {
  if (kind.kind === "options") return optionsFaults(kind.options, raw, wording);
  const known = standardFault(kind, raw, wording);
  if (known !== null) return [known];
  const expected = expectationOf(kind, wording);
  const problem = problemOf(kind, raw, wording);
  const mend = typeof raw === "string" || typeof raw === "number" ? mendOf(kind, raw) : null;
  return [{ suffix: "", problem, expected: mend === null ? expected : `${expected}；${meantWords(kind, mend, wording)}` }];
}

/** A guess as it should be written, or as the form calls it. */
function meantWords(kind: FactKind, mend: string, wording: Wording): string {
  if (wording === "dossier") return `是否应为 ${mend}`;
  if (kind.kind === "boolean") return `是否应为“${mend === "true" ? "是" : "否"}”`;
  const label = "options" in kind ? kind.options.find(({ id }) => id === mend)?.label : undefined;
  return `是否应为“${label ?? mend.replaceAll('"', "")}”`;
}

/** Money and credit codes: basics knows their faults and mends. */
function standardFault(kind: FactKind, raw: unknown, wording: Wording): Fault | null {
  const outcome =
    kind.kind === "money" ? parseMoney(raw) : kind.kind === "uscc" && typeof raw === "string" ? checkCreditCode(raw) : null;
  if (outcome === null || outcome.ok) return null;
  const problems = outcome.errors.map((error) => error.problem).join("；");
  const told = outcome.errors.map((error) => error.expected).join("；");
  const expected = wording === "form" && kind.kind === "money" ? expectationOf(kind, wording) : told;
  const meant = outcome.errors.find((error) => error.suggestion !== undefined)?.suggestion;
  return {
    suffix: "",
    problem: `${problems}，收到${describe(raw)}`,
    expected: meant === undefined ? expected : `${expected}；是否应为 "${meant}"`,
  };
}

function optionsFaults(options: readonly Option[], raw: unknown, wording: Wording): readonly Fault[] {
  if (!Array.isArray(raw)) {
    const problem = wording === "form" ? `不是所列的选项，收到${describe(raw)}` : `应为数组，收到${describe(raw)}`;
    return [{ suffix: "", problem, expected: expectationOf({ kind: "options", options }, wording) }];
  }
  const ids = new Set(options.map((option) => option.id));
  const faults: Fault[] = [];
  raw.forEach((id: unknown, i) => {
    if (typeof id === "string" && ids.has(id)) return;
    const close = typeof id === "string" ? closeOption(options, id) : null;
    const meant = close === null ? "" : `；${meantWords({ kind: "options", options }, close, wording)}`;
    const expected = `${oneOf(options, wording)}${meant}`;
    faults.push({ suffix: `[${i}]`, problem: `没有这个选项，收到${describe(id)}`, expected });
  });
  return faults;
}

function problemOf(kind: FactKind, raw: unknown, wording: Wording): string {
  const received = `收到${describe(raw)}`;
  switch (kind.kind) {
    case "decimal":
    case "count":
    case "year":
    case "rate":
      return numberProblem(kind.kind, raw, received, wording);
    case "money":
      return `不是金额，${received}`;
    case "boolean":
      return `不是是或否，${received}`;
    case "date":
    case "month":
      return typeof raw === "string" ? calendarProblem(kind.kind, raw) : `不是文字，${received}`;
    case "text":
      return typeof raw === "string" ? textProblem(raw) : `不是文字，${received}`;
    case "uscc":
      return `不是文字，${received}`;
    case "industry":
      return typeof raw === "string" ? `不是行业代码，${received}` : `不是文字，${received}`;
    case "option":
    case "options":
      return `没有这个选项，${received}`;
  }
}

type NumberKind = "decimal" | "count" | "year" | "rate";

function numberProblem(kind: NumberKind, raw: unknown, received: string, wording: Wording): string {
  if (typeof raw === "number") {
    if (kind === "rate") return `比例应写作文字，${received}`;
    if (raw < 0) return `小于 0，${received}`;
    if (!Number.isFinite(raw) || raw > Number.MAX_SAFE_INTEGER || kind === "decimal") return `过大，${received}`;
    return kind === "year" ? `不是四位年份，${received}` : `不是整数，${received}`;
  }
  if (typeof raw !== "string") return `不是数，${received}`;
  if (wording === "dossier" && (kind === "count" || kind === "year")) return `应写作数，不加引号，${received}`;
  if (/^-\s*[\d.]/.test(raw)) return `小于 0，${received}`;
  if (/^\d+(\.\d+)?$/.test(raw)) return raw.length > 500 ? "数字太长" : `过大，${received}`;
  return `不是数，${received}`;
}

function calendarProblem(kind: "date" | "month", raw: string): string {
  const shaped = kind === "date" ? /^\d{4}-\d{2}-\d{2}$/.test(raw) : /^\d{4}-\d{2}$/.test(raw);
  return shaped
    ? `没有这一${kind === "date" ? "天" : "月"}：${quoted(raw)}`
    : `不是${kind === "date" ? "日期" : "月份"}，收到${describe(raw)}`;
}

/** Code points of a longer text aren't counted. */
const COUNTED = 2 ** 16;

function textProblem(raw: string): string {
  if (raw === "") return "是空的";
  const control = /\p{Cc}/u.exec(raw);
  if (control !== null) return `含有控制字符 U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (/\p{Cs}/u.test(raw)) return "含有不成对的代理码元，不是完整的字符";
  return `超过 500 字（${raw.length < COUNTED ? [...raw].length : "远远超过"}）`;
}

/** What was probably meant, as it should be written; null: no guess. A guess is always one that can be read. */
function mendOf(kind: FactKind, raw: string | number): string | null {
  const text = typeof raw === "string" ? toHalfWidth(raw.slice(0, 200)).trim() : String(raw);
  switch (kind.kind) {
    case "decimal": {
      const bare = text.replaceAll(",", "");
      return bare !== raw && /^\d{1,9}(\.\d{1,20})?$/.test(bare) && typeof raw === "string" ? `"${bare}"` : null;
    }
    case "count":
    case "year": {
      const bare = text.replaceAll(",", "").replace(/[年人家]$/, "");
      return /^\d{1,15}$/.test(bare) && typeof raw === "string" ? String(Number(bare)) : null;
    }
    case "rate":
      return rateMend(text, raw);
    case "boolean":
      return booleanMend(text);
    case "date":
      return dateMend(text);
    case "month":
      return monthMend(text);
    case "industry":
      return /^\d{2,4}$/.test(text) && (typeof raw === "number" || text !== raw) ? `"${text}"` : null;
    case "option":
      return closeOption(kind.options, text);
    case "text":
      return typeof raw === "number" ? `"${raw}"` : null;
    case "money":
    case "uscc":
    case "options":
      return null;
  }
}

function rateMend(text: string, raw: string | number): string | null {
  if (typeof raw === "number") return raw >= 0 && /^\d+(\.\d+)?$/.test(text) ? `"${text}"` : null;
  const [, percent] = /^(\d{1,2})%$/.exec(text) ?? [];
  return percent === undefined ? null : `"0.${percent.padStart(2, "0")}"`;
}

function booleanMend(text: string): string | null {
  if (/^(?:true|yes|y|是|1)$/i.test(text)) return "true";
  return /^(?:false|no|n|否|0)$/i.test(text) ? "false" : null;
}

function dateMend(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.年 ]?(\d{1,2})[-/.月 ]?(\d{1,2})日?$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDate(date) === null || date === text ? null : `"${date}"`;
}

function monthMend(text: string): string | null {
  const [, year, month] = /^(\d{4})[-/.年 ]?(\d{1,2})(?:月|-\d{2})?$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return null;
  const date = `${year}-${month.padStart(2, "0")}`;
  return parseMonth(date) === null || date === text ? null : `"${date}"`;
}

/** By id or label, whatever the case; else the nearest id. */
function closeOption(options: readonly Option[], text: string): string | null {
  const same = options.find((option) => option.id.toLowerCase() === text.toLowerCase() || option.label === text);
  return (
    same?.id ??
    nearest(
      text.slice(0, 100),
      options.map((option) => option.id),
    ) ??
    null
  );
}
