/** Money in 分: safe integers all the way, read from a dossier's 元 and written back in 元, 万元 and 大写. No binary fraction is ever computed with. */
import { fail, type Outcome, ok } from "./outcome.ts";
import type { ValueFault } from "./value-fault.ts";

/** Money is less than 10^13 元. */
const WHOLE_DIGITS = 13;
const LIMIT_YUAN = 10 ** WHOLE_DIGITS;
const SHAPE = /^(\d+)(?:\.(\d{1,2}))?$/;
const EXPECTED = '应为金额（元）：数，或 "1234.56" 这样的文字；不小于 0、小于 10000000000000，至多两位小数';

/**
 * 元 as a JSON number or a text → 分. A number is judged by its shortest decimal form; −0 is 0. Full-width and Chinese digits,
 * signs, separators and units are refused, each with its own words.
 */
export function parseMoney(value: unknown): Outcome<number, ValueFault> {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < LIMIT_YUAN) return ok(Math.abs(value) * 100);
  if (typeof value !== "number" && typeof value !== "string") return refuse("不是金额");
  const text = String(value);
  const fen = fenOf(text);
  if (fen !== null) return fen < LIMIT_YUAN * 100 ? ok(fen) : refuse("金额过大");
  return typeof value === "number" ? refuse(numberProblem(value)) : refuse(textProblem(text), mendOf(text));
}

/** null: not of the shape. A sum that is too large is Infinity, so that no digit is rounded. */
function fenOf(text: string): number | null {
  const [, whole, fraction = ""] = SHAPE.exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = whole.length > WHOLE_DIGITS ? whole.replace(/^0+/, "") : whole;
  return digits.length > WHOLE_DIGITS ? Number.POSITIVE_INFINITY : Number(digits) * 100 + Number(fraction.padEnd(2, "0"));
}

const refuse = (problem: string, suggestion?: string) =>
  fail<ValueFault>(suggestion === undefined ? { problem, expected: EXPECTED } : { problem, expected: EXPECTED, suggestion });

function numberProblem(value: number): string {
  if (Number.isNaN(value)) return "不是数";
  if (value < 0) return "金额小于 0";
  return value >= LIMIT_YUAN ? "金额过大" : "小数多于两位";
}

function textProblem(text: string): string {
  if (text.trim() === "") return "是空的";
  if (/^\s*[-−－]/.test(text)) return "带负号，金额不能小于 0";
  if (/^\d+\.\d{3,}$/.test(text)) return "小数多于两位";
  if (/[０-９．，]/.test(text)) return "含有全角的数字或标点";
  if (/[〇零一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟两]/.test(text)) return "含有中文数字";
  if (/[,，]/.test(text)) return "含有千位分隔符";
  if (/[万亿元圆角分¥￥$]/.test(text)) return "含有单位或货币符号";
  if (/^[\d.]+e[+-]?\d+$/i.test(text)) return "是科学记数法";
  if (/\s/.test(text)) return "含有空格";
  return "不是金额";
}

/** Digits made half-width; separators, spaces, 元 and its sign dropped. Nothing is guessed about 万, minus or further decimals. */
function mendOf(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const half = text.replace(/[０-９．，]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  const bare = half
    .trim()
    .replace(/^[¥￥]\s*/, "")
    .replace(/\s*元$/, "");
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
  const fen = fenOf(plain);
  return fen !== null && fen < LIMIT_YUAN * 100 ? plain : undefined;
}

/** The two parts of a sum of `unit` digits: 12345, 2 → "123", "45". */
function split(fen: number, digits: number): readonly [sign: string, whole: string, fraction: string] {
  const text = String(Math.abs(fen)).padStart(digits + 1, "0");
  return [fen < 0 ? "-" : "", text.slice(0, -digits), text.slice(-digits)];
}

/** 分 → 元 with two decimals: 12345 → "123.45". */
export function formatMoney(fen: number): string {
  const [sign, whole, fraction] = split(fen, 2);
  return `${sign}${whole}.${fraction}`;
}

/** 分 → 万元 with two decimals, four where needed, up to six so that no 分 is lost: 12345678900 → "12345.6789". */
export function formatWan(fen: number): string {
  const [sign, whole, fraction] = split(fen, 6);
  const needed = fraction.replace(/0+$/, "").length;
  return `${sign}${whole}.${fraction.slice(0, needed <= 2 ? 2 : needed <= 4 ? 4 : needed)}`;
}

/** 分 → words for a sentence, as short as exact: 3700000 → "3.7 万元". */
export function formatWanText(fen: number): string {
  const [sign, whole, fraction] = split(fen, 6);
  const needed = fraction.replace(/0+$/, "");
  return `${sign}${whole}${needed === "" ? "" : `.${needed}`} 万元`;
}
