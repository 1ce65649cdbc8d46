/** Full-width signs: each found at its place with its mend; Chinese text stays. */
import { describe, expect, it } from "vitest";
import { findFullWidth, toHalfWidth } from "../src/index.ts";

describe("full-width", () => {
  it("signs are found in order, with place and mend", () => {
    expect(findFullWidth("（软件投入 + ５）× 0.2")).toEqual([
      { from: 0, to: 1, sign: "（", mend: "(" },
      { from: 8, to: 9, sign: "５", mend: "5" },
      { from: 9, to: 10, sign: "）", mend: ")" },
      { from: 10, to: 11, sign: "×", mend: "*" },
    ]);
  });

  it("signs are mended", () => {
    expect(toHalfWidth("（软件投入 ＋ 硬件投入）× ０．２　≥ 【５０，１００】")).toBe("(软件投入 + 硬件投入)* 0.2 >= [50,100]");
    expect(toHalfWidth("ＥＲＰ，ｅｒｐ；“是”、‘否’。≤≠")).toBe("ERP,erp;\"是\",'否'.<=!=");
  });

  it("the whole block has its ASCII counterpart", () => {
    for (let code = 0x21; code <= 0x7e; code++) {
      expect(toHalfWidth(String.fromCharCode(code + 0xfee0))).toBe(String.fromCharCode(code));
    }
  });

  it("Chinese words, 文号 and emoji are left alone", () => {
    for (const text of ["晋政规〔2023〕11号", "《办法》", "软件投入", "abc 123 ()[]<>=", "𠮷😀", ""]) {
      expect(findFullWidth(text)).toEqual([]);
      expect(toHalfWidth(text)).toBe(text);
    }
  });
});
