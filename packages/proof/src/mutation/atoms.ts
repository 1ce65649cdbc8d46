/**
 * What an expression's value hangs on, once all that only compares, chooses and connects is understood: facts, readings, the year, and
 * arithmetic, which is taken as a whole. An atom is known by its text, so that the same arithmetic is the same atom on both sides.
 */
import type { Expr } from "@zhengdui/feel";
import { partsOf } from "./expr-sites.ts";

export interface Atom {
  readonly key: string;
  readonly expr: Expr;
  /** Does more than its being null matter? */
  readonly valued: boolean;
}

/** Operations that are evaluated at every point; the others are atoms. */
const UNDERSTOOD: ReadonlySet<Expr["op"]> = new Set<Expr["op"]>([
  "number",
  "param",
  "text",
  "boolean",
  "null",
  "texts",
  "env",
  "toRatio",
  "scaleUp",
  "min",
  "max",
  "compare",
  "isNull",
  "and",
  "or",
  "not",
  "if",
  "oneOf",
  "table",
]);

/** Membership in a list that the dossier gives can't be taken apart: it holds, or it doesn't. */
export const isAtom = (expr: Expr): boolean =>
  !UNDERSTOOD.has(expr.op) || (expr.op === "oneOf" && !["texts", "param"].includes(expr.list.op));

/** Arithmetic and calls: null where one of their parts is. */
export const isStrict = (expr: Expr): boolean =>
  ["add", "sub", "mul", "cut", "cutDivide", "quotient", "abs"].includes(expr.op) ||
  (expr.op === "call" && ["yearOf", "monthsBetween", "monthsWithin"].includes(expr.name));

/** The same fact is the same atom where the compiler knows it isn't null and where it doesn't. */
export const keyOf = (expr: Expr): string =>
  JSON.stringify(expr, (key, value: unknown) => (key === "nullable" || key === "max" ? undefined : value));

/** The atoms of several expressions, each once. */
export function atomsOf(exprs: readonly Expr[]): Atom[] {
  const found = new Map<string, Atom>();
  for (const expr of exprs) gather(expr, true, found);
  return [...found.values()];
}

function gather(expr: Expr, valued: boolean, found: Map<string, Atom>): void {
  if (!isAtom(expr)) {
    for (const part of partsOf(expr)) gather(part, isPassedOn(expr, part) ? valued : expr.op !== "isNull", found);
    return;
  }
  const key = keyOf(expr);
  found.set(key, { key, expr, valued: valued || found.get(key)?.valued === true });
  if (isStrict(expr)) for (const part of partsOf(expr)) gather(part, false, found);
}

/** Is the part the whole's value, so that it matters no more than the whole? */
function isPassedOn(whole: Expr, part: Expr): boolean {
  if (whole.op === "if") return part !== whole.when;
  return ["min", "max", "toRatio", "scaleUp"].includes(whole.op);
}
