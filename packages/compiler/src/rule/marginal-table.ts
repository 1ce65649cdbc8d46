/**
 * A table that adds up band by band (累进表): of the part of the sum that lies in each band, its rate. Bands follow one another without gap
 * or overlap, by the bounds as written; the last may have no end.
 */
import type { Expr } from "@zhengdui/feel";
import type { Scope } from "../check/scope.ts";
import type { DocTable } from "../read/policy-document.ts";
import { compileText } from "./compile-text.ts";
import type { ClauseFigure } from "./literals.ts";
import type { Cell, CellFault, TableResult } from "./source-table.ts";
import { compileTable } from "./table.ts";

type FigureOf = (param: string) => number | null;

/** A captioned table, whichever of the two kinds it is. */
export const compileNamedTable = (table: DocTable, scope: Scope, figures: readonly ClauseFigure[], of: FigureOf): TableResult =>
  table.caption?.marginal ? compileMarginal(table, scope, figures, of) : compileTable(table, scope, figures, of);

/** Bounds as written; low "": from nothing; high "": without end. `…In`: the bound itself belongs to the band. */
interface Band {
  readonly cell: Cell;
  readonly rate: Cell;
  readonly low: string;
  readonly lowIn: boolean;
  readonly high: string;
  readonly highIn: boolean;
}

const RANGE = /^([[(])(.+)\.\.(.+)([\])])$/u;
const ONE_SIDED = /^(<=|<|>=|>)(.+)$/u;

function compileMarginal(table: DocTable, scope: Scope, figures: readonly ClauseFigure[], figureOf: FigureOf): TableResult {
  const faults: CellFault[] = [];
  const [input] = table.header;
  const bands = table.rows.flatMap((row) => bandOf(row, faults));
  if (input === undefined || table.header.length !== 2 || bands.length < table.rows.length)
    return { expr: null, faults: faults.length > 0 ? faults : [shape(table, "两列：所分的数 | 各段的比例或单价")] };
  const compiled = (cell: Cell, text: string): Expr | null => {
    const found = compileText(text, scope, figures);
    for (const fault of found.faults) faults.push({ cell, fault });
    return found.expr;
  };
  compiled(input, input.text);
  const bounds = bands.map((band) => {
    compiled(band.rate, band.rate.text);
    return {
      low: band.low === "" ? null : compiled(band.cell, band.low),
      high: band.high === "" ? null : compiled(band.cell, band.high),
    };
  });
  if (faults.length > 0) return { expr: null, faults };
  faults.push(...proveContiguous(bands, bounds, figureOf));
  if (faults.length > 0) return { expr: null, faults };
  const parts = bands.map(({ rate, low, high }) => {
    const upTo = high === "" ? `(${input.text})` : `min(${input.text}, ${high})`;
    return `(${rate.text}) * max(${low === "" ? upTo : `${upTo} - (${low})`}, 0)`;
  });
  return { expr: compiled(input, parts.join(" + ")), faults };
}

const shape = (table: DocTable, expected: string): CellFault => ({
  cell: table.header[0] as Cell,
  fault: { code: "table-shape", args: { expected } },
});

function bandOf(row: readonly Cell[], faults: CellFault[]): Band[] {
  const [cell, rate] = row;
  if (cell === undefined || rate === undefined) return [];
  const text = cell.text.trim();
  const range = RANGE.exec(text);
  if (range !== null) {
    const [, open, low = "", high = "", close] = range;
    return [{ cell, rate, low: low.trim(), lowIn: open === "[", high: high.trim(), highIn: close === "]" }];
  }
  const side = ONE_SIDED.exec(text);
  if (side !== null) {
    const [, sign = "", bound = ""] = side;
    const at = bound.trim();
    return sign.startsWith("<")
      ? [{ cell, rate, low: "", lowIn: true, high: at, highIn: sign === "<=" }]
      : [{ cell, rate, low: at, lowIn: sign === ">=", high: "", highIn: false }];
  }
  faults.push({ cell, fault: { code: "table-shape", args: { expected: "[下限..上限)、<= 上限 或 > 下限" } } });
  return [];
}

interface Bounds {
  readonly low: Expr | null;
  readonly high: Expr | null;
}

/** Each band begins where the one before ends, the bound belonging to one of the two; and bounds rise. */
function proveContiguous(bands: readonly Band[], bounds: readonly Bounds[], figureOf: FigureOf): CellFault[] {
  return bands.flatMap((band, i): CellFault[] => {
    const { low, high } = bounds[i] as Bounds;
    const rising = low === null || high === null ? true : rises(low, high, figureOf);
    if (rising !== true) {
      const where = `${band.low} 与 ${band.high}`;
      const code = rising === null ? "table-unproved" : "table-gap";
      return [{ cell: band.cell, fault: { code, args: { where: rising === null ? where : `${where}：下限不低于上限` } } }];
    }
    const next = bands[i + 1];
    if (next === undefined) return [];
    const meets = JSON.stringify(high) === JSON.stringify(bounds[i + 1]?.low ?? null) && high !== null;
    const where = `${band.high === "" ? "这一段没有上限" : band.high} 与 ${next.low === "" ? "下一段没有下限" : next.low}`;
    if (!meets) return [{ cell: next.cell, fault: { code: "table-gap", args: { where } } }];
    if (band.highIn !== next.lowIn) return [];
    const code = band.highIn ? "table-overlap" : "table-gap";
    return [
      { cell: next.cell, fault: { code, args: { where: `正好 ${next.low}`, rows: `${band.cell.text}；${next.cell.text}` } } },
    ];
  });
}

/** null: the two can't be compared before the facts are known. Bounds are figures, or figures times one and the same thing. */
function rises(low: Expr, high: Expr, figureOf: FigureOf): boolean | null {
  const [a, b] = [measured(low, figureOf), measured(high, figureOf)];
  if (a === null || b === null || a.factor !== b.factor) return null;
  return a.value * 10n ** BigInt(b.scale) < b.value * 10n ** BigInt(a.scale);
}

function measured(expr: Expr, figureOf: FigureOf): { value: bigint; scale: number; factor: string } | null {
  if (expr.type.kind !== "number") return null;
  const { scale } = expr.type;
  if (expr.op === "number") return { value: BigInt(expr.value), scale, factor: "" };
  if (expr.op === "scaleUp") {
    const of = measured(expr.of, figureOf);
    return of === null ? null : { ...of, value: of.value * 10n ** BigInt(expr.by), scale };
  }
  if (expr.op === "param") {
    const value = figureOf(expr.name);
    return value === null ? null : { value: BigInt(value), scale, factor: "" };
  }
  if (expr.op !== "mul") return null;
  const left = measured(expr.left, figureOf);
  return left === null ? null : { ...left, factor: `${left.factor}*${JSON.stringify(expr.right)}` };
}
