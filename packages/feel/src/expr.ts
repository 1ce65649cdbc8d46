/**
 * A typed expression, as it stands in policy.json: the one tree from which the generated code, the closures and the slow
 * reference evaluator come. Numbers are scaled integers; the lowering has already aligned the scales of both sides of `+ - < min`.
 */
import type { Comparison } from "./ast.ts";
import type { Type } from "./type.ts";

/** Where a fact is read: a record of the dossier ("applicant", "settings", "consulting") or the item under evaluation. */
export interface FactRef {
  readonly op: "fact";
  readonly of: "item" | string;
  readonly key: string;
  readonly type: Type;
}

export type Expr =
  | { readonly op: "number"; readonly value: number; readonly type: Type }
  /** A named figure of the policy; its value stands in Policy.params. */
  | { readonly op: "param"; readonly name: string; readonly type: Type }
  | { readonly op: "text"; readonly value: string; readonly type: Type }
  | { readonly op: "boolean"; readonly value: boolean; readonly type: Type }
  | { readonly op: "null"; readonly type: Type }
  | FactRef
  /** A `let` of the same rule, computed before. */
  | { readonly op: "let"; readonly name: string; readonly type: Type }
  /** year: the policy year; yearStart, yearEnd, inForce: dates; inForceMonth: a month. */
  | { readonly op: "env"; readonly name: "year" | "yearStart" | "yearEnd" | "inForce" | "inForceMonth"; readonly type: Type }
  /** The reading taken of an interpretation, one of its declared readings. */
  | { readonly op: "reading"; readonly key: string; readonly type: Type }
  /** A scaled integer seen as an exact fraction, where a ratio meets it. */
  | { readonly op: "toRatio"; readonly of: Expr; readonly type: Type }
  /** of × 10^by, exact. */
  | { readonly op: "scaleUp"; readonly of: Expr; readonly by: number; readonly type: Type }
  | { readonly op: "add" | "sub" | "mul"; readonly left: Expr; readonly right: Expr; readonly type: Type }
  /** Towards zero to the type's scale: `round down(of, scale)`. `of` may be a ratio. */
  | { readonly op: "cut"; readonly of: Expr; readonly type: Type }
  /** num ÷ den, cut towards zero to the type's scale; null where den is 0. */
  | { readonly op: "cutDivide"; readonly num: Expr; readonly den: Expr; readonly type: Type }
  /** left ÷ right as an exact fraction (both sides are ratios); null where right is 0. */
  | { readonly op: "quotient"; readonly left: Expr; readonly right: Expr; readonly type: Type }
  | { readonly op: "abs"; readonly of: Expr; readonly type: Type }
  | { readonly op: "min" | "max"; readonly items: readonly Expr[]; readonly type: Type }
  | { readonly op: "compare"; readonly test: Comparison; readonly left: Expr; readonly right: Expr; readonly type: Type }
  | { readonly op: "isNull"; readonly of: Expr; readonly type: Type }
  /** Kleene's three values: null is "not known". */
  | { readonly op: "and" | "or"; readonly items: readonly Expr[]; readonly type: Type }
  | { readonly op: "not"; readonly of: Expr; readonly type: Type }
  /** A null condition counts as false (FEEL). */
  | { readonly op: "if"; readonly when: Expr; readonly then: Expr; readonly else: Expr; readonly type: Type }
  /** Is the text one of the list's? */
  | { readonly op: "oneOf"; readonly of: Expr; readonly list: Expr; readonly type: Type }
  | { readonly op: "texts"; readonly items: readonly string[]; readonly type: Type }
  | { readonly op: "call"; readonly name: Builtin; readonly args: readonly Expr[]; readonly type: Type }
  /** A decision table with hit policy unique, complete by construction: the one row whose test holds gives the value. */
  | { readonly op: "table"; readonly rows: readonly TableRow[]; readonly type: Type };

export interface TableRow {
  readonly test: Expr;
  readonly value: Expr;
  /** The row as written, for the explanation. */
  readonly text: string;
}

/**
 * What standards and the calendar add to FEEL. Each is total; but for sectionOf null in, null out.
 * yearOf(date), monthsBetween(month, month) both included, monthsWithin(month, month, year): how many of those fall in the year,
 * sizeOf(industry, employees, revenue, totalAssets): 大型 中型 小型 微型 or null where a figure of the row is missing,
 * sectionOf(industry): A to T of GB/T 4754-2017, "" where no industry is stated.
 */
export type Builtin = "yearOf" | "monthsBetween" | "monthsWithin" | "sizeOf" | "sectionOf";
