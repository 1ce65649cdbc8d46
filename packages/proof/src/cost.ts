/** The most that each measure can cost: an upper bound of its amounts by intervals, times what there can be of it; or why there is none. */
import type { Expr } from "@zhengdui/feel";
import type { FactList, Measure, Policy } from "@zhengdui/policy";
import type { Cost } from "./finding.ts";

/** Scaled integers; Infinity: without bound. */
const { POSITIVE_INFINITY } = Number;

/** An upper bound of a number's machine value, over every dossier. */
function most(expr: Expr, policy: Policy, lets: ReadonlyMap<string, Expr>): number {
  const of = (e: Expr): number => most(e, policy, lets);
  switch (expr.op) {
    case "number":
      return expr.value;
    case "param": {
      const value = policy.params.find((p) => p.name === expr.name)?.value;
      return typeof value === "number" ? value : POSITIVE_INFINITY;
    }
    case "null":
      return 0;
    case "let": {
      const value = lets.get(expr.name);
      return value === undefined ? POSITIVE_INFINITY : of(value);
    }
    case "min":
      return Math.min(...expr.items.map(of));
    case "max":
      return Math.max(...expr.items.map(of));
    case "if":
      return Math.max(of(expr.then), of(expr.else));
    case "table":
      return Math.max(...expr.rows.map((row) => of(row.value)));
    case "add":
      return of(expr.left) + of(expr.right);
    case "mul":
      return product(of(expr.left), of(expr.right));
    case "sub":
      // What is taken away is never less than nothing.
      return of(expr.left);
    case "scaleUp":
      return of(expr.of) * 10 ** expr.by;
    case "cut":
      return Math.floor(of(expr.of) / 10 ** (scaleOf(expr.of) - scaleOf(expr)));
    case "toRatio":
    case "cutDivide":
    case "quotient":
    case "abs":
    case "fact":
    case "env":
    case "call":
      return POSITIVE_INFINITY;
    case "text":
    case "boolean":
    case "texts":
    case "reading":
    case "and":
    case "or":
    case "not":
    case "isNull":
    case "compare":
    case "oneOf":
      return POSITIVE_INFINITY;
  }
}

const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);
const scaleOf = (expr: Expr): number => (expr.type.kind === "number" ? expr.type.scale : 0);

const NO_FORMULA = "没有算式";

export function costsOf(policy: Policy, enterprises: number): Cost[] {
  return policy.measures.map((measure) => {
    const { each, why } = boundOf(policy, measure);
    const selected = selectionBound(policy, measure);
    const summed = each === null ? null : each * enterprises;
    const all = selected === null ? summed : Math.min(selected.all, summed ?? POSITIVE_INFINITY);
    return {
      measure: measure.id,
      clause: measure.clause,
      title: measure.title,
      each,
      all,
      why: selected !== null && all === selected.all ? selected.why : why,
    };
  });
}

interface Bound {
  readonly each: number | null;
  readonly why: string;
}

function boundOf(policy: Policy, measure: Measure): Bound {
  const { form } = measure;
  switch (form.kind) {
    case "no-subsidy":
      return { each: 0, why: "不发补助" };
    case "discretionary":
      return { each: null, why: `${NO_FORMULA}：一事一议` };
    case "pool":
    case "tally": {
      const lets = new Map(form.kind === "pool" ? form.lets.map((l) => [l.name, l.value]) : []);
      const amount = most(form.amount, policy, lets);
      return Number.isFinite(amount) ? { each: amount, why: "金额的最高一档" } : { each: null, why: "金额随投入增长，没有上限" };
    }
    case "each": {
      const list = policy.facts.lists.find((l) => l.id === form.list);
      return itemBound(policy, form, list);
    }
  }
}

function itemBound(policy: Policy, form: Extract<Measure["form"], { kind: "each" }>, list: FactList | undefined): Bound {
  const lets = new Map(form.lets.map((l) => [l.name, l.value]));
  const of = (expr: Expr | null): number => (expr === null ? POSITIVE_INFINITY : most(expr, policy, lets));
  const item = Math.min(of(form.amount), of(form.itemCap));
  const year = of(form.yearCap);
  const together = list?.most === undefined ? POSITIVE_INFINITY : product(item, list.most);
  if (year <= together && Number.isFinite(year)) return { each: year, why: "单位年度限额" };
  if (Number.isFinite(together)) return { each: together, why: `至多 ${list?.most} 项` };
  return {
    each: null,
    why: Number.isFinite(item) ? "单项有上限，项数没有上限，也没有年度限额" : "单项金额没有上限",
  };
}

/** Places or money for everybody together. */
function selectionBound(policy: Policy, measure: Measure): { readonly all: number; readonly why: string } | null {
  const { form, selection } = measure;
  if (selection === null || form.kind !== "each") return null;
  const groups = groupsOf(policy, form.list, selection.by);
  if (groups === null) return null;
  const figure = (name: string): number => {
    const value = policy.params.find((p) => p.name === name)?.value;
    return typeof value === "number" ? value : POSITIVE_INFINITY;
  };
  if ("budget" in selection) return { all: figure(selection.budget) * groups, why: "资金总额" };
  const lets = new Map(form.lets.map((l) => [l.name, l.value]));
  const item = Math.min(
    most(form.amount, policy, lets),
    form.itemCap === null ? POSITIVE_INFINITY : most(form.itemCap, policy, lets),
  );
  const all = product(figure(selection.quota) * groups, item);
  return Number.isFinite(all) ? { all, why: "名额乘单项上限" } : null;
}

/** null: the groups aren't a closed list. */
function groupsOf(policy: Policy, list: string, by: string): number | null {
  if (by === "") return 1;
  const type = policy.facts.lists.find((l) => l.id === list)?.facts.find((f) => f.key === by)?.type;
  return type?.kind === "option" ? type.options.length : null;
}
