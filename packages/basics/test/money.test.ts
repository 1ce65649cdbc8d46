/** What is money and what isn't, by the contract's words, and the ways in which it is written. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountInWords, formatMoney, formatWan, formatWanText, parseMoney } from "../src/index.ts";

const read = (value: unknown): number | string => {
  const outcome = parseMoney(value);
  return outcome.ok ? outcome.value : (outcome.errors[0]?.problem ?? "");
};
const mend = (value: unknown): string | undefined => {
  const outcome = parseMoney(value);
  return outcome.ok ? undefined : outcome.errors[0]?.suggestion;
};

describe("parseMoney takes", () => {
  it.each<[unknown, number]>([
    [0, 0],
    [1, 100],
    [0.1, 10],
    [0.01, 1],
    [1234.56, 123_456],
    [1e3, 100_000],
    [9_999_999_999_999, 999_999_999_999_900],
    [9_999_999_999_999.99, 999_999_999_999_999],
    [4_503_599_627_370.49, 450_359_962_737_049],
    ["0", 0],
    ["0.0", 0],
    ["12", 1200],
    ["12.3", 1230],
    ["12.30", 1230],
    ["007.50", 750],
    ["00000000000000000000000000000000012.34", 1234],
    ["9999999999999.99", 999_999_999_999_999],
  ])("%j → %i 分", (value, fen) => {
    expect(read(value)).toBe(fen);
  });

  it("−0 as 0, not as −0", () => {
    expect(Object.is(read(-0), 0)).toBe(true);
  });

  it("every sum below 10^13 元, as a number and as a text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (fen) => {
        const text = formatMoney(fen);
        expect(read(text)).toBe(fen);
        expect(read(Number(text))).toBe(fen);
        expect(read(JSON.parse(text))).toBe(fen);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("parseMoney refuses", () => {
  it.each<[unknown, string]>([
    [-1, "金额小于 0"],
    [-0.01, "金额小于 0"],
    [Number.NEGATIVE_INFINITY, "金额小于 0"],
    [Number.NaN, "不是数"],
    [Number.POSITIVE_INFINITY, "金额过大"],
    [JSON.parse("1e400"), "金额过大"],
    [1e13, "金额过大"],
    [1e21, "金额过大"],
    [0.001, "小数多于两位"],
    [1e-7, "小数多于两位"],
    [0.1 + 0.2, "小数多于两位"],
    [1.005, "小数多于两位"],
    ["10000000000000", "金额过大"],
    ["99999999999999999999999", "金额过大"],
    ["1.234", "小数多于两位"],
    ["1.000", "小数多于两位"],
    ["-1", "带负号，金额不能小于 0"],
    ["-0", "带负号，金额不能小于 0"],
    ["−1", "带负号，金额不能小于 0"],
    ["", "是空的"],
    ["  ", "是空的"],
    ["１２", "含有全角的数字或标点"],
    ["12．5", "含有全角的数字或标点"],
    ["一百", "含有中文数字"],
    ["壹佰元整", "含有中文数字"],
    ["1,234.56", "含有千位分隔符"],
    ["50万", "含有单位或货币符号"],
    ["12元", "含有单位或货币符号"],
    ["¥12", "含有单位或货币符号"],
    ["1e3", "是科学记数法"],
    [" 12", "含有空格"],
    ["12 ", "含有空格"],
    ["12\n", "含有空格"],
    ["+12", "不是金额"],
    ["12.", "不是金额"],
    [".5", "不是金额"],
    ["0x10", "不是金额"],
    ["abc", "不是金额"],
    ["NaN", "不是金额"],
    [null, "不是金额"],
    [undefined, "不是金额"],
    [true, "不是金额"],
    [[12], "不是金额"],
    [{}, "不是金额"],
    [12n, "不是金额"],
  ])("%s: %s", (value, problem) => {
    expect(read(value)).toBe(problem);
  });

  it("nothing without saying what it expects", () => {
    const outcome = parseMoney("x");
    expect(outcome.ok ? "" : outcome.errors[0]?.expected).toContain("至多两位小数");
  });

  it.each([
    ["１２．５", "12.5"],
    ["1,234.56", "1234.56"],
    ["1，234", "1234"],
    ["¥ 12 元", "12"],
    [" 12 ", "12"],
  ])("%j but offers %j", (value, mended) => {
    expect(mend(value)).toBe(mended);
  });

  it.each(["50万", "-12", "1.234", "1,23", "abc", -1, 1.234])("%j without a guess", (value) => {
    expect(mend(value)).toBeUndefined();
  });
});

describe("written", () => {
  it.each([
    [0, "0.00"],
    [5, "0.05"],
    [12_345, "123.45"],
    [-5, "-0.05"],
    [-12_345, "-123.45"],
    [999_999_999_999_999, "9999999999999.99"],
  ])("%i 分 in 元: %s", (fen, text) => {
    expect(formatMoney(fen)).toBe(text);
  });

  it.each([
    [0, "0.00", "0 万元"],
    [3_700_000, "3.70", "3.7 万元"],
    [5_000_000, "5.00", "5 万元"],
    [12_340_000, "12.34", "12.34 万元"],
    [12_345_000, "12.3450", "12.345 万元"],
    [12_345_600, "12.3456", "12.3456 万元"],
    [12_345_670, "12.34567", "12.34567 万元"],
    [12_345_678, "12.345678", "12.345678 万元"],
    [1, "0.000001", "0.000001 万元"],
    [-3_700_000, "-3.70", "-3.7 万元"],
  ])("%i 分 in 万元: %s, %s", (fen, wan, text) => {
    expect(formatWan(fen)).toBe(wan);
    expect(formatWanText(fen)).toBe(text);
  });

  it("in 万元 without losing a 分", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (fen) => {
        const [whole = "", fraction = ""] = formatWan(fen).split(".");
        expect(BigInt(whole + fraction.padEnd(6, "0"))).toBe(BigInt(fen));
        expect([2, 4, 5, 6]).toContain(fraction.length);
      }),
    );
  });
});

describe("in words", () => {
  it.each([
    [0, "人民币零元整"],
    [5, "人民币伍分"],
    [50, "人民币伍角整"],
    [55, "人民币伍角伍分"],
    [10_000, "人民币壹佰元整"],
    [1_005, "人民币壹拾元零伍分"],
    [1_050, "人民币壹拾元伍角整"],
    [140_950, "人民币壹仟肆佰零玖元伍角整"],
    [600_714, "人民币陆仟零柒元壹角肆分"],
    [1_640_902, "人民币壹万陆仟肆佰零玖元零贰分"],
    [32_504, "人民币叁佰贰拾伍元零肆分"],
    [10_700_053, "人民币壹拾万柒仟元伍角叁分"],
    [10_000_500, "人民币壹拾万零伍元整"],
    [100_000_000, "人民币壹佰万元整"],
    [1_000_000_000_000, "人民币壹佰亿元整"],
    [10_000_000_100, "人民币壹亿零壹元整"],
    [100_010_000_00, "人民币壹亿零壹万元整"],
    [100_000_000_000_500, "人民币壹万亿零伍元整"],
    [999_999_999_999_999, "人民币玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
    [-10_000, "人民币负壹佰元整"],
  ])("%i 分: %s", (fen, words) => {
    expect(amountInWords(fen)).toBe(words);
  });

  it("can be read back to the 分, and never hold two 零 in a row", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (fen) => {
        const words = amountInWords(fen);
        expect(words).not.toContain("零零");
        expect(readWords(words)).toBe(fen);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The sum that the words make, read by another way than they are written. */
function readWords(words: string): number {
  const [, yuan = "", jiao = "", last = ""] = /^人民币(?:(.*?)元)?(?:零?(.)角)?(?:零?(.)分)?整?$/.exec(words) ?? [];
  const digit = (text: string): number => (text === "" ? 0 : "零壹贰叁肆伍陆柒捌玖".indexOf(text));
  const upToMyriad = (text: string): number =>
    [...text.matchAll(/([壹贰叁肆伍陆柒捌玖])([仟佰拾]?)/g)].reduce(
      (sum, [, value = "", unit = ""]) => sum + digit(value) * ({ 仟: 1000, 佰: 100, 拾: 10 }[unit] ?? 1),
      0,
    );
  const upToYi = (text: string): number => {
    const [myriads, rest] = text.includes("万") ? text.split("万") : ["", text];
    return upToMyriad(myriads ?? "") * 10_000 + upToMyriad(rest ?? "");
  };
  const [yi, rest] = yuan.includes("亿") ? yuan.split("亿") : ["", yuan];
  return (upToYi(yi ?? "") * 100_000_000 + upToYi(rest ?? "")) * 100 + digit(jiao) * 10 + digit(last);
}
