/** Figures as a policy writes them (20%, 50 万元, 10 家, 2023年5月1日, 六十万元, 百分之二十) as scaled integers; and the value cells of a figure table. */
import { arabic } from "./han-numeral.ts";

/**
 * value ÷ 10^scale, in `unit`. Money is 元 with scale 2 (分), also where it is paid for one of something (元/人·天); a rate has unit "";
 * a date is YYYYMMDD with unit 日期.
 */
export interface Figure {
  readonly value: number;
  readonly scale: number;
  readonly unit: string;
}

/** A value cell: a figure, an enumeration, a figure the text leaves open, or one that binds nothing. */
export type FigureValue =
  | ({ readonly kind: "number" } & Figure)
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "open" }
  | { readonly kind: "note"; readonly word: "告知" | "裁量" };

/** Zeros that each sign before 元 stands for: 千万元 has seven. */
const ZEROS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };
/** 万美元: myriads of what is counted. */
const MYRIADS = /^([百千]?万|亿)(?!元$)(\p{Script=Han}+)$/u;
const CENT_DIGITS = 2;
/** Decimals that a sign of proportion stands for. */
const RATES: Readonly<Record<string, number>> = { 倍: 0, "%": 2, "‰": 3, "‱": 4 };

/** A figure with its unit, white space ignored, nothing before or after it. null: no such figure, or not exact (beyond 分, or 2^53). */
export function parseFigure(text: string): Figure | null {
  const plain = arabic(squeeze(text).normalize("NFKC"));
  const date = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(plain);
  if (date !== null) return { value: Number(date[1]) * 10000 + Number(date[2]) * 100 + Number(date[3]), scale: 0, unit: "日期" };
  const match = /^(\d+)(?:\.(\d+))?([^\d/]{0,5})((?:\/\p{L}{1,3}(?:·\p{L}{1,3})*)?)$/u.exec(plain);
  if (match === null) return null;
  const [, whole = "", decimals = "", unit = "", each = ""] = match;
  if (/[.,、。；：（）/\s]/u.test(unit)) return null;
  const fraction = decimals.replace(/0+$/, "");
  const zeros = zerosOf(unit);
  const [, signs, counted = ""] = MYRIADS.exec(unit) ?? [];
  if (signs !== undefined) {
    const more = zerosIn(signs) - fraction.length;
    return more < 0 ? null : scaled(whole + fraction + "0".repeat(more), 0, counted + each);
  }
  if (zeros === null) {
    const rate = RATES[unit];
    return scaled(whole + fraction, fraction.length + (rate ?? 0), (rate === undefined ? unit : "") + each);
  }
  const shift = zeros + CENT_DIGITS - fraction.length;
  return shift < 0 ? null : scaled(whole + fraction + "0".repeat(shift), CENT_DIGITS, `元${each}`);
}

function zerosOf(unit: string): number | null {
  const signs = /^(百万|千万|[千万亿]?)元$/u.exec(unit)?.[1];
  return signs === undefined ? null : zerosIn(signs);
}

const zerosIn = (signs: string): number => [...signs].reduce((zeros, sign) => zeros + (ZEROS[sign] ?? 0), 0);

function scaled(digits: string, scale: number, unit: string): Figure | null {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? { value, scale, unit } : null;
}

/** null: unreadable. A list has at least two items at 、; 等 and 等产业 at its end are dropped. */
export function parseFigureValue(text: string): FigureValue | null {
  const plain = squeeze(text);
  if (plain === "未定") return { kind: "open" };
  if (plain === "告知" || plain === "裁量") return { kind: "note", word: plain };
  const figure = parseFigure(plain);
  if (figure !== null) return { kind: "number", ...figure };
  const items = listItems(plain);
  return items.length > 1 && items.every((i) => i !== "") ? { kind: "list", items } : null;
}

/** 纺织、鞋服等产业 → 纺织, 鞋服 */
export const listItems = (text: string): readonly string[] =>
  squeeze(text)
    .replace(/等(?:产业|行业|领域)?$/u, "")
    .split("、");

/** Equal as amounts, whatever their scales. */
export function sameFigure(a: Figure, b: Figure): boolean {
  const scale = Math.max(a.scale, b.scale);
  const at = (f: Figure) => BigInt(f.value) * 10n ** BigInt(scale - f.scale);
  return a.unit === b.unit && at(a) === at(b);
}

const squeeze = (text: string): string => text.replace(/\s/gu, "");
