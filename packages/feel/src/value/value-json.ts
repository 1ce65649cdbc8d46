/** Values as plain JSON and back: what `zhengdui feel --ndjson` writes, and the context that it reads. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { readRatio } from "./ratio-text.ts";
import { readDate, readDateTime, readDuration, readTime } from "./temporal-text.ts";
import { context, is, list, type Value } from "./value.ts";
import { valueText } from "./value-text.ts";

export type ValueJson =
  | { readonly type: "null" }
  | { readonly type: string; readonly text: string }
  | { readonly type: "list"; readonly items: readonly ValueJson[] }
  | { readonly type: "context"; readonly entries: Readonly<Record<string, ValueJson>> };

const jsonType = (value: Exclude<Value, null>): string => {
  if (typeof value !== "object") return typeof value;
  return value.type.endsWith("duration") ? "duration" : value.type;
};

export const toValueJson = (value: Value): ValueJson => {
  if (value === null) return { type: "null" };
  if (is(value, "list")) return { type: "list", items: value.items.map(toValueJson) };
  if (!is(value, "context")) return { type: jsonType(value), text: valueText(value) };
  const entries = [...value.entries].map(([key, entry]) => [key, toValueJson(entry)] as const);
  return { type: "context", entries: Object.fromEntries(entries) };
};

const READERS: Readonly<Record<string, (text: string) => Value>> = {
  number: (text) => readRatio(text) ?? null,
  string: (text) => text,
  boolean: (text) => (text === "true" ? true : text === "false" ? false : null),
  date: readDate,
  time: readTime,
  "date and time": readDateTime,
  duration: readDuration,
};

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> => typeof json === "object" && json !== null;

/** A double keeps 15 significant digits of the decimal it was written as; one with more may not be what was written. */
const fromNumber = (json: number, path: string): Outcome<Value, Problem> => {
  const text = String(json);
  const digits = text
    .replace(/e.*$/, "")
    .replace(/[-.]/g, "")
    .replace(/^0+|0+$/g, "").length;
  const read = readRatio(text);
  if (read !== undefined && digits <= 15) return ok(read);
  return fail({ path, problem: "数超过 15 位有效数字，JSON 会丢失精度", expected: `{"type":"number","text":"…"}` });
};

const fromText = (type: string, text: string, path: string): Outcome<Value, Problem> => {
  const read = READERS[type]?.(text) ?? null;
  return read === null ? fail({ path, problem: `“${text}”不是 ${type} 的写法`, expected: type }) : ok(read);
};

/**
 * JSON as a value: plain (`5`, `"a"`, `[…]`, `{…}`) or as `toValueJson` writes it (`{"type":"date","text":"2023-05-01"}`), mixed as
 * one likes; the only way to give dates, times, durations and numbers of more than 15 digits is the second.
 */
export const fromValueJson = (json: unknown, path = ""): Outcome<Value, Problem> => {
  if (typeof json === "string" || typeof json === "boolean") return ok(json);
  if (typeof json === "number") return fromNumber(json, path);
  if (Array.isArray(json)) return fromItems(json, path);
  if (!isRecord(json)) return ok(null);
  const keys = Object.keys(json).sort().join();
  if (keys === "type" && json.type === "null") return ok(null);
  if (keys === "text,type" && typeof json.type === "string" && json.type in READERS && typeof json.text === "string") {
    return fromText(json.type, json.text, path);
  }
  if (keys === "items,type" && json.type === "list" && Array.isArray(json.items)) return fromItems(json.items, path);
  const entries = keys === "entries,type" && json.type === "context" && isRecord(json.entries) ? json.entries : json;
  return fromEntries(entries, path);
};

const fromItems = (items: readonly unknown[], path: string): Outcome<Value, Problem> => {
  const read = items.map((item, index) => fromValueJson(item, `${path}[${index}]`));
  const errors = read.flatMap((one) => (one.ok ? [] : one.errors));
  return errors.length > 0 ? fail(...errors) : ok(list(read.map((one) => (one.ok ? one.value : null))));
};

const fromEntries = (entries: Readonly<Record<string, unknown>>, path: string): Outcome<Value, Problem> => {
  const made: [string, Value][] = [];
  const errors: Problem[] = [];
  for (const [key, json] of Object.entries(entries)) {
    const read = fromValueJson(json, path === "" ? key : `${path}.${key}`);
    if (read.ok) made.push([key, read.value]);
    else errors.push(...read.errors);
  }
  return errors.length > 0 ? fail(...errors) : ok(context(made));
};
