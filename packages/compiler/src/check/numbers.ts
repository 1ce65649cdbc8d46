/** Numbers as scaled integers: aligning scales, combining units, bounding magnitudes. Everything here keeps values exact. */
import type { Expr, Type, Unit } from "@zhengdui/feel";
import { timesUnit } from "./units.ts";

export type NumberType = Extract<Type, { kind: "number" }>;

export const BOOLEAN: Type = { kind: "boolean", nullable: false };
export const numberType = (scale: number, unit: Unit, max: number, nullable = false): NumberType => ({
  kind: "number",
  scale,
  unit,
  max,
  nullable,
});

export const isNumeric = (expr: Expr): boolean => expr.type.kind === "number" || expr.type.kind === "ratio";
/** 0 fits every unit. */
export const isZero = (expr: Expr): boolean => expr.op === "number" && expr.value === 0;
export const unitOf = (expr: Expr): Unit => ("unit" in expr.type ? expr.type.unit : "");

/** The same value at `scale` decimals (never fewer than it has). */
export function atScale(expr: Expr, scale: number): Expr {
  if (expr.type.kind !== "number" || expr.type.scale === scale) return expr;
  const by = scale - expr.type.scale;
  const type = numberType(scale, expr.type.unit, expr.type.max * 10 ** by, expr.type.nullable);
  if (expr.op === "number") return { ...expr, value: expr.value * 10 ** by, type };
  return { op: "scaleUp", of: expr, by, type };
}

export function asRatio(expr: Expr): Expr {
  if (expr.type.kind !== "number") return expr;
  return { op: "toRatio", of: expr, type: { kind: "ratio", unit: expr.type.unit, nullable: expr.type.nullable } };
}

/** Brings operands of `+ - < min if` to one machine form. */
export function align(operands: readonly Expr[]): Expr[] {
  if (operands.some((o) => o.type.kind === "ratio")) return operands.map(asRatio);
  const scale = Math.max(...operands.map((o) => (o.type.kind === "number" ? o.type.scale : 0)));
  return operands.map((o) => atScale(o, scale));
}

/** The one unit of operands that are added or compared; null where they differ. */
export function sharedUnit(operands: readonly Expr[]): Unit | null {
  const units = new Set(operands.filter((o) => !isZero(o)).map(unitOf));
  if (units.size > 1) return null;
  return [...units][0] ?? "";
}

export const productUnit = (left: Expr, right: Expr): Unit | null => timesUnit(unitOf(left), unitOf(right));

export const anyNullable = (operands: readonly Expr[]): boolean => operands.some((o) => o.type.nullable);
export const maxOf = (expr: Expr): number => (expr.type.kind === "number" ? expr.type.max : Number.POSITIVE_INFINITY);

/** The type of a sum, difference, minimum … of aligned operands. */
export function joined(operands: readonly Expr[], unit: Unit, max: number): Type {
  const nullable = anyNullable(operands);
  const [first] = operands;
  if (first?.type.kind === "ratio") return { kind: "ratio", unit, nullable };
  return numberType(first?.type.kind === "number" ? first.type.scale : 0, unit, max, nullable);
}
