/** Every row and boundary of 工信部联企业〔2011〕300号. The rows are written out here once more, so that a slip in the data is seen. */
import { describe, expect, it } from "vitest";
import { type FirmSize, sizeOf } from "../src/index.ts";

type Column = "X" | "Y" | "Z";
type Row = readonly [
  codes: readonly string[],
  columns: readonly Column[],
  large: readonly number[],
  medium: readonly number[],
  small: readonly number[],
];

/** X employees, Y revenue in 万元, Z assets in 万元. */
const ROWS: readonly Row[] = [
  [
    ["06", "12", "13", "1951", "43", "44", "4610"],
    ["X", "Y"],
    [1000, 40000],
    [300, 2000],
    [20, 300],
  ],
  [
    ["47", "50", "4710"],
    ["Y", "Z"],
    [80000, 80000],
    [6000, 5000],
    [300, 300],
  ],
  [
    ["51", "5191"],
    ["X", "Y"],
    [200, 40000],
    [20, 5000],
    [5, 1000],
  ],
  [
    ["52", "5299"],
    ["X", "Y"],
    [300, 20000],
    [50, 500],
    [10, 100],
  ],
  [
    ["54", "55", "56", "57", "58", "5810"],
    ["X", "Y"],
    [1000, 30000],
    [300, 3000],
    [20, 200],
  ],
  [
    ["59", "5990"],
    ["X", "Y"],
    [200, 30000],
    [100, 1000],
    [20, 100],
  ],
  [
    ["60", "6010"],
    ["X", "Y"],
    [1000, 30000],
    [300, 2000],
    [20, 100],
  ],
  [
    ["61", "62", "6210"],
    ["X", "Y"],
    [300, 10000],
    [100, 2000],
    [10, 100],
  ],
  [
    ["63", "64", "6450"],
    ["X", "Y"],
    [2000, 100000],
    [100, 1000],
    [10, 100],
  ],
  [
    ["65", "6513"],
    ["X", "Y"],
    [300, 10000],
    [100, 1000],
    [10, 50],
  ],
  [
    ["701", "7010"],
    ["Y", "Z"],
    [200000, 10000],
    [1000, 5000],
    [100, 2000],
  ],
  [
    ["702", "7020"],
    ["X", "Y"],
    [1000, 5000],
    [300, 1000],
    [100, 500],
  ],
  [
    ["71", "72", "7299"],
    ["X", "Z"],
    [300, 120000],
    [100, 8000],
    [10, 100],
  ],
  [["01", "05", "0111"], ["Y"], [20000], [500], [50]],
  [["53", "5310", "66", "69", "70", "703", "7040", "7090", "700", "73", "82", "83", "90", "97"], ["X"], [300], [100], [10]],
];

const GRADES: readonly FirmSize[] = ["大型", "中型", "小型", "微型"];
const wan = (value: number): number => value * 1_000_000;

/** Figures in the standard's units (分 for money), everything that the row doesn't look at left out. */
function size(code: string, columns: readonly Column[], figures: readonly (number | null)[]): FirmSize | null {
  const figure = (column: Column): number | null => figures[columns.indexOf(column)] ?? null;
  return sizeOf(code, figure("X"), figure("Y"), figure("Z"));
}
const exact = (columns: readonly Column[], bounds: readonly number[]): number[] =>
  bounds.map((bound, i) => (columns[i] === "X" ? bound : wan(bound)));

describe.each(ROWS)("%j by %j", (codes, columns, ...bounds) => {
  it.each(codes)("%s: each bound is included, and one less of any figure is a grade down", (code) => {
    bounds.forEach((bound, grade) => {
      const at = exact(columns, bound);
      expect(size(code, columns, at)).toBe(GRADES[grade]);
      columns.forEach((_, i) => {
        const less = at.map((value, j) => (j === i ? value - 1 : value));
        expect(GRADES.indexOf(size(code, columns, less) ?? "大型")).toBeGreaterThan(grade);
      });
    });
    expect(
      size(
        code,
        columns,
        columns.map(() => 0),
      ),
    ).toBe("微型");
    expect(
      size(
        code,
        columns,
        columns.map(() => Number.MAX_SAFE_INTEGER),
      ),
    ).toBe("大型");
  });

  it.each(codes)("%s: the lower of two figures decides", (code) => {
    if (columns.length < 2) return;
    const [large = [], medium = [], small = []] = bounds.map((bound) => exact(columns, bound));
    for (const [low, grade] of [
      [medium, "中型"],
      [small, "小型"],
    ] as const) {
      // A later bound may be higher than an earlier one nowhere but in 701, whose 大型 asks for less assets than twice the 中型.
      expect(size(code, columns, [large[0] ?? 0, low[1] ?? 0])).toBe(grade);
      expect(size(code, columns, [low[0] ?? 0, large[1] ?? 0])).toBe(grade);
    }
    expect(size(code, columns, [large[0] ?? 0, 0])).toBe("微型");
  });

  it.each(codes)("%s: any missing figure of the row is unknown, others don't matter", (code) => {
    columns.forEach((_, i) => {
      for (const rest of [0, Number.MAX_SAFE_INTEGER]) {
        expect(
          size(
            code,
            columns,
            columns.map((_c, j) => (j === i ? null : rest)),
          ),
        ).toBeNull();
      }
    });
    const all = columns.map(() => 0);
    const [x, y, z] = (["X", "Y", "Z"] as const).map((column) => (columns.includes(column) ? 0 : Number.MAX_SAFE_INTEGER));
    expect(sizeOf(code, x ?? 0, y ?? 0, z ?? 0)).toBe(size(code, columns, all));
  });
});

describe("sizeOf", () => {
  it("goes down more than one grade: industry, 2000 people, 1000 万元 → 小型", () => {
    expect(sizeOf("1951", 2000, wan(1000), null)).toBe("小型");
    expect(sizeOf("1951", 1000, wan(40000), null)).toBe("大型");
    expect(sizeOf("1951", 1000, wan(40000) - 1, null)).toBe("中型");
  });
  it.each(["00", "98", "99", "", "7", "xx"])("knows no division %j", (code) => {
    expect(sizeOf(code, 1, 1, 1)).toBeNull();
  });
});
