/** Facts that may be absent, yet not always: a check of the dossier says when they must be there (an enterprise has an industry). */
import type { Expr } from "@zhengdui/feel";
import type { Check } from "@zhengdui/policy";

/** What the check expects, in its own words; null: nothing asks for the fact. */
export function neededWhen(checks: readonly Check[], key: string): string | null {
  const asks = ({ test, at }: Check): boolean => at === key && alternatives(test).some((expr) => isThere(expr, key));
  return checks.find(asks)?.expected ?? null;
}

const alternatives = (test: Expr): readonly Expr[] => (test.op === "or" ? test.items : [test]);

/** key != null */
const isThere = (expr: Expr, key: string): boolean =>
  expr.op === "not" && expr.of.op === "isNull" && expr.of.of.op === "fact" && expr.of.of.key === key;
