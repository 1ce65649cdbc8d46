/** One cell of a package → a fact's value as a dossier takes it, or what is wrong with it. */
import { fail, type Outcome, ok, type ValueFault } from "@zhengdui/basics";
import { readFact } from "@zhengdui/engine";
import type { Fact, FactKind, Option } from "@zhengdui/policy";
import { readRegisterCell } from "../register/read-cell.ts";
import type { ColumnType, RegisterColumn } from "../register/register-kind.ts";
import { folded, type SheetCell, textOf } from "../sheet/sheet-cell.ts";
import type { MoneyUnit } from "./claim-mapping.ts";

const TYPES: Readonly<Record<FactKind["kind"], ColumnType>> = {
  money: "money",
  count: "decimal",
  decimal: "decimal",
  rate: "decimal",
  boolean: "choice",
  date: "day",
  month: "text",
  year: "year",
  text: "text",
  uscc: "credit-code",
  industry: "text",
  option: "choice",
  options: "text",
};

const YES_NO: readonly Option[] = [
  { id: "true", label: "是" },
  { id: "false", label: "否" },
];

/** A column as the registers' reader knows one. */
export const columnOf = (
  label: string,
  type: ColumnType,
  required: boolean,
  options: readonly Option[] = [],
): RegisterColumn => ({
  ...{ id: label, label, also: [], type, required },
  options,
});

/** undefined: the cell is empty. */
export function readFactCell(fact: Fact, unit: MoneyUnit, heading: string, cell: SheetCell): Outcome<unknown, ValueFault> {
  const { type } = fact;
  const options = type.kind === "boolean" ? YES_NO : type.kind === "option" ? type.options : [];
  const column = columnOf(heading, TYPES[type.kind], false, options);
  const read = readRegisterCell(column, unit === "wan" ? inYuan(cell) : cell);
  if (!read.ok) return read;
  if (read.value === null) return ok(undefined);
  const value = dossierValue(type, read.value, cell);
  const said = readFact(fact, value, "");
  return said.ok ? ok(value) : fail(...said.errors.map(({ problem, expected }) => ({ problem, expected })));
}

function dossierValue(type: FactKind, text: string, cell: SheetCell): unknown {
  switch (type.kind) {
    case "boolean":
      return text === "true";
    case "count":
    case "year":
      return /^\d{1,15}$/.test(text) ? Number(text) : text;
    case "month":
      return monthOf(text);
    case "options":
      return idsOf(type.options, textOf(cell));
    default:
      return text;
  }
}

/** 2023年5月, 2023/5, 2023-05-01 → 2023-05. What is none of these stays, and is refused with the fact's own words. */
function monthOf(text: string): string {
  const parts = /^(\d{4})[-/.年](\d{1,2})(?:月|[-/.]\d{1,2})?$/.exec(text.normalize("NFKC"));
  return parts === null ? text : `${parts[1]}-${(parts[2] ?? "").padStart(2, "0")}`;
}

const idsOf = (options: readonly Option[], text: string): string[] =>
  text
    .split(/[、,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => options.find(({ label }) => folded(label) === folded(part))?.id ?? part);

/** 万元 → 元 by moving the point: no digit is computed. What isn't a number stays, and is refused as such. */
export function inYuan(cell: SheetCell): SheetCell {
  if (cell === null || (typeof cell !== "string" && cell.as !== "number" && cell.as !== "text")) return cell;
  const isNumber = typeof cell !== "string" && cell.as === "number";
  const text = isNumber ? String(Number(textOf(cell))) : textOf(cell).trim().normalize("NFKC");
  const bare = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(bare) ?? [];
  if (whole === undefined) return text;
  const shifted = fraction.padEnd(4, "0");
  const rest = shifted.slice(4).replace(/0+$/, "");
  const yuan = `${whole}${shifted.slice(0, 4)}`.replace(/^0+(?=\d)/, "");
  return rest === "" ? yuan : `${yuan}.${rest}`;
}
