/** A field that takes a day: the browser's own control, whose order of year, month and day is the browser's; so the day is said again in our words. */
import { day } from "../figures/day.ts";
import { Field, type FieldProps } from "./field.tsx";

export type DayFieldProps = Omit<FieldProps, "type" | "hint"> & { readonly hint?: string };

export function DayField({ hint, value, ...field }: DayFieldProps) {
  const said = value === "" ? "年、月、日都要填，也可以从日历里选。" : `所填：${day(value)}。`;
  return <Field {...field} type="date" value={value} hint={hint === undefined ? said : `${hint}${said}`} />;
}
