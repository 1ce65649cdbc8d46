/** A rule block with its decision table → one measure. */
import type { Expr } from "@zhengdui/feel";
import type { FactList, Form, Let, MarkRule, Measure, Selection, Tally } from "@zhengdui/policy";
import { numberType } from "../check/numbers.ts";
import type { Scope } from "../check/scope.ts";
import { typeName } from "../check/scope.ts";
import { readConditions, type SharedCondition } from "./conditions.ts";
import { type Names, scopeOf } from "./fact-types.ts";
import type { RuleReader } from "./rule-reader.ts";
import { type CellFault, compileTable, type SourceTable } from "./table.ts";

export interface MeasureSource {
  readonly clause: string;
  readonly rule: RuleReader;
  readonly table: SourceTable | null;
  readonly reportCell: (fault: CellFault) => void;
}

export interface MeasureWorld {
  readonly names: Names;
  readonly shared: ReadonlyMap<string, SharedCondition>;
  readonly figureOf: (param: string) => number | null;
}

const COMMON = [
  "nature",
  "why",
  "measure",
  "title",
  "noun",
  "payee",
  "who",
  "where",
  "let",
  "amount",
  "cap",
  "year cap",
  "marks",
  "year marks",
  "selection",
];
const FORMS = { each: [], sum: ["of", "add", "fact", "largest"], count: [], discretionary: [], "no subsidy": [] } as const;

export function compileMeasure(source: MeasureSource, world: MeasureWorld): Measure | null {
  const { rule, clause } = source;
  rule.allow([...COMMON, ...Object.keys(FORMS), ...FORMS.sum]);
  const scope = scopeOf(world.names, null, new Map());
  const who = readConditions(rule, "who", scope, clause, world.shared);
  const form = readForm(source, world);
  if (form === null) return null;
  const selection = readSelection(rule, world, form);
  return {
    id: rule.text("measure"),
    clause,
    title: rule.text("title"),
    noun: rule.text("noun", "补助"),
    payee: rule.text("payee", "申报单位"),
    who,
    form,
    selection,
  };
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
  const labels = world.names.facts.lists.map((l) => l.label).join("、");
  rule.report([...rule.path, ...below], {
    code: "unknown-name",
    from: 0,
    to: label.length,
    args: { name: label, nearest: labels },
  });
  return null;
}

/** Lets in order: each may use those above it. */
function readLets(rule: RuleReader, list: FactList, world: MeasureWorld): { lets: Let[]; scope: Scope } {
  const known = new Map<string, Expr>();
  const lets: Let[] = [];
  for (const [name, text] of rule.entries("let")) {
    const value = rule.compile(String(text), ["let", name], scopeOf(world.names, list, known));
    if (value === null) continue;
    lets.push({ name, value });
    known.set(name, { op: "let", name, type: value.type } as Expr);
  }
  return { lets, scope: scopeOf(world.names, list, known) };
}

function readMarks(rule: RuleReader, key: string, scope: Scope): MarkRule[] {
  return rule.entries(key).flatMap(([mark, text]) => {
    const test = rule.compile(String(text), [key, mark], scope);
    return test === null ? [] : [{ mark, test }];
  });
}

function readAmount(source: MeasureSource, scope: Scope, world: MeasureWorld): Expr | null {
  const { rule, table } = source;
  if (rule.has("amount")) return moneyOnly(rule, rule.expr("amount", scope));
  if (table === null) {
    rule.report(rule.path, { code: "missing-key", args: { key: "amount（或一张档次表）" } });
    return null;
  }
  const found = compileTable(table, scope, rule.figures, world.figureOf);
  found.faults.forEach(source.reportCell);
  return moneyOnly(rule, found.expr);
}

/** What is paid is 元 to the 分 and never null: else it is refused here, not at the counter. */
function moneyOnly(rule: RuleReader, amount: Expr | null): Expr | null {
  if (amount === null) return null;
  const { type } = amount;
  const zero = amount.op === "table" && type.kind === "number" && type.max === 0;
  if (type.kind !== "number" || (type.unit !== "元" && !zero)) {
    rule.report([...rule.path, "amount"], {
      code: "type-mismatch",
      from: 0,
      to: 1,
      args: { expected: "数（元）", found: typeName(type) },
    });
    return null;
  }
  if (type.nullable && amount.op !== "table") {
    rule.report([...rule.path, "amount"], { code: "maybe-null", from: 0, to: 1, args: {} });
    return null;
  }
  if (type.scale !== 2) {
    rule.report([...rule.path, "amount"], { code: "inexact-number", from: 0, to: 1, args: { words: "金额比分还细" } });
    return null;
  }
  return amount;
}

function readEach(source: MeasureSource, world: MeasureWorld): Form | null {
  const { rule, clause } = source;
  const list = findList(rule, ["each"], rule.text("each"), world);
  if (list === null) return null;
  const { lets, scope } = readLets(rule, list, world);
  const outer = scopeOf(world.names, null, new Map());
  const when = readConditions(rule, "where", scope, clause, world.shared);
  const amount = readAmount(source, scope, world);
  const itemCap = rule.has("cap") ? moneyOnly(rule, rule.expr("cap", scope)) : null;
  const yearCap = rule.has("year cap") ? moneyOnly(rule, rule.expr("year cap", outer)) : null;
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
  const { lets, scope } = readLets(rule, list, world);
  const when = readConditions(rule, "where", scope, clause, world.shared);
  const basis = moneyOnly(rule, rule.expr("add", scope));
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

const TALLY_KEYS = ["name", "of", "where", "distinct", "within", "counts", "fact", "marks", "duplicate"];

function readTally(source: MeasureSource, world: MeasureWorld): Form | null {
  const { rule, clause } = source;
  const tallies = rule.list("count").flatMap((entry, i): Tally[] => {
    const reader = rule.at(["count", i], entry);
    const tally = reader === null ? null : readOneTally(reader, clause, world);
    return tally === null ? [] : [tally];
  });
  const counts = tallies.map((t): [string, Expr] => [
    t.name,
    { op: "let", name: t.name, type: numberType(0, "家", Number.MAX_SAFE_INTEGER) },
  ]);
  const scope = scopeOf(world.names, null, new Map(counts));
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
      args: { name: label, of: list.label, nearest: list.facts.map((f) => f.label).join("、") },
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
    duplicateMark: rule.optionalText("duplicate"),
  };
}

function readSelection(rule: RuleReader, world: MeasureWorld, form: Form): Selection | null {
  const selection = rule.child("selection");
  if (selection === null || form.kind !== "each") return null;
  selection.allow(["quota", "by", "score", "decided", "year"]);
  const list = world.names.facts.lists.find((l) => l.id === form.list);
  const key = (name: string): string => list?.facts.find((f) => f.label === selection.text(name))?.key ?? "";
  for (const name of ["by", "score", "decided"])
    if (key(name) === "")
      selection.report([...selection.path, name], {
        code: "unknown-fact",
        from: 0,
        to: 1,
        args: { name: selection.text(name), of: list?.label ?? "", nearest: "" },
      });
  const year = selection.expr("year", scopeOf(world.names, list ?? null, new Map()));
  return year === null
    ? null
    : { quota: selection.text("quota"), by: key("by"), score: key("score"), decided: key("decided"), year };
}
