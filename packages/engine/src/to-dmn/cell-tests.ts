/** The test of a table's row, taken apart: which inputs it looks at, and for each the cell that says what it asks. */
import type { Comparison, Expr } from "@zhengdui/feel";
import { scaleOf } from "./scale.ts";

/** n × 10^-scale. */
export interface Bound {
  readonly n: bigint;
  readonly scale: number;
}

export type CellTest =
  | { readonly kind: "bound"; readonly test: Comparison; readonly bound: Bound }
  | { readonly kind: "texts"; readonly items: readonly string[]; readonly not: boolean }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  | { readonly kind: "any"; readonly of: readonly CellTest[] }
  | { readonly kind: "all"; readonly of: readonly CellTest[] };

export interface InputTest {
  readonly input: Expr;
  readonly cell: CellTest;
}

export type FigureOf = (param: string) => number | readonly string[] | null;

/** A row's tests by input; null where it asks something that no cell can say. An empty list: the row takes everything. */
export function inputTests(test: Expr, figureOf: FigureOf): readonly InputTest[] | null {
  if (test.op === "boolean") return test.value ? [] : null;
  if (test.op !== "and") {
    const only = inputTest(test, figureOf);
    return only === null ? null : [only];
  }
  const found: InputTest[] = [];
  for (const item of test.items) {
    const parts = inputTests(item, figureOf);
    if (parts === null) return null;
    found.push(...parts);
  }
  return found;
}

function inputTest(test: Expr, figureOf: FigureOf): InputTest | null {
  switch (test.op) {
    case "compare":
      return compared(test, figureOf);
    case "oneOf": {
      const items = test.list.op === "texts" ? test.list.items : test.list.op === "param" ? figureOf(test.list.name) : null;
      return Array.isArray(items) ? { input: test.of, cell: { kind: "texts", items, not: false } } : null;
    }
    case "isNull":
      return { input: test.of, cell: { kind: "null" } };
    case "or":
      return anyOf(test.items.map((item) => inputTests(item, figureOf)));
    case "not": {
      const of = inputTest(test.of, figureOf);
      if (of?.cell.kind === "texts") return { ...of, cell: { ...of.cell, not: !of.cell.not } };
      return of?.cell.kind === "boolean" ? { ...of, cell: { kind: "boolean", value: !of.cell.value } } : null;
    }
    case "fact":
    case "let":
      return test.type.kind === "boolean" ? { input: test, cell: { kind: "boolean", value: true } } : null;
    default:
      return null;
  }
}

/** `a or b` in one cell: only where both look at the same input. */
function anyOf(sides: readonly (readonly InputTest[] | null)[]): InputTest | null {
  const cells: CellTest[] = [];
  let input: Expr | null = null;
  for (const side of sides) {
    const [first] = side ?? [];
    if (side === null || first === undefined || !side.every((s) => keyOf(s.input) === keyOf(first.input))) return null;
    if (input !== null && keyOf(input) !== keyOf(first.input)) return null;
    input = first.input;
    cells.push(side.length === 1 ? first.cell : { kind: "all", of: side.map((s) => s.cell) });
  }
  return input === null ? null : { input, cell: { kind: "any", of: cells } };
}

function compared(test: Expr & { op: "compare" }, figureOf: FigureOf): InputTest | null {
  const { input, shift } = unscaled(test.left);
  const { right } = test;
  if (right.op === "text") {
    // A cell `not("…")` would take what nobody knows.
    if (test.test !== "=" && (test.test !== "!=" || input.type.nullable)) return null;
    return { input, cell: { kind: "texts", items: [right.value], not: test.test === "!=" } };
  }
  if (right.op === "boolean") {
    if (test.test !== "=" && test.test !== "!=") return null;
    return { input, cell: { kind: "boolean", value: right.value === (test.test === "=") } };
  }
  const n = wholeOf(right, figureOf);
  if (n === null) return null;
  const scale = right.op === "toRatio" ? scaleOf(right.of.type) : scaleOf(input.type) + shift;
  return { input, cell: { kind: "bound", test: test.test, bound: { n, scale } } };
}

/** An input that was only aligned with its bound is asked for as it is. */
function unscaled(left: Expr): { input: Expr; shift: number } {
  return left.op === "scaleUp" ? { input: left.of, shift: left.by } : { input: left, shift: 0 };
}

/** A figure as a scaled integer; null: not a figure. */
export function wholeOf(expr: Expr, figureOf: FigureOf): bigint | null {
  switch (expr.op) {
    case "number":
      return BigInt(expr.value);
    case "param": {
      const value = figureOf(expr.name);
      return typeof value === "number" ? BigInt(value) : null;
    }
    case "scaleUp": {
      const of = wholeOf(expr.of, figureOf);
      return of === null ? null : of * 10n ** BigInt(expr.by);
    }
    case "toRatio":
      return wholeOf(expr.of, figureOf);
    default:
      return null;
  }
}

/** The same input, the same key. */
export const keyOf = (expr: Expr): string => JSON.stringify(expr);
