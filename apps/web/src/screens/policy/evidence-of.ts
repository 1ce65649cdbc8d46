/** What proves the facts that a measure reads, proof by proof. */

import { type Expr, walk } from "@zhengdui/feel";
import type { Fact, Form, Measure, Policy } from "@zhengdui/policy";
import { factName } from "../../parts/form/fact-name.ts";
import { conditionsOf } from "./policy-facts.ts";

export interface Proof {
  readonly proof: string;
  /** Names of what it proves. */
  readonly facts: readonly string[];
}

export function evidenceOf(policy: Policy, measure: Measure): readonly Proof[] {
  const proofs = new Map<string, string[]>();
  for (const { evidence, key, label } of factsRead(policy, measure)) {
    if (evidence === "") continue;
    const facts = proofs.get(evidence) ?? [];
    const name = factName({ key, label });
    if (!facts.includes(name)) facts.push(name);
    proofs.set(evidence, facts);
  }
  return [...proofs].map(([proof, facts]) => ({ proof, facts }));
}

/** Facts of the items in their declared order, then of the records; what a meeting sets (settings) isn't the applicant's to prove. */
function factsRead(policy: Policy, measure: Measure): readonly Fact[] {
  const { form } = measure;
  const read = new Set<string>();
  for (const expr of [...conditionsOf(measure).map(({ test }) => test), ...exprsOf(form)])
    walk(expr, (e) => {
      if (e.op === "fact") read.add(`${e.of} ${e.key}`);
    });
  // Whether an item is the project of another clause is seen by its project.
  const lists = policy.facts.lists.filter(({ id }) => listsOf(form).includes(id));
  const ofItems = lists.flatMap(({ facts, projects }) =>
    facts.filter(
      ({ key }) => form.kind === "discretionary" || read.has(`item ${key}`) || (projects !== "none" && key === "project"),
    ),
  );
  const records = policy.facts.records.filter(({ id }) => id !== "settings");
  return [...ofItems, ...records.flatMap(({ id, facts }) => facts.filter(({ key }) => read.has(`${id} ${key}`)))];
}

function listsOf(form: Form): readonly string[] {
  if (form.kind === "tally") return form.tallies.map(({ list }) => list);
  return form.kind === "no-subsidy" ? [] : [form.list];
}

function exprsOf(form: Form): readonly Expr[] {
  switch (form.kind) {
    case "each":
      return [...form.lets.map(({ value }) => value), ...[form.amount, form.itemCap, form.yearCap].filter((e) => e !== null)];
    case "pool":
      return [...form.lets.map(({ value }) => value), form.basis, form.amount];
    case "tally":
      return [...form.tallies.map(({ counts }) => counts), form.amount];
    case "discretionary":
    case "no-subsidy":
      return [];
  }
}
