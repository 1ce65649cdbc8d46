/** What every part of the checker is handed: the scope, where faults go, what is known to be present, and the checker itself (so that parts needn't import it). */
import type { Ast, Expr } from "@zhengdui/feel";
import type { Faults, Scope } from "./scope.ts";

export interface Context {
  readonly scope: Scope;
  readonly faults: Faults;
  /** Names and paths that a null test has shown to be present. */
  readonly present: ReadonlySet<string>;
  /** Types any expression; null: it has complained. */
  readonly check: (ast: Ast, c: Context) => Expr | null;
}
