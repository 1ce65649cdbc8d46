/** Firm size by 工信部联企业〔2011〕300号: one look-up by division and class finds the row, then its bounds are compared from the top grade down. */
import table from "../../../standards/firm-size.json" with { type: "json" };
import { divisionOf, sectionOf } from "./industry.ts";

export type FirmSize = "大型" | "中型" | "小型" | "微型";

/** Which two figures a row looks at, and the least integer (人, 分) of each for 大型, 中型, 小型. A row of one figure has it twice. */
interface Row {
  readonly first: Figure;
  readonly second: Figure;
  readonly least: readonly [Least, Least, Least];
}
type Figure = 0 | 1 | 2;
interface Least {
  readonly first: number;
  readonly second: number;
}

/** The standard states revenue and assets in 万元, they arrive in 分. */
const FEN_PER_WAN = 10 ** 6;
const FIGURES: Readonly<Record<string, Figure>> = { employees: 0, revenue: 1, totalAssets: 2 };

interface StatedBound {
  readonly figure: string;
  readonly bound: number;
  readonly inclusive: boolean;
}

const figureOf = (stated: StatedBound | undefined): Figure => FIGURES[stated?.figure ?? ""] ?? 0;

/** Figures are integers, so "more than n" is "at least n + 1". */
function leastOf(stated: StatedBound | undefined): number {
  if (stated === undefined) return 0;
  const bound = figureOf(stated) === 0 ? stated.bound : stated.bound * FEN_PER_WAN;
  return stated.inclusive ? bound : bound + 1;
}

function rowOf(grades: readonly { readonly bounds: readonly StatedBound[] }[]): Row {
  const least = (grade: number): Least => {
    const [first, second = first] = grades[grade]?.bounds ?? [];
    return { first: leastOf(first), second: leastOf(second) };
  };
  const [first, second = first] = grades[0]?.bounds ?? [];
  return { first: figureOf(first), second: figureOf(second), least: [least(0), least(1), least(2)] };
}

/** By division × 11 + (third digit + 1, or 0 without one); null where the division doesn't exist. */
const rowByClass: readonly (Row | null)[] = /* @__PURE__ */ rowsByClass();

function rowsByClass(): readonly (Row | null)[] {
  const rows = table.rows.map(({ codes, grades }) => ({ codes, row: rowOf(grades) }));
  const rowFor = (key: string): Row | null => rows.find(({ codes }) => codes.includes(key))?.row ?? null;
  const other = rows.find(({ codes }) => codes.length === 0)?.row ?? null;
  const found: (Row | null)[] = [];
  for (let division = 0; division < 100; division++) {
    const code = String(division).padStart(2, "0");
    const section = sectionOf(code);
    const wide = section === null ? null : (rowFor(code) ?? rowFor(section) ?? other);
    found.push(wide);
    for (let third = 0; third < 10; third++) found.push(section === null ? null : (rowFor(`${code}${third}`) ?? wide));
  }
  return found;
}

function rowAt(industry: string): Row | null {
  const third = industry.charCodeAt(2) - 48;
  return rowByClass[divisionOf(industry) * 11 + (third >= 0 && third <= 9 ? third + 1 : 0)] ?? null;
}

/**
 * @param industry code of GB/T 4754-2017, 2 to 4 digits
 * @param employees 人, integer
 * @param revenue 营业收入 in 分, integer
 * @param totalAssets 资产总额 in 分, integer
 * @returns null where a figure that the industry's row looks at is missing (even if the others rule a grade out), or the division doesn't exist
 */
export function sizeOf(
  industry: string,
  employees: number | null,
  revenue: number | null,
  totalAssets: number | null,
): FirmSize | null {
  const row = rowAt(industry);
  if (row === null) return null;
  const first = row.first === 0 ? employees : row.first === 1 ? revenue : totalAssets;
  const second = row.second === 0 ? employees : row.second === 1 ? revenue : totalAssets;
  if (first === null || second === null) return null;
  const [large, medium, small] = row.least;
  if (first >= large.first && second >= large.second) return "大型";
  if (first >= medium.first && second >= medium.second) return "中型";
  return first >= small.first && second >= small.second ? "小型" : "微型";
}

/**
 * By which two figures a code is judged, and the least of each (人, 分) for 大型, 中型, 小型; below it is 微型. For reasoning about all firms at
 * once. null where the division doesn't exist.
 */
export interface FirmSizeBounds {
  readonly figures: readonly ["employees" | "revenue" | "totalAssets", "employees" | "revenue" | "totalAssets"];
  readonly least: readonly (readonly [number, number])[];
}

const NAMES = ["employees", "revenue", "totalAssets"] as const;

export function firmSizeBounds(industry: string): FirmSizeBounds | null {
  const row = rowAt(industry);
  if (row === null) return null;
  return { figures: [NAMES[row.first], NAMES[row.second]], least: row.least.map(({ first, second }) => [first, second]) };
}
