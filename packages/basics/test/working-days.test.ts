/** Working days against chinese-days' own judgement, the editable table over them, and the refusal of years nobody has published. */
import { isWorkday } from "chinese-days";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import table from "../../../standards/working-days.json" with { type: "json" };
import {
  addWorkingDays,
  type CalendarTable,
  createWorkingCalendar,
  formatDate,
  isWorkingDay,
  parseDate,
  type WorkingCalendar,
} from "../src/index.ts";

const EMPTY: CalendarTable = { years: [], days: [] };
const day = (text: string): number => parseDate(text) ?? Number.NaN;
function calendarOf(given: CalendarTable): WorkingCalendar {
  const made = createWorkingCalendar(given);
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  return made.value;
}
const published = calendarOf(EMPTY);
const added = (from: string, n: number, calendar = published): string => {
  const outcome = addWorkingDays(calendar, day(from), n);
  return outcome.ok ? formatDate(outcome.value) : (outcome.errors[0]?.problem ?? "");
};

describe("the published calendar", () => {
  it("covers 2004 to 2026", () => {
    expect([...published.years].sort()).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i));
  });

  it("agrees with chinese-days on every day", () => {
    const unlike: string[] = [];
    for (let d = day("2004-01-01"); d <= day("2026-12-31"); d++) {
      const outcome = isWorkingDay(published, d);
      if (!outcome.ok || outcome.value !== isWorkday(formatDate(d))) unlike.push(formatDate(d));
    }
    expect(unlike).toEqual([]);
  });

  it.each([
    ["2023-10-01", false],
    ["2023-10-06", false],
    ["2023-10-07", true],
    ["2023-10-08", true],
    ["2024-02-18", true],
    ["2024-02-15", false],
    ["2026-02-14", true],
    ["2026-10-10", true],
    ["2023-05-05", true],
  ])("%s: %s", (date, works) => {
    expect(isWorkingDay(published, day(date))).toEqual({ ok: true, value: works });
  });

  it.each(["2003-12-31", "2027-01-04", "1970-01-01"])("refuses %s", (date) => {
    const outcome = isWorkingDay(published, day(date));
    expect(outcome.ok ? "" : outcome.errors[0]?.problem).toBe(`${date}：没有 ${date.slice(0, 4)} 年的节假日安排，不能推算工作日`);
    expect(outcome.ok ? "" : outcome.errors[0]?.expected).toContain("2004 至 2026 年");
  });
});

describe("addWorkingDays", () => {
  it.each([
    ["2023-09-28", 1, "2023-10-07"],
    ["2023-09-28", 2, "2023-10-08"],
    ["2023-09-28", 5, "2023-10-11"],
    ["2023-10-01", 0, "2023-10-01"],
    ["2023-10-07", -1, "2023-09-28"],
    ["2023-05-08", 5, "2023-05-15"],
    ["2026-12-30", 1, "2026-12-31"],
    ["2026-12-31", 1, "2027-01-01：没有 2027 年的节假日安排，不能推算工作日"],
    ["2004-01-01", -1, "2003-12-31：没有 2003 年的节假日安排，不能推算工作日"],
    ["2023-05-08", 0.5, "不是整数"],
  ])("%s + %d: %s", (from, n, expected) => {
    expect(added(from, n)).toBe(expected);
  });

  it("stops at once where an absurd number of days is asked for", () => {
    expect(added("2023-01-01", Number.MAX_SAFE_INTEGER)).toContain("2027");
  });

  it("passes exactly n working days", () => {
    fc.assert(
      fc.property(fc.integer({ min: day("2005-01-01"), max: day("2025-06-30") }), fc.integer({ min: 1, max: 60 }), (from, n) => {
        const outcome = addWorkingDays(published, from, n);
        const to = outcome.ok ? outcome.value : from;
        let passed = 0;
        for (let d = from + 1; d <= to; d++) if (isWorkday(formatDate(d))) passed += 1;
        expect(passed).toBe(n);
        expect(isWorkday(formatDate(to))).toBe(true);
      }),
    );
  });
});

describe("the table", () => {
  it("of the repository is in order", () => {
    expect(createWorkingCalendar(table).ok).toBe(true);
  });

  it("corrects a published day", () => {
    const calendar = calendarOf({ years: [], days: [{ date: "2023-05-08", working: false, source: "示例通知" }] });
    expect(added("2023-05-06", 1, calendar)).toBe("2023-05-09");
  });

  it("opens a year it declares, and only that", () => {
    const calendar = calendarOf({
      years: [{ year: 2027, source: "示例通知" }],
      days: [{ date: "2027-01-01", working: false, source: "示例通知" }],
    });
    expect(added("2026-12-31", 1, calendar)).toBe("2027-01-04");
    expect(isWorkingDay(calendar, day("2028-01-03")).ok).toBe(false);
    const undeclared = calendarOf({ years: [], days: [{ date: "2027-01-01", working: false, source: "示例通知" }] });
    expect(isWorkingDay(undeclared, day("2027-01-01")).ok).toBe(false);
  });

  it("is refused with every mistake at its place", () => {
    const outcome = createWorkingCalendar({
      years: [{ year: 20.5, source: "" }],
      days: [
        { date: "2027-02-29", working: true, source: "示例通知" },
        { date: "2027-03-01", working: true, source: " " },
        { date: "2027-03-01", working: false, source: "示例通知" },
      ],
    });
    expect(outcome.ok ? [] : outcome.errors.map(({ path }) => path)).toEqual([
      "years[0].year",
      "years[0].source",
      "days[0].date",
      "days[1].source",
      "days[2].date",
    ]);
  });
});
