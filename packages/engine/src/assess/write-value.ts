/** Values as the contract writes them: money a string in 元 with two decimals, dates YYYY-MM-DD, months YYYY-MM, fractions as decimals. */
import { formatDate, formatMoney, formatMonth } from "@zhengdui/basics";
import type { Ratio, Value } from "../dossier.ts";
import type { FactValue } from "../result.ts";
import type { Format } from "../why.ts";

export function writeValue(value: Value, format: Format): FactValue {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value !== "number") return "d" in value ? writeRatio(value) : value;
  switch (format.kind) {
    case "money":
      return formatMoney(value);
    case "date":
      return formatDate(value);
    case "month":
      return formatMonth(value);
    case "number":
      if (format.unit === "元") return format.scale === 2 ? formatMoney(value) : writeScaled(value, format.scale);
      return format.scale === 0 ? value : writeScaled(value, format.scale);
    default:
      return value;
  }
}

/** A scaled integer as the shortest decimal. */
export function writeScaled(value: number | bigint, scale: number): string {
  const digits = String(value < 0 ? -value : value).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Denominators come from decimals, so the expansion ends; anything else is written as a fraction. */
export function writeRatio({ n, d }: Ratio): string {
  let [scale, power] = [0, 1n];
  while (scale < 1000 && (n * power) % d !== 0n) {
    scale += 1;
    power *= 10n;
  }
  return (n * power) % d === 0n ? writeScaled((n * power) / d, scale) : `${n}/${d}`;
}
