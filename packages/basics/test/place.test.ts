/** Lines, columns and excerpts, with every line end and with wide characters. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt, placeOf, widthOf } from "../src/index.ts";

describe("placeOf", () => {
  it.each([
    ["", 0, 1, 1],
    ["abc", 0, 1, 1],
    ["abc", 2, 1, 3],
    ["abc", 3, 1, 4],
    ["abc", 99, 1, 4],
    ["abc", -1, 1, 1],
    ["a\nb", 1, 1, 2],
    ["a\nb", 2, 2, 1],
    ["a\r\nb", 3, 2, 1],
    ["a\r\nb", 2, 1, 3],
    ["a\rb", 2, 2, 1],
    ["a\n\nb", 2, 2, 1],
    ["a\n\nb", 3, 3, 1],
    ["a\n", 2, 2, 1],
    ["软件\n投入", 4, 2, 2],
    ["𠮷a", 2, 1, 2],
  ])("%j at %i: line %i, column %i", (text, offset, line, column) => {
    expect(placeOf(text, offset)).toEqual({ line, column });
  });

  it("leads back to the offset", () => {
    const text = fc.array(fc.constantFrom("a", "软", "\n", " "), { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.nat(40), (whole, at) => {
        const offset = Math.min(at, whole.length);
        const { line, column } = placeOf(whole, offset);
        const before = whole.split("\n").slice(0, line - 1);
        expect(before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1).toBe(offset);
      }),
    );
  });
});

describe("excerpt", () => {
  it("underlines the place, Chinese characters two columns wide", () => {
    expect(excerpt("when: 软件投入 > 5万", 6, 10)).toBe("when: 软件投入 > 5万\n      ^^^^^^^^");
    expect(excerpt("软件 > 5万", 6, 7)).toBe("软件 > 5万\n        ^^");
  });
  it("shows the line of the place only, and never marks past it", () => {
    expect(excerpt("一\nlet x\n三", 6, 9)).toBe("let x\n    ^");
    expect(excerpt("a\r\nbc\r\n", 3, 5)).toBe("bc\n^^");
    expect(excerpt("abc", 3)).toBe("abc\n   ^");
    expect(excerpt("", 0)).toBe("\n^");
  });
  it("makes control characters spaces, so that carets stay below", () => {
    expect(excerpt("\tx = 1", 1, 2)).toBe(" x = 1\n ^");
  });
  it("cuts a long line around the place", () => {
    const line = `${"软".repeat(200)}X${"件".repeat(200)}`;
    const [shown = "", carets = ""] = excerpt(line, 200, 201).split("\n");
    expect(shown).toMatch(/^…软+X件+…$/);
    expect(widthOf(shown)).toBeLessThanOrEqual(104);
    expect(widthOf(shown.slice(0, shown.indexOf("X")))).toBe(carets.indexOf("^"));
    const [long = "", marks = ""] = excerpt("y".repeat(1000), 0, 1000).split("\n");
    expect(long.endsWith("…")).toBe(true);
    expect(marks.length).toBeLessThanOrEqual(52);
  });
});

describe("widthOf", () => {
  it.each([
    ["abc", 3],
    ["软件", 4],
    ["（）", 4],
    ["ｶ", 1],
    ["𠮷", 2],
    ["😀", 2],
    ["e\u0301", 1],
    ["", 0],
  ])("%j: %i", (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});
