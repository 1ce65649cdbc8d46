/** The named steps of a rule: formulas and named tables, in order; each may use those above it. */
import type { Expr } from "@zhengdui/feel";
import type { FactList, Let } from "@zhengdui/policy";
import type { Scope } from "../check/scope.ts";
import type { DocTable } from "../read/policy-document.ts";
import { scopeOf } from "./fact-types.ts";
import { compileNamedTable } from "./marginal-table.ts";
import type { MeasureSource, MeasureWorld } from "./measure-source.ts";

export interface Lets {
  readonly lets: readonly Let[];
  readonly scope: Scope;
  /** What each stands for. */
  readonly values: ReadonlyMap<string, Expr>;
}

/**
 * A table comes before the first formula that names it, or else after them all; `比例: 表` puts it just there. Its own inputs must be known by then.
 */
const PLACED = "表";

export function readLets(source: MeasureSource, list: FactList, world: MeasureWorld): Lets {
  const { rule } = source;
  const tables = new Map(source.tables.flatMap((t) => (t.caption === null || t.caption.params ? [] : [[t.caption.name, t]])));
  const values = new Map<string, Expr>();
  const known = new Map<string, Expr>();
  const broken = new Set<string>();
  const keep = (name: string, value: Expr | null): void => {
    if (value === null) {
      broken.add(name);
      return;
    }
    values.set(name, value);
    known.set(name, { op: "let", name, type: value.type } as Expr);
  };
  const scope = (): Scope => ({ ...scopeOf(world.names, list, known), lets: values, broken });
  const take = (name: string, table: DocTable): void => {
    tables.delete(name);
    const made = compileNamedTable(table, scope(), rule.figures, world.figureOf);
    made.faults.forEach(source.reportCell);
    keep(name, made.expr);
  };
  for (const [name, text] of rule.entries("let")) {
    for (const [other, table] of [...tables]) if (other !== name && String(text).includes(other)) take(other, table);
    const table = tables.get(name);
    if (table !== undefined && text === PLACED) take(name, table);
    else keep(name, rule.compile(String(text), ["let", name], scope()));
  }
  for (const [name, table] of [...tables]) take(name, table);
  return { lets: [...values].map(([name, value]) => ({ name, value })), scope: scope(), values };
}
