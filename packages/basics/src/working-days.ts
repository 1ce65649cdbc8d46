/**
 * Working days: Saturdays and Sundays are off, but for the State Council's yearly orders (data of chinese-days) and an editable table over them.
 * A year that neither covers is refused, since weekends alone would give wrong deadlines.
 */
import published from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { formatDate, parseDate, weekdayOf, yearOf } from "./calendar-date.ts";
import { fail, type Outcome, ok, type Problem } from "./outcome.ts";
import type { ValueFault } from "./value-fault.ts";

/** What the office may write over the published calendar (standards/working-days.json). */
export interface CalendarTable {
  /** Years whose every departure from the weekend stands in `days`. */
  readonly years: readonly { readonly year: number; readonly source: string }[];
  /** date: YYYY-MM-DD; working: does the office work on it; source: by which order. */
  readonly days: readonly { readonly date: string; readonly working: boolean; readonly source: string }[];
}

/** Dates in days since 1970-01-01. */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>;
  /** Only the days that depart from the weekend. */
  readonly departures: ReadonlyMap<number, boolean>;
}

/** The published calendar with the table over it. Problems by path in the table: a date that doesn't exist, one that stands twice, no source. */
export function createWorkingCalendar(table: CalendarTable): Outcome<WorkingCalendar, Problem> {
  const years = new Set<number>();
  const departures = new Map<number, boolean>();
  enter(Object.keys(published.holidays), false, years, departures);
  enter(Object.keys(published.workdays), true, years, departures);
  const problems: Problem[] = [];
  const seen = new Set<number>();
  table.years.forEach(({ year, source }, i) => {
    if (!Number.isInteger(year) || year < 1 || year > 9999)
      problems.push({ path: `years[${i}].year`, problem: "不是年份", expected: "应为四位年份，如 2027" });
    if (source.trim() === "") problems.push({ path: `years[${i}].source`, problem: "没有出处", expected: "应写明通知的文号" });
    years.add(year);
  });
  table.days.forEach(({ date, working, source }, i) => {
    const day = parseDate(date);
    if (day === null)
      problems.push({ path: `days[${i}].date`, problem: `没有这一天：${date}`, expected: "应为真实日期，形如 2027-01-01" });
    else if (seen.has(day)) problems.push({ path: `days[${i}].date`, problem: `${date} 写了两次`, expected: "同一天只写一条" });
    if (source.trim() === "") problems.push({ path: `days[${i}].source`, problem: "没有出处", expected: "应写明通知的文号" });
    if (day === null) return;
    seen.add(day);
    departures.set(day, working);
  });
  return problems.length === 0 ? ok({ years, departures }) : { ok: false, errors: problems };
}

function enter(dates: readonly string[], working: boolean, years: Set<number>, departures: Map<number, boolean>): void {
  for (const date of dates) {
    const day = parseDate(date);
    if (day === null) continue;
    years.add(yearOf(day));
    departures.set(day, working);
  }
}

/** Does the office work on this day (days since 1970-01-01)? An error where its year isn't covered. */
export function isWorkingDay(calendar: WorkingCalendar, day: number): Outcome<boolean, ValueFault> {
  return calendar.years.has(yearOf(day)) ? ok(works(calendar, day)) : fail(notCovered(calendar, day));
}

const works = (calendar: WorkingCalendar, day: number): boolean => calendar.departures.get(day) ?? weekdayOf(day) <= 5;

function notCovered(calendar: WorkingCalendar, day: number): ValueFault {
  const years = [...calendar.years].sort((a, b) => a - b);
  return {
    problem: `${formatDate(day)}：没有 ${yearOf(day)} 年的节假日安排，不能推算工作日`,
    expected: `已有 ${years[0]} 至 ${years.at(-1)} 年；该年安排发布后，请先录入工作日历`,
  };
}

/**
 * The n-th working day after `from` (before it, where n < 0); the day itself isn't counted (民法典 art. 201). n = 0: `from`, working or not.
 * Days since 1970-01-01. An error where the count leaves the covered years.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: number, n: number): Outcome<number, ValueFault> {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(from)) return fail({ problem: "不是整数", expected: "天数应为整数" });
  const step = n < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(n); left > 0; ) {
    day += step;
    if (!calendar.years.has(yearOf(day))) return fail(notCovered(calendar, day));
    if (works(calendar, day)) left -= 1;
  }
  return ok(day);
}
