/** A rule block with its decision table → one measure. */
import { nearest } from "@zhengdui/basics";
import { childrenOf, type Expr } from "@zhengdui/feel";
import type { FactList, Form, Measure, Tally } from "@zhengdui/policy";
import { factArgs } from "../check/fact-args.ts";
import { numberType } from "../check/numbers.ts";
import { type Scope, WHOLE } from "../check/scope.ts";
import { readConditions } from "./conditions.ts";
import { scopeOf } from "./fact-types.ts";
import { readLets } from "./lets.ts";
import { readMark, readMarks } from "./marks.ts";
import type { MeasureSource, MeasureWorld } from "./measure-source.ts";
import { moneyOnly } from "./money-only.ts";
import { noticeUnknownIfs } from "./notice-unknown-ifs.ts";
import type { RuleReader } from "./rule-reader.ts";
import { readSelection } from "./selection.ts";
import { compileTable } from "./table.ts";

const COMMON = ["corrections", "nature", "why", "measure", "title", "noun", "payee", "who"];
/** What each form is written with, besides what all have. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  each: ["where", "let", "amount", "cap", "year cap", "marks", "year marks", "selection"],
  sum: ["of", "add", "fact", "largest", "where", "let", "amount", "marks"],
  count: ["where", "amount"],
  discretionary: [],
  "no subsidy": [],
};
export const MEASURE_KEYS = [...new Set([...COMMON, ...Object.keys(FORMS), ...Object.values(FORMS).flat()])];

/** A key of another form would be read by nobody: what it says would not be the rule. */
function refuseStrangers(rule: RuleReader): void {
  const form = Object.keys(FORMS).find((key) => rule.has(key));
  if (form === undefined) return;
  const known = [...COMMON, form, ...(FORMS[form] ?? [])];
  for (const key of Object.keys(rule.value))
    if (MEASURE_KEYS.includes(key) && !known.includes(key))
      rule.report([...rule.path, key], { code: "key-misplaced", args: { key, form, keys: known.join("、") } });
}

/** At most so many items, the best: how an author would write what can't be said yet. */
const BEST_KEYS: readonly string[] = ["best", "most", "top", "items", "最多", "至多", "取最高"];

function refuseBest(rule: RuleReader): void {
  for (const key of BEST_KEYS) {
    if (!rule.has(key)) continue;
    const written = String(rule.value[key]).trim();
    const figure = rule.figures.find(({ name }) => name === written)?.value ?? Number.parseInt(written, 10);
    const most = Number.isSafeInteger(figure) ? String(figure) : "";
    rule.report([...rule.path, key], { code: "not-sayable", args: { key, most } });
  }
}

export function compileMeasure(source: MeasureSource, world: MeasureWorld): Measure | null {
  const { rule, clause } = source;
  rule.allow(MEASURE_KEYS, BEST_KEYS);
  refuseStrangers(rule);
  refuseBest(rule);
  const scope = scopeOf(world.names, null, new Map());
  const who = readConditions(rule, "who", scope, clause, world.shared);
  const form = readForm(source, world);
  if (form === null) return null;
  const selection = form.kind === "each" ? readSelection(rule, world, form.list) : null;
  const measure: Measure = {
    id: rule.text("measure"),
    clause,
    title: rule.text("title"),
    noun: rule.text("noun", "补助"),
    payee: rule.text("payee", "申报单位"),
    who,
    form,
    selection,
  };
  noticeUnknownIfs(source, measure, world.names.facts);
  return measure;
}

function readForm(source: MeasureSource, world: MeasureWorld): Form | null {
  const { rule } = source;
  if (rule.has("each")) return readEach(source, world);
  if (rule.has("sum")) return readPool(source, world);
  if (rule.has("count")) return readTally(source, world);
  if (rule.has("discretionary")) {
    const list = findList(rule, ["discretionary"], rule.text("discretionary"), world);
    return list === null ? null : { kind: "discretionary", list: list.id };
  }
  if (rule.has("no subsidy")) return { kind: "no-subsidy", note: rule.text("no subsidy") };
  rule.report(rule.path, { code: "missing-key", args: { key: Object.keys(FORMS).join(" / ") } });
  return null;
}

function findList(rule: RuleReader, below: readonly (string | number)[], label: string, world: MeasureWorld): FactList | null {
  const list = world.names.facts.lists.find((l) => l.label === label || l.id === label);
  if (list !== undefined) return list;
  const labels = world.names.facts.lists.map((l) => l.label);
  rule.report([...rule.path, ...below], {
    code: "unknown-name",
    from: 0,
    to: label.length,
    args: {
      name: label,
      nearest: nearest(label, labels) ?? "",
      known: `facts.md 里的清单：${labels.join("、") || "没有"}`,
      mend: "在 facts.md 声明这个清单",
    },
  });
  return null;
}

function readAmount(source: MeasureSource, scope: Scope, world: MeasureWorld, lets?: ReadonlyMap<string, Expr>): Expr | null {
  const { rule, tables } = source;
  if (rule.has("amount")) return moneyOnly(rule, "amount", rule.expr("amount", scope), lets);
  const table = tables.find((t) => t.caption === null);
  if (table === undefined) {
    rule.report(rule.path, { code: "missing-key", args: { key: "amount（或一张档次表）" } });
    return null;
  }
  const found = compileTable(table, scope, rule.figures, world.figureOf);
  found.faults.forEach(source.reportCell);
  return moneyOnly(rule, "amount", found.expr, lets);
}

function readEach(source: MeasureSource, world: MeasureWorld): Form | null {
  const { rule, clause } = source;
  const list = findList(rule, ["each"], rule.text("each"), world);
  if (list === null) return null;
  const { lets, scope, values } = readLets(source, list, world);
  const outer = scopeOf(world.names, null, new Map());
  const when = readConditions(rule, "where", scope, clause, world.shared);
  const amount = readAmount(source, scope, world, values);
  const itemCap = rule.has("cap") ? moneyOnly(rule, "cap", rule.expr("cap", scope), values) : null;
  const yearCap = rule.has("year cap")
    ? moneyOnly(rule, "year cap", rule.expr("year cap", { ...outer, itemLets: new Set(values.keys()) }))
    : null;
  if (amount === null) return null;
  const marks = readMarks(rule, "marks", scope);
  return {
    kind: "each",
    list: list.id,
    when,
    lets,
    amount,
    itemCap,
    yearCap,
    marks,
    measureMarks: readMarks(rule, "year marks", outer),
  };
}

function readPool(source: MeasureSource, world: MeasureWorld): Form | null {
  const { rule, clause } = source;
  const list = findList(rule, ["of"], rule.text("of"), world);
  if (list === null) return null;
  const name = rule.text("sum");
  const { lets, scope, values } = readLets(source, list, world);
  const when = readConditions(rule, "where", scope, clause, world.shared);
  const basis = moneyOnly(rule, "add", rule.expr("add", scope), values);
  const outer = scopeOf(
    world.names,
    null,
    new Map([[name, { op: "let", name, type: numberType(2, "元", Number.MAX_SAFE_INTEGER) } as Expr]]),
  );
  const amount = readAmount(source, outer, world);
  const grouped = rule.child("largest");
  const largestWhen = grouped?.expr("when", outer) ?? null;
  const by = grouped?.expr("by", scope) ?? null;
  if (basis === null || amount === null) return null;
  const competes = list.projects !== "none" && !world.free.has(rule.text("measure"));
  if (competes && !isStepOf(amount, name))
    rule.report([...rule.path, "sum"], { code: "pool-not-steps", from: 0, to: WHOLE, args: {} });
  const largest = largestWhen === null || by === null ? null : { when: largestWhen, by };
  return {
    kind: "pool",
    list: list.id,
    when,
    lets,
    basis,
    fact: rule.text("fact"),
    name,
    largest,
    amount,
    marks: readMarks(rule, "marks", scope),
  };
}

/** Is the sum only ever compared, so that the amount is constant between thresholds? */
function isStepOf(amount: Expr, name: string): boolean {
  if (amount.op === "let") return amount.name !== name;
  if (amount.op === "compare") return true;
  return childrenOf(amount).every((child) => isStepOf(child, name));
}

export const TALLY_KEYS = ["name", "of", "where", "distinct", "within", "counts", "fact", "marks", "duplicate", "unit"];

function readTally(source: MeasureSource, world: MeasureWorld): Form | null {
  const { rule, clause } = source;
  const tallies = rule.list("count").flatMap((entry, i): Tally[] => {
    const reader = rule.at(["count", i], entry);
    const tally = reader === null ? null : readOneTally(reader, clause, world);
    return tally === null ? [] : [tally];
  });
  const counts = tallies.map((t): [string, Expr] => [
    t.name,
    { op: "let", name: t.name, type: numberType(0, t.unit ?? "家", Number.MAX_SAFE_INTEGER) },
  ]);
  // Whoever uses a count that has been complained of says nothing more.
  const broken = new Set(rule.list("count").map((entry) => String((entry as { name?: unknown } | null)?.name)));
  const scope: Scope = { ...scopeOf(world.names, null, new Map(counts)), broken };
  const when = readConditions(rule, "where", scope, clause, world.shared);
  const amount = readAmount(source, scope, world);
  return amount === null ? null : { kind: "tally", tallies, when, amount, marks: [] };
}

function readOneTally(rule: RuleReader, clause: string, world: MeasureWorld): Tally | null {
  rule.allow(TALLY_KEYS);
  const list = findList(rule, ["of"], rule.text("of"), world);
  if (list === null) return null;
  const scope = scopeOf(world.names, list, new Map());
  const when = readConditions(rule, "where", scope, clause, world.shared);
  const counts: Expr | null = rule.has("counts")
    ? rule.expr("counts", scope)
    : { op: "boolean", value: true, type: { kind: "boolean", nullable: false } };
  const label = rule.text("distinct");
  const fact = list.facts.find((f) => f.label === label);
  if (fact === undefined)
    rule.report([...rule.path, "distinct"], {
      code: "unknown-fact",
      from: 0,
      to: label.length,
      args: factArgs(
        label,
        list.label,
        list.facts.map((f) => f.label),
      ),
    });
  if (counts === null || fact === undefined) return null;
  const marks = readMarks(rule, "marks", scope);
  return {
    name: rule.text("name"),
    list: list.id,
    fact: rule.text("fact"),
    when,
    distinct: fact.key,
    within: rule.optionalText("within"),
    counts,
    marks,
    duplicateMark: readMark(rule, "duplicate"),
    ...(rule.has("unit") ? { unit: rule.text("unit") } : {}),
  };
}
