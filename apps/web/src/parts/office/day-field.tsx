/** A field that takes a day: the browser's own control, whose order of year, month and day is the browser's; so the day is said again in our words. */
import { day } from "../figures/day.ts";
import { Field, type FieldProps } from "./field.tsx";

export type DayFieldProps = Omit<FieldProps, "type" | "hint"> & { readonly hint?: string };

/** The control takes the year 26 as it is typed. */
const WITH_CENTURY = /^(19|20)\d{2}-/;

export function DayField({ hint, value, wrong, ...field }: DayFieldProps) {
  const said = value === "" ? "填年、月、日，或从日历里选。" : `所填：${day(value)}。`;
  return (
    <Field
      {...field}
      type="date"
      value={value}
      hint={hint === undefined ? said : `${hint}${said}`}
      wrong={value === "" || WITH_CENTURY.test(value) ? wrong : "年份要写四位数字，如 2026。"}
    />
  );
}
