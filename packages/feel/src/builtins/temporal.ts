/** Making dates, times and durations, and asking them about the calendar (DMN 1.5, 10.3.4.1 and 10.3.4.8). There is no clock: no now(), no today(). */
import { fromDays, isoWeek, toDays, weekday } from "../value/calendar-days.ts";
import { type Ratio, whole } from "../value/ratio.ts";
import { dateOf, dateTimeOf, readDate, readDateTime, readDuration, readTime, SECOND } from "../value/temporal-text.ts";
import { type DateTimeValue, type DateValue, is, isDuration, type TimeValue, type Value, type Zone } from "../value/value.ts";
import { MAX_OFFSET_SECONDS, readZone } from "../value/zone.ts";
import { type Builtin, builtin, indexOf } from "./builtin.ts";

type Given = readonly (Value | undefined)[];

const UTC: Zone = { kind: "offset", seconds: 0 };

const dateFrom = (from: Value | undefined): DateValue | null => {
  if (typeof from === "string") return readDate(from);
  return is(from, "date") || is(from, "date and time") ? { type: "date", days: from.days } : null;
};

const dateFromParts = ([year, month, day]: Given): DateValue | null => {
  const [y, m, d] = [indexOf(year), indexOf(month), indexOf(day)];
  return y === undefined || m === undefined || d === undefined ? null : dateOf({ year: y, month: m, day: d });
};

const timeFrom = (from: Value | undefined): TimeValue | null => {
  if (typeof from === "string") return readTime(from);
  if (is(from, "time")) return from;
  if (is(from, "date")) return { type: "time", nanos: 0n, zone: UTC };
  if (!is(from, "date and time")) return null;
  return from.zone === undefined ? { type: "time", nanos: from.nanos } : { type: "time", nanos: from.nanos, zone: from.zone };
};

const clockNanos = (hour: number | undefined, minute: number | undefined, second: Ratio): bigint | undefined => {
  if (hour === undefined || minute === undefined || hour < 0 || hour > 23 || minute < 0 || minute > 59) return undefined;
  const nanos = (second.num * SECOND) / second.den;
  return nanos < 0n || nanos >= 60n * SECOND ? undefined : BigInt(hour * 3600 + minute * 60) * SECOND + nanos;
};

/** undefined: no zone; null: not a zone. A duration is an offset, a string the name of a zone. */
const zoneFrom = (given: Value | undefined): Zone | undefined | null => {
  if (given === undefined || given === null) return undefined;
  if (typeof given === "string") return readZone(`@${given}`) ?? null;
  if (!is(given, "days and time duration")) return null;
  const seconds = Number(given.nanos / SECOND);
  return Math.abs(seconds) > MAX_OFFSET_SECONDS ? null : { kind: "offset", seconds };
};

const timeFromParts = ([hour, minute, second, offset]: Given): TimeValue | null => {
  const nanos = is(second, "number") ? clockNanos(indexOf(hour), indexOf(minute), second) : undefined;
  const zone = zoneFrom(offset);
  if (nanos === undefined || zone === null) return null;
  return zone === undefined ? { type: "time", nanos } : { type: "time", nanos, zone };
};

const dateTime = (args: Given, form: number): DateTimeValue | null => {
  const [first, second] = args;
  if (form === 0) {
    if (typeof first === "string") return readDateTime(first);
    return is(first, "date and time") ? first : is(first, "date") ? { type: "date and time", days: first.days, nanos: 0n } : null;
  }
  const date = form === 1 ? (typeof first === "string" ? null : dateFrom(first)) : dateFromParts(args);
  const time = form === 1 ? (is(second, "time") ? second : null) : timeFromParts(args.slice(3));
  return date === null || time === null ? null : dateTimeOf(date, time);
};

/** Whole months from one day to another, towards zero; the time of day doesn't count. */
const monthsBetween = (from: Value | undefined, to: Value | undefined): Value => {
  if ((!is(from, "date") && !is(from, "date and time")) || (!is(to, "date") && !is(to, "date and time"))) return null;
  const [a, b] = [fromDays(from.days), fromDays(to.days)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  const inMonth = b.day - a.day;
  const cut = months > 0 && inMonth < 0 ? months - 1 : months < 0 && inMonth > 0 ? months + 1 : months;
  return { type: "years and months duration", months: BigInt(cut) };
};

const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTH_NAMES = "January February March April May June July August September October November December".split(" ");

const ofDay = (name: string, make: (days: number) => Value): Builtin =>
  builtin(name, "date", ([date]) => (is(date, "date") || is(date, "date and time") ? make(date.days) : null));

const dayOfYear = (days: number): number => days - toDays({ year: fromDays(days).year, month: 1, day: 1 }) + 1;

export const TEMPORAL: readonly Builtin[] = [
  builtin("date", "from | year, month, day", (args, form) => (form === 0 ? dateFrom(args[0]) : dateFromParts(args))),
  builtin("time", "from | hour, minute, second, offset?", (args, form) => (form === 0 ? timeFrom(args[0]) : timeFromParts(args))),
  builtin("date and time", "from | date, time | year, month, day, hour, minute, second, offset?", dateTime),
  builtin("duration", "from", ([from = null]) =>
    typeof from === "string" ? readDuration(from) : isDuration(from) ? from : null,
  ),
  builtin("years and months duration", "from, to", ([from, to]) => monthsBetween(from, to)),
  ofDay("day of year", (days) => whole(dayOfYear(days))),
  ofDay("day of week", (days) => DAY_NAMES[weekday(days) - 1] ?? null),
  ofDay("month of year", (days) => MONTH_NAMES[fromDays(days).month - 1] ?? null),
  ofDay("week of year", (days) => whole(isoWeek(days))),
];
