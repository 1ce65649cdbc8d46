/** The measure words behind a figure, in the official words and in rules: longer ones first where one begins another. */
const COUNTER_WORDS: readonly string[] = [
  "个月",
  "千瓦时",
  "兆瓦时",
  "千瓦",
  "兆瓦",
  "美元",
  "标箱",
  "班列",
  "航次",
  "架次",
  "家次",
  "场次",
  "车次",
  "批次",
  "小时",
  "平方米",
  "公里",
  "周岁",
  "人次",
  "课时",
  "学时",
  "公顷",
  "公斤",
  ..."个家项号次年月日人名场天倍周期条届户台套件亩笔吨辆座列艘架",
];

export const COUNTERS: string = COUNTER_WORDS.join("|");

/** 300万美元: what a figure in Arabic digits may say in myriads before its measure word. */
export const MYRIADS_OF = `(?:(?:[百千]?万|亿)(?:${COUNTERS}))`;

/** What may be counted by ones: not 倍, which is a rate. */
export const COUNTED: readonly string[] = COUNTER_WORDS.filter((word) => word !== "倍");

/** 一家, 一个月 */
export const isOne = (name: string): boolean => name.startsWith("一") && COUNTED.includes(name.slice(1));
