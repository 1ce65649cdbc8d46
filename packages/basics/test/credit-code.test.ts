/** Both checks of the credit code: public codes, codes known to be wrong, and what one changed character does, by the arithmetic of both checks. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCreditCode, makeCreditCode } from "../src/index.ts";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const valid = readFileSync(new URL("../../../tests/data/uscc.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => line.split(" ")[0] ?? "");

const problems = (text: string): readonly string[] => {
  const outcome = checkCreditCode(text);
  return outcome.ok ? [] : outcome.errors.map(({ problem }) => problem);
};
const suggestion = (text: string): string | undefined => {
  const outcome = checkCreditCode(text);
  return outcome.ok ? undefined : outcome.errors.find((fault) => fault.suggestion !== undefined)?.suggestion;
};
const FIRST = "第 18 位校验不符（GB 32100）";
const SECOND = "第 17 位校验不符（组织机构代码，GB 11714）";
const replaced = (text: string, at: number, character: string): string => text.slice(0, at) + character + text.slice(at + 1);

describe("public codes", () => {
  it("are sixty", () => {
    expect(new Set(valid).size).toBe(60);
  });
  it.each(valid)("%s is valid", (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, value: code });
    expect(makeCreditCode(code.slice(0, 8), code.slice(8, 16))).toBe(code);
  });
});

describe("what is wrong is told apart", () => {
  it.each([
    ["91350100M000100Y4Z", ["第 18 位“Z”不是代码用的字符"]],
    ["9150010807MGZHI002", ["第 13 位“Z”不是代码用的字符"]],
    ["", ["长 0 位，不是 18 位"]],
    ["9135000061152012", ["长 16 位，不是 18 位"]],
    ["91350000611520128MM", ["长 19 位，不是 18 位"]],
    ["91350000611520128m", ["第 18 位“m”是小写字母"]],
    ["9135000061152012八M", ["第 17 位“八”不是代码用的字符"]],
    ["𠮷1350000611520128M", ["第 1 位“𠮷”不是代码用的字符"]],
    ["91350000611520128 ", ["第 18 位“ ”不是代码用的字符"]],
    ["91350000611520128N", [FIRST]],
  ])("%j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("91350203M0001QAY9B fails a check", () => {
    const told = problems("91350203M0001QAY9B");
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((problem) => problem === FIRST || problem === SECOND)).toBe(true);
  });

  it("the second check alone, where the first agrees", () => {
    const wrongBody = "9135000061152012"; // its character 17 is 8
    const body = `${wrongBody}7`;
    const last = [...ALPHABET].find((character) => !problems(body + character).includes(FIRST));
    expect(problems(body + last)).toEqual([SECOND]);
  });

  it("both checks at once", () => {
    expect(problems("91350000611520127M")).toEqual([FIRST, SECOND]);
  });
});

describe("a correction is offered only where both checks then agree", () => {
  it.each([
    ["91350000611520128m", "91350000611520128M"],
    ["９１３５００００６１１５２０１２８Ｍ", "91350000611520128M"],
    [" 91350000611520128M ", "91350000611520128M"],
    ["9135-0000-6115-20128M", "91350000611520128M"],
    ["9I35OOOO6II52OI28M", "91350000611520128M"],
  ])("%j → %s", (text, mended) => {
    expect(suggestion(text)).toBe(mended);
  });
  it.each(["91350000611520128n", "91350000611520128N", "913500006115201", "", "x".repeat(1_000_000)])("none", (text) => {
    expect(checkCreditCode(text).ok).toBe(false);
    expect(suggestion(text)).toBeUndefined();
  });
});

describe("one changed character", () => {
  /** Value of a character in GB 11714. */
  const value = (character: string): number => Number.parseInt(character, 36);

  it("is always found by the first check, since its weights are units modulo 31", () => {
    const missed: string[] = [];
    for (const code of valid)
      for (let at = 0; at < 18; at++)
        for (const character of ALPHABET) {
          if (character !== code[at] && !problems(replaced(code, at, character)).includes(FIRST))
            missed.push(`${code} ${at} ${character}`);
        }
    expect(missed).toEqual([]);
  });

  it("is missed by the second check exactly outside of its nine, and where the values agree modulo 11", () => {
    const unlike: string[] = [];
    for (const code of valid)
      for (let at = 0; at < 18; at++)
        for (const character of ALPHABET) {
          const before = code[at] ?? "";
          if (character === before) continue;
          const missed = at < 8 || at === 17 || (at < 16 && (value(character) - value(before)) % 11 === 0);
          if (problems(replaced(code, at, character)).includes(SECOND) === missed) unlike.push(`${code} ${at} ${character}`);
        }
    expect(unlike).toEqual([]);
  });

  it("that isn't of the alphabet is found before any check", () => {
    for (const character of "IOSVZioszv_ 中") expect(problems(replaced(valid[0] ?? "", 9, character))[0]).toContain("第 10 位");
  });
});

describe("two neighbours swapped", () => {
  it("are always found, since no two neighbours weigh the same", () => {
    for (const code of valid)
      for (let at = 0; at < 17; at++) {
        const [a = "", b = ""] = [code[at], code[at + 1]];
        if (a !== b) expect(problems(replaced(replaced(code, at, b), at + 1, a)).length).toBeGreaterThan(0);
      }
  });
});

describe("makeCreditCode", () => {
  const character = fc.constantFrom(...ALPHABET);
  const eight = fc.array(character, { minLength: 8, maxLength: 8 }).map((list) => list.join(""));
  it("makes a valid code of any sixteen characters", () => {
    fc.assert(
      fc.property(eight, eight, (prefix, organisation) => {
        const code = makeCreditCode(prefix, organisation) ?? "";
        expect(code.startsWith(prefix + organisation)).toBe(true);
        expect(problems(code)).toEqual([]);
      }),
    );
  });
  it("refuses other parts", () => {
    for (const [prefix, organisation] of [
      ["9135058", "MA000001"],
      ["91350582", "MA00001"],
      ["91350582", "MA0000012"],
      ["91350582", "IA000001"],
      ["9135058z", "MA000001"],
      ["", ""],
    ] as const)
      expect(makeCreditCode(prefix, organisation)).toBeNull();
  });
});
