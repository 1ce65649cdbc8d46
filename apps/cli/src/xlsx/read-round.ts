/** The sheets of a workbook → a round as it would stand in JSON, with the cell of every path, so that what the reader complains about is found in the workbook. */
import type { Problem } from "@zhengdui/basics";
import { type Cell, type CellReading, readCell } from "./cell-value.ts";
import {
  GUIDE_SHEET,
  headerOf,
  OWNER_CODE,
  OWNER_NAME,
  ROUND_SHEET,
  type SheetLayout,
  type WorkbookLayout,
} from "./workbook-layout.ts";

export interface SheetCells {
  readonly sheet: string;
  readonly data: readonly (readonly Cell[])[];
}

export interface RoundReading {
  readonly round: Readonly<Record<string, unknown>>;
  /** By cell: `软件采购!C7`. */
  readonly problems: readonly Problem[];
  /** Path in the round → cell. */
  readonly cells: ReadonlyMap<string, string>;
}

type Draft = Record<string, unknown>;

interface Owner {
  readonly index: number;
  readonly name: unknown;
  readonly dossier: Draft;
}

interface Reading {
  readonly problems: Problem[];
  readonly cells: Map<string, string>;
  readonly owners: Map<string, Owner>;
  /** The sheet with a row for each applicant. */
  readonly applicants: string;
}

export function readRoundSheets(layout: WorkbookLayout, sheets: readonly SheetCells[]): RoundReading {
  const applicants = layout.sheets.find(({ kind }) => kind === "applicant")?.name ?? "";
  const reading: Reading = { problems: [], cells: new Map(), owners: new Map(), applicants };
  const known = new Set([ROUND_SHEET, GUIDE_SHEET, ...layout.sheets.map(({ name }) => name)]);
  for (const { sheet } of sheets) {
    if (known.has(sheet)) continue;
    reading.problems.push({ path: sheet, problem: "没有这个名称的表", expected: [...known].join("、") });
  }
  const dataOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data;
  const round = readRoundLines(layout, dataOf(ROUND_SHEET), reading);
  const dossiers: Draft[] = [];
  for (const sheet of layout.sheets) {
    const data = dataOf(sheet.name);
    if (!data && sheet.kind === "applicant")
      reading.problems.push({ path: sheet.name, problem: "缺少这张表", expected: "一行一个申报单位" });
    if (data) readSheet(sheet, data, dossiers, reading);
  }
  return { round: { ...round, dossiers }, problems: reading.problems, cells: reading.cells };
}

/** The cell of a path, or of the nearest thing around it that has one; "" where there is none. */
export function cellOf(cells: ReadonlyMap<string, string>, path: string): string {
  for (let at = path; at !== ""; at = at.replace(/(\.[^.[\]]*|\[[^[\]]*\]|^[^.[\]]+)$/, "")) {
    const cell = cells.get(at);
    if (cell !== undefined) return cell;
  }
  return "";
}

/** 0 → A, 26 → AA */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

const cellName = (sheet: string, row: number, column: number): string => `${sheet}!${columnName(column)}${row + 1}`;

const textOf = (cell: Cell | undefined): string => (typeof cell === "string" ? cell.trim() : "");

const isBlank = (row: readonly Cell[] | undefined): boolean =>
  !row || row.every((cell) => cell === null || (textOf(cell) === "" && typeof cell === "string"));

/** The sheet 批次: a name in column A, its value in column B. */
function readRoundLines(layout: WorkbookLayout, data: SheetCells["data"] | undefined, reading: Reading): Draft {
  const round: Draft = {};
  if (!data) reading.problems.push({ path: ROUND_SHEET, problem: "缺少这张表", expected: "写明政策年度的表，见模板" });
  reading.cells.set("settings", ROUND_SHEET);
  for (const line of layout.round) {
    const row = (data ?? []).findIndex((cells) => textOf(cells[0]) === line.label);
    const place = row < 0 ? ROUND_SHEET : cellName(ROUND_SHEET, row, 1);
    reading.cells.set(line.path, place);
    const found = readLine(line.kind, data?.[row]?.[1] ?? null);
    if (found.kind === "bad")
      reading.problems.push({ path: place, problem: `${line.label}：${found.problem}`, expected: found.expected });
    if (found.kind === "value") put(round, line.path.split("."), found.value);
  }
  for (const [row, cells] of (data ?? []).entries()) {
    const label = textOf(cells[0]);
    if (row === 0 || label === "" || layout.round.some((line) => line.label === label)) continue;
    reading.problems.push({
      path: cellName(ROUND_SHEET, row, 0),
      problem: `没有“${label}”这一项`,
      expected: layout.round.map((line) => line.label).join("、"),
    });
  }
  return round;
}

type LineKind = WorkbookLayout["round"][number]["kind"];

function readLine(kind: LineKind, cell: Cell): CellReading {
  if (kind.kind === "fact") return readCell(kind.fact, cell);
  const text = textOf(cell);
  if (text === "") return { kind: "empty" };
  if (kind.kind === "policy") return { kind: "value", value: text };
  const reading = kind.of.readings.find((one) => one.id === text || one.text === text);
  if (reading) return { kind: "value", value: reading.id };
  return { kind: "bad", problem: `没有“${text}”这种理解`, expected: kind.of.readings.map(({ id }) => id).join("、") };
}

function put(into: Draft, path: readonly string[], value: unknown): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  into[key] ??= {};
  put(into[key] as Draft, rest, value);
}

/** Header → index of its column, by the layout's column. */
type Columns = ReadonlyMap<SheetLayout["columns"][number], number>;

function readSheet(sheet: SheetLayout, data: SheetCells["data"], dossiers: Draft[], reading: Reading): void {
  const columns = findColumns(sheet, data[0] ?? [], reading);
  for (const [row, cells] of data.entries()) {
    if (row === 0 || isBlank(cells)) continue;
    const start =
      sheet.kind === "applicant"
        ? newDossier(sheet, columns, cells, row, dossiers, reading)
        : joinDossier(sheet, columns, cells, row, reading);
    if (start) readRow(sheet, columns, cells, row, start, reading);
  }
}

function findColumns(sheet: SheetLayout, headers: readonly Cell[], reading: Reading): Columns {
  const columns = new Map<SheetLayout["columns"][number], number>();
  for (const [index, cell] of headers.entries()) {
    const text = textOf(cell);
    if (text === "") continue;
    const column = sheet.columns.find(({ header, fact }) => text === header || (fact !== null && text === fact.label));
    const place = cellName(sheet.name, 0, index);
    const expected = sheet.columns.map(({ header }) => header).join("、");
    if (!column) reading.problems.push({ path: place, problem: `没有“${text}”这一列`, expected });
    else if (columns.has(column))
      reading.problems.push({ path: place, problem: `“${text}”这一列重复`, expected: "一个名称一列" });
    else columns.set(column, index);
  }
  for (const column of sheet.columns) {
    const needed = column.fact
      ? column.fact.presence !== "optional" && column.fact.presence !== "optional-unknown"
      : column.header === OWNER_CODE;
    if (needed && !columns.has(column))
      reading.problems.push({ path: `${sheet.name}!1`, problem: `缺少“${column.header}”这一列`, expected: "表头与模板一致" });
  }
  return columns;
}

interface Start {
  /** Path of the row's object in the round. */
  readonly path: string;
  readonly into: Draft;
}

const cellIn = (
  columns: Columns,
  cells: readonly Cell[],
  wanted: (column: SheetLayout["columns"][number]) => boolean,
): [Cell, number] => {
  for (const [column, index] of columns) if (wanted(column)) return [cells[index] ?? null, index];
  return [null, 0];
};

function newDossier(
  sheet: SheetLayout,
  columns: Columns,
  cells: readonly Cell[],
  row: number,
  dossiers: Draft[],
  reading: Reading,
): Start {
  const index = dossiers.length;
  const applicant: Draft = {};
  const dossier: Draft = { [sheet.id]: applicant };
  dossiers.push(dossier);
  reading.cells.set(`dossiers[${index}]`, cellName(sheet.name, row, 0));
  const key = (name: string) => textOf(cellIn(columns, cells, ({ fact }) => fact?.key === name)[0]);
  const uscc = key("uscc");
  if (uscc !== "" && !reading.owners.has(uscc)) reading.owners.set(uscc, { index, name: key("name"), dossier });
  return { path: `dossiers[${index}].${sheet.id}`, into: applicant };
}

/** Finds whose row it is; a row of nobody is an error. */
function joinDossier(sheet: SheetLayout, columns: Columns, cells: readonly Cell[], row: number, reading: Reading): Start | null {
  const [code, codeAt] = cellIn(columns, cells, ({ header, fact }) => fact === null && header === OWNER_CODE);
  const [name, nameAt] = cellIn(columns, cells, ({ header, fact }) => fact === null && header === OWNER_NAME);
  const owner = reading.owners.get(textOf(code));
  if (!owner) {
    const problem = textOf(code) === "" ? `没有填写${OWNER_CODE}` : `“${reading.applicants}”表里没有 ${textOf(code)}`;
    reading.problems.push({
      path: cellName(sheet.name, row, codeAt),
      problem,
      expected: `与“${reading.applicants}”表相同的信用代码，文本格式`,
    });
    return null;
  }
  if (textOf(name) !== "" && textOf(name) !== owner.name) {
    const expected = `${String(owner.name)}，或者不填`;
    reading.problems.push({
      path: cellName(sheet.name, row, nameAt),
      problem: `${OWNER_NAME}“${textOf(name)}”与信用代码不符`,
      expected,
    });
  }
  return startOf(sheet, owner, row, reading);
}

function startOf(sheet: SheetLayout, owner: Owner, row: number, reading: Reading): Start | null {
  const steps = sheet.id.split(".");
  const last = steps.pop() ?? "";
  let holder = owner.dossier;
  let path = `dossiers[${owner.index}]`;
  for (const step of steps) {
    path += `.${step}`;
    holder[step] ??= {};
    holder = holder[step] as Draft;
    if (!reading.cells.has(path)) reading.cells.set(path, cellName(sheet.name, row, 0));
  }
  path += `.${last}`;
  if (sheet.kind === "record") {
    if (reading.cells.has(path)) {
      reading.problems.push({ path: cellName(sheet.name, row, 0), problem: "同一申报单位有两行", expected: "一个申报单位一行" });
      return null;
    }
    reading.cells.set(path, cellName(sheet.name, row, 0));
    holder[last] = {};
    return { path, into: holder[last] as Draft };
  }
  holder[last] ??= [];
  const items = holder[last] as Draft[];
  const item: Draft = {};
  items.push(item);
  path += `[${items.length - 1}]`;
  reading.cells.set(path, cellName(sheet.name, row, 0));
  return { path, into: item };
}

function readRow(
  sheet: SheetLayout,
  columns: Columns,
  cells: readonly Cell[],
  row: number,
  { path, into }: Start,
  reading: Reading,
): void {
  for (const [column, index] of columns) {
    const { fact } = column;
    if (!fact) continue;
    const place = cellName(sheet.name, row, index);
    reading.cells.set(`${path}.${fact.key}`, place);
    const found = readCell(fact, cells[index] ?? null);
    if (found.kind === "value") into[fact.key] = found.value;
    if (found.kind === "bad")
      reading.problems.push({ path: place, problem: `${headerOf(fact)}：${found.problem}`, expected: found.expected });
  }
}
