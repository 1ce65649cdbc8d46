/** A figure of the policy in words: its value as an official would write it, and the words of the text that make it. */
import { formatWanText } from "@zhengdui/basics";
import type { Param } from "@zhengdui/policy";

export function paramValueWords({ value, scale, unit }: Param): string {
  if (value === null) return "未定";
  if (typeof value !== "number") return value.join("、");
  if (unit === "元" && scale === 2) return formatWanText(value);
  if (unit === "" && scale === 2) return `${value}%`;
  if (unit === "" && scale === 3) return `${value}‰`;
  return `${decimalText(value, scale)}${unit}`;
}

export const paramSourceWords = (param: Param): string => param.words.map((words) => `“${words}”`).join("；");

function decimalText(value: number, scale: number): string {
  if (scale === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(scale + 1, "0");
  const fraction = digits.slice(-scale).replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -scale)}${fraction === "" ? "" : `.${fraction}`}`;
}
