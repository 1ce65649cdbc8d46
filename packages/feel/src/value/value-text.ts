/** `string(v)`: a value as text, the way FEEL would write it; strings inside lists and contexts are quoted. */
import { ratioText } from "./ratio-text.ts";
import { dateText, dateTimeText, durationText, timeText } from "./temporal-text.ts";
import type { RangeValue, Value } from "./value.ts";

export const valueText = (value: Value): string => {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return value;
  switch (value.type) {
    case "number":
      return ratioText(value);
    case "date":
      return dateText(value.days);
    case "time":
      return timeText(value);
    case "date and time":
      return dateTimeText(value);
    case "years and months duration":
    case "days and time duration":
      return durationText(value);
    case "range":
      return rangeText(value);
    case "list":
      return `[${value.items.map(inside).join(", ")}]`;
    case "context":
      return `{${[...value.entries].map(([key, entry]) => `${key}: ${inside(entry)}`).join(", ")}}`;
    case "function":
      return `function(${value.params.join(", ")})`;
  }
};

const inside = (value: Value): string => (typeof value === "string" ? `"${value.replace(/[\\"]/g, "\\$&")}"` : valueText(value));

const rangeText = (range: RangeValue): string => {
  const { low, high, lowOpen, highOpen, only } = range;
  if (only !== undefined) return `(${only} ${inside(low ?? null)})`;
  if (low === undefined) return `(${highOpen ? "<" : "<="} ${inside(high ?? null)})`;
  if (high === undefined) return `(${lowOpen ? ">" : ">="} ${inside(low)})`;
  return `${lowOpen ? "(" : "["}${inside(low)}..${inside(high)}${highOpen ? ")" : "]"}`;
};
