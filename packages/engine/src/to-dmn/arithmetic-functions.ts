/** The functions of exact fractions that an exported model carries along, where a rule needs them. */
import type { ArithmeticFunction, FunctionBody } from "./function-body.ts";

const A = { name: "甲", type: "比例" };
const B = { name: "乙", type: "比例" };

function ofTwo(name: string, description: string, text: string, calls: readonly ArithmeticFunction[] = []): FunctionBody {
  const known = `if 甲 = null or 乙 = null then null else ${text}`;
  return { name, description, parameters: [A, B], type: "比例", logic: { kind: "literal", text: known }, calls };
}

const fraction = (num: string, den: string): string => `{分子: ${num}, 分母: ${den}}`;

export const ARITHMETIC: Readonly<Record<ArithmeticFunction, FunctionBody>> = {
  towardsZero: {
    name: "舍去尾数",
    description: "去掉小数部分（向零取整）。政策说“不超过”，金额因此舍去到分，不四舍五入。",
    parameters: [{ name: "数", type: "number" }],
    type: "number",
    logic: { kind: "literal", text: "if 数 < 0 then ceiling(数) else floor(数)" },
    calls: [],
  },
  ratioOf: {
    name: "成为比例",
    description: "整数与它的单位分数，写成分子、分母。",
    parameters: [
      { name: "数", type: "number" },
      { name: "分母", type: "number" },
    ],
    type: "比例",
    logic: { kind: "literal", text: "if 数 = null then null else {分子: 数, 分母: 分母}" },
    calls: [],
  },
  ratioTimes: {
    name: "比例乘数",
    description: "比例乘一个整数，得一个数；只除一次。",
    parameters: [A, { name: "倍数", type: "number" }],
    type: "number",
    logic: { kind: "literal", text: "if 甲 = null then null else 甲.分子 * 倍数 / 甲.分母" },
    calls: [],
  },
  compareRatios: {
    ...ofTwo("比例之差", "甲减乙的分子：大于 0 则甲大，小于 0 则乙大，0 则相等。", "甲.分子 * 乙.分母 - 乙.分子 * 甲.分母"),
    type: "number",
  },
  addRatios: ofTwo("比例相加", "甲加乙。", fraction("甲.分子 * 乙.分母 + 乙.分子 * 甲.分母", "甲.分母 * 乙.分母")),
  subtractRatios: ofTwo("比例相减", "甲减乙。", fraction("甲.分子 * 乙.分母 - 乙.分子 * 甲.分母", "甲.分母 * 乙.分母")),
  multiplyRatios: ofTwo("比例相乘", "甲乘乙。", fraction("甲.分子 * 乙.分子", "甲.分母 * 乙.分母")),
  divideRatios: ofTwo(
    "比例相除",
    "甲除以乙；乙为 0 则没有值。",
    `if 乙.分子 = 0 then null else if 乙.分子 > 0 then ${fraction("甲.分子 * 乙.分母", "甲.分母 * 乙.分子")} else ${fraction("-(甲.分子 * 乙.分母)", "甲.分母 * -(乙.分子)")}`,
  ),
  absoluteRatio: {
    name: "比例绝对值",
    description: "去掉负号。",
    parameters: [A],
    type: "比例",
    logic: { kind: "literal", text: "if 甲 = null then null else {分子: abs(甲.分子), 分母: 甲.分母}" },
    calls: [],
  },
  lesserRatio: ofTwo("较小比例", "两者中较小的。", "if 比例之差(甲, 乙) > 0 then 乙 else 甲", ["compareRatios"]),
  greaterRatio: ofTwo("较大比例", "两者中较大的。", "if 比例之差(甲, 乙) < 0 then 乙 else 甲", ["compareRatios"]),
};
