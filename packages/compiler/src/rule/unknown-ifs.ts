/**
 * The `if`s whose condition may be unknown: they take `else` without a word. Lets are looked into where they are used, so that what has been
 * asked before (a null test, a condition of `where`, an outer `if`) counts there too.
 */
import { childrenOf, type Expr } from "@zhengdui/feel";
import { isPositive } from "../check/calls.ts";
import { falsely, type Known, nonZero, notTrue, subject, truly } from "./known-facts.ts";

export interface UnknownIf {
  /** The let in which the `if` stands; null: the expression itself. */
  readonly within: string | null;
  /** Facts and open figures that may be missing, and divisors that may be 0. */
  readonly lacking: readonly Lacking[];
}

export interface Lacking {
  readonly kind: "missing" | "zero";
  readonly expr: Expr;
}

type Lets = ReadonlyMap<string, Expr>;

/** `known`: what the conditions of the rule have made sure of. */
export function unknownIfs(root: Expr, known: Known, lets: Lets): readonly UnknownIf[] {
  const found = new Map<string, UnknownIf>();
  const looked = new Set<string>();
  visit(root, known, null);
  return [...found.values()];

  function visit(expr: Expr, sure: Known, within: string | null): void {
    switch (expr.op) {
      case "let":
        visitLet(expr.name, sure);
        return;
      case "if":
        note(lackingIn(expr.when, sure, lets), within);
        visit(expr.when, sure, within);
        visit(expr.then, union(sure, truly(expr.when, lets)), within);
        visit(expr.else, union(sure, notTrue(expr.when, lets)), within);
        return;
      case "and":
      case "or":
        inTurn(expr, sure, lets, (item, at) => visit(item, at, within));
        return;
      case "table":
        for (const row of expr.rows) {
          visit(row.test, sure, within);
          visit(row.value, union(sure, truly(row.test, lets)), within);
        }
        return;
      default:
        for (const child of childrenOf(expr)) visit(child, sure, within);
    }
  }

  function visitLet(name: string, sure: Known): void {
    const key = JSON.stringify([name, [...sure].sort()]);
    const value = lets.get(name);
    if (value === undefined || looked.has(key)) return;
    looked.add(key);
    visit(value, sure, name);
  }

  function note(lacking: readonly Lacking[], within: string | null): void {
    const distinct = [...new Map(lacking.map((one) => [one.kind + subject(one.expr), one])).values()];
    if (distinct.length === 0) return;
    const key = JSON.stringify([within, ...distinct.map(({ kind, expr }) => kind + subject(expr)).sort()]);
    if (!found.has(key)) found.set(key, { within, lacking: distinct });
  }
}

const union = (a: Known, b: Known): Known => (b.size === 0 ? a : new Set([...a, ...b]));

/** Each item of a connection with what those before it leave open: the second of `and` matters only where the first may hold. */
function inTurn(
  expr: Extract<Expr, { op: "and" | "or" }>,
  known: Known,
  lets: Lets,
  each: (item: Expr, at: Known) => void,
): void {
  let sure = known;
  for (const item of expr.items) {
    each(item, sure);
    sure = union(sure, expr.op === "and" ? truly(item, lets) : falsely(item, lets));
  }
}

/** What can leave the expression without a value; empty: nothing can. */
function lackingIn(expr: Expr, known: Known, lets: Lets): readonly Lacking[] {
  const below = (items: readonly Expr[]): readonly Lacking[] => items.flatMap((item) => lackingIn(item, known, lets));
  if (expr.op !== "table" && !expr.type.nullable) return [];
  switch (expr.op) {
    case "fact":
    case "param":
    case "null":
      return known.has(subject(expr)) ? [] : [{ kind: "missing", expr }];
    case "let": {
      const value = lets.get(expr.name);
      if (known.has(subject(expr))) return [];
      return value === undefined ? [{ kind: "missing", expr }] : lackingIn(value, known, lets);
    }
    case "and":
    case "or": {
      const found: Lacking[] = [];
      inTurn(expr, known, lets, (item, at) => found.push(...lackingIn(item, at, lets)));
      return found;
    }
    case "if":
      return [
        ...lackingIn(expr.then, union(known, truly(expr.when, lets)), lets),
        ...lackingIn(expr.else, union(known, notTrue(expr.when, lets)), lets),
      ];
    case "cutDivide":
      return [...below([expr.num, expr.den]), ...zeroIn(expr.den, known)];
    case "quotient":
      return [...below([expr.left, expr.right]), ...zeroIn(expr.right, known)];
    default:
      return below(childrenOf(expr));
  }
}

const zeroIn = (divisor: Expr, known: Known): readonly Lacking[] =>
  isPositive(divisor) || known.has(nonZero(divisor)) ? [] : [{ kind: "zero", expr: divisor }];
