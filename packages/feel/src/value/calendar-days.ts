/** The proleptic Gregorian calendar as a count of days, for any year that FEEL can write (ISO 8601: the year 0 exists). */

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MAX_YEAR = 999_999_999;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

export const isCalendarDay = ({ year, month, day }: CalendarDay): boolean =>
  Number.isInteger(year) &&
  Math.abs(year) <= MAX_YEAR &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month);

const DAYS_PER_ERA = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468;

/** Days since 1970-01-01. Years are counted from March, so that the leap day comes last. */
export const toDays = ({ year, month, day }: CalendarDay): number => {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * DAYS_PER_ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - EPOCH;
};

export const fromDays = (days: number): CalendarDay => {
  const shifted = days + EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
};

/** 1 Monday … 7 Sunday. */
export const weekday = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

/** The day so many months on, the last of its month where it has no such day; undefined beyond the years FEEL can write. */
export const plusMonths = (days: number, months: bigint): number | undefined => {
  const { year, month, day } = fromDays(days);
  const total = BigInt(year) * 12n + BigInt(month - 1) + months;
  const inYear = Number(((total % 12n) + 12n) % 12n);
  const newYear = Number((total - BigInt(inYear)) / 12n);
  if (Math.abs(newYear) > MAX_YEAR) return undefined;
  return toDays({ year: newYear, month: inYear + 1, day: Math.min(day, daysInMonth(newYear, inYear + 1)) });
};

/** The ISO 8601 week of the year. */
export const isoWeek = (days: number): number => {
  const thursday = days - weekday(days) + 4;
  return Math.floor((thursday - toDays({ year: fromDays(thursday).year, month: 1, day: 1 })) / 7) + 1;
};
