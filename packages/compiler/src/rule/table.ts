/** A decision table becomes a table expression, once it is shown to be complete and free of overlaps (prove-table.ts). */
import type { Expr, Type } from "@zhengdui/feel";
import { contextOf, unify } from "../check/expression.ts";
import type { Fault, Scope } from "../check/scope.ts";
import { Faults } from "../check/scope.ts";
import { cellWords } from "./cell-words.ts";
import { compileCell, compileText } from "./compile-text.ts";
import type { ClauseFigure } from "./literals.ts";
import { proveComplete, unprovable } from "./prove-table.ts";
import type { Cell, CellFault, SourceTable, TableResult } from "./source-table.ts";

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
  faults.push(...unprovable(table, found, figureOf));
  if (faults.length === 0) faults.push(...proveComplete(table, inputs as Expr[], found, scope.lets, figureOf));
  const max = Math.max(...values.map((v) => (v.type.kind === "number" ? v.type.max : 0)));
  const unit = values.map((v) => (v.type.kind === "number" ? v.type.unit : "")).find((u) => u !== "") ?? ("" as const);
  const nullable = [...values, ...found.map((row) => row.test)].some((e) => e.type.nullable);
  const type = (first.type.kind === "number" ? { ...first.type, max, unit, nullable } : { ...first.type, nullable }) as Type;
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
