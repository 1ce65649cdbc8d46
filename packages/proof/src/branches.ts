/** Where in an expression something is decided, and what must hold to come there: table rows, `if` branches, and the least of several. */
import type { Expr, TableRow } from "@zhengdui/feel";
import { childrenOf, walk } from "@zhengdui/feel";
import type { Policy } from "@zhengdui/policy";
import { and, not, type Term, TRUE } from "./smt/terms.ts";
import { type Scope, translate, truthOf } from "./smt/translate.ts";

export interface Visit {
  readonly expr: Expr;
  /** What holds wherever the expression is reached. */
  readonly path: Term;
  /** Of a table that stands above: the row it is the value of. */
  readonly row: TableRow | null;
}

/** Every sub-expression with its path, parents first. */
export function visits(expr: Expr, scope: Scope, path: Term = TRUE, row: TableRow | null = null): Visit[] {
  const here: Visit = { expr, path, row };
  const below = (e: Expr, more: Term, within: TableRow | null = row): Visit[] => visits(e, scope, and(path, more), within);
  if (expr.op === "if") {
    const { yes } = truthOf(translate(expr.when, scope));
    return [here, ...below(expr.when, TRUE), ...below(expr.then, yes), ...below(expr.else, not(yes))];
  }
  if (expr.op === "table") return [here, ...expr.rows.flatMap((r) => below(r.value, truthOf(translate(r.test, scope)).yes, r))];
  return [here, ...childrenOf(expr).flatMap((child) => below(child, TRUE))];
}

/** The names of the figures in an expression. */
export function figuresIn(expr: Expr): string[] {
  const names = new Set<string>();
  walk(expr, (e) => {
    if (e.op === "param") names.add(e.name);
  });
  return [...names];
}

/** The official words of an expression's figures. */
export function wordsOf(policy: Policy, ...exprs: readonly Expr[]): string {
  const names = new Set(exprs.flatMap(figuresIn));
  const words = policy.params.filter((p) => names.has(p.name)).map((p) => p.words[0] ?? "");
  return words.map((w) => w.replace(/[【】]/g, "")).join("；");
}

/** Does its value depend on nothing but figures? */
export function isFixed(expr: Expr): boolean {
  let fixed = true;
  walk(expr, (e) => {
    if (e.op === "fact" || e.op === "let" || e.op === "reading" || e.op === "env") fixed = false;
  });
  return fixed;
}
