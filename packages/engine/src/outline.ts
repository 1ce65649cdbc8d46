/** The static half of every explanation, laid out once a policy: for each measure its nodes, and for each expression the leaves it reads. */
import { type Expr, walk } from "@zhengdui/feel";
import type { Condition, Form, Let, Measure, Policy } from "@zhengdui/policy";
import { type FactIndex, indexFacts } from "./fact-index.ts";
import type { Format, RuleNode, Why } from "./why.ts";

export interface Leaf {
  readonly node: RuleNode;
  readonly ref: Expr;
  /** A figure of the policy never changes: its node is made once. */
  readonly constant: Why | null;
}

export interface Part {
  readonly node: RuleNode;
  readonly expr: Expr;
  readonly leaves: readonly Leaf[];
  /** Where the expression is a decision table: one node a row. */
  readonly rows: readonly RuleNode[] | null;
}

export interface MeasureOutline {
  readonly measure: Measure;
  readonly node: RuleNode;
  readonly item: RuleNode;
  readonly who: readonly Part[];
  readonly when: readonly Part[];
  readonly lets: readonly Part[];
  readonly amount: Part | null;
  /** Of the sum (pool) or the counts (tally), in order. */
  readonly totals: readonly RuleNode[];
}

export { NO_WHYS as NONE } from "./kernel/runtime.ts";

import { NO_WHYS as NONE } from "./kernel/runtime.ts";

export function outline(policy: Policy): MeasureOutline[] {
  const facts = indexFacts(policy);
  return policy.measures.map((measure) => outlineMeasure(policy, facts, measure));
}

function outlineMeasure(policy: Policy, facts: FactIndex, measure: Measure): MeasureOutline {
  const { form } = measure;
  const list = form.kind === "each" || form.kind === "pool" ? form.list : "";
  const part = (kind: RuleNode["kind"], label: string, expr: Expr, from?: Condition): Part => ({
    node: node(kind, label, from?.clause ?? measure.clause, from?.quote ?? "", formatOf(expr)),
    expr,
    leaves: leavesOf(policy, facts, list, expr),
    rows: expr.op === "table" ? expr.rows.map((row) => node("row", row.text, measure.clause, "", formatOf(expr))) : null,
  });
  const condition = (c: Condition): Part => part("condition", c.text, c.test, c);
  const money: Format = { kind: "number", scale: 2, unit: "元" };
  return {
    measure,
    node: node("measure", measure.title, measure.clause, "", money),
    item: node("item", measure.title, measure.clause, "", money),
    who: measure.who.map(condition),
    when: "when" in form ? form.when.map(condition) : [],
    lets: letsOf(form).map((l) => part("let", l.name, l.value)),
    amount: "amount" in form ? part("amount", measure.noun, amountOf(form)) : null,
    totals: totalsOf(form, measure),
  };
}

const letsOf = (form: Form): readonly Let[] => (form.kind === "each" || form.kind === "pool" ? form.lets : []);

/** The amount of one item counts its cap among its reasons, so that "封顶" shows the figure. */
function amountOf(form: Extract<Form, { amount: Expr }>): Expr {
  return form.amount;
}

function totalsOf(form: Form, measure: Measure): RuleNode[] {
  if (form.kind === "pool")
    return [totalNode("sum", form.name, measure.clause, form.fact, { kind: "number", scale: 2, unit: "元" })];
  if (form.kind === "tally")
    return form.tallies.map((t) =>
      totalNode("count", t.name, measure.clause, t.fact, { kind: "number", scale: 0, unit: t.unit ?? "家" }),
    );
  return [];
}

const totalNode = (kind: "sum" | "count", label: string, clause: string, path: string, format: Format): RuleNode => ({
  kind,
  label,
  clause,
  words: "",
  of: "",
  key: path,
  format,
});

function node(kind: RuleNode["kind"], label: string, clause: string, words: string, format: Format): RuleNode {
  return { kind, label, clause, words, of: "", key: "", format };
}

function formatOf(expr: Expr): Format {
  switch (expr.type.kind) {
    case "number":
      return { kind: "number", scale: expr.type.scale, unit: expr.type.unit };
    case "ratio":
      return { kind: "rate" };
    case "texts":
      return { kind: "options", options: [] };
    default:
      return { kind: expr.type.kind };
  }
}

function leavesOf(policy: Policy, facts: FactIndex, list: string, expr: Expr): Leaf[] {
  const seen = new Map<string, Leaf>();
  walk(expr, (ref) => {
    const id =
      ref.op === "fact" ? `${ref.of}.${ref.key}` : ref.op === "reading" ? ref.key : "name" in ref ? `${ref.op}.${ref.name}` : "";
    if (id === "" || seen.has(id)) return;
    const leaf = leafOf(policy, facts, list, ref);
    if (leaf !== null) seen.set(id, leaf);
  });
  return [...seen.values()];
}

function leafOf(policy: Policy, facts: FactIndex, list: string, ref: Expr): Leaf | null {
  switch (ref.op) {
    case "fact": {
      const of = ref.of === "item" ? list : ref.of;
      const fact = facts.get(of)?.get(ref.key);
      if (fact === undefined) return null;
      return {
        node: { kind: "fact", label: fact.label, clause: "", words: "", of, key: ref.key, format: fact.type },
        ref,
        constant: null,
      };
    }
    case "param": {
      const param = policy.params.find((p) => p.name === ref.name);
      if (param === undefined) return null;
      const of = node("param", param.name, param.clause, param.words.join("；"), formatOf(ref));
      return { node: of, ref, constant: { of, value: param.value, because: NONE } };
    }
    case "let":
      return { node: node("let", ref.name, "", "", formatOf(ref)), ref, constant: null };
    case "reading": {
      const about = policy.interpretations.find((i) => i.key === ref.key);
      return {
        node: {
          ...node("reading", about?.title ?? ref.key, about?.clause ?? "", about?.words ?? "", { kind: "text" }),
          key: ref.key,
        },
        ref,
        constant: null,
      };
    }
    default:
      return null;
  }
}
