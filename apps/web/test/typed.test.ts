/** What a person types, and what the dossier gets: full-width digits, copied amounts, letters of a code. */
import type { Fact, FactKind } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { tidied, typedValue } from "../src/parts/form/typed.ts";

const factOf = (kind: FactKind["kind"]) => ({ key: "a", label: "甲", presence: "required", type: { kind } }) as unknown as Fact;

describe("what is typed", () => {
  it.each([
    ["money", "１２３４．５", "1234.5"],
    ["money", "１，０００", "1000"],
    ["money", " ￥12,000.00元 ", "12000.00"],
    ["money", "50万", "50万"],
    ["money", "50万元", "50万元"],
    ["money", "-5", "-5"],
    ["count", "２０", 20],
    ["date", "２０２３－０５－０１", "2023-05-01"],
    ["industry", "１９５２", "1952"],
    ["uscc", "９１３５０５８２", "91350582"],
    ["text", "示例（晋江）　ＡＢＣ", "示例（晋江）　ＡＢＣ"],
  ] as const)("%s: %s", (kind, text, value) => expect(typedValue(factOf(kind), text)).toBe(value));

  it("of a credit code gets its capitals, and loses its spaces, once it is typed to its end", () => {
    expect(tidied(factOf("uscc"), "91350582 ma88 01386b")).toBe("91350582MA8801386B");
    expect(tidied(factOf("text"), "示例 a")).toBe("示例 a");
    expect(tidied(factOf("uscc"), undefined)).toBeUndefined();
  });
});
