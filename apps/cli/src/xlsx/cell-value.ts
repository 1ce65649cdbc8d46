/** One cell of a workbook → the value that a dossier would have there, or what is wrong with it. What a number or text means beyond that, the dossier's reader judges. */
import type { Fact, FactKind, Option } from "@zhengdui/policy";

/** A numeric cell keeps the digits as the file has them. A date cell's day is its day in UTC. */
export type Cell = string | boolean | Date | null | { readonly digits: string };

export type CellReading =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "bad"; readonly problem: string; readonly expected: string };

const EMPTY: CellReading = { kind: "empty" };
const value = (of: unknown): CellReading => ({ kind: "value", value: of });
const bad = (problem: string, expected: string): CellReading => ({ kind: "bad", problem, expected });

const broken = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;
/** Beyond 15 digits a spreadsheet has already changed the number. */
const safeDigits = 15;

export function readCell(fact: Fact, cell: Cell): CellReading {
  const given = typeof cell === "string" ? cell.trim() : cell;
  if (given === null || given === "") return whenEmpty(fact);
  if (typeof given === "string" && broken.test(given)) return bad(`单元格的公式出错（${given}）`, "更正公式，或者直接填写");
  if ((given === "未知" || given === "无") && fact.presence !== "required") return value(null);
  return readKind(fact.type, given);
}

/** A sheet can't tell "left out" from "not known": where a key must be there and may be null, an empty cell is null. */
function whenEmpty({ presence }: Fact): CellReading {
  return presence === "unknowable" || presence === "nullable" ? value(null) : EMPTY;
}

function readKind(type: FactKind, cell: Exclude<Cell, null>): CellReading {
  switch (type.kind) {
    case "money":
    case "decimal":
      return readNumber(cell, (text) => text);
    case "count":
    case "year":
      return readNumber(cell, wholeNumber);
    case "rate":
      return readRate(cell);
    case "boolean":
      return readBoolean(cell);
    case "date":
      return readDate(cell);
    case "month":
      return readMonth(cell);
    case "text":
    case "uscc":
      return readText(cell);
    case "industry":
      return readIndustry(cell);
    case "option":
      return readOption(type.options, cell);
    case "options":
      return readOptions(type.options, cell);
  }
}

const shown = (cell: Cell): string =>
  cell instanceof Date ? dayOf(cell) : typeof cell === "object" ? (cell?.digits ?? "") : String(cell);

function readNumber(cell: Exclude<Cell, null>, fromText: (text: string) => unknown): CellReading {
  if (cell instanceof Date) return bad(`是日期 ${dayOf(cell)}，应为数字`, "把单元格格式改为数字后重填");
  if (typeof cell === "boolean") return bad("是“是/否”，应为数字", "数字");
  if (typeof cell === "string") return value(fromText(withoutGroups(cell)));
  // The shortest decimal that is this number: what the spreadsheet's own user typed.
  return value(Number(cell.digits));
}

/** "1,234,567.80" → "1234567.80" */
const withoutGroups = (text: string): string => (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text);

const wholeNumber = (text: string): unknown => (/^\d{1,15}$/.test(text) ? Number(text) : text);

/** Rates are decimal strings: 0.2 and 20% are "0.2". */
function readRate(cell: Exclude<Cell, null>): CellReading {
  if (typeof cell === "object" && "digits" in cell) return value(String(Number(cell.digits)));
  if (typeof cell !== "string") return bad(`是${shown(cell)}，应为比例`, "写作小数或百分数");
  const percent = /^(\d+)(?:\.(\d+))?\s*[%％]$/.exec(cell);
  if (!percent) return value(cell);
  const digits = (percent[1] ?? "").padStart(3, "0");
  const decimals = `${digits.slice(-2)}${percent[2] ?? ""}`.replace(/0+$/, "");
  const whole = digits.slice(0, -2).replace(/^0+(?=\d)/, "");
  return value(decimals === "" ? whole : `${whole}.${decimals}`);
}

function readBoolean(cell: Exclude<Cell, null>): CellReading {
  if (typeof cell === "boolean") return value(cell);
  if (cell === "是") return value(true);
  if (cell === "否") return value(false);
  return bad(`“${shown(cell)}”不是“是”或“否”`, "是、否；可以未知的填“未知”或者不填");
}

const pad = (part: string | undefined): string => (part ?? "").padStart(2, "0");
const dayOf = (date: Date): string => (Number.isNaN(date.getTime()) ? "（不能读出的日期）" : date.toISOString().slice(0, 10));

function readDate(cell: Exclude<Cell, null>): CellReading {
  if (cell instanceof Date) return value(dayOf(cell));
  const parts = typeof cell === "string" ? /^(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell) : null;
  if (parts) return value(`${parts[1]}-${pad(parts[3])}-${pad(parts[4])}`);
  return bad(`“${shown(cell)}”不是日期`, "日期格式的单元格，或者文字 YYYY-MM-DD");
}

function readMonth(cell: Exclude<Cell, null>): CellReading {
  if (cell instanceof Date) return value(dayOf(cell).slice(0, 7));
  const parts = typeof cell === "string" ? /^(\d{4})[-/.年](\d{1,2})月?$/.exec(cell) : null;
  if (parts) return value(`${parts[1]}-${pad(parts[2])}`);
  return bad(`“${shown(cell)}”不是月份`, "文字 YYYY-MM，或者该月任意一天的日期");
}

/** Codes and ids are texts; a number is taken where nothing of it can have been lost. */
function readText(cell: Exclude<Cell, null>): CellReading {
  if (typeof cell === "string") return value(cell);
  if (cell instanceof Date) return bad(`被改成了日期 ${dayOf(cell)}`, "把单元格格式设为文本后重填");
  if (typeof cell === "boolean") return value(cell ? "是" : "否");
  const number = Number(cell.digits);
  const text = String(number);
  if (text.replace(/\D/g, "").length > safeDigits || text.includes("e")) {
    return bad("长数字被存成了数值，末几位已经失真", "把单元格格式设为文本后重填");
  }
  return value(text);
}

function readIndustry(cell: Exclude<Cell, null>): CellReading {
  if (typeof cell === "string") return value(cell);
  if (typeof cell === "object" && "digits" in cell && /^\d{4}$/.test(cell.digits)) return value(cell.digits);
  return bad(`行业代码 ${shown(cell)} 存成了数值，前导零可能已经丢失`, "把单元格格式设为文本后重填，2 至 4 位");
}

const optionOf = (options: readonly Option[], text: string): Option | undefined =>
  options.find(({ id, label }) => label === text || id === text);

const choices = (options: readonly Option[]): string => options.map(({ label }) => label).join("；");

function readOption(options: readonly Option[], cell: Exclude<Cell, null>): CellReading {
  const option = optionOf(options, shown(cell));
  return option ? value(option.id) : bad(`没有“${shown(cell)}”这个选项`, choices(options));
}

function readOptions(options: readonly Option[], cell: Exclude<Cell, null>): CellReading {
  const parts = shown(cell)
    .split(/[;；,，\n]/)
    .flatMap((part) => (optionOf(options, part.trim()) ? [part] : part.split("、")))
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const unknown = parts.filter((part) => !optionOf(options, part));
  if (unknown.length > 0) return bad(`没有“${unknown.join("、")}”这个选项`, `以分号隔开的：${choices(options)}`);
  return value(parts.map((part) => optionOf(options, part)?.id));
}
