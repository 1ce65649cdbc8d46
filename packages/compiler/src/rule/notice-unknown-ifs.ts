/** Notices, at its formula, an `if` of a measure that takes `else` without a word where something isn't known. It is no mistake, but seldom meant. */
import type { Expr } from "@zhengdui/feel";
import type { FactSchema, Measure } from "@zhengdui/policy";
import { WHOLE } from "../check/scope.ts";
import { type Known, truly } from "./known-facts.ts";
import type { MeasureSource } from "./measure-source.ts";
import type { Path } from "./rule-reader.ts";
import { type Lacking, type UnknownIf, unknownIfs } from "./unknown-ifs.ts";

/** An expression of the rule, where it is written, and whose facts it may name beside the records'. */
interface Written {
  readonly expr: Expr | null;
  readonly path: Path;
  readonly list: string;
}

export function noticeUnknownIfs({ rule, notice, textAt }: MeasureSource, measure: Measure, facts: FactSchema): void {
  const { form } = measure;
  const lets = new Map(("lets" in form ? form.lets : []).map(({ name, value }) => [name, value]));
  const conditions = [...measure.who, ...("when" in form ? form.when : [])];
  const sure: Known = new Set(conditions.flatMap(({ test }) => [...truly(test, lets)]));
  for (const { expr, path, list } of writtenIn(measure)) {
    if (expr === null) continue;
    for (const found of unknownIfs(expr, sure, lets)) {
      const below = found.within === null ? path : ["let", found.within];
      const words = found.lacking.map((one) => wordsOf(one, facts, list));
      notice([...rule.path, ...below], { code: "if-unknown", ...whereIn(textAt(below), words), args: argsFor(found, words) });
    }
  }
}

function writtenIn({ who, form }: Measure): Written[] {
  const tests = (key: string, conditions: Measure["who"], list: string): Written[] =>
    conditions.map(({ test }, i) => ({ expr: test, path: [key, i, "when"], list }));
  const own = tests("who", who, "");
  switch (form.kind) {
    case "each": {
      const { list } = form;
      const formulas: Written[] = [
        { expr: form.amount, path: ["amount"], list },
        { expr: form.itemCap, path: ["cap"], list },
        { expr: form.yearCap, path: ["year cap"], list: "" },
      ];
      return [...own, ...tests("where", form.when, list), ...formulas];
    }
    case "pool": {
      const { list } = form;
      const formulas: Written[] = [
        { expr: form.basis, path: ["add"], list },
        { expr: form.amount, path: ["amount"], list: "" },
      ];
      return [...own, ...tests("where", form.when, list), ...formulas];
    }
    case "tally":
      return [
        ...own,
        ...tests("where", form.when, ""),
        ...form.tallies.map(({ counts, list }, i): Written => ({ expr: counts, path: ["count", i, "counts"], list })),
        { expr: form.amount, path: ["amount"], list: "" },
      ];
    case "discretionary":
    case "no-subsidy":
      return own;
  }
}

/** 申报单位.经营年限; an open figure by its name; a divisor by what it is of. */
function wordsOf({ expr }: Lacking, facts: FactSchema, list: string): string {
  switch (expr.op) {
    case "fact": {
      const group = [...facts.records, ...facts.lists].find(({ id }) => id === (expr.of === "item" ? list : expr.of));
      const label = group?.facts.find(({ key }) => key === expr.key)?.label ?? expr.key;
      return expr.of === "item" ? label : `${group?.label ?? expr.of}.${label}`;
    }
    case "param":
    case "let":
      return expr.name;
    case "scaleUp":
    case "toRatio":
      return wordsOf({ kind: "missing", expr: expr.of }, facts, list);
    default:
      return expr.op === "null" ? "null" : "除数";
  }
}

/** The first condition that names one of the words; the whole formula where none does (it stands in a function). */
function whereIn(text: string, words: readonly string[]): { readonly from: number; readonly to: number } {
  const conditions = [...text.matchAll(/\bif\s+(.+?)\s+then\b/gsu)];
  const found = conditions.find(([, condition = ""]) => words.some((word) => condition.includes(word)));
  const [, condition = ""] = found ?? [];
  if (found === undefined) return { from: 0, to: WHOLE };
  const from = found.index + found[0].indexOf(condition);
  return { from, to: from + condition.length };
}

function argsFor({ lacking }: UnknownIf, words: readonly string[]): Readonly<Record<string, string>> {
  const of = (wanted: (one: Lacking) => boolean): string => words.filter((_, i) => wanted(lacking[i] as Lacking)).join("、");
  return {
    facts: of(({ kind, expr }) => kind === "missing" && expr.op !== "param"),
    open: of(({ expr }) => expr.op === "param"),
    zero: of(({ kind }) => kind === "zero"),
    first: words[0] ?? "",
  };
}
