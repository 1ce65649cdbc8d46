/** What names mean while an expression becomes FEEL, and the account of what it used: DMN wants every use drawn as a requirement. */
import type { Expr } from "@zhengdui/feel";
import type { ModelFunction } from "./function-body.ts";

/** A node of the model by its id and its FEEL name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What all expressions of a policy may use. */
export interface World {
  /** By record id. */
  readonly records: ReadonlyMap<string, Named>;
  /** By list id. */
  readonly lists: ReadonlyMap<string, Named>;
  /** FEEL name of a fact, by record or list id and key. */
  readonly factName: (of: string, key: string) => string;
  readonly year: Named;
  readonly readings: Named;
  readonly readingName: (key: string) => string;
  /** By parameter name. */
  readonly constants: ReadonlyMap<string, Named>;
  /** The scaled integer (or list) that a parameter stands for. */
  readonly figureOf: (param: string) => number | readonly string[] | null;
  /** YYYY-MM-DD */
  readonly inForce: string;
  /** The function of a standard or of exact fractions; asked for once, it stands in the model. */
  readonly functionOf: (name: ModelFunction) => Named;
  /** Puts a decision table that stands within an expression into the model as a function of its inputs. */
  readonly liftTable: (expr: Expr & { op: "table" }, scope: Scope) => LiftedTable | null;
}

/** Called with the inputs; its value × 10^(scale − outputScale) is the table's. */
export interface LiftedTable {
  readonly call: Named;
  readonly inputs: readonly string[];
  readonly outputScale: number;
}

export interface Scope {
  readonly world: World;
  /** The list whose row is under evaluation, with the variable that holds the row; null outside of rows. */
  readonly row: { readonly list: string; readonly variable: string } | null;
  /** Lets of the same rule: a local entry (no id) or a decision. */
  readonly lets: ReadonlyMap<string, { readonly id: string | null; readonly name: string }>;
  readonly title: string;
  readonly uses: Uses;
}

/** Gathered while writing. */
export interface Uses {
  readonly needs: Set<string>;
  readonly calls: Set<string>;
}

export const noUses = (): Uses => ({ needs: new Set(), calls: new Set() });

export function need(scope: Scope, named: Named | undefined): string {
  if (named === undefined) return "null";
  scope.uses.needs.add(named.id);
  return named.name;
}

export function call(scope: Scope, named: Named, args: readonly string[]): string {
  scope.uses.calls.add(named.id);
  return `${named.name}(${args.join(", ")})`;
}
