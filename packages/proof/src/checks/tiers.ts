/** Is there a row for every case, and never more than one? Compiled tables are proved so at compilation; this asks again, over all facts. */
import type { Expr } from "@zhengdui/feel";
import { visits, wordsOf } from "../branches.ts";
import type { FindingKind } from "../finding.ts";
import { decidingOf } from "../measure-expressions.ts";
import type { Probe } from "../probe.ts";
import { and, not, or, type Term } from "../smt/terms.ts";
import { translate, truthOf } from "../smt/translate.ts";

export async function checkTiers(probe: Probe): Promise<void> {
  const { scope } = probe.world.terms;
  for (const { expr, path } of decidingOf(probe.world.form).flatMap((e) => visits(e, scope))) {
    if (expr.op !== "table") continue;
    const tests = expr.rows.map((row) => truthOf(translate(row.test, scope)).yes);
    // Where an input isn't known no row applies, and the amount says what then.
    const known = and(...expr.rows.map((row) => knownOf(row.test, probe)));
    await show(probe, expr, "tier-gap", and(path, known, not(or(...tests))), () => "没有一档适用");
    const pairs = tests.flatMap((a, i) => tests.slice(i + 1).map((b, j) => ({ i, j: i + 1 + j, both: and(a, b) })));
    const overlap = await probe.ask("档次有没有重叠", path, or(...pairs.map((p) => p.both)));
    if (overlap !== "sat") continue;
    for (const { i, j, both } of pairs)
      await show(probe, expr, "tier-overlap", and(path, both), () => `“${textOf(expr, i)}”与“${textOf(expr, j)}”两档都适用`);
  }
}

const textOf = (table: Extract<Expr, { op: "table" }>, row: number): string => table.rows[row]?.text ?? "";

const knownOf = (test: Expr, probe: Probe): Term => {
  const { yes, no } = truthOf(translate(test, probe.world.terms.scope));
  return or(yes, no);
};

async function show(probe: Probe, table: Expr, kind: FindingKind, test: Term, say: () => string): Promise<void> {
  const model = await probe.find("档次有没有缺口", probe.world.terms.eligible, test);
  if (model === null) return;
  const example = probe.example("落在此处", model);
  probe.report(kind, `有的申报单位${say()}`, wordsOf(probe.policy, table), [example]);
}
