/** `value.name`: an entry of a context, or a part of a date, time, duration or range (DMN 1.5, table 65). null where there is none. */
import { fromDays, weekday } from "../value/calendar-days.ts";
import { whole } from "../value/ratio.ts";
import { DAY, SECOND } from "../value/temporal-text.ts";
import type { DateTimeValue, DateValue, MonthsDuration, RangeValue, TimeDuration, TimeValue, Value } from "../value/value.ts";
import { zoneSeconds } from "../value/zone.ts";
import { entryNames } from "./entry-names.ts";

export const propertyOf = (value: Value, name: string): Value => {
  if (value === null || typeof value !== "object") return null;
  switch (value.type) {
    case "context":
      return value.entries.get(name) ?? entryNames(value).get(name) ?? null;
    case "list":
      return { type: "list", items: value.items.map((item) => propertyOf(item, name)) };
    case "date":
      return dayPart(value, name);
    case "time":
      return clockPart(value, 0, name);
    case "date and time":
      return dayPart(value, name) ?? clockPart(value, value.days, name);
    case "years and months duration":
      return monthsPart(value, name);
    case "days and time duration":
      return durationPart(value, name);
    case "range":
      return rangePart(value, name);
    case "number":
    case "function":
      return null;
  }
};

const dayPart = ({ days }: DateValue | DateTimeValue, name: string): Value => {
  const { year, month, day } = fromDays(days);
  switch (name) {
    case "year":
      return whole(year);
    case "month":
      return whole(month);
    case "day":
      return whole(day);
    case "weekday":
      return whole(weekday(days));
    default:
      return null;
  }
};

const clockPart = ({ nanos, zone }: TimeValue | DateTimeValue, days: number, name: string): Value => {
  switch (name) {
    case "hour":
      return whole(nanos / (3600n * SECOND));
    case "minute":
      return whole((nanos / (60n * SECOND)) % 60n);
    case "second":
      return whole((nanos / SECOND) % 60n);
    case "time offset":
      return zone === undefined
        ? null
        : { type: "days and time duration", nanos: BigInt(zoneSeconds(zone, days, nanos)) * SECOND };
    case "timezone":
      return zone?.kind === "named" ? zone.name : null;
    default:
      return null;
  }
};

const monthsPart = ({ months }: MonthsDuration, name: string): Value =>
  name === "years" ? whole(months / 12n) : name === "months" ? whole(months % 12n) : null;

const durationPart = ({ nanos }: TimeDuration, name: string): Value => {
  switch (name) {
    case "days":
      return whole(nanos / DAY);
    case "hours":
      return whole((nanos % DAY) / (3600n * SECOND));
    case "minutes":
      return whole((nanos / (60n * SECOND)) % 60n);
    case "seconds":
      return whole((nanos / SECOND) % 60n);
    default:
      return null;
  }
};

const rangePart = (range: RangeValue, name: string): Value => {
  switch (name) {
    case "start":
      return range.low ?? null;
    case "end":
      return range.high ?? null;
    case "start included":
      return !range.lowOpen;
    case "end included":
      return !range.highOpen;
    default:
      return null;
  }
};
