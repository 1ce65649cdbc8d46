/**
 * Is a decision table complete and free of overlaps? Every cell is a union of intervals between the table's own boundaries, so trying each
 * boundary, its neighbours and every option is a proof.
 */
import type { Expr } from "@zhengdui/feel";
import { isNonNegative } from "../check/sign.ts";
import type { Cell, CellFault, SourceTable } from "./source-table.ts";

type FigureOf = (param: string) => number | null;
type Sample = number | string;

/** What a proof needs of a row: the test of each of its cells. */
export interface ProvableRow {
  readonly tests: readonly Expr[];
  readonly text: string;
}

/** Exact fractions are tried at so many decimals: finer than any two figures of a policy lie apart. */
const RATIO_SCALE = 9;

/** Proves nothing where a cell compares with something that only the facts decide. */
export function unprovable(table: SourceTable, rows: readonly ProvableRow[], figureOf: FigureOf): CellFault[] {
  return rows.flatMap((row, r) =>
    row.tests.flatMap((test, i): CellFault[] => {
      if (!comparesWithUnknown(test, figureOf)) return [];
      const cell = table.rows[r]?.[i] ?? (table.header[0] as Cell);
      return [{ cell, fault: { code: "table-unproved", args: { where: cell.text } } }];
    }),
  );
}

function comparesWithUnknown(test: Expr, figureOf: FigureOf): boolean {
  if (test.op === "and" || test.op === "or") return test.items.some((item) => comparesWithUnknown(item, figureOf));
  if (test.op === "compare") return constant(test.right, figureOf) === null;
  return test.op !== "boolean";
}

export function proveComplete(
  table: SourceTable,
  inputs: readonly Expr[],
  rows: readonly ProvableRow[],
  lets: ReadonlyMap<string, Expr>,
  figureOf: FigureOf,
): CellFault[] {
  const samples = inputs.map((input, i) =>
    samplesOf(
      input,
      rows.map((row) => row.tests[i] as Expr),
      lets,
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

function written(point: Sample, input: Expr): string {
  if (typeof point === "string") return point;
  const { type } = input;
  const scale = type.kind === "number" ? type.scale : type.kind === "ratio" ? RATIO_SCALE : 0;
  return `${point / 10 ** scale} ${"unit" in type ? type.unit : ""}`.trim();
}

/** Every boundary, its neighbours, 0, and what lies below it unless nothing can. */
function samplesOf(input: Expr, tests: readonly Expr[], lets: ReadonlyMap<string, Expr>, figureOf: FigureOf): Sample[] {
  if (input.type.kind === "text") return [...(input.type.options ?? [])];
  if (input.type.kind === "boolean") return ["true", "false"];
  const lowest = isNonNegative(input, lets) ? 0 : -1;
  const points = new Set<number>([lowest, 0]);
  for (const test of tests)
    for (const bound of boundsOf(test, figureOf)) for (const p of [bound - 1, bound, bound + 1]) if (p >= lowest) points.add(p);
  return [...points].sort((a, b) => a - b);
}

function boundsOf(test: Expr, figureOf: FigureOf): number[] {
  if (test.op === "and" || test.op === "or") return test.items.flatMap((item) => boundsOf(item, figureOf));
  if (test.op === "compare") {
    const bound = constant(test.right, figureOf);
    return typeof bound === "number" ? [bound] : [];
  }
  return [];
}

function constant(expr: Expr, figureOf: FigureOf): Sample | null {
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
    case "toRatio": {
      const of = constant(expr.of, figureOf);
      return typeof of === "number" && expr.of.type.kind === "number" ? of * 10 ** (RATIO_SCALE - expr.of.type.scale) : null;
    }
    default:
      return null;
  }
}

function holds(test: Expr, point: Sample, figureOf: FigureOf): boolean {
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
