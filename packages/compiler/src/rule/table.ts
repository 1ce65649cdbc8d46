/**
 * A decision table becomes a table expression, once it is shown to be complete and free of overlaps: every cell is a union of intervals
 * between the table's own boundaries, so trying each boundary, its neighbours and every option is a proof.
 */
import type { Expr, Type } from "@zhengdui/feel";
import { contextOf, unify } from "../check/expression.ts";
import type { Fault, Scope } from "../check/scope.ts";
import { Faults } from "../check/scope.ts";
import { cellWords } from "./cell-words.ts";
import { compileCell, compileText } from "./compile-text.ts";
import type { ClauseFigure } from "./literals.ts";

export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface SourceTable {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A complaint at a cell; table-gap and table-overlap carry the counterexample in words. */
export interface CellFault {
  readonly cell: Cell;
  readonly fault:
    | Fault
    | {
        readonly code: "table-gap" | "table-overlap" | "table-shape" | "table-unproved";
        readonly args: Readonly<Record<string, string>>;
      };
}

export interface TableResult {
  readonly expr: Expr | null;
  readonly faults: readonly CellFault[];
}

export function compileTable(
  table: SourceTable,
  scope: Scope,
  figures: readonly ClauseFigure[],
  figureOf: (param: string) => number | null,
): TableResult {
  const faults: CellFault[] = [];
  const keep = (cell: Cell) => (fault: Fault) => faults.push({ cell, fault });
  const inputs = table.header.slice(0, -1).map((cell) => {
    const found = compileText(cell.text, scope, figures);
    found.faults.forEach(keep(cell));
    return found.expr;
  });
  if (inputs.some((i) => i === null) || inputs.length === 0) return { expr: null, faults };
  const rows = table.rows.map((cells) => compileRow(cells, inputs as Expr[], scope, figures, keep));
  if (rows.some((row) => row === null)) return { expr: null, faults };
  const found = rows as CompiledRow[];
  const values = unify(
    found.map((row) => row.value),
    { kind: "null", from: 0, to: 0 },
    contextOf(scope, new Faults()),
  );
  const [first] = values ?? [];
  if (values === null || first === undefined) {
    const cell = table.rows[0]?.at(-1) ?? (table.header[0] as Cell);
    return {
      expr: null,
      faults: [...faults, { cell, fault: { code: "table-shape", args: { expected: "各行结果为同一种数" } } }],
    };
  }
  faults.push(...proveComplete(table, inputs as Expr[], found, figureOf));
  const max = Math.max(...values.map((v) => (v.type.kind === "number" ? v.type.max : 0)));
  const unit = values.map((v) => (v.type.kind === "number" ? v.type.unit : "")).find((u) => u !== "") ?? ("" as const);
  const type: Type = first.type.kind === "number" ? { ...first.type, max, unit } : first.type;
  const expr: Expr = {
    op: "table",
    rows: found.map((row, i) => ({ test: row.test, value: values[i] as Expr, text: row.text })),
    type,
  };
  return { expr: faults.length === 0 ? expr : null, faults };
}

interface CompiledRow {
  readonly tests: readonly Expr[];
  readonly test: Expr;
  readonly value: Expr;
  readonly text: string;
}

function compileRow(
  cells: readonly Cell[],
  inputs: readonly Expr[],
  scope: Scope,
  figures: readonly ClauseFigure[],
  keep: (c: Cell) => (f: Fault) => void,
): CompiledRow | null {
  const tests = inputs.map((input, i) => {
    const cell = cells[i];
    if (cell === undefined) return null;
    const found = compileCell(quoted(cell.text, input), input, scope, figures);
    found.faults.forEach(keep(cell));
    return found.expr;
  });
  const last = cells[inputs.length];
  if (last === undefined || tests.some((t) => t === null)) return null;
  const value = compileText(last.text, scope, figures);
  value.faults.forEach(keep(last));
  if (value.expr === null) return null;
  const all = (tests as Expr[]).filter((t) => !(t.op === "boolean" && t.value));
  const [only] = all;
  const type = { kind: "boolean", nullable: all.some((t) => t.type.nullable) } as const;
  const test: Expr = all.length === 1 && only !== undefined ? only : { op: "and", items: all, type };
  return { tests: tests as Expr[], test, value: value.expr, text: textOf(cells.slice(0, inputs.length)) };
}

/** The row as a reader sees it: cells that stand for any value say nothing. */
const textOf = (cells: readonly Cell[]): string =>
  cells
    .map((cell) => cellWords(cell.text))
    .filter((words) => words !== "")
    .join("，");

/** An option in a cell may be written without quotes: `included`. */
function quoted(text: string, input: Expr): string {
  const options = input.type.kind === "text" ? (input.type.options ?? []) : [];
  return options.includes(text.trim()) ? JSON.stringify(text.trim()) : text;
}

type Sample = number | string;

function proveComplete(
  table: SourceTable,
  inputs: readonly Expr[],
  rows: readonly CompiledRow[],
  figureOf: (param: string) => number | null,
): CellFault[] {
  const samples = inputs.map((input, i) =>
    samplesOf(
      input,
      rows.map((row) => row.tests[i] as Expr),
      figureOf,
    ),
  );
  const faults: CellFault[] = [];
  const place = table.header[0] as Cell;
  for (const point of product(samples)) {
    const hits = rows.flatMap((row, r) => (row.tests.every((test, i) => holds(test, point[i] as Sample, figureOf)) ? [r] : []));
    const where = inputs.map((input, i) => `${table.header[i]?.text} = ${written(point[i] as Sample, input)}`).join("，");
    if (hits.length === 0) faults.push({ cell: place, fault: { code: "table-gap", args: { where } } });
    if (hits.length > 1) {
      const [, second] = hits as [number, number];
      faults.push({
        cell: table.rows[second]?.[0] ?? place,
        fault: { code: "table-overlap", args: { where, rows: hits.map((h) => rows[h]?.text ?? "").join("；") } },
      });
    }
    if (faults.length >= 3) break;
  }
  return faults;
}

const written = (point: Sample, input: Expr): string =>
  typeof point === "string"
    ? point
    : `${Number(point) / 10 ** (input.type.kind === "number" ? input.type.scale : 0)} ${input.type.kind === "number" ? input.type.unit : ""}`.trim();

/** Every boundary, its neighbours, and 0: facts are never negative. */
function samplesOf(input: Expr, tests: readonly Expr[], figureOf: (param: string) => number | null): Sample[] {
  if (input.type.kind === "text") return [...(input.type.options ?? [])];
  if (input.type.kind === "boolean") return ["true", "false"];
  const points = new Set<number>([0]);
  for (const test of tests)
    for (const bound of boundsOf(test, figureOf)) for (const p of [bound - 1, bound, bound + 1]) if (p >= 0) points.add(p);
  return [...points].sort((a, b) => a - b);
}

function boundsOf(test: Expr, figureOf: (param: string) => number | null): number[] {
  if (test.op === "and" || test.op === "or") return test.items.flatMap((item) => boundsOf(item, figureOf));
  if (test.op === "compare") {
    const bound = constant(test.right, figureOf);
    return typeof bound === "number" ? [bound] : [];
  }
  return [];
}

function constant(expr: Expr, figureOf: (param: string) => number | null): Sample | null {
  switch (expr.op) {
    case "number":
    case "text":
      return expr.value;
    case "boolean":
      return String(expr.value);
    case "param":
      return figureOf(expr.name);
    case "scaleUp": {
      const of = constant(expr.of, figureOf);
      return typeof of === "number" ? of * 10 ** expr.by : null;
    }
    default:
      return null;
  }
}

function holds(test: Expr, point: Sample, figureOf: (param: string) => number | null): boolean {
  switch (test.op) {
    case "boolean":
      return test.value;
    case "and":
      return test.items.every((item) => holds(item, point, figureOf));
    case "or":
      return test.items.some((item) => holds(item, point, figureOf));
    case "compare": {
      const bound = constant(test.right, figureOf);
      if (bound === null) return false;
      return {
        "=": point === bound,
        "!=": point !== bound,
        "<": point < bound,
        "<=": point <= bound,
        ">": point > bound,
        ">=": point >= bound,
      }[test.test];
    }
    default:
      return false;
  }
}

function product(samples: readonly (readonly Sample[])[]): Sample[][] {
  return samples.reduce<Sample[][]>((points, axis) => points.flatMap((point) => axis.map((value) => [...point, value])), [[]]);
}
