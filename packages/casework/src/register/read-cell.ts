/** One cell of a register → its canonical text, or what is wrong with it and how it is mended. */
import {
  checkCreditCode,
  fail,
  formatDate,
  formatMoney,
  nearest,
  type Outcome,
  ok,
  parseDate,
  parseDecimal,
  parseMoney,
  type ValueFault,
} from "@zhengdui/basics";
import { folded, type KeptCell, type SheetCell, textOf } from "../sheet/sheet-cell.ts";
import type { RegisterColumn } from "./register-kind.ts";

/** Beyond this many digits a spreadsheet has already changed a number. */
const SAFE_DIGITS = 15;
const LONGEST_NAME_LENGTH = 200;
const LONGEST_TEXT_LENGTH = 2000;

type Reading = Outcome<string | null, ValueFault>;

const refuse = (problem: string, expected: string, suggestion?: string): Reading =>
  fail(suggestion === undefined ? { problem, expected } : { problem, expected, suggestion });

/** null: an empty cell of a column that may be empty. */
export function readRegisterCell(column: RegisterColumn, cell: SheetCell): Reading {
  const text = textOf(cell).trim();
  if (text === "") return column.required ? refuse(`没有填${column.label}`, hintOf(column)) : ok(null);
  const kept: KeptCell = typeof cell === "string" || cell === null ? { as: "text", text } : { ...cell, text };
  if (kept.as === "error") return refuse(`公式出错（${text}）`, "更正公式，或者直接填写");
  if (kept.as === "number" && isLossy(text))
    return refuse(`长数字 ${text} 被存成了数值，第 ${SAFE_DIGITS} 位以后已经失真`, "先把这一列设为文本格式，再按原件重填");
  return byType(column, kept);
}

function byType(column: RegisterColumn, kept: KeptCell): Reading {
  switch (column.type) {
    case "text":
      return readText(kept, LONGEST_TEXT_LENGTH);
    case "name":
      return readText(kept, LONGEST_NAME_LENGTH);
    case "credit-code":
      return readCode(kept);
    case "year":
      return readYear(kept);
    case "day":
      return readDay(kept);
    case "money":
      return readMoney(kept);
    case "decimal":
      return readDecimal(kept);
    case "choice":
      return readChoice(column, kept);
  }
}

/** In words for templates and messages. */
export function hintOf({ type, options, note }: RegisterColumn): string {
  const hints: Readonly<Record<RegisterColumn["type"], string>> = {
    text: "文字；编号、票号设为文本格式",
    "credit-code": "18 位统一社会信用代码",
    name: "与营业执照一致的单位名称",
    year: "四位年份，如 2023",
    day: "日期，如 2023-05-01",
    money: "金额，单位元，至多两位小数",
    decimal: "数字",
    choice: options.map(({ label }) => label).join("、"),
  };
  return note === undefined ? hints[type] : `${hints[type]}；${note}`;
}

const isLossy = (digits: string): boolean =>
  /e\+/i.test(digits) || (digits.split(".")[0] ?? "").replace(/\D/g, "").length > SAFE_DIGITS;

/** The shortest decimal that is this number: what was typed, not what binary storage made of it. */
const typed = (digits: string): string => String(Number(digits));

function readText(kept: KeptCell, most: number): Reading {
  if (kept.as === "number") return ok(typed(kept.text));
  if ([...kept.text].length > most) return refuse(`超过 ${most} 个字`, "删减，或另附文件");
  const control = /[^\P{Cc}\t\r\n]/u.exec(kept.text);
  if (control !== null) return refuse("含有看不见的控制字符", "删去后重填");
  return ok(kept.text);
}

function readCode(kept: KeptCell): Reading {
  if (kept.as !== "text")
    return refuse(`信用代码被存成了${kept.as === "number" ? "数值" : "日期"}`, "先把这一列设为文本格式，再按营业执照重填");
  const checked = checkCreditCode(kept.text);
  if (checked.ok) return checked;
  const suggestion = checked.errors.find((fault) => fault.suggestion !== undefined)?.suggestion;
  const whats = checked.errors.map(({ problem }) => problem).join("；");
  const isCheck = checked.errors.every(({ problem }) => problem.includes("校验"));
  const problem = isCheck ? `信用代码的校验位不对（${whats}）` : `信用代码不对（${whats}）`;
  return refuse(problem, checked.errors.map(({ expected }) => expected).join("；"), suggestion);
}

function readYear({ text }: KeptCell): Reading {
  const year = /^((?:19|20)\d{2})(?:年度?)?$/.exec(text.normalize("NFKC"))?.[1];
  return year === undefined ? refuse(`“${text}”不是年份`, "四位年份，如 2023") : ok(year);
}

function readDay({ as, text }: KeptCell): Reading {
  const half = text.normalize("NFKC");
  const parts = /^(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?$/.exec(half) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(half);
  const day = parts === null ? null : `${parts[1]}-${two(parts[3])}-${two(parts[4])}`;
  if (day !== null && parseDate(day) !== null) return ok(day);
  if (as === "number") return refuse(`${text} 是数值，不是日期`, "把单元格设为日期格式，或写成文字 2023-05-01");
  return refuse(day === null ? `“${text}”不是日期` : `没有 ${day} 这一天`, "日期，如 2023-05-01", lastDayInstead(day));
}

const two = (part: string | undefined): string => (part ?? "").padStart(2, "0");

/** 2023-02-30 → 2023-02-28: the month's last day was meant. */
function lastDayInstead(day: string | null): string | undefined {
  if (day === null || !/-(29|30|31)$/.test(day)) return undefined;
  const first = parseDate(`${day.slice(0, 7)}-28`);
  if (first === null) return undefined;
  const last = [3, 2, 1, 0].map((more) => formatDate(first + more)).find((one) => one.startsWith(day.slice(0, 7)));
  return last;
}

function readMoney(kept: KeptCell): Reading {
  if (kept.as === "day" || kept.as === "truth") return refuse(`“${kept.text}”不是金额`, "金额，单位元，至多两位小数");
  const text = kept.as === "number" ? typed(kept.text) : withoutGroups(kept.text.normalize("NFKC"));
  const read = parseMoney(text);
  if (read.ok) return ok(formatMoney(read.value));
  const [fault] = read.errors;
  const rounding = kept.formula === true ? "；公式算出的数请先取整到分，如 ROUND(…,2)" : "";
  return refuse(fault?.problem ?? "不是金额", `金额，单位元，不小于 0，至多两位小数${rounding}`, fault?.suggestion);
}

/** "1,234,567.80" → "1234567.80" */
const withoutGroups = (text: string): string => (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text);

function readDecimal(kept: KeptCell): Reading {
  const text = kept.as === "number" ? typed(kept.text) : kept.text.normalize("NFKC");
  return parseDecimal(text) === null ? refuse(`“${kept.text}”不是数字`, "不小于 0 的数字，不带单位") : ok(text);
}

function readChoice({ label, options }: RegisterColumn, { text }: KeptCell): Reading {
  const hit = options.find((option) => folded(option.label) === folded(text) || option.id === text);
  if (hit !== undefined) return ok(hit.id);
  const labels = options.map((option) => option.label);
  return refuse(`${label}没有“${text}”这个选项`, labels.join("、"), nearest(text, labels) ?? undefined);
}
