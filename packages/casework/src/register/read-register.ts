/** Sheets → the rows of a register, or everything that is wrong with them, each with its cell. Nothing is taken where anything is wrong. */
import { atOnce, type Problem, type Steps, type ValueFault } from "@zhengdui/basics";
import { addressOf, type NamedSheet, type SheetCell, textOf } from "../sheet/sheet-cell.ts";
import { findHeadings, type Headings, likenessOf } from "./find-headings.ts";
import { readRegisterCell } from "./read-cell.ts";
import { columnAt, type RegisterColumn, type RegisterKind, type RegisterRow } from "./register-kind.ts";

/** So many rows are read in one step. */
const STEP_ROWS = 100;

export interface RegisterReading {
  readonly sheet: string;
  readonly rows: readonly RegisterRow[];
  /** Empty: the rows may be taken. */
  readonly problems: readonly Problem[];
  /** What was let be, and is said: further columns and sheets, totals, values of formulas. */
  readonly notes: readonly string[];
}

/** So that a file of the wrong kind isn't answered by a hundred thousand sentences. */
const MOST_PROBLEMS_SIZE = 1000;

export const readRegister = (kind: RegisterKind, period: string, sheets: readonly NamedSheet[]): RegisterReading =>
  atOnce(readRegisterInSteps(kind, period, sheets));

export function* readRegisterInSteps(kind: RegisterKind, period: string, sheets: readonly NamedSheet[]): Steps<RegisterReading> {
  const [sheet, ...others] = byLikeness(kind, sheets);
  if (sheet === undefined) return { sheet: "", rows: [], problems: [emptyFile(kind)], notes: [] };
  const found = findHeadings(kind, sheet);
  if (!found.ok) return { sheet: sheet.name, rows: [], problems: found.errors, notes: [] };
  const reader = new Reader(kind, period, sheet, found.value);
  yield* reader.readRows();
  if (reader.rows.length === 0 && reader.problems.length === 0) reader.problems.push(noRows(kind, sheet));
  return {
    sheet: sheet.name,
    rows: reader.rows,
    problems: shortened(sheet.name, [...reader.problems, ...(yield* duplicates(kind, sheet.name, found.value, reader.rows))]),
    notes: [...ignoredColumns(found.value), ...others.map(({ name }) => `工作表“${name}”没有读。`), ...reader.notes()],
  };
}

function byLikeness(kind: RegisterKind, sheets: readonly NamedSheet[]): readonly NamedSheet[] {
  const filled = sheets.filter(({ rows }) => rows.some((cells) => cells.some((cell) => textOf(cell).trim() !== "")));
  const liked = filled.map((sheet) => ({ sheet, likeness: likenessOf(kind, sheet) }));
  return liked.sort((a, b) => b.likeness - a.likeness).map(({ sheet }) => sheet);
}

const emptyFile = (kind: RegisterKind): Problem => ({
  path: "",
  problem: "文件里没有内容",
  expected: `填好的${kind.title}；可以下载空白模板`,
});

const noRows = (kind: RegisterKind, { name }: NamedSheet): Problem => ({
  path: name,
  problem: "表头下面一行也没有",
  expected: `一行一条的${kind.title}；确实为空的，请撤销上一版而不是导入空表`,
});

const ignoredColumns = ({ ignored }: Headings): string[] =>
  ignored.map(({ column, heading }) => `${column} 列“${heading}”不是名单的内容，没有读。`);

/** Reads row by row; gathers rows, problems and what is to be said. */
class Reader {
  readonly rows: RegisterRow[] = [];
  readonly problems: Problem[] = [];
  private readonly formulas: string[] = [];
  private readonly totals: number[] = [];

  constructor(
    private readonly kind: RegisterKind,
    private readonly period: string,
    private readonly sheet: NamedSheet,
    private readonly headings: Headings,
  ) {}

  *readRows(): Steps<void> {
    for (const [at, cells] of this.sheet.rows.entries()) {
      if (at % STEP_ROWS === 0) yield at;
      if (at <= this.headings.row) continue;
      const own = this.headings.columns.map((column) => (column === null ? null : (cells[column] ?? null)));
      if (own.every((cell) => textOf(cell).trim() === "")) continue;
      if (isTotal(cells)) this.totals.push(at + 1);
      else this.readRow(own, at);
    }
  }

  private readRow(own: readonly SheetCell[], at: number): void {
    const { kind } = this;
    const before = this.problems.length;
    const cells = kind.columns.map((column, index) => {
      const cell = own[index] ?? null;
      const read = readRegisterCell(column, cell);
      if (!read.ok) for (const fault of read.errors) this.problems.push(this.problemAt(index, at, fault));
      else if (cell !== null && typeof cell !== "string" && cell.formula) this.formulas.push(this.addressAt(index, at));
      return read.ok ? read.value : null;
    });
    this.checkRow(cells, at);
    if (this.problems.length > before) return;
    const cellIn = (id: string): string | null => cells[columnAt(kind, id)] ?? null;
    const key = keyOf(kind.key.map(cellIn));
    this.rows.push({ place: at + 1, key, uscc: cellIn("uscc"), name: cellIn("name"), cells });
  }

  private checkRow(cells: readonly (string | null)[], at: number): void {
    const { kind, period } = this;
    this.checkFilled(cells, at);
    for (const [first, second] of kind.inOrder) {
      const [a, b] = [columnAt(kind, first), columnAt(kind, second)];
      const [from, to] = [cells[a], cells[b]];
      if (!from || !to || from <= to) continue;
      const labels = [kind.columns[a]?.label, kind.columns[b]?.label];
      this.problems.push(
        this.problemAt(b, at, { problem: `${labels[1]} ${to} 早于${labels[0]} ${from}`, expected: `不早于${labels[0]}` }),
      );
    }
    const year = columnAt(kind, "year");
    if (kind.period !== "year" || year < 0 || !cells[year] || cells[year] === period) return;
    const problem = `年度是 ${cells[year]}，而导入的是 ${period} 年度的${kind.title}`;
    this.problems.push(this.problemAt(year, at, { problem, expected: `改正这一行，或另按 ${cells[year]} 年度导入` }));
  }

  /** What has to stand beside another cell, and what can't. A cell that is wrong by itself isn't told a second time. */
  private checkFilled(cells: readonly (string | null)[], at: number): void {
    const { kind } = this;
    for (const { column, where } of kind.filledWhere) {
      const named = Object.keys(where).map((id) => columnAt(kind, id));
      if (named.some((index) => cells[index] === null)) continue;
      const index = columnAt(kind, column);
      const label = kind.columns[index]?.label ?? column;
      const others = named.map((other) => saidCell(kind.columns[other], cells[other] ?? null)).join("、");
      const isThere = Object.entries(where).every(([id, value]) => cells[columnAt(kind, id)] === value);
      if (isThere && cells[index] === null && !this.isFaulty(index, at))
        this.problems.push(
          this.problemAt(index, at, { problem: `${others}，却没有填${label}`, expected: `填写${label}，或更正前者` }),
        );
      if (!isThere && cells[index] !== null)
        this.problems.push(this.problemAt(index, at, { problem: `${others}，却填了${label}`, expected: `留空，或更正前者` }));
    }
  }

  private isFaulty(index: number, at: number): boolean {
    const { path } = this.problemAt(index, at, { problem: "", expected: "" });
    return this.headings.columns[index] !== null && this.problems.some((one) => one.path === path);
  }

  private addressAt(index: number, at: number): string {
    return `${this.sheet.name}!${addressOf(this.headings.columns[index] ?? 0, at)}`;
  }

  private problemAt(index: number, at: number, { problem, expected, suggestion }: ValueFault): Problem {
    const guess = suggestion === undefined ? expected : `是否为 ${suggestion}？${expected}`;
    const missing = this.headings.columns[index] === null;
    return { path: missing ? `${this.sheet.name}!${at + 1}:${at + 1}` : this.addressAt(index, at), problem, expected: guess };
  }

  notes(): string[] {
    const { formulas, totals } = this;
    const shown = formulas.slice(0, 20).join("、");
    return [
      ...(formulas.length > 0
        ? [`${formulas.length} 格是公式，读的是表格软件上次算出的值，请核对：${shown}${formulas.length > 20 ? "等" : ""}。`]
        : []),
      ...totals.map((row) => `第 ${row} 行是合计行，没有读。`),
    ];
  }
}

/** 信用修复为“已修复” */
const saidCell = (column: RegisterColumn | undefined, cell: string | null): string =>
  `${column?.label ?? ""}为“${column?.options.find(({ id }) => id === cell)?.label ?? cell ?? ""}”`;

/** Parts never hold the separator: control characters are refused. */
export const keyOf = (parts: readonly (string | null)[]): string => parts.map((part) => part ?? "").join("\u001f");

/** A row that adds up the others. */
export const isTotal = (cells: readonly SheetCell[]): boolean => {
  const first = cells.map((cell) => textOf(cell).replace(/\s/g, "")).find((text) => text !== "") ?? "";
  return /^(合计|总计|小计|本页合计|共计)[:：]?$/.test(first);
};

function* duplicates(
  kind: RegisterKind,
  sheet: string,
  headings: Headings,
  rows: readonly RegisterRow[],
): Steps<readonly Problem[]> {
  const first = new Map<string, number>();
  const labels = kind.key.map((id) => kind.columns[columnAt(kind, id)]?.label ?? id).join("、");
  const column = headings.columns[columnAt(kind, kind.key[0] ?? "")] ?? 0;
  const problems: Problem[] = [];
  for (const [at, { key, place }] of rows.entries()) {
    if (at % STEP_ROWS === 0) yield;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, place);
    else
      problems.push({
        path: `${sheet}!${addressOf(column, place - 1)}`,
        problem: `第 ${earlier} 行和第 ${place} 行重复（${labels}相同）`,
        expected: "两行只留一行；确是两条的，改正其中一条",
      });
  }
  return problems;
}

function shortened(sheet: string, problems: readonly Problem[]): readonly Problem[] {
  const more = problems.length - MOST_PROBLEMS_SIZE;
  if (more <= 0) return problems;
  const last = {
    path: sheet,
    problem: `此外还有 ${more} 处`,
    expected: "先改正以上各处；若几乎每行都错，请核对选的是不是这种名单",
  };
  return [...problems.slice(0, MOST_PROBLEMS_SIZE), last];
}
