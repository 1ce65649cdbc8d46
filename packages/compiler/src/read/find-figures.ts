/** Finds every figure in official words from which white space was removed. */
import { COUNTERS } from "./counters.ts";

export interface FoundFigure {
  readonly text: string;
  /** Range of the text searched. */
  readonly from: number;
  readonly to: number;
}

const DIGIT = "[\\d０-９]";
const HAN = "[〇零一二两三四五六七八九十百千万亿]";
const UNITS = `[%％‰]|[万亿]?元|${COUNTERS}|万|亿`;

/**
 * Arabic figures with their unit, whole dates as one, and Chinese numerals that count (十二条, 十四届, 百分之十, 三倍). Digits that are part of
 * a Latin name (5G, ISO9001) are no figures; neither are 一、 （一） 第一 第二条 一次性.
 */
const FIGURE = new RegExp(
  [
    `${DIGIT}{4}年${DIGIT}{1,2}月(?:${DIGIT}{1,2}日)?`,
    `${DIGIT}{1,2}月${DIGIT}{1,2}日`,
    `(?<![A-Za-z\\d０-９.])${DIGIT}+(?:\\.${DIGIT}+)?(?![\\d０-９.]*[A-Za-z])(?:${UNITS})?`,
    `百分之${HAN}+`,
    `(?<!第)(?<!第${HAN}*)${HAN}+(?:条|届|万元|亿元|元|倍|个月)`,
  ].join("|"),
  "gu",
);

export function findFigures(squeezed: string): readonly FoundFigure[] {
  return [...squeezed.matchAll(FIGURE)].map((m) => ({ text: m[0], from: m.index, to: m.index + m[0].length }));
}
