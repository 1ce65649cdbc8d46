/** Is a firm large? 工信部联企业〔2011〕300号, first column only (SME is whatever isn't large), and the divisions of GB/T 4754-2017 used here. */

/** The first two digits. */
export const divisionOf = (industry: string): number => (industry.charCodeAt(0) - 48) * 10 + industry.charCodeAt(1) - 48;

/** Section C. */
export const isManufacturer = (industry: string | null): boolean => {
  if (industry === null) return false;
  const division = divisionOf(industry);
  return division >= 13 && division <= 43;
};

/** Sections B, C, D. */
export const isIndustrial = (industry: string | null): boolean => {
  if (industry === null) return false;
  const division = divisionOf(industry);
  return division >= 6 && division <= 46;
};

/** Both figures reach their bound (分 for money); null where one of them is missing. */
const both = (a: number | null, least: number, b: number | null, leastOther: number): boolean | null =>
  a === null || b === null ? null : a >= least && b >= leastOther;
const one = (a: number | null, least: number): boolean | null => (a === null ? null : a >= least);

/** 万元 in 分. */
const WAN = 1_000_000;

/** true: large; false: medium, small or micro; null: a figure of its row is missing. */
export function isLarge(
  industry: string,
  employees: number | null,
  revenue: number | null,
  assets: number | null,
): boolean | null {
  const division = divisionOf(industry);
  if (division <= 5) return one(revenue, 20_000 * WAN);
  if (division <= 46) return both(employees, 1_000, revenue, 40_000 * WAN);
  if (division <= 50) return both(revenue, 80_000 * WAN, assets, 80_000 * WAN);
  switch (division) {
    case 51:
      return both(employees, 200, revenue, 40_000 * WAN);
    case 52:
      return both(employees, 300, revenue, 20_000 * WAN);
    case 54:
    case 55:
    case 56:
    case 57:
    case 58:
    case 60:
      return both(employees, 1_000, revenue, 30_000 * WAN);
    case 59:
      return both(employees, 200, revenue, 30_000 * WAN);
    case 61:
    case 62:
    case 65:
      return both(employees, 300, revenue, 10_000 * WAN);
    case 63:
    case 64:
      return both(employees, 2_000, revenue, 100_000 * WAN);
    case 70:
      if (industry[2] === "1") return both(revenue, 200_000 * WAN, assets, 10_000 * WAN);
      if (industry[2] === "2") return both(employees, 1_000, revenue, 5_000 * WAN);
      return one(employees, 300);
    case 71:
    case 72:
      return both(employees, 300, assets, 120_000 * WAN);
    default:
      return one(employees, 300);
  }
}
