/** Dates against the platform's own calendar, month counts by their definition, and every way a date can be wrong. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateOf,
  daysOf,
  formatDate,
  formatDateZh,
  formatMonth,
  formatMonthZh,
  monthOf,
  monthsBetween,
  monthsWithin,
  parseDate,
  parseMonth,
  weekdayOf,
  yearOf,
  yearOfMonth,
} from "../src/index.ts";

const FIRST = parseDate("0001-01-01") ?? Number.NaN;
const LAST = parseDate("9999-12-31") ?? Number.NaN;
const anyDay = fc.integer({ min: FIRST, max: LAST });
const month = (text: string): number => parseMonth(text) ?? Number.NaN;

describe("dates", () => {
  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-02-29", 11016],
    ["2023-01-01", 19358],
    ["2024-12-31", 20088],
  ])("%s is day %i", (text, day) => {
    expect(parseDate(text)).toBe(day);
    expect(formatDate(day)).toBe(text);
  });

  it("agree with the platform's calendar on every day from 1899 to 2101", () => {
    const unlike: string[] = [];
    for (let day = (parseDate("1899-01-01") ?? 0) - 1; day <= (parseDate("2101-12-31") ?? 0); day++) {
      const date = new Date(day * 86_400_000);
      const same =
        formatDate(day) === date.toISOString().slice(0, 10) &&
        yearOf(day) === date.getUTCFullYear() &&
        weekdayOf(day) % 7 === date.getUTCDay();
      if (!same) unlike.push(formatDate(day));
    }
    expect(unlike).toEqual([]);
  });

  it("make the way to text and to parts and back, from year 1 to 9999", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDate(formatDate(day))).toBe(day);
        const parts = dateOf(day);
        expect(daysOf(parts)).toBe(day);
        expect(yearOf(day)).toBe(parts.year);
        expect(monthOf(day)).toBe(parts.year * 12 + parts.month - 1);
      }),
      { numRuns: 2000 },
    );
  });

  it("follow each other", () => {
    fc.assert(fc.property(fc.integer({ min: FIRST, max: LAST - 1 }), (day) => formatDate(day) < formatDate(day + 1)));
  });

  it("are right at both ends of every year", () => {
    for (let year = 1; year <= 9999; year++) {
      const first = daysOf({ year, month: 1, day: 1 }) ?? Number.NaN;
      expect(yearOf(first)).toBe(year);
      expect(yearOf(first - 1)).toBe(year - 1);
    }
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2023-04-31",
    "2023-13-01",
    "2023-00-10",
    "2023-01-00",
    "2023-01-32",
    "0000-01-01",
    "2023-1-1",
    "2023/01/01",
    "20230101",
    "2023-01-01 ",
    " 2023-01-01",
    "2023-01-01T00:00:00Z",
    "+023-01-01",
    "２０２３-01-01",
    "2023-0a-01",
    "2023-01-0１",
    "",
  ])("%j is none", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it("are none where a part is no whole number", () => {
    expect(daysOf({ year: 2023, month: 1.5, day: 1 })).toBeNull();
    expect(daysOf({ year: Number.NaN, month: 1, day: 1 })).toBeNull();
  });

  it("are written in Chinese without noughts in front", () => {
    expect(formatDateZh(parseDate("2023-05-01") ?? 0)).toBe("2023年5月1日");
    expect(formatMonthZh(month("2023-12"))).toBe("2023年12月");
  });
});

describe("months", () => {
  it("are year × 12 + month − 1, there and back", () => {
    expect(parseMonth("2023-05")).toBe(2023 * 12 + 4);
    for (let m = 12; m < 10_000 * 12; m += 7) {
      expect(parseMonth(formatMonth(m))).toBe(m);
      expect(yearOfMonth(m)).toBe(Number(formatMonth(m).slice(0, 4)));
    }
  });

  it.each(["2023-13", "2023-00", "0000-01", "2023-1", "202301", "2023-01-01", "2023-01 ", "２023-01", ""])(
    "%j is none",
    (text) => {
      expect(parseMonth(text)).toBeNull();
    },
  );

  it.each([
    ["2023-01", "2023-01", 1],
    ["2022-07", "2025-06", 36],
    ["2023-12", "2024-01", 2],
    ["2023-02", "2023-01", 0],
  ])("from %s to %s, both included: %i", (from, to, count) => {
    expect(monthsBetween(month(from), month(to))).toBe(count);
  });

  it.each([
    ["2022-07", "2025-06", 2022, 6],
    ["2022-07", "2025-06", 2023, 12],
    ["2022-07", "2025-06", 2025, 6],
    ["2022-07", "2025-06", 2021, 0],
    ["2022-07", "2025-06", 2026, 0],
    ["2023-12", "2023-12", 2023, 1],
    ["2024-01", "2023-01", 2023, 0],
  ])("from %s to %s within %i: %i", (from, to, year, count) => {
    expect(monthsWithin(month(from), month(to), year)).toBe(count);
  });

  it("within all years are the months between", () => {
    const anyMonth = fc.integer({ min: 2000 * 12, max: 2030 * 12 });
    fc.assert(
      fc.property(anyMonth, anyMonth, (from, to) => {
        let sum = 0;
        for (let year = 1999; year <= 2031; year++) sum += monthsWithin(from, to, year);
        expect(sum).toBe(monthsBetween(from, to));
      }),
    );
  });
});
