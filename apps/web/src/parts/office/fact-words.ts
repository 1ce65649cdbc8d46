/** A fact's value as people write it, by its kind. */
import type { FactKind } from "@zhengdui/policy";
import { day, month } from "../figures/day.ts";
import { yuan } from "../figures/money.ts";

export function factWords(kind: FactKind | undefined, value: unknown): string {
  if (value === null || value === undefined) return "未知";
  switch (kind?.kind) {
    case "money":
      return `${yuan(String(value))} 元`;
    case "boolean":
      return value === true ? "是" : "否";
    case "option":
      return kind.options.find(({ id }) => id === value)?.label ?? String(value);
    case "options": {
      const chosen = Array.isArray(value) ? value : [];
      return kind.options.flatMap(({ id, label }) => (chosen.includes(id) ? [label] : [])).join("、") || "无";
    }
    case "count":
    case "decimal":
      return `${value} ${kind.unit}`.trim();
    case "date":
      return day(String(value));
    case "month":
      return month(String(value));
    default:
      return typeof value === "string" ? value : JSON.stringify(value);
  }
}
