/** Figures that no rule uses, and facts that nothing asks for: not a rule, not a check, not the programme around them. */
import { type Expr, walk } from "@zhengdui/feel";
import type { Policy } from "@zhengdui/policy";
import type { Ledger } from "../probe.ts";

export function checkUnused(policy: Policy, ledger: Ledger): void {
  const used = namesUsed(policy);
  for (const param of policy.params) {
    // What the text leaves open is asked of the settings instead.
    if (used.figures.has(param.name) || param.value === null) continue;
    const text = `数“${param.name}”没有一条规则、一项核对用到`;
    ledger.findings.push({
      kind: "figure-unused",
      measure: null,
      clause: param.clause,
      words: param.words.join("；"),
      text,
      examples: [],
    });
  }
  for (const group of [...policy.facts.records, ...policy.facts.lists]) {
    const idle = group.facts.filter((fact) => !used.facts.has(`${group.id}.${fact.key}`));
    if (idle.length === 0) continue;
    const labels = idle.map((fact) => `“${fact.label}”`).join("、");
    const text = `${group.label}的${labels}没有一条规则用到：不影响任何金额`;
    ledger.findings.push({ kind: "fact-unused", measure: null, clause: "申报事实", words: "", text, examples: [] });
  }
}

/** What identifies a dossier and its rows is used by the programme itself. */
const IDENTIFYING = new Set(["id", "project", "uscc", "name"]);

interface Used {
  readonly figures: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
}

function namesUsed(policy: Policy): Used {
  const figures = new Set<string>();
  const facts = new Set<string>();
  const see = (list: string, ...exprs: readonly (Expr | null)[]): void => {
    for (const expr of exprs)
      if (expr !== null)
        walk(expr, (e) => {
          if (e.op === "param") figures.add(e.name);
          if (e.op === "fact") facts.add(`${e.of === "item" ? list : e.of}.${e.key}`);
        });
  };
  for (const group of [...policy.facts.records, ...policy.facts.lists]) {
    for (const fact of group.facts) if (IDENTIFYING.has(fact.key)) facts.add(`${group.id}.${fact.key}`);
    see(group.id, ...group.checks.map((check) => check.test));
  }
  for (const measure of policy.measures) seeMeasure(measure, see, figures, facts);
  const { combination, ceiling } = policy;
  if (combination !== null) {
    see(combination.outside, combination.competes, combination.local);
    // Only the award's amount tells which of two is the higher.
    for (const key of ["programme", "project", "amount"]) facts.add(`${combination.outside}.${key}`);
  }
  if (ceiling !== null) {
    see("", ceiling.who);
    for (const fact of [ceiling.contribution, ceiling.otherAwards]) if (fact !== null) facts.add(`${fact.record}.${fact.key}`);
  }
  return { figures, facts };
}

function seeMeasure(
  { who, form, selection }: Policy["measures"][number],
  see: (list: string, ...exprs: readonly (Expr | null)[]) => void,
  figures: Set<string>,
  facts: Set<string>,
): void {
  see("", ...who.map((c) => c.test));
  switch (form.kind) {
    case "each":
    case "pool":
      see(form.list, ...form.when.map((c) => c.test), ...form.lets.map((l) => l.value), form.amount);
      see(form.list, ...form.marks.map((m) => m.test));
      if (form.kind === "each") see(form.list, form.itemCap, form.yearCap, ...form.measureMarks.map((m) => m.test));
      else see(form.list, form.basis, form.largest?.when ?? null, form.largest?.by ?? null);
      break;
    case "tally":
      see("", ...form.when.map((c) => c.test), form.amount, ...form.marks.map((m) => m.test));
      for (const tally of form.tallies) {
        see(tally.list, ...tally.when.map((c) => c.test), tally.counts, ...tally.marks.map((m) => m.test));
        facts.add(`${tally.list}.${tally.distinct}`);
      }
      break;
    case "discretionary":
      // What is deliberated on is read by people: every fact of the list.
      facts.add(`${form.list}.description`);
      break;
    case "no-subsidy":
      break;
  }
  if (selection === null || !("list" in form)) return;
  see(form.list, selection.year);
  const keys =
    "score" in selection
      ? [selection.by, selection.score, selection.decided]
      : [selection.by, selection.order, selection.decided];
  for (const key of keys) facts.add(`${form.list}.${key}`);
  figures.add("score" in selection ? selection.quota : selection.budget);
  if ("score" in selection && selection.rank !== undefined) {
    facts.add(`${form.list}.${selection.rank.fact}`);
    for (const tier of selection.rank.tiers) figures.add(tier);
  }
}
