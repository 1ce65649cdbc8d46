/** Writes the value of an explanation's node: a scaled integer with its unit, or a fact in its machine form. */

import type { Value, Why } from "@zhengdui/contract";
import { isForeign, t } from "../../words/t.ts";
import { amountOfFen } from "../figures/amount.ts";
import { day, month } from "../figures/day.ts";
import { optionName } from "../form/fact-name.ts";

/** The unit of money, as policies write it. */
const YUAN = "元";

export function whyValue({ of, value }: Why): string {
  if (value === null) return t("不详");
  if (typeof value === "boolean") return value ? t("是") : t("否");
  const { format } = of;
  switch (format.kind) {
    case "number":
      return typeof value === "number" ? numberWords(value, format.scale, format.unit) : plain(value);
    case "money":
      return typeof value === "number" ? numberWords(value, 2, YUAN) : plain(value);
    case "count":
      return `${plain(value)} ${format.unit}`.trim();
    case "decimal":
      return typeof value === "number" ? `${scaled(value, 6)} ${format.unit}`.trim() : plain(value);
    case "date":
      return typeof value === "number" ? day(new Date(value * 86_400_000).toISOString().slice(0, 10)) : plain(value);
    case "month":
      return typeof value === "number"
        ? month(`${Math.floor(value / 12)}-${String((value % 12) + 1).padStart(2, "0")}`)
        : plain(value);
    case "option":
    case "options": {
      const word = (id: string) => {
        const found = format.options.find((option) => option.id === id);
        return found === undefined ? id : optionName(found);
      };
      return Array.isArray(value) ? value.map(word).join(t("、")) || t("无") : word(plain(value));
    }
    default:
      return plain(value);
  }
}

/** `value` × 10^-scale. Money in 万元, exact to the last digit; a bare fraction as a percentage. */
function numberWords(value: number, scale: number, unit: string): string {
  if (unit === YUAN && scale === 2) return amountOfFen(BigInt(value));
  if (unit === YUAN) return isForeign() ? `CNY ${scaled(value, scale)}` : `${scaled(value, scale + 4)} 万元`;
  if (unit === "" && scale >= 2) return `${scaled(value, scale - 2)}%`;
  return `${scaled(value, scale)} ${unit}`.trim();
}

function scaled(value: number, scale: number): string {
  if (scale === 0) return String(value);
  const digits = String(value).padStart(scale + 1, "0");
  const fraction = digits.slice(-scale).replace(/0+$/, "");
  return fraction === "" ? digits.slice(0, -scale) : `${digits.slice(0, -scale)}.${fraction}`;
}

const plain = (value: Value): string =>
  typeof value === "object" && value !== null && "n" in value ? ratioWords(value.n, value.d) : String(value);

/** 3/20 → 15% */
function ratioWords(n: bigint, d: bigint): string {
  return d === 0n ? "" : `${scaled(Number((n * 10_000_000n) / d), 5)}%`;
}
