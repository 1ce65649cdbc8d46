/** Suggestions that help, and none where nothing is near. */
import { describe, expect, it } from "vitest";
import { nearest } from "../src/index.ts";

const KEYS = ["softwarePurchases", "servedSmes", "cloudServices", "trainings", "id", "project"];

describe("nearest", () => {
  it.each([
    ["softwarePurchase", "softwarePurchases"],
    ["sofwtarePurchases", "softwarePurchases"],
    ["SERVEDSMES", "servedSmes"],
    ["served_smes", "servedSmes"],
    ["training", "trainings"],
    ["projcet", "project"],
    ["ｐｒｏｊｅｃｔ", "project"],
    ["ids", "id"],
    ["xyz", null],
    ["", null],
    ["applicant", null],
    ["project", null],
  ])("%j → %s", (word, expected) => {
    expect(nearest(word, KEYS)).toBe(expected);
  });

  it("works on Chinese words", () => {
    expect(nearest("软件投人", ["软件投入", "硬件投入"])).toBe("软件投入");
    expect(nearest("纺识", ["纺织", "食品"])).toBe("纺织");
    expect(nearest("伞", ["纺"])).toBeNull();
  });

  it("takes the nearest, of equals the first", () => {
    expect(nearest("abcdef", ["abcxyf", "abcdeg", "abcdeh"])).toBe("abcdeg");
  });

  it("counts a swap of neighbours as one change", () => {
    expect(nearest("ba", ["ab"])).toBe("ab");
  });

  it("isn't held up by hostile words", () => {
    expect(nearest("x".repeat(10_000_000), ["x".repeat(10_000_000 - 1)])).toBeNull();
    expect(
      nearest(
        "x".repeat(200),
        Array.from({ length: 100 }, () => "y".repeat(200)),
      ),
    ).toBeNull();
  });
});
