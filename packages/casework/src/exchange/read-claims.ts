/** Sheets of a package → its claims by a mapping, or everything that is wrong with them, each with its cell. */
import { nearest, type Outcome, ok, type Problem, parseMoney, type ValueFault } from "@zhengdui/basics";
import type { Fact, Policy } from "@zhengdui/policy";
import { readRegisterCell } from "../register/read-cell.ts";
import { isTotal } from "../register/read-register.ts";
import { addressOf, folded, lettersOf, type NamedSheet, type SheetCell, textOf } from "../sheet/sheet-cell.ts";
import { type ClaimMapping, claimFacts, mappedHeadings } from "./claim-mapping.ts";
import { columnOf, inYuan, readFactCell } from "./read-fact-cell.ts";

export interface ReadClaim {
  /** In the sheet, from 1. */
  readonly row: number;
  readonly number: string;
  readonly uscc: string;
  readonly name: string;
  readonly clause: string | null;
  readonly project: string | null;
  /** 分 */
  readonly claimed: number | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Every other column as it stood. */
  readonly others: Readonly<Record<string, string>>;
}

export interface ClaimsReading {
  readonly sheet: string;
  readonly claims: readonly ReadClaim[];
  /** Empty: the claims may be taken. */
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

const FIRST_ROWS_SIZE = 30;

export function readClaims(mapping: ClaimMapping, policy: Policy, sheets: readonly NamedSheet[]): ClaimsReading {
  const none = { claims: [], notes: [] };
  const sheet = sheetOf(mapping, sheets);
  if (sheet === null) return { ...none, sheet: "", problems: [noSheet(mapping, sheets)] };
  const head = headOf(mapping, sheet);
  if (!head.ok) return { ...none, sheet: sheet.name, problems: head.errors };
  const reader = new ClaimReader(mapping, claimFacts(policy), sheet, head.value);
  reader.readRows();
  if (reader.claims.length === 0 && reader.problems.length === 0)
    reader.problems.push({ path: sheet.name, problem: "表头下面一行也没有", expected: "平台导出的申报件，一行一件" });
  return { sheet: sheet.name, claims: reader.claims, problems: reader.problems, notes: reader.notes };
}

/** Headings as they are compared: marks of required columns don't count. */
const bareHeading = (words: string): string => folded(words).replace(/^[*※]|[*※:]$/g, "");

function hitsIn(mapping: ClaimMapping, cells: readonly SheetCell[]): number {
  const there = new Set(cells.map((cell) => bareHeading(textOf(cell))));
  return mappedHeadings(mapping).filter(({ heading }) => there.has(bareHeading(heading))).length;
}

const likeness = (mapping: ClaimMapping, { rows }: NamedSheet): number =>
  Math.max(0, ...rows.slice(0, FIRST_ROWS_SIZE).map((cells) => hitsIn(mapping, cells)));

function sheetOf(mapping: ClaimMapping, sheets: readonly NamedSheet[]): NamedSheet | null {
  const { sheet: wanted } = mapping;
  if (wanted !== null) return sheets.find(({ name }) => folded(name) === folded(wanted)) ?? null;
  const liked = sheets.map((sheet) => ({ sheet, likeness: likeness(mapping, sheet) }));
  return liked.sort((a, b) => b.likeness - a.likeness)[0]?.sheet ?? null;
}

const noSheet = ({ sheet }: ClaimMapping, sheets: readonly NamedSheet[]): Problem => ({
  path: "",
  problem: sheet === null ? "文件里没有工作表" : `没有名为“${sheet}”的工作表`,
  expected:
    sheets.length === 0 ? "平台导出的申报表" : `文件里有：${sheets.map(({ name }) => name).join("、")}；或另设一个栏目对应`,
});

interface Head {
  readonly row: number;
  /** Heading as compared → the sheet's column. */
  readonly columns: ReadonlyMap<string, number>;
}

function headOf(mapping: ClaimMapping, { name, rows }: NamedSheet): Outcome<Head, Problem> {
  const counted = rows.slice(0, FIRST_ROWS_SIZE).map((cells, row) => ({ row, cells, hits: hitsIn(mapping, cells) }));
  const best = counted.reduce((most, one) => (one.hits > most.hits ? one : most), { row: 0, cells: rows[0] ?? [], hits: 0 });
  const columns = new Map<string, number>();
  const problems: Problem[] = [];
  const wanted = new Set(mappedHeadings(mapping).map(({ heading }) => bareHeading(heading)));
  best.cells.forEach((cell, at) => {
    const heading = bareHeading(textOf(cell));
    const earlier = columns.get(heading);
    if (earlier === undefined) columns.set(heading, at);
    else if (wanted.has(heading))
      problems.push({
        path: `${name}!${addressOf(at, best.row)}`,
        problem: `“${textOf(cell).trim()}”有两列：${lettersOf(earlier)} 列和 ${lettersOf(at)} 列`,
        expected: "改写其中一列的表头",
      });
  });
  const there = best.cells.map((cell) => textOf(cell).trim()).filter((words) => words !== "");
  for (const { heading } of mappedHeadings(mapping)) {
    if (columns.has(bareHeading(heading))) continue;
    const near = nearest(heading, there);
    const expected = near === null ? "请核对选的栏目对应和文件" : `是否就是“${near}”？是的话请改栏目对应`;
    problems.push({ path: `${name}!${best.row + 1}:${best.row + 1}`, problem: `缺少“${heading}”这一列`, expected });
  }
  return problems.length === 0 ? ok({ row: best.row, columns }) : { ok: false, errors: problems };
}

const NUMBER = /^[\p{L}\p{N}\-_.()（）〔〕[\]#]{1,64}$/u;
/** Neither a database nor a page takes these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
const UNKEPT = /[\u0000\p{Cs}]/u;

class ClaimReader {
  readonly claims: ReadClaim[] = [];
  readonly problems: Problem[] = [];
  readonly notes: string[] = [];
  private readonly first = new Map<string, number>();
  private readonly mapped: ReadonlySet<number>;

  constructor(
    private readonly mapping: ClaimMapping,
    private readonly facts: ReadonlyMap<string, Fact>,
    private readonly sheet: NamedSheet,
    private readonly head: Head,
  ) {
    this.mapped = new Set(mappedHeadings(mapping).map(({ heading }) => this.columnOf(heading)));
  }

  readRows(): void {
    this.sheet.rows.forEach((cells, at) => {
      if (at <= this.head.row || cells.every((cell) => textOf(cell).trim() === "")) return;
      if (isTotal(cells)) this.notes.push(`第 ${at + 1} 行是合计行，没有读。`);
      else this.readRow(cells, at);
    });
  }

  private columnOf(heading: string): number {
    return this.head.columns.get(bareHeading(heading)) ?? -1;
  }

  private readRow(cells: readonly SheetCell[], at: number): void {
    const before = this.problems.length;
    const { headings, claimedUnit } = this.mapping;
    const cellOf = (heading: string): SheetCell => cells[this.columnOf(heading)] ?? null;
    const text = (heading: string | null, type: "text" | "name" | "credit-code" | "money", required: boolean) => {
      if (heading === null) return null;
      const cell = cellOf(heading);
      const read = readRegisterCell(
        columnOf(heading, type, required),
        type === "money" && claimedUnit === "wan" ? inYuan(cell) : cell,
      );
      if (!read.ok) this.complain(heading, at, read.errors);
      return read.ok ? read.value : null;
    };
    const number = text(headings.number, "text", true);
    if (number !== null) this.checkNumber(number, at);
    const uscc = text(headings.uscc, "credit-code", true);
    const name = text(headings.name, "name", true);
    const [clause, project] = [text(headings.clause, "text", false), text(headings.project, "text", false)];
    const claimed = text(headings.claimed, "money", false);
    const facts = this.readFacts(cellOf, at);
    const others = this.readOthers(cells, at);
    if (this.problems.length > before || number === null || uscc === null || name === null) return;
    const money = claimed === null ? null : parseMoney(claimed);
    this.claims.push({
      ...{ row: at + 1, number, uscc, name, clause, project, facts, others },
      claimed: money?.ok === true ? money.value : null,
    });
  }

  private checkNumber(number: string, at: number): void {
    const heading = this.mapping.headings.number;
    const earlier = this.first.get(number);
    if (!NUMBER.test(number) || /^\.+$/.test(number))
      this.complain(heading, at, [{ problem: `“${number}”不能作申报编号`, expected: "至多 64 个字母、数字、汉字或 - _ . 等" }]);
    else if (earlier !== undefined)
      this.complain(heading, at, [
        { problem: `第 ${earlier} 行和第 ${at + 1} 行是同一个申报编号 ${number}`, expected: "一件只留一行" },
      ]);
    else this.first.set(number, at + 1);
  }

  private readFacts(cellOf: (heading: string) => SheetCell, at: number): Record<string, unknown> {
    const found = this.mapping.facts.map(({ path, heading, unit }): readonly [string, unknown] => {
      const fact = this.facts.get(path);
      // A policy's newer version may have given a fact up.
      if (fact === undefined) {
        this.complain(heading, at, [{ problem: `政策已不再声明 ${path}`, expected: "请重新设定栏目对应" }]);
        return [path, undefined];
      }
      const read = readFactCell(fact, unit, heading, cellOf(heading));
      if (!read.ok) this.complain(heading, at, read.errors);
      return [path, read.ok ? read.value : undefined];
    });
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  }

  private readOthers(cells: readonly SheetCell[], at: number): Record<string, string> {
    const heads = this.sheet.rows[this.head.row] ?? [];
    const taken = new Set<string>();
    const found = cells.flatMap((cell, column): (readonly [string, string])[] => {
      const text = textOf(cell);
      if (this.mapped.has(column) || text.trim() === "") return [];
      if (UNKEPT.test(text)) {
        const fault = { problem: "含有存不下的控制字符", expected: "删去后重填" };
        this.problems.push({ path: `${this.sheet.name}!${addressOf(column, at)}`, ...fault });
        return [];
      }
      const words = textOf(heads[column] ?? null).trim();
      const heading = words === "" || taken.has(words) ? `${words}（${lettersOf(column)} 列）` : words;
      taken.add(words);
      return [[heading, text]];
    });
    return Object.fromEntries(found);
  }

  private complain(heading: string, at: number, faults: readonly ValueFault[]): void {
    for (const { problem, expected, suggestion } of faults)
      this.problems.push({
        path: `${this.sheet.name}!${addressOf(Math.max(0, this.columnOf(heading)), at)}`,
        problem,
        expected: suggestion === undefined ? expected : `是否为 ${suggestion}？${expected}`,
      });
  }
}
