/** Dates, times, date-times and both durations from text (XML Schema's lexical forms, as DMN 1.5 asks) and to text. */
import { type CalendarDay, fromDays, isCalendarDay, toDays } from "./calendar-days.ts";
import type { DateTimeValue, DateValue, Duration, MonthsDuration, TimeDuration, TimeValue, Value } from "./value.ts";
import { readZone, zoneText } from "./zone.ts";

/** In nanoseconds. */
export const SECOND = 10n ** 9n;
export const DAY = 86_400n * SECOND;
/** Of a duration, in nanoseconds or months. */
export const MAX_DURATION = 10n ** 40n;
const MAX_DURATION_TEXT = 200;

const DATE = /^(-?)([1-9]\d{4,8}|\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|z|[+-]\d{2}:\d{2}(?::\d{2})?|@[A-Za-z0-9_+\-/]+)?$/;
const DURATION = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d*))?S)?)?$/;

export const dateOf = (day: CalendarDay): DateValue | null => (isCalendarDay(day) ? { type: "date", days: toDays(day) } : null);

export const readDate = (text: string): DateValue | null => {
  const match = DATE.exec(text);
  if (match === null) return null;
  const year = Number(match[2]) * (match[1] === "-" ? -1 : 1);
  return dateOf({ year, month: Number(match[3]), day: Number(match[4]) });
};

const nanosOf = (fraction: string | undefined): bigint => BigInt((fraction ?? "").padEnd(9, "0").slice(0, 9));

/** 24:00:00 is the midnight that ends the day: nanos = DAY. */
const readClock = (text: string): TimeValue | null => {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const nanos = BigInt(hours * 3600 + minutes * 60 + seconds) * SECOND + nanosOf(match[4]);
  if (hours > 24 || minutes > 59 || seconds > 59 || nanos > DAY) return null;
  if (match[5] === undefined) return { type: "time", nanos };
  const zone = readZone(match[5]);
  return zone === undefined ? null : { type: "time", nanos, zone };
};

export const readTime = (text: string): TimeValue | null => {
  const time = readClock(text);
  return time === null ? null : { ...time, nanos: time.nanos % DAY };
};

export const dateTimeOf = (date: DateValue, time: TimeValue): DateTimeValue => {
  const moment = { type: "date and time", days: date.days + Number(time.nanos / DAY), nanos: time.nanos % DAY } as const;
  return time.zone === undefined ? moment : { ...moment, zone: time.zone };
};

/** A date alone is its midnight. */
export const readDateTime = (text: string): DateTimeValue | null => {
  const at = text.indexOf("T");
  const date = readDate(at < 0 ? text : text.slice(0, at));
  const time = at < 0 ? ({ type: "time", nanos: 0n } as const) : readClock(text.slice(at + 1));
  return date === null || time === null ? null : dateTimeOf(date, time);
};

export const readDuration = (text: string): Duration | null => {
  const match = DURATION.exec(text);
  if (match === null || /[PT]$/.test(text) || text.length > MAX_DURATION_TEXT) return null;
  const sign = match[1] === "-" ? -1n : 1n;
  const part = (index: number): bigint => BigInt(match[index] ?? "0");
  const hasMonths = match[2] !== undefined || match[3] !== undefined;
  const hasTime = text.includes("T") || match[4] !== undefined;
  if (hasMonths) {
    return hasTime ? null : { type: "years and months duration", months: sign * (part(2) * 12n + part(3)) };
  }
  const seconds = part(4) * 86_400n + part(5) * 3600n + part(6) * 60n + part(7);
  return { type: "days and time duration", nanos: sign * (seconds * SECOND + nanosOf(match[8])) };
};

/** An at-literal, `@"2021-01-01"`: whichever of the four forms it has. */
export const readTemporal = (text: string): Value => readDate(text) ?? readDateTime(text) ?? readTime(text) ?? readDuration(text);

const two = (n: number | bigint): string => String(n).padStart(2, "0");

export const dateText = (days: number): string => {
  const { year, month, day } = fromDays(days);
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${two(month)}-${two(day)}`;
};

const secondsText = (nanos: bigint): string => {
  const fraction = (nanos % SECOND).toString().padStart(9, "0").replace(/0+$/, "");
  return `${nanos / SECOND}${fraction === "" ? "" : `.${fraction}`}`;
};

const clockText = (nanos: bigint): string => {
  const minutes = nanos / (60n * SECOND);
  const seconds = secondsText(nanos % (60n * SECOND));
  return `${two(minutes / 60n)}:${two(minutes % 60n)}:${/^\d(\.|$)/.test(seconds) ? "0" : ""}${seconds}`;
};

export const timeText = (time: TimeValue): string => clockText(time.nanos) + zoneText(time.zone);
export const dateTimeText = (value: DateTimeValue): string =>
  `${dateText(value.days)}T${clockText(value.nanos)}${zoneText(value.zone)}`;

const monthsText = ({ months }: MonthsDuration): string => {
  const size = months < 0n ? -months : months;
  const [years, rest] = [size / 12n, size % 12n];
  return `${months < 0n ? "-" : ""}P${years > 0n ? `${years}Y` : ""}${rest > 0n || years === 0n ? `${rest}M` : ""}`;
};

const daysText = ({ nanos }: TimeDuration): string => {
  const size = nanos < 0n ? -nanos : nanos;
  if (size === 0n) return "PT0S";
  const rest = size % DAY;
  const [days, hours, minutes] = [size / DAY, rest / (3600n * SECOND), (rest / (60n * SECOND)) % 60n];
  const seconds = rest % (60n * SECOND);
  const clock = `${hours > 0n ? `${hours}H` : ""}${minutes > 0n ? `${minutes}M` : ""}${seconds > 0n ? `${secondsText(seconds)}S` : ""}`;
  return `${nanos < 0n ? "-" : ""}P${days > 0n ? `${days}D` : ""}${clock === "" ? "" : `T${clock}`}`;
};

export const durationText = (duration: Duration): string =>
  duration.type === "years and months duration" ? monthsText(duration) : daysText(duration);
