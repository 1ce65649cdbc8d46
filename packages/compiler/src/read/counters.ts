/** The measure words behind a figure, in the official words and in rules: longer ones first where one begins another. */
const WORDS = ["个月", "小时", "平方米", "公里", ..."个家项号次年月日人名场天倍周期条届户台套件亩笔"] as const;

export const COUNTERS: string = WORDS.join("|");
