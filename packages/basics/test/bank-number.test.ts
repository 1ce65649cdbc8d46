/** The check of the bank number: public numbers of head offices, what one changed digit does, and what is offered instead. */
import { describe, expect, it } from "vitest";
import { checkBankNumber } from "../src/index.ts";

const PUBLIC = ["102100099996", "103100000026", "104100000004", "105100000017", "301290000007", "308584000013", "403100000004"];

const fault = (text: string) => {
  const outcome = checkBankNumber(text);
  return outcome.ok ? null : outcome.errors[0];
};

describe("bank number", () => {
  it.each(PUBLIC)("%s is valid", (number) => {
    expect(checkBankNumber(number)).toEqual({ ok: true, value: number });
  });

  it("finds every single changed digit", () => {
    const missed: string[] = [];
    for (const number of PUBLIC)
      for (let at = 0; at < 12; at++)
        for (const digit of "0123456789") {
          const other = number.slice(0, at) + digit + number.slice(at + 1);
          if (other !== number && checkBankNumber(other).ok) missed.push(other);
        }
    expect(missed).toEqual([]);
  });

  it.each([
    ["", "长 0 位，不是 12 位"],
    ["10210009999", "长 11 位，不是 12 位"],
    ["1021000999966", "长 13 位，不是 12 位"],
    ["10210009999X", "第 12 位不是数字"],
    ["1021 00099996", "第 5 位不是数字"],
    ["١02100099996", "第 1 位不是数字"],
    ["102100099995", "第 12 位校验不符（ISO 7064 MOD 11,10）"],
  ])("%j: %s", (text, problem) => {
    expect(fault(text)?.problem).toBe(problem);
  });

  it("says which digit would be right", () => {
    expect(fault("102100099990")?.expected).toContain("第 12 位应为 6");
  });

  it.each([
    ["1021 0009 9996", "102100099996"],
    ["１０２１０００９９９９６", "102100099996"],
    ["1021 0009 9995", undefined],
    [" ".repeat(1_000_000), undefined],
  ])("offers a correction only where it is valid", (text, meant) => {
    expect(fault(text)?.suggestion).toBe(meant);
  });
});
