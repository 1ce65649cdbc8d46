/** Sections at every boundary, codes that are none, and the listed industries a code suggests. */
import { describe, expect, it } from "vitest";
import { isIndustryCode, listedIndustries, proposeIndustry, sectionName, sectionOf } from "../src/index.ts";

const ENDS: readonly (readonly [section: string, first: number, last: number])[] = [
  ["A", 1, 5],
  ["B", 6, 12],
  ["C", 13, 43],
  ["D", 44, 46],
  ["E", 47, 50],
  ["F", 51, 52],
  ["G", 53, 60],
  ["H", 61, 62],
  ["I", 63, 65],
  ["J", 66, 69],
  ["K", 70, 70],
  ["L", 71, 72],
  ["M", 73, 75],
  ["N", 76, 79],
  ["O", 80, 82],
  ["P", 83, 83],
  ["Q", 84, 85],
  ["R", 86, 90],
  ["S", 91, 96],
  ["T", 97, 97],
];

describe("sections", () => {
  it.each(ENDS)("%s is %i to %i", (section, first, last) => {
    for (let division = first; division <= last; division++) {
      const code = String(division).padStart(2, "0");
      for (const tail of ["", "1", "90"]) expect(sectionOf(code + tail)).toBe(section);
    }
    expect(sectionName(section)).not.toBeNull();
  });

  it("take up 97 divisions, all there are", () => {
    const known = Array.from({ length: 100 }, (_, i) => sectionOf(String(i).padStart(2, "0")));
    expect(known.filter((section) => section !== null)).toHaveLength(97);
    expect([known[0], known[98], known[99]]).toEqual([null, null, null]);
    expect(sectionName("U")).toBeNull();
  });

  it.each(["", "1", "C", "a1", "1a", "００"])("%j has none", (code) => {
    expect(sectionOf(code)).toBeNull();
  });
});

describe("isIndustryCode", () => {
  it.each(["01", "13", "195", "1951", "97", "9700", "4119"])("%s is one", (code) => {
    expect(isIndustryCode(code)).toBe(true);
  });
  it.each(["", "1", "00", "98", "99", "0011", "19511", "C19", "１９", "19 ", " 19", "1a", "19.1", "-19", "19\n"])(
    "%j is none",
    (code) => {
      expect(isIndustryCode(code)).toBe(false);
    },
  );
});

describe("listed industries", () => {
  it("are nine", () => {
    expect(listedIndustries()).toEqual(["晴雨伞", "医疗器械", "包装印刷", "鞋服", "纺织", "食品", "建材", "机械", "电子信息"]);
  });

  it.each([
    ["4119", "晴雨伞"],
    ["411", null],
    ["358", "医疗器械"],
    ["3581", "医疗器械"],
    ["3587", "机械"],
    ["2770", "医疗器械"],
    ["277", null],
    ["2710", null],
    ["231", "包装印刷"],
    ["2320", "包装印刷"],
    ["2231", "包装印刷"],
    ["2210", null],
    ["2923", "包装印刷"],
    ["2926", "包装印刷"],
    ["2924", null],
    ["3331", "包装印刷"],
    ["3333", "包装印刷"],
    ["3334", null],
    ["18", "鞋服"],
    ["1951", "鞋服"],
    ["1910", null],
    ["1711", "纺织"],
    ["1310", "食品"],
    ["1329", null],
    ["14", "食品"],
    ["15", "食品"],
    ["16", null],
    ["3011", "建材"],
    ["34", "机械"],
    ["3511", "机械"],
    ["39", "电子信息"],
    ["40", null],
  ])("%s suggests %s", (code, name) => {
    expect(proposeIndustry(code)).toBe(name);
  });
});
