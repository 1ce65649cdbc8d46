/** The measure words behind a figure, in the official words and in rules: longer ones first where one begins another. */
const COUNTER_WORDS: readonly string[] = [
  "个月",
  "小时",
  "平方米",
  "公里",
  "周岁",
  "人次",
  "课时",
  "学时",
  "公顷",
  "千瓦",
  ..."个家项号次年月日人名场天倍周期条届户台套件亩笔吨辆座",
];

export const COUNTERS: string = COUNTER_WORDS.join("|");

/** What may be counted by ones: not 倍, which is a rate. */
export const COUNTED: readonly string[] = COUNTER_WORDS.filter((word) => word !== "倍");

/** 一家, 一个月 */
export const isOne = (name: string): boolean => name.startsWith("一") && COUNTED.includes(name.slice(1));
