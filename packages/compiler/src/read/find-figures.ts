/** Finds every figure in official words from which white space was removed, written in Arabic or in Chinese numerals. */
import { COUNTERS, MYRIADS_OF } from "./counters.ts";
import { arabic, HAN, hanDigits } from "./han-numeral.ts";

export interface FoundFigure {
  readonly text: string;
  /** Range of the text searched. */
  readonly from: number;
  readonly to: number;
  /** false: it may be no figure (一家, 一次性, 二期): a row may bind it, and none needs to. */
  readonly isCertain: boolean;
}

const DIGIT = "[\\d０-９]";
const UNITS = `[%％‰‱]|(?:[万亿千]|[百千]万)?元|${MYRIADS_OF}|${COUNTERS}|万|亿`;

/** Arabic figures with their unit, whole dates as one. Digits that are part of a Latin name (5G, ISO9001) are no figures. */
const ARABIC = [
  `${DIGIT}{4}年${DIGIT}{1,2}月(?:${DIGIT}{1,2}日)?`,
  `${DIGIT}{1,2}月${DIGIT}{1,2}日`,
  `(?<![A-Za-z\\d０-９.])${DIGIT}+(?:\\.${DIGIT}+)?(?![\\d０-９.]*[A-Za-z])(?:${UNITS})?`,
];

/** A numeral begins here: not in 第十二条, 数十家, 几百人, 同一项目, and not behind a digit. */
const START = `(?<![同统唯](?=一))(?<!${HAN}|[第数几余多\\d０-９.点])`;
const POINT = `(?:点${HAN}+)?`;
const CHINESE = [
  `${START}${HAN}{4}年${HAN}{1,3}月(?:${HAN}{1,3}日)?`,
  `${START}${HAN}{1,2}月${HAN}{1,3}日`,
  `${START}${HAN}+分之${HAN}+${POINT}`,
  `${START}${HAN}+(?:年|倍|小时|天)半`,
  `${START}${HAN}+${POINT}(?:元(?!化|[素旦]|结构)|条|${COUNTERS})`,
  "(?<![上下前后一])半(?:年|个月|小时|天)|一半|半数",
  // 分别给予五万、十万、二十万元: the unit is said once.
  `${START}${HAN}*[万亿](?=[、—至到和或]${HAN}+[、—至到和或万亿元])`,
  // 三百万标柜: the unit is unknown, and the figure still one. 五百强, 三千余 are none.
  `${START}(?![百千万亿])(?:(?=${HAN}{3})${HAN}*十${HAN}*|${HAN}*[百千万亿]${HAN}*)${POINT}(?!${HAN}|[多余几数来强]|分之)`,
];
const FIGURE = new RegExp([...ARABIC, ...CHINESE].join("|"), "gu");

export function findFigures(squeezed: string): readonly FoundFigure[] {
  return [...squeezed.matchAll(FIGURE)].flatMap((match) => {
    const [text] = match;
    const found = { text, from: match.index, to: match.index + text.length };
    if (!new RegExp(`^(?:${HAN}|半)`, "u").test(text)) return [{ ...found, isCertain: true }];
    if (!isNumeral(text)) return [];
    return [{ ...found, isCertain: isCertain(text, squeezed.slice(0, found.from), squeezed.slice(found.to)) }];
  });
}

/** 三分之一 counts, though it can't be written as a decimal; 三四十家 says no certain number. */
const isNumeral = (text: string): boolean =>
  /[分]之/u.test(text) || arabic(text) !== text || hanDigits(text.replace(/[^一-龥〇]|元/gu, "")) !== null;

/** Numerals that are as often part of a word as they count: 一家, 同一项目, 万元, 二期, 二次, 两个方面, “三个代表”. */
function isCertain(text: string, before: string, after: string): boolean {
  if (text.startsWith("半") || text === "一半") return false;
  if (/分之|月|半$/u.test(text)) return true;
  const [, numeral = "", unit = ""] = new RegExp(`^(${HAN}+${POINT})(.*)$`, "u").exec(text) ?? [];
  if (/^[百千万亿]/u.test(numeral)) return false;
  if (unit.endsWith("元") || unit === "倍" || unit === "") return true;
  if (numeral === "一") return false;
  if (before.endsWith("“") || /^[期号]$/u.test(unit) || `${numeral}${unit}` === "二次") return false;
  return !(/^[个项大]$/u.test(unit) && /^(?:方面|层面|环节|维护|确立|代表)/u.test(after));
}
