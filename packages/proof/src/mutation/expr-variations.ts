/** The ways in which one node of an expression can be wrong: boundary, direction, a part left out or taken for another, rounding. */
import type { Comparison, Expr } from "@zhengdui/feel";
import type { MutationKind } from "./mutant.ts";

export interface Variation {
  readonly kind: MutationKind;
  readonly expr: Expr;
}

/** What may be taken for what at a node. */
export interface Swaps {
  /** Facts, lets, readings, texts of the same kind that could stand here instead. */
  readonly insteadOf: (expr: Expr) => readonly Expr[];
}

const BOUNDARIES: Readonly<Record<Comparison, readonly Comparison[]>> = {
  "<": ["<="],
  "<=": ["<"],
  ">": [">="],
  ">=": [">"],
  "=": ["<=", ">="],
  "!=": ["<", ">"],
};
const OPPOSITES: Readonly<Record<Comparison, Comparison>> = { "<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "=" };
const ORDERED: ReadonlySet<string> = new Set(["number", "ratio", "date", "month"]);

export function variationsOf(expr: Expr, swaps: Swaps): Variation[] {
  const swapped = swaps.insteadOf(expr).map((other): Variation => ({ kind: "swapped", expr: other }));
  return [...truthVariations(expr), ...ownVariations(expr), ...swapped];
}

/** Of whatever gives true or false: it always holds, never holds, holds where it shouldn't. */
function truthVariations(expr: Expr): Variation[] {
  if (expr.type.kind !== "boolean") return [];
  if (expr.op === "boolean") return [{ kind: "forced", expr: { ...expr, value: !expr.value } }];
  const type = { ...expr.type, nullable: false };
  const forced = [true, false].map((value): Variation => ({ kind: "forced", expr: { op: "boolean", value, type } }));
  return [...forced, ...opposite(expr).map((e): Variation => ({ kind: "inverted", expr: e }))];
}

function opposite(expr: Expr): Expr[] {
  if (expr.op === "not") return [expr.of];
  if (expr.op === "compare") return [{ ...expr, test: OPPOSITES[expr.test] }];
  // Whole connections are inverted part by part.
  return ["and", "or", "if", "table"].includes(expr.op) ? [] : [{ op: "not", of: expr, type: expr.type }];
}

function ownVariations(expr: Expr): Variation[] {
  switch (expr.op) {
    case "number":
      return [1, -1].map((by) => ({ kind: "figure", expr: { ...expr, value: expr.value + by } }));
    case "compare":
      if (!ORDERED.has(expr.left.type.kind)) return [];
      return BOUNDARIES[expr.test].map((test) => ({ kind: "boundary", expr: { ...expr, test } }));
    case "and":
    case "or":
      return [{ kind: "and-or", expr: { ...expr, op: expr.op === "and" ? "or" : "and" } }];
    case "min":
    case "max":
      return [
        { kind: "min-max", expr: { ...expr, op: expr.op === "min" ? "max" : "min" } },
        ...expr.items.map((_, i): Variation => ({ kind: "min-max", expr: without(expr, i) })),
      ];
    case "cut":
    case "cutDivide":
      return roundings(expr).map((e): Variation => ({ kind: "rounding", expr: e }));
    case "add":
      return [{ ...expr, op: "sub" } as const, expr.left, expr.right].map((e): Variation => ({ kind: "arithmetic", expr: e }));
    case "sub":
      return [{ ...expr, left: expr.right, right: expr.left }, expr.left].map(
        (e): Variation => ({ kind: "arithmetic", expr: e }),
      );
    case "mul":
      return [oneFor(expr.left), oneFor(expr.right)].map(
        (one, i): Variation => ({ kind: "arithmetic", expr: i === 0 ? { ...expr, left: one } : { ...expr, right: one } }),
      );
    case "quotient":
      return [{ kind: "arithmetic", expr: { ...expr, left: expr.right, right: expr.left } }];
    case "abs":
      return [{ kind: "arithmetic", expr: expr.of }];
    case "if":
      return [expr.then, expr.else].map((e): Variation => ({ kind: "forced", expr: e }));
    case "texts":
      return expr.items.map(
        (_, i): Variation => ({ kind: "figure", expr: { ...expr, items: expr.items.filter((_x, j) => j !== i) } }),
      );
    case "call":
      return exchanged(expr).map((e): Variation => ({ kind: "swapped", expr: e }));
    default:
      return [];
  }
}

function without(expr: Extract<Expr, { op: "min" | "max" }>, i: number): Expr {
  const items = expr.items.filter((_, j) => j !== i);
  return items.length === 1 && items[0] !== undefined ? items[0] : { ...expr, items };
}

/** 1 at the factor's scale: the factor is forgotten. */
function oneFor(factor: Expr): Expr {
  const { type } = factor;
  if (type.kind === "number") return { op: "number", value: 10 ** type.scale, type };
  const plain = { kind: "number", scale: 0, unit: "", max: 1, nullable: false } as const;
  return { op: "toRatio", of: { op: "number", value: 1, type: plain }, type };
}

/** Two arguments of one kind, exchanged. */
function exchanged(expr: Extract<Expr, { op: "call" }>): Expr[] {
  return expr.args.flatMap((arg, i) => {
    const next = expr.args[i + 1];
    if (next === undefined || next.type.kind !== arg.type.kind) return [];
    return [{ ...expr, args: expr.args.map((a, j) => (j === i ? next : j === i + 1 ? arg : a)) }];
  });
}

type Cut = Extract<Expr, { op: "cut" | "cutDivide" }>;

/** Where digits are cut off: rounded at the half, and upwards, instead. */
function roundings(expr: Cut): Expr[] {
  if (expr.type.kind !== "number") return [];
  if (expr.op === "cutDivide") return [halfOfDivision(expr)];
  const { of, type } = expr;
  if (of.type.kind === "number") {
    const power = 10 ** (of.type.scale - expr.type.scale);
    const more = power > 1 ? [power / 2, power - 1] : [];
    return more.map((value) => ({
      ...expr,
      of: { op: "add", left: of, right: { op: "number", value, type: of.type }, type: of.type },
    }));
  }
  const half: Expr = { op: "number", value: 5, type: { ...expr.type, scale: expr.type.scale + 1, nullable: false } };
  return [{ op: "cut", of: { op: "add", left: of, right: { op: "toRatio", of: half, type: of.type }, type: of.type }, type }];
}

/** num ÷ den rounded at the half is (2 num + den) ÷ 2 den cut, with both at the scale at which the quotient has the wanted one. */
function halfOfDivision(expr: Extract<Expr, { op: "cutDivide" }>): Expr {
  const [num, den, to] = [expr.num, expr.den, expr.type].map((part) => ("op" in part ? part.type : part));
  if (num?.kind !== "number" || den?.kind !== "number" || to?.kind !== "number") return expr;
  const by = to.scale - num.scale + den.scale;
  const [whole, top] = by >= 0 ? [den, { ...num, scale: num.scale + by }] : [{ ...den, scale: den.scale - by }, num];
  const raise = (of: Expr, type: typeof top): Expr =>
    of.type.kind === "number" && type.scale > of.type.scale ? { op: "scaleUp", of, by: type.scale - of.type.scale, type } : of;
  const two = (type: typeof top): Expr => ({ op: "number", value: 2, type: { ...type, scale: 0, unit: "", max: 2 } });
  const [upper, lower] = [raise(expr.num, top), raise(expr.den, whole)];
  const twice: Expr = { op: "mul", left: upper, right: two(top), type: top };
  return {
    ...expr,
    num: { op: "add", left: twice, right: lower, type: top },
    den: { op: "mul", left: lower, right: two(whole), type: whole },
  };
}
