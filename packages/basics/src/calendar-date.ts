/** Dates as days since 1970-01-01 and months as year × 12 + month − 1: plain arithmetic of the Gregorian calendar, without clock or zone. Years 0001–9999. */

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Days before the first of each month in a year that isn't leap. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
/** Days of 400 years, and leap days of the years 1 to 1969. */
const DAYS_OF_CYCLE = 146_097;
const LEAP_DAYS_TO_1970 = 477;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days from 1970-01-01 to the first of January. */
function firstDayOf(year: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return (year - 1970) * 365 + leapDays - LEAP_DAYS_TO_1970;
}

const daysOfMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS_BEFORE[month] ?? 0) - (DAYS_BEFORE[month - 1] ?? 0);

/** Days since 1970-01-01; null where there is no such date. */
export function daysOf({ year, month, day }: CalendarDate): number | null {
  if (!(Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day))) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return null;
  return firstDayOf(year) + (DAYS_BEFORE[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;
}

/** The number that `count` ASCII digits at `at` make; -1 where one of them is none. */
function digitsAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const DASH = 45;

/** "2023-05-01" → days since 1970-01-01; null for any other form and for a date that doesn't exist (2023-02-29). */
export function parseDate(text: string): number | null {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return null;
  return daysOf({ year: digitsAt(text, 0, 4), month: digitsAt(text, 5, 2), day: digitsAt(text, 8, 2) });
}

/** "2023-05" → 2023 × 12 + 4; null for any other form and for a month that doesn't exist. */
export function parseMonth(text: string): number | null {
  if (text.length !== 7 || text.charCodeAt(4) !== DASH) return null;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  return year < 1 || month < 1 || month > 12 ? null : year * 12 + month - 1;
}

/** The year of a date in days since 1970-01-01. */
export function yearOf(days: number): number {
  const guess = 1970 + Math.floor((days * 400) / DAYS_OF_CYCLE);
  if (days < firstDayOf(guess)) return guess - 1;
  return days >= firstDayOf(guess + 1) ? guess + 1 : guess;
}

/** Days since 1970-01-01 → year, month, day. */
export function dateOf(days: number): CalendarDate {
  const year = yearOf(days);
  const dayOfYear = days - firstDayOf(year);
  const leap = isLeap(year) ? 1 : 0;
  let month = 12;
  while (month > 1 && dayOfYear < (DAYS_BEFORE[month - 1] ?? 0) + (month > 2 ? leap : 0)) month -= 1;
  return { year, month, day: dayOfYear - (DAYS_BEFORE[month - 1] ?? 0) - (month > 2 ? leap : 0) + 1 };
}

/** The month (year × 12 + month − 1) of a date in days since 1970-01-01. */
export function monthOf(days: number): number {
  const { year, month } = dateOf(days);
  return year * 12 + month - 1;
}

/** The year of a month (year × 12 + month − 1). */
export const yearOfMonth = (month: number): number => Math.floor(month / 12);

/** How many months from `from` to `to`, both included; 0 where `to` lies before `from`. */
export const monthsBetween = (from: number, to: number): number => (to < from ? 0 : to - from + 1);

/** How many of the months from `from` to `to`, both included, fall in the year. */
export function monthsWithin(from: number, to: number, year: number): number {
  const first = year * 12;
  return monthsBetween(from > first ? from : first, to < first + 11 ? to : first + 11);
}

/** 1 for Monday … 7 for Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

const padded = (value: number, width: number): string => String(value).padStart(width, "0");

/** Days since 1970-01-01 → "2023-05-01". */
export function formatDate(days: number): string {
  const { year, month, day } = dateOf(days);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** Days since 1970-01-01 → "2023年5月1日". */
export function formatDateZh(days: number): string {
  const { year, month, day } = dateOf(days);
  return `${year}年${month}月${day}日`;
}

/** Month → "2023-05". */
export const formatMonth = (month: number): string => `${padded(yearOfMonth(month), 4)}-${padded((month % 12) + 1, 2)}`;

/** Month → "2023年5月". */
export const formatMonthZh = (month: number): string => `${yearOfMonth(month)}年${(month % 12) + 1}月`;
