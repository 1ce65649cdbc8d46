/**
 * A table of a rule drawn as a DMN decision table, its figures as the official text has them: a column is counted in the largest unit in
 * which all of its figures are whole (万元 rather than 分, % rather than a fraction). Null where a row asks what no cell can say.
 */
import type { Expr } from "@zhengdui/feel";
import { type Bound, type CellTest, type FigureOf, inputTests, keyOf, wholeOf } from "./cell-tests.ts";
import type { DecisionTable, TableRule } from "./dmn-model.ts";
import { scaleOf } from "./scale.ts";

type Table = Expr & { op: "table" };

export interface Column {
  readonly input: Expr;
  /** In cells, 1 means 10^-scale of the input's unit: 4 before the point is 万. */
  readonly scale: number;
  readonly unit: string;
}

export interface DrawnTable {
  readonly columns: readonly Column[];
  /** By row, by column. */
  readonly cells: readonly (readonly string[])[];
  /** Figures by row; null where some row has a formula. */
  readonly values: readonly string[] | null;
  readonly outputScale: number;
  readonly outputUnit: string;
}

export function drawTable(table: Table, figureOf: FigureOf): DrawnTable | null {
  const rows = table.rows.map((row) => inputTests(row.test, figureOf));
  if (rows.some((row) => row === null)) return null;
  const tests = rows.map((row) => row ?? []);
  const inputs = new Map(tests.flatMap((row) => row.map(({ input }) => [keyOf(input), input] as const)));
  const columns = [...inputs].map(([key, input]): Column => {
    const bounds = tests.flatMap((row) => row.flatMap((t) => (keyOf(t.input) === key ? boundsIn(t.cell) : [])));
    const scale = coarsest(bounds, unitOf(input));
    return { input, scale, unit: unitName(unitOf(input), scale) };
  });
  if (columns.length === 0) return null;
  const cells = tests.map((row) =>
    columns.map((column) => {
      const asked = row.filter((t) => keyOf(t.input) === keyOf(column.input)).map((t) => t.cell);
      return asked.length === 0
        ? "-"
        : cellText(asked.length === 1 ? (asked[0] as CellTest) : { kind: "all", of: asked }, column.scale);
    }),
  );
  if (cells.some((row) => row.includes(UNSAYABLE))) return null;
  return { columns, cells, ...outputsOf(table, figureOf) };
}

const unitOf = (expr: Expr): string => (expr.type.kind === "number" || expr.type.kind === "ratio" ? expr.type.unit : "");

function outputsOf(table: Table, figureOf: FigureOf): Pick<DrawnTable, "values" | "outputScale" | "outputUnit"> {
  const scale = scaleOf(table.type);
  const unit = unitOf(table);
  const wholes = table.rows.map((row) => (row.value.op === "null" ? "null" : wholeOf(row.value, figureOf)));
  const texts = table.rows.map((row) => (row.value.op === "text" ? JSON.stringify(row.value.value) : null));
  if (texts.every((t) => t !== null)) return { values: texts, outputScale: scale, outputUnit: unit };
  if (table.type.kind !== "number" || wholes.some((n) => n === null))
    return { values: null, outputScale: scale, outputUnit: unit };
  const figures = wholes.map((n) => (typeof n === "bigint" ? { n, scale } : null));
  const coarse = Math.min(
    coarsest(
      figures.filter((f) => f !== null),
      unit,
    ),
    scale,
  );
  const values = figures.map((f) => (f === null ? "null" : whole(f, coarse)));
  return { values, outputScale: coarse, outputUnit: unitName(unit, coarse) };
}

/** 万 is four places before the point. */
const WAN_SCALE = -4;
/** Whole, per cent or 分, per mille: nobody counts in tenths. */
const NAMED_SCALES = [0, 2, 3];

/** The smallest scale at which every figure is whole: for money from 万元 on, for anything else from one unit on. */
function coarsest(bounds: readonly Bound[], unit: string): number {
  const finest = Math.max(0, ...bounds.map((b) => b.scale));
  if (unit === "元" && bounds.some((b) => b.n !== 0n) && bounds.every((b) => isWhole(b, WAN_SCALE))) return WAN_SCALE;
  const named = NAMED_SCALES.filter((scale) => scale < finest);
  return named.find((scale) => bounds.every((b) => isWhole(b, scale))) ?? finest;
}

const isWhole = ({ n, scale }: Bound, at: number): boolean => at >= scale || n % 10n ** BigInt(scale - at) === 0n;
const whole = ({ n, scale }: Bound, at: number): string =>
  String(at >= scale ? n * 10n ** BigInt(at - scale) : n / 10n ** BigInt(scale - at));

function unitName(unit: string, scale: number): string {
  if (unit === "元" && scale === WAN_SCALE) return "万元";
  if (unit === "元" && scale === 2) return "分";
  if (unit === "" && scale === 2) return "%";
  if (unit === "" && scale === 3) return "‰";
  return scale === 0 ? unit : `10^-${scale} ${unit}`.trim();
}

function boundsIn(cell: CellTest): readonly Bound[] {
  switch (cell.kind) {
    case "bound":
      return [cell.bound];
    case "any":
    case "all":
      return cell.of.flatMap(boundsIn);
    case "texts":
    case "boolean":
    case "null":
      return [];
  }
}

/** Stands for a cell that unary tests can't say; no figure or text looks like it. */
const UNSAYABLE = "\u0000";

function cellText(cell: CellTest, scale: number): string {
  switch (cell.kind) {
    case "bound": {
      const bound = whole(cell.bound, scale);
      if (cell.test === "=") return bound;
      return cell.test === "!=" ? `not(${bound})` : `${cell.test} ${bound}`;
    }
    case "texts": {
      const items = cell.items.map((item) => JSON.stringify(item)).join(", ");
      return cell.not ? `not(${items})` : items;
    }
    case "boolean":
      return String(cell.value);
    case "null":
      return "null";
    case "any":
      return list(cell.of.map((c) => cellText(c, scale)));
    case "all":
      return rangeOf(cell.of, scale) ?? UNSAYABLE;
  }
}

/** Tests one of which has to hold; a negation can't stand among them. */
const list = (tests: readonly string[]): string =>
  tests.some((test) => test === UNSAYABLE || test.startsWith("not(")) ? UNSAYABLE : tests.join(", ");

/** `>= a and < b` as [a..b); anything else joined by "and" has no cell. */
function rangeOf(cells: readonly CellTest[], scale: number): string | null {
  const [a, b] = cells;
  if (cells.length !== 2 || a?.kind !== "bound" || b?.kind !== "bound") return null;
  const [low, high] = a.test.startsWith(">") ? [a, b] : [b, a];
  if (!low.test.startsWith(">") || !high.test.startsWith("<")) return null;
  const open = low.test === ">=" ? "[" : "(";
  return `${open}${whole(low.bound, scale)}..${whole(high.bound, scale)}${high.test === "<=" ? "]" : ")"}`;
}

/** The table as DMN writes it, once its inputs and outputs are FEEL. */
export function decisionTable(
  drawn: DrawnTable,
  inputs: readonly { readonly label: string; readonly text: string; readonly type: string }[],
  output: { readonly label: string; readonly type: string },
  values: readonly string[],
  annotations: readonly string[],
): DecisionTable {
  const rules = drawn.cells.map(
    (tests, i): TableRule => ({ tests, value: values[i] ?? "null", annotation: annotations[i] ?? "" }),
  );
  return { hitPolicy: "UNIQUE", inputs, output, rules };
}
