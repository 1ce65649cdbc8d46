/**
 * Walks a measure over a dossier with any kernel (closures, or the reference evaluator on big integers) and builds its explanation.
 * The generated back end (generate-policy.ts) emits this same walk as source text.
 */
import type { Expr } from "@zhengdui/feel";
import type { Condition, Form, MarkRule, Policy, Tally } from "@zhengdui/policy";
import type { Prepared, Ratio, Value } from "../dossier.ts";
import { closure, type Env, type Figures } from "../kernel/closures.ts";
import { reference } from "../kernel/reference.ts";
import { and3, countWhy, guard } from "../kernel/runtime.ts";
import { type Leaf, type MeasureOutline, NONE, type Part } from "../outline.ts";
import { rowsOf } from "../rows.ts";
import type { Explanation, ItemWhy, MeasureWhy, Why } from "../why.ts";

type Big = number | bigint;
type Truth = boolean | null;
type Get = (env: Env) => unknown;

export interface Kernel {
  readonly compile: (expr: Expr) => Get;
  readonly integer: (value: number) => Big;
}

export const closuresKernel = (figures: Figures): Kernel => ({ compile: (e) => closure(e, figures), integer: (n) => n });
export const referenceKernel = (figures: Figures): Kernel => ({ compile: (e) => reference(e, figures), integer: BigInt });

const small = (value: unknown): Value => (typeof value === "bigint" ? Number(value) : (value as Value | Ratio));
/** Adds two integers of the same machine type. */
const plus = (a: Big, b: Big): Big => (typeof a === "bigint" ? a + (b as bigint) : guard(a + (b as number)));
const money = (value: Big): number => guard(Number(value));

export function createRunner(
  policy: Policy,
  outlines: readonly MeasureOutline[],
  kernel: Kernel,
): (dossier: Prepared) => Explanation {
  const runs = outlines.map((o) => measureRunner(policy, o, kernel));
  return (dossier) => runs.map((run) => run(dossier));
}

function measureRunner(_policy: Policy, o: MeasureOutline, kernel: Kernel): (dossier: Prepared) => MeasureWhy {
  const who = o.who.map((part) => partRunner(part, kernel));
  const body = bodyRunner(o, o.measure.form, kernel);
  return (dossier) => {
    const env: Env = { dossier, row: null, lets: {} };
    const whys = who.map((run) => run(env));
    const holds = all(whys);
    return { of: o.node, holds, who: whys, ...body(dossier, holds) };
  };
}

type Body = Pick<MeasureWhy, "value" | "potential" | "items" | "body" | "marks">;
type BodyRunner = (dossier: Prepared, who: Truth) => Body;
const EMPTY: Body = { value: 0, potential: 0, items: NONE, body: NONE, marks: NONE };

function bodyRunner(o: MeasureOutline, form: Form, kernel: Kernel): BodyRunner {
  switch (form.kind) {
    case "each":
      return eachRunner(o, form, kernel);
    case "pool":
      return poolRunner(o, form, kernel);
    case "tally":
      return tallyRunner(o, form, kernel);
    case "discretionary":
    case "no-subsidy":
      return () => EMPTY;
  }
}

const all = (whys: readonly Why[]): Truth => whys.reduce<Truth>((value, why) => and3(value, why.value as Truth), true);

function partRunner(part: Part, kernel: Kernel): (env: Env) => Why {
  const get = kernel.compile(part.expr);
  const leaves = leavesRunner(part.leaves, kernel);
  const rows = rowFinder(part, kernel);
  return (env) => ({ of: part.node, value: small(get(env)), because: [...rows(env), ...leaves(env)] });
}

function leavesRunner(leaves: readonly Leaf[], kernel: Kernel): (env: Env) => Why[] {
  const runs = leaves.map((leaf) => {
    const get = kernel.compile(leaf.ref);
    return (env: Env): Why => leaf.constant ?? { of: leaf.node, value: small(get(env)), because: NONE };
  });
  return (env) => runs.map((run) => run(env));
}

/** Of a decision table: the node of the row that decides. */
function rowFinder(part: Part, kernel: Kernel): (env: Env) => Why[] {
  if (part.expr.op !== "table" || part.rows === null) return () => [];
  const rows = part.expr.rows.map((row) => [kernel.compile(row.test), kernel.compile(row.value)] as const);
  return (env) => {
    const hit = rows.findIndex(([test]) => test(env) === true);
    const of = part.rows?.[hit];
    return of === undefined ? [] : [{ of, value: small(rows[hit]?.[1](env)), because: NONE }];
  };
}

function marksRunner(rules: readonly MarkRule[], kernel: Kernel): (env: Env) => string[] {
  const tests = rules.map((rule) => [rule.mark, kernel.compile(rule.test)] as const);
  return (env) => tests.filter(([, test]) => test(env) === true).map(([mark]) => mark);
}

const failedMarks = (conditions: readonly Condition[], whys: readonly Why[]): string[] =>
  conditions.flatMap((c, i) => (c.mark !== null && whys[i]?.value === false ? [c.mark] : []));

type Each = Extract<Form, { kind: "each" }>;
type Pool = Extract<Form, { kind: "pool" }>;

/** Conditions and lets of one item; fills env.lets. */
function itemRunner(o: MeasureOutline, form: Each | Pool, kernel: Kernel) {
  const conditions = o.when.map((part) => partRunner(part, kernel));
  const lets = o.lets.map(
    (part) => [part.node.label, kernel.compile(part.expr), leavesRunner(part.leaves, kernel), part.node] as const,
  );
  const marks = marksRunner(form.marks, kernel);
  return (env: Env) => {
    const letWhys = lets.map(([name, get, leaves, of]): Why => {
      const value = get(env);
      env.lets[name] = value;
      return { of, value: small(value), because: leaves(env) };
    });
    const whys = conditions.map((run) => run(env));
    const holds = all(whys);
    const failed = failedMarks(form.when, whys);
    return { conditions: whys, lets: letWhys, holds, marks: holds === false ? failed : [...failed, ...marks(env)] };
  };
}

function eachRunner(o: MeasureOutline, form: Each, kernel: Kernel): BodyRunner {
  const item = itemRunner(o, form, kernel);
  const amount = partRunner(o.amount as Part, kernel);
  const raw = kernel.compile(form.amount);
  const itemCap = form.itemCap === null ? null : kernel.compile(form.itemCap);
  const yearCap = form.yearCap === null ? null : kernel.compile(form.yearCap);
  const measureMarks = marksRunner(form.measureMarks, kernel);
  return (dossier, who) => {
    const items = rowsOf(dossier, form.list).map((row, index): ItemWhy => {
      const env: Env = { dossier, row, lets: {} };
      const found = item(env);
      const full = raw(env) as Big;
      const cap = itemCap === null ? full : (itemCap(env) as Big);
      const capped = full > cap;
      const marks = capped && found.holds !== false ? [...found.marks, "capped"] : found.marks;
      return { of: o.item, index, ...found, marks, value: money(capped ? cap : full), amount: amount(env) };
    });
    const sums = sumItems(items, who);
    const env: Env = { dossier, row: null, lets: {} };
    const cap = yearCap === null ? Number.POSITIVE_INFINITY : money(yearCap(env) as Big);
    const marks = items.length === 0 ? [] : measureMarks(env);
    if (sums.known > cap) marks.push("applicant-capped");
    return { value: Math.min(sums.known, cap), potential: Math.min(sums.possible, cap), items, body: NONE, marks };
  };
}

function sumItems(items: readonly ItemWhy[], who: Truth): { known: number; possible: number } {
  let [known, possible] = [0, 0];
  for (const item of items) {
    if (item.holds === true && who === true) known = guard(known + item.value);
    if (item.holds !== false && who !== false) possible = guard(possible + item.value);
  }
  return { known, possible };
}

function poolRunner(o: MeasureOutline, form: Pool, kernel: Kernel): BodyRunner {
  const item = itemRunner(o, form, kernel);
  const basis = kernel.compile(form.basis);
  const by = form.largest === null ? null : kernel.compile(form.largest.by);
  const largest = form.largest === null ? null : kernel.compile(form.largest.when);
  const amount = partRunner(o.amount as Part, kernel);
  const total = o.totals[0];
  return (dossier, who) => {
    const env: Env = { dossier, row: null, lets: {} };
    const grouped = largest !== null && largest(env) === true;
    const [known, possible] = [new Map<unknown, Big>(), new Map<unknown, Big>()];
    const items = rowsOf(dossier, form.list).map((row, index): ItemWhy => {
      const own: Env = { dossier, row, lets: {} };
      const found = item(own);
      const value = basis(own) as Big;
      const group = grouped && by !== null ? by(own) : "";
      if (found.holds === true) known.set(group, plus(known.get(group) ?? kernel.integer(0), value));
      if (found.holds !== false) possible.set(group, plus(possible.get(group) ?? kernel.integer(0), value));
      return { of: o.item, index, ...found, value: money(value), amount: { of: o.item, value: small(value), because: NONE } };
    });
    const sum = largestOf(known, kernel);
    const decided = amount({ dossier, row: null, lets: { [form.name]: sum } });
    const best = amount({ dossier, row: null, lets: { [form.name]: largestOf(possible, kernel) } });
    const value = who === true ? (decided.value as number) : 0;
    const potential = Math.max(value, who !== false ? (best.value as number) : 0);
    if (items.length === 0 || total === undefined) return { ...EMPTY, value, potential };
    return { value, potential, items, body: [{ of: total, value: small(sum), because: NONE }, decided], marks: NONE };
  };
}

function largestOf(sums: ReadonlyMap<unknown, Big>, kernel: Kernel): Big {
  let best = kernel.integer(0);
  for (const sum of sums.values()) if (sum > best) best = sum;
  return best;
}

interface Counted {
  readonly known: ReadonlySet<unknown>;
  readonly possible: ReadonlySet<unknown>;
  readonly marks: readonly string[];
}

function tallyRunner(o: MeasureOutline, form: Extract<Form, { kind: "tally" }>, kernel: Kernel): BodyRunner {
  const counters = form.tallies.map((t) => counter(t, kernel));
  const conditions = o.when.map((part) => partRunner(part, kernel));
  const amount = partRunner(o.amount as Part, kernel);
  return (dossier, who) => {
    const counts = new Map<string, Counted>();
    for (const [i, t] of form.tallies.entries())
      counts.set(t.name, (counters[i] as Counter)(dossier, t.within === null ? null : (counts.get(t.within) ?? null)));
    const rows = form.tallies.reduce((n, t) => n + rowsOf(dossier, t.list).length, 0);
    if (rows === 0) return EMPTY;
    const lets = (which: "known" | "possible") =>
      Object.fromEntries(form.tallies.map((t) => [t.name, kernel.integer(counts.get(t.name)?.[which].size ?? 0)]));
    const known: Env = { dossier, row: null, lets: lets("known") };
    const possible: Env = { dossier, row: null, lets: lets("possible") };
    const [certain, hoped] = [conditions.map((run) => run(known)), conditions.map((run) => run(possible))];
    const decided = amount(known);
    const best = amount(possible);
    const value = who === true && all(certain) === true ? (decided.value as number) : 0;
    const potential = Math.max(value, who !== false && all(hoped) === true ? (best.value as number) : 0);
    const body = [
      ...o.totals.map((of, i): Why => countWhy(of, sizeIn(counts, form, i, "known"), sizeIn(counts, form, i, "possible"))),
      ...certain.map((why, i): Why => (why.value === hoped[i]?.value ? why : { ...why, value: null })),
      decided,
    ];
    const marks = [...new Set([...counts.values()].flatMap((c) => c.marks))];
    return { value, potential, items: NONE, body, marks };
  };
}

const sizeIn = (
  counts: ReadonlyMap<string, Counted>,
  form: Extract<Form, { kind: "tally" }>,
  i: number,
  which: "known" | "possible",
): number => counts.get(form.tallies[i]?.name ?? "")?.[which].size ?? 0;

type Counter = (dossier: Prepared, within: Counted | null) => Counted;

function counter(tally: Tally, kernel: Kernel): Counter {
  const conditions = tally.when.map((c) => kernel.compile(c.test));
  const counts = kernel.compile(tally.counts);
  const markRules = tally.marks.map((m) => [m.mark, kernel.compile(m.test)] as const);
  return (dossier, within) => {
    const values = new Map<unknown, Truth>();
    const marks = new Set<string>();
    for (const row of rowsOf(dossier, tally.list)) {
      const env: Env = { dossier, row, lets: {} };
      let holds: Truth = true;
      for (const [i, condition] of conditions.entries()) {
        const truth = condition(env) as Truth;
        const mark = tally.when[i]?.mark;
        if (truth === false && mark) marks.add(mark);
        holds = and3(holds, truth);
      }
      if (holds === false) continue;
      for (const [mark, test] of markRules) if (test(env) === true) marks.add(mark);
      const key = row[tally.distinct];
      const value = and3(holds, counts(env) as Truth);
      if (values.has(key) && tally.duplicateMark !== null) marks.add(tally.duplicateMark);
      values.set(key, values.has(key) ? and3(values.get(key) ?? null, value) : value);
    }
    const keys = [...values.keys()];
    return {
      known: new Set(keys.filter((k) => values.get(k) === true && (within === null || within.known.has(k)))),
      possible: new Set(keys.filter((k) => values.get(k) !== false && (within === null || within.possible.has(k)))),
      marks: [...marks],
    };
  };
}
