/** What must be there, or be other than 0, where a condition is true, is false, or is not true: from `甲 != null and 甲 > 0` both. */
import { childrenOf, type Expr } from "@zhengdui/feel";

/** Subjects that have a value, and `nonZero` of those that aren't 0. */
export type Known = ReadonlySet<string>;
type Lets = ReadonlyMap<string, Expr>;

const NOTHING: Known = new Set();

/** Alignment changes the form of a number, not what it is of. */
function bare(expr: Expr): Expr {
  return expr.op === "scaleUp" || expr.op === "toRatio" ? bare(expr.of) : expr;
}

/** What an expression is of, as a key. */
export function subject(given: Expr): string {
  const expr = bare(given);
  if (expr.op === "fact") return `fact ${expr.of} ${expr.key}`;
  if (expr.op === "let" || expr.op === "param") return `${expr.op} ${expr.name}`;
  return JSON.stringify(expr);
}

export const nonZero = (expr: Expr): string => `not 0: ${subject(expr)}`;

const all = (sets: readonly Known[]): Known => new Set(sets.flatMap((set) => [...set]));
const shared = ([first = NOTHING, ...others]: readonly Known[]): Known =>
  new Set([...first].filter((key) => others.every((set) => set.has(key))));

/** Whatever must have a value for the expression to have one. */
function needed(expr: Expr, lets: Lets): Known {
  switch (expr.op) {
    case "fact":
    case "param":
      return new Set([subject(expr)]);
    case "let": {
      const value = lets.get(expr.name);
      return new Set([subject(expr), ...(value === undefined ? [] : needed(value, lets))]);
    }
    case "if":
    case "table":
    case "and":
    case "or":
    case "isNull":
      return NOTHING;
    case "call":
      return expr.name === "sectionOf" ? NOTHING : all(expr.args.map((arg) => needed(arg, lets)));
    default:
      return all(childrenOf(expr).map((child) => needed(child, lets)));
  }
}

export function truly(expr: Expr, lets: Lets): Known {
  switch (expr.op) {
    case "and":
      return all(expr.items.map((item) => truly(item, lets)));
    case "or":
      return shared(expr.items.map((item) => truly(item, lets)));
    case "not":
      return falsely(expr.of, lets);
    case "isNull":
      return NOTHING;
    case "compare":
      return new Set([...needed(expr, lets), ...beyondZero(expr)]);
    default:
      return needed(expr, lets);
  }
}

export function falsely(expr: Expr, lets: Lets): Known {
  switch (expr.op) {
    case "and":
      return shared(expr.items.map((item) => falsely(item, lets)));
    case "or":
      return all(expr.items.map((item) => falsely(item, lets)));
    case "not":
      return truly(expr.of, lets);
    case "isNull":
      return needed(expr.of, lets);
    case "compare":
      return new Set([...needed(expr, lets), ...unequalZero(expr)]);
    default:
      return needed(expr, lets);
  }
}

/** In the `else`: false, or not known. */
export function notTrue(expr: Expr, lets: Lets): Known {
  switch (expr.op) {
    case "and":
      return shared(expr.items.map((item) => notTrue(item, lets)));
    case "or":
      return all(expr.items.map((item) => notTrue(item, lets)));
    default:
      return expr.type.nullable ? NOTHING : falsely(expr, lets);
  }
}

type Compare = Extract<Expr, { op: "compare" }>;

const isZero = (expr: Expr): boolean => {
  const plain = bare(expr);
  return plain.op === "number" && plain.value === 0;
};

/** 甲 > 0, 甲 != 0; what is below zero is never compared so, since facts aren't. */
function beyondZero({ test, left, right }: Compare): readonly string[] {
  if (isZero(right) && (test === ">" || test === "!=")) return [nonZero(left)];
  return isZero(left) && (test === "<" || test === "!=") ? [nonZero(right)] : [];
}

/** not(甲 = 0), not(甲 <= 0) */
function unequalZero({ test, left, right }: Compare): readonly string[] {
  if (isZero(right) && (test === "=" || test === "<=")) return [nonZero(left)];
  return isZero(left) && (test === "=" || test === ">=") ? [nonZero(right)] : [];
}
