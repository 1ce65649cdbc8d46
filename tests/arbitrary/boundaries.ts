/** Values that lie on, just below and just above every figure of the policy, with plain ones between them. */
import fc from "fast-check";

/** 分 as the contract's text, "1234.56"; whole amounts sometimes as a number, as a form would send them. */
export const moneyText = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;

const WAN = 1_000_000;

/** Around each threshold (分): exactly, one 分 below and above; else anything up to three times the largest, rarely enormous. */
function moneyAround(...thresholds: readonly number[]): fc.Arbitrary<string | number> {
  const exact = fc.tuple(fc.constantFrom(...thresholds), fc.constantFrom(-1, 0, 0, 1)).map(([at, by]) => Math.max(0, at + by));
  const any = fc.integer({ min: 0, max: 3 * Math.max(...thresholds) });
  const fen = fc.oneof(
    { weight: 5, arbitrary: exact },
    { weight: 4, arbitrary: any },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 99, 100, 999_999_999_999_999) },
  );
  return fc.tuple(fen, fc.boolean()).map(([value, asNumber]) => (asNumber && value % 100 === 0 ? value / 100 : moneyText(value)));
}

/** 20 % reach the cap at 500 万, 25 % at 400 万; halved, since it is split into software and hardware. */
export const demonstrationMoney = moneyAround(200 * WAN, 250 * WAN, 400 * WAN, 500 * WAN, 100 * WAN);
export const fiveGInvestment = moneyAround(66_666_666, 66_666_667, 40 * WAN, 100 * WAN);
export const fiveGSubsidy = moneyAround(20 * WAN, 10 * WAN, 12 * WAN, 30 * WAN);
export const internetInvestment = moneyAround(1_000 * WAN, 800 * WAN, 1_047_900_000);
export const internetSubsidy = moneyAround(100 * WAN, 84_030_000, 50 * WAN);
export const softwareMoney = moneyAround(50 * WAN, 100 * WAN, 200 * WAN, 300 * WAN, 25 * WAN, 150 * WAN, 10 * WAN);
export const cloudFee = moneyAround(5 * WAN, 10 * WAN, 15 * WAN, 2.5 * WAN, 20 * WAN, 30 * WAN);
export const platformInvestment = moneyAround(166_666_667, 250 * WAN, 240 * WAN, 100 * WAN);
export const platformSubsidy = moneyAround(50 * WAN, 100 * WAN, 30 * WAN);
export const appSpend = moneyAround(33_333_333, 33_333_334, 20 * WAN);
export const appSubsidy = moneyAround(10 * WAN, 6 * WAN);
export const outsideMoney = moneyAround(5 * WAN, 10 * WAN, 20 * WAN, 30 * WAN, 3 * WAN, 6 * WAN, 100 * WAN, 1);
export const contribution = moneyAround(5 * WAN, 10 * WAN, 35 * WAN, 100 * WAN, 200 * WAN);

/** Firms on both sides of the size standard's bounds. */
export const employees = fc.constantFrom(0, 9, 20, 99, 100, 199, 200, 299, 300, 999, 1_000, 1_999, 2_000, 5_000);
export const revenue = moneyAround(
  40_000 * WAN,
  2_000 * WAN,
  20_000 * WAN,
  30_000 * WAN,
  10_000 * WAN,
  80_000 * WAN,
  100_000 * WAN,
);
export const totalAssets = moneyAround(80_000 * WAN, 120_000 * WAN, 10_000 * WAN, 5_000 * WAN);

export const years = [2023, 2024] as const;

/** In the year, on its first and last day, in the months of 参照执行, in the years beside it. */
export function dateAround(year: number): fc.Arbitrary<string> {
  const edges = [`${year}-01-01`, `${year}-12-31`, "2023-01-01", "2023-04-30", "2023-05-01", "2024-02-29"];
  const beside = [`${year - 1}-12-31`, `${year + 1}-01-01`];
  const within = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `${year}-${two(month)}-${two(day)}`);
  return fc.oneof(
    { weight: 5, arbitrary: within },
    { weight: 3, arbitrary: fc.constantFrom(...edges) },
    { weight: 1, arbitrary: fc.constantFrom(...beside) },
  );
}

const two = (value: number): string => String(value).padStart(2, "0");
const monthText = (month: number): string => `${Math.floor(month / 12)}-${two((month % 12) + 1)}`;

/** Service months, both included: inside the year, over its ends, for several years, or wholly outside. */
export function monthsAround(year: number): fc.Arbitrary<{ serviceFrom: string; serviceTo: string }> {
  return fc
    .tuple(fc.integer({ min: -14, max: 13 }), fc.constantFrom(0, 0, 1, 2, 5, 6, 11, 11, 11, 23, 35, 35))
    .map(([offset, length]) => {
      const from = year * 12 + offset;
      return { serviceFrom: monthText(from), serviceTo: monthText(from + length) };
    });
}
