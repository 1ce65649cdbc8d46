/** Decimals as exact fractions: any number of digits, lowest terms, the cut towards zero. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRatios, parseDecimal, parseRate } from "../src/index.ts";

describe("parseDecimal", () => {
  it.each<[unknown, bigint, bigint]>([
    [0, 0n, 1n],
    [-0, 0n, 1n],
    [7.5, 15n, 2n],
    ["7.5", 15n, 2n],
    ["7.50", 15n, 2n],
    ["0.125", 1n, 8n],
    ["0.2", 1n, 5n],
    ["1000", 1000n, 1n],
    ["0.000", 0n, 1n],
    ["007", 7n, 1n],
    [1e-7, 1n, 10_000_000n],
    [2.5e-7, 1n, 4_000_000n],
    [1e21, 10n ** 21n, 1n],
    [1.5e22, 15n * 10n ** 21n, 1n],
    [0.1, 1n, 10n],
  ])("%s is %i/%i", (value, n, d) => {
    expect(parseDecimal(value)).toEqual({ n, d });
  });

  it.each<[unknown]>([
    [-1],
    [-0.5],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ["-1"],
    ["1e3"],
    [""],
    ["."],
    ["1."],
    [".5"],
    [" 1"],
    ["１"],
    ["1/2"],
    ["七"],
    [null],
    [undefined],
    [true],
    [[1]],
    [5n],
  ])("%s is none", (value) => {
    expect(parseDecimal(value)).toBeNull();
  });

  it("gives n ÷ d = the digits, in lowest terms", () => {
    const digits = fc.stringMatching(/^[0-9]{1,30}$/);
    fc.assert(
      fc.property(digits, fc.option(digits, { nil: "" }), (whole, fraction) => {
        const ratio = parseDecimal(fraction === "" ? whole : `${whole}.${fraction}`) ?? { n: -1n, d: 1n };
        expect(ratio.n * 10n ** BigInt(fraction.length)).toBe(BigInt(whole + fraction) * ratio.d);
        let [a, b] = [ratio.n, ratio.d];
        while (b > 0n) [a, b] = [b, a % b];
        expect(a).toBe(1n);
      }),
    );
  });

  it("reads a number as JSON writes it", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (value) => {
        const ratio = parseDecimal(value);
        expect(ratio === null ? Number.NaN : Number(`${ratio.n * ((10n ** 400n * 1n) / ratio.d)}e-400`)).toBe(Math.abs(value));
      }),
    );
  });

  it("takes a hundred thousand digits in its stride", () => {
    const ratio = parseDecimal(`0.${"5".repeat(100_000)}`);
    expect(ratio?.d).toBe(2n ** 100_000n * 5n ** 99_999n);
  });
});

describe("parseRate", () => {
  it("takes decimal texts only", () => {
    expect(parseRate("0.15")).toEqual({ n: 3n, d: 20n });
    expect(parseRate("0")).toEqual({ n: 0n, d: 1n });
    expect(parseRate("1")).toEqual({ n: 1n, d: 1n });
    expect(parseRate("0.3333333333333333333333")?.d).toBe(10n ** 22n);
    for (const value of [0.15, 0, "15%", "-0.1", "1e-1", ".15", "", "3/20", null, undefined]) expect(parseRate(value)).toBeNull();
  });
});

describe("fractions", () => {
  it("compare exactly where doubles can't", () => {
    const a = parseDecimal("0.10000000000000000001") ?? { n: 0n, d: 1n };
    const b = parseDecimal("0.1") ?? { n: 0n, d: 1n };
    expect(compareRatios(a, b)).toBe(1);
    expect(compareRatios(b, a)).toBe(-1);
    expect(compareRatios(b, { n: 2n, d: 20n })).toBe(0);
  });
});
