/** What a FEEL expression can be worth while it is evaluated. Strings, booleans and null are JavaScript's own; the rest is tagged. */
import type { Ratio } from "./ratio.ts";

export type Zone = { readonly kind: "offset"; readonly seconds: number } | { readonly kind: "named"; readonly name: string };

export interface DateValue {
  readonly type: "date";
  /** Days since 1970-01-01. */
  readonly days: number;
}
export interface TimeValue {
  readonly type: "time";
  /** Nanoseconds since midnight. */
  readonly nanos: bigint;
  readonly zone?: Zone;
}
export interface DateTimeValue {
  readonly type: "date and time";
  /** Local: days since 1970-01-01 and nanoseconds since midnight, as the zone's clock shows them. */
  readonly days: number;
  readonly nanos: bigint;
  readonly zone?: Zone;
}
export interface MonthsDuration {
  readonly type: "years and months duration";
  readonly months: bigint;
}
export interface TimeDuration {
  readonly type: "days and time duration";
  readonly nanos: bigint;
}
export interface RangeValue {
  readonly type: "range";
  /** undefined: unbounded on that side, as in `(< 10)`; null: a bound that is not known. */
  readonly low: Value | undefined;
  readonly high: Value | undefined;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  /** For `(= x)` and `(!= x)`, where low is x. */
  readonly only?: "=" | "!=";
}
export interface ListValue {
  readonly type: "list";
  readonly items: readonly Value[];
}
export interface ContextValue {
  readonly type: "context";
  readonly entries: ReadonlyMap<string, Value>;
}
export interface FunctionValue {
  readonly type: "function";
  readonly params: readonly string[];
  readonly call: (args: readonly Value[]) => Value;
}

export type Temporal = DateValue | TimeValue | DateTimeValue;
export type Duration = MonthsDuration | TimeDuration;
export type Value = null | boolean | string | Ratio | Temporal | Duration | RangeValue | ListValue | ContextValue | FunctionValue;

export type TypeName = "null" | "boolean" | "string" | Exclude<Value, null | boolean | string>["type"];

export const typeOf = (value: Value): TypeName => {
  if (value === null) return "null";
  if (typeof value === "boolean") return "boolean";
  return typeof value === "string" ? "string" : value.type;
};

type Tagged = Exclude<Value, null | boolean | string>;

/** Narrows to one tagged kind: `is(v, "number")`. */
export const is = <T extends Tagged["type"]>(value: Value | undefined, type: T): value is Extract<Tagged, { type: T }> =>
  typeof value === "object" && value !== null && value.type === type;

export const list = (items: readonly Value[]): ListValue => ({ type: "list", items });
/** FEEL takes a single value for a list of one. */
export const itemsOf = (value: Value): readonly Value[] => (is(value, "list") ? value.items : [value]);
export const context = (entries: Iterable<readonly [string, Value]>): ContextValue => ({
  type: "context",
  entries: new Map(entries),
});
export const isDuration = (value: Value): value is Duration =>
  is(value, "years and months duration") || is(value, "days and time duration");
