/** A register's period as it is said: 2023 年度, 截至 2023年5月1日; a value of one of its cells. */
import { yuan } from "../figures/money.ts";
import type { Kind } from "./use-register-kinds.ts";

export function periodWords(period: string): string {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(period) ?? [];
  return y === undefined ? `${period} 年度` : `截至 ${y}年${Number(m)}月${Number(d)}日`;
}

type Column = Pick<Kind["columns"][number], "type" | "options">;

/** As the sheet says it; money with its thousands apart, in the unit of the heading. */
export function cellWords(column: Column, cell: string | null): string {
  if (cell === null) return "";
  if (column.type === "choice") return column.options.find(({ id }) => id === cell)?.label ?? cell;
  if (column.type === "money") return yuan(cell);
  return cell;
}

export const isFigure = ({ type }: Column): boolean => type === "money" || type === "decimal";
