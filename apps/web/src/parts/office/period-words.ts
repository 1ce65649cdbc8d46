/** A register's period as it is said: 2023 年度, 截至 2023年5月1日; a value of one of its cells. */
import { day } from "../figures/day.ts";
import { yuan } from "../figures/money.ts";
import type { Kind } from "./use-register-kinds.ts";

export const periodWords = (period: string): string => (period.includes("-") ? `截至 ${day(period)}` : `${period} 年度`);

type Column = Pick<Kind["columns"][number], "type" | "options">;

/** Money with its thousands apart, in the unit of the heading; days as they are written; the rest as the sheet says it. */
export function cellWords(column: Column, cell: string | null): string {
  if (cell === null) return "";
  if (column.type === "choice") return column.options.find(({ id }) => id === cell)?.label ?? cell;
  if (column.type === "money") return yuan(cell);
  if (column.type === "day") return day(cell);
  return cell;
}

export const isFigure = ({ type }: Column): boolean => type === "money" || type === "decimal";
