/** What can never come true: a measure that never pays, conditions that exclude each other, rows, branches and marks that no dossier reaches. */
import type { Expr } from "@zhengdui/feel";
import type { Condition } from "@zhengdui/policy";
import { visits, wordsOf } from "../branches.ts";
import { decidingOf } from "../measure-expressions.ts";
import type { Probe } from "../probe.ts";
import { and, compare, or, type Term } from "../smt/terms.ts";
import { translate, truthOf } from "../smt/translate.ts";
import { conditionsOf } from "../world/measure-world.ts";

/** Can the measure pay at all? What can't isn't looked into further. */
export async function checkPayable(probe: Probe): Promise<boolean> {
  const { world } = probe;
  const { terms } = world;
  const paid = await probe.ask("能否得到金额", world.linked, terms.eligible, compare(">", terms.paid, "0"));
  if (paid === "sat") return true;
  if (paid === "unknown") return false;
  const conditions = conditionsOf(probe.measure);
  const yes = [...terms.who, ...terms.when].map((t) => t.yes);
  const together = await probe.ask("条件能否同时成立", ...yes);
  if (together === "unsat") await reportConflict(probe, conditions, yes);
  else
    probe.report(
      "never-paid",
      `“${probe.measure.title}”的条件可以成立，金额却总是 0`,
      wordsOf(probe.policy, ...amountsOf(probe)),
      [],
    );
  return false;
}

const amountsOf = ({ world: { form } }: Probe) => [form.amount];

/** Leaves out one condition after the other while what remains still can't hold. */
async function reportConflict(probe: Probe, conditions: readonly Condition[], yes: readonly Term[]): Promise<void> {
  let kept = conditions.map((_, i) => i);
  for (const i of [...kept]) {
    const fewer = kept.filter((k) => k !== i);
    const verdict = await probe.ask("条件能否同时成立", ...fewer.map((k) => yes[k] as Term));
    if (verdict === "unsat") kept = fewer;
  }
  const guilty = kept.map((k) => conditions[k] as Condition);
  const words = guilty
    .map((c) => c.quote)
    .filter((q) => q !== "")
    .join("；");
  const [only] = guilty;
  if (guilty.length === 1 && only !== undefined)
    return probe.report("condition-never", `条件“${only.text}”永远不会成立，这条措施没有人能得到`, words, []);
  const texts = guilty.map((c) => `“${c.text}”`).join("、");
  probe.report("conditions-conflict", `条件${texts}不能同时成立，这条措施没有人能得到`, words, []);
}

/** Rows of tables, then figures in branches, each under whatever reading it asks for. */
export async function checkRows(probe: Probe): Promise<void> {
  const { world, policy } = probe;
  const { scope, eligible } = world.terms;
  for (const { expr, path } of decidingOf(world.form).flatMap((e) => visits(e, scope))) {
    if (expr.op === "table")
      for (const row of expr.rows) {
        const here = and(path, truthOf(translate(row.test, scope)).yes);
        const verdict = await probe.ask(`“${row.text}”一档能否适用`, eligible, here);
        if (verdict === "unsat")
          probe.report("row-never", `“${row.text}”一档没有申报单位能落入`, wordsOf(policy, row.test, row.value), []);
      }
  }
  await checkFigures(probe);
}

/** Figures that stand in branches of `if`: one that no branch leads to never takes effect. */
async function checkFigures(probe: Probe): Promise<void> {
  const { scope, eligible } = probe.world.terms;
  const branches = new Map<string, { readonly path: Term; readonly expr: Expr }[]>();
  for (const { expr, path } of decidingOf(probe.world.form).flatMap((e) => visits(e, scope)))
    if (expr.op === "param" && expr.type.kind === "number")
      branches.set(expr.name, [...(branches.get(expr.name) ?? []), { path, expr }]);
  for (const [name, places] of branches) {
    if (places.some(({ path }) => path === "true")) continue;
    const somewhere = or(...places.map(({ path }) => path));
    if ((await probe.ask(`“${name}”能否用到`, eligible, somewhere)) !== "unsat") continue;
    probe.report("row-never", `数“${name}”所在的各支没有申报单位能落入`, wordsOf(probe.policy, ...places.map((p) => p.expr)), []);
  }
}

export async function checkMarks(probe: Probe): Promise<void> {
  const { form, terms } = probe.world;
  if (form.kind === "tally") return;
  for (const { mark, test } of form.marks) {
    const { yes } = truthOf(translate(test, terms.scope));
    const verdict = await probe.ask(`标记 ${mark} 能否出现`, ...terms.when.map((t) => t.yes), yes);
    if (verdict === "unsat") probe.report("mark-never", `标记“${mark}”的条件永远不会成立`, wordsOf(probe.policy, test), []);
  }
}
