/**
 * The points at which expressions must be compared so that nothing lies between them: for each atom the constants it may meet, and as many
 * values between two constants as there are atoms that may meet each other; every word, and one that is none of them; null where it may be.
 * All combinations, so that every order of the atoms among each other and the constants is there.
 */
import { parseDate, parseMonth } from "@zhengdui/basics";
import type { Expr } from "@zhengdui/feel";
import type { Policy } from "@zhengdui/policy";
import { type Atom, isStrict } from "./atoms.ts";
import type { Figures, Point, PointValue } from "./evaluate-point.ts";
import { exprSites, partsOf } from "./expr-sites.ts";
import { factsOf } from "./swaps.ts";

export interface PartitionOf {
  readonly policy: Policy;
  readonly list: string;
  readonly figures: readonly Figures[];
  readonly exprs: readonly Expr[];
  readonly atoms: readonly Atom[];
}

/** More are not tried. */
const MOST_POINTS = 2 ** 15;
/** A word that no rule names. */
const OTHER = "\u0000";

/** null: there are too many. */
export function pointsOf(space: PartitionOf): Iterable<Point> | null {
  const axes = space.atoms.map((atom) => [atom.key, valuesOf(space, atom)] as const);
  const years = readsEnv(space) ? space.policy.years : [space.policy.years[0] ?? 0];
  const count = axes.reduce((n, [, values]) => n * values.length, years.length);
  return count > MOST_POINTS ? null : combinations(space.policy, years, axes);
}

const readsEnv = ({ exprs }: PartitionOf): boolean => exprs.some((e) => exprSites(e).some(({ expr }) => expr.op === "env"));

function* combinations(
  policy: Policy,
  years: readonly number[],
  axes: readonly (readonly [string, readonly PointValue[]])[],
): Generator<Point> {
  for (const year of years) {
    const point = new Map<string, PointValue>(envOf(policy, year));
    const at = axes.map(() => 0);
    for (;;) {
      for (const [i, [key, values]] of axes.entries()) point.set(key, values[at[i] as number] as PointValue);
      yield point;
      let turn = axes.length - 1;
      while (turn >= 0 && (at[turn] as number) + 1 === axes[turn]?.[1].length) at[turn--] = 0;
      if (turn < 0) break;
      at[turn] = (at[turn] as number) + 1;
    }
  }
}

function envOf({ inForce }: Policy, year: number): [string, PointValue][] {
  return [
    ["env year", year],
    ["env yearStart", parseDate(`${year}-01-01`)],
    ["env yearEnd", parseDate(`${year}-12-31`)],
    ["env inForce", parseDate(inForce.from)],
    ["env inForceMonth", parseMonth(inForce.from.slice(0, 7))],
  ];
}

function valuesOf(space: PartitionOf, { expr, valued }: Atom): readonly PointValue[] {
  const nulls = mayBeNull(space, expr) ? [null] : [];
  const { kind } = expr.type;
  if (kind === "boolean") return [...nulls, true, false];
  if (expr.op === "reading")
    return space.policy.interpretations.find(({ key }) => key === expr.key)?.readings.map((r) => r.id) ?? [null];
  if (!valued) return [...nulls, kind === "text" ? OTHER : 1];
  if (kind === "text") return [...nulls, ...wordsIn(space), ...others(space)];
  if (kind === "texts") return [[]];
  return [...nulls, ...numbersFor(space, expr)];
}

/** Facts by their declaration, whatever a type says; what is computed by its type. */
function mayBeNull({ policy, list }: PartitionOf, expr: Expr): boolean {
  // Null where a part is, which is looked after; of itself only where something is divided by 0.
  if (isStrict(expr)) return expr.op === "cutDivide" || expr.op === "quotient";
  if (expr.op === "let") return expr.type.kind !== "texts" && expr.type.nullable;
  if (expr.op !== "fact") return !("nullable" in expr.type) || expr.type.nullable;
  const fact = factsOf(policy, expr.of === "item" ? list : expr.of).find(({ key }) => key === expr.key);
  if (fact === undefined) return true;
  return fact.presence !== "required" && !(fact.presence === "optional" && fact.type.kind === "boolean");
}

function wordsIn({ exprs, figures }: PartitionOf): string[] {
  const words = exprs
    .flatMap((e) => exprSites(e))
    .flatMap(({ expr }) => {
      if (expr.op === "text") return [expr.value];
      if (expr.op === "texts") return expr.items;
      if (expr.op !== "param") return [];
      return figures.flatMap((f) => (Array.isArray(f.get(expr.name)) ? (f.get(expr.name) as readonly string[]) : []));
    });
  return [...new Set(words)];
}

/** As many other words as there are texts that may be compared with each other. */
const others = ({ atoms }: PartitionOf): string[] =>
  atoms.filter(({ expr, valued }) => valued && expr.type.kind === "text").map((_, i) => `${OTHER}${i}`);

const kindOf = ({ type }: Expr): string => (type.kind === "number" || type.kind === "ratio" ? `number ${type.unit}` : type.kind);

const isNumeric = ({ type }: Expr): boolean => ["number", "ratio", "date", "month"].includes(type.kind);

/** By kind of number the name of those that may meet it in a comparison or a choice: 元 meets a plain 0. */
function meetings(exprs: readonly Expr[]): (kind: string) => string {
  const joined = new Map<string, string>();
  const nameOf = (kind: string): string => {
    const next = joined.get(kind);
    return next === undefined ? kind : nameOf(next);
  };
  for (const { expr } of exprs.flatMap((e) => exprSites(e))) {
    if (!["compare", "min", "max", "if", "table", "toRatio", "scaleUp"].includes(expr.op)) continue;
    const [first, ...others] = [...partsOf(expr), expr].filter(isNumeric).map(kindOf);
    for (const kind of others) {
      const [from, to] = [nameOf(kind), nameOf(first as string)];
      if (from !== to) joined.set(from, to);
    }
  }
  return nameOf;
}

function numbersFor(space: PartitionOf, atom: Expr): number[] {
  const nameOf = meetings(space.exprs);
  const own = nameOf(kindOf(atom));
  const meets = (e: Expr): boolean => isNumeric(e) && nameOf(kindOf(e)) === own;
  const crowd = space.atoms.filter(({ expr, valued }) => valued && meets(expr)).length;
  const constants = [...new Set([0, ...constantsIn(space, meets)])].sort((a, b) => a - b);
  const [least = 0, most = 0] = [constants[0], constants.at(-1)];
  const between = constants.flatMap((c, i) => {
    const next = constants[i + 1] ?? most + crowd + 1;
    return [c, ...Array.from({ length: crowd }, (_, j) => c + ((next - c) * (j + 1)) / (crowd + 1))];
  });
  const below = Array.from({ length: crowd }, (_, j) => least - j - 1);
  return isNonNegative(atom) ? between.filter((n) => n >= 0) : [...below, ...between];
}

function constantsIn({ exprs, figures, policy }: PartitionOf, meets: (e: Expr) => boolean): number[] {
  const numberOf = (expr: Expr): readonly PointValue[] => {
    const power = expr.type.kind === "number" ? 10 ** expr.type.scale : 1;
    if (expr.op === "number") return [expr.value / power];
    if (expr.op === "param") return figures.map((f) => Number(f.get(expr.name)) / power);
    if (expr.op !== "env") return [];
    return policy.years.flatMap((year) => envOf(policy, year).flatMap(([key, v]) => (key === `env ${expr.name}` ? [v] : [])));
  };
  return exprs
    .flatMap((e) => exprSites(e))
    .flatMap(({ expr }) => (meets(expr) ? numberOf(expr) : []))
    .filter((n) => typeof n === "number" && Number.isFinite(n)) as number[];
}

/** Facts, sums and counts are never below zero, and neither is what adds, multiplies or cuts them. */
function isNonNegative(expr: Expr): boolean {
  switch (expr.op) {
    case "fact":
    case "let":
    case "abs":
    case "call":
      return true;
    case "number":
      return expr.value >= 0;
    case "param":
      return true;
    case "add":
    case "mul":
    case "cut":
    case "cutDivide":
    case "quotient":
    case "scaleUp":
    case "toRatio":
    case "min":
    case "max":
      return partsOf(expr).every(isNonNegative);
    default:
      return false;
  }
}
