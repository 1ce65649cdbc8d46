/** What compiles and is still wrong: a condition that quotes other words than its clause's, a figure that no rule uses. */
import type { Condition, Measure, Param, Policy } from "@zhengdui/policy";
import { type Complaint, complain } from "../complaints.ts";
import type { PolicyDocument } from "../read/policy-document.ts";

type Parts = Pick<Policy, "clauses" | "measures" | "combination" | "ceiling" | "interpretations">;
type Used = Pick<Policy, "clauses" | "params" | "measures" | "combination" | "ceiling" | "facts">;
const squeeze = (text: string): string => text.replace(/\s/gu, "");

export function quoteComplaints(body: Parts, document: PolicyDocument): Complaint[] {
  const text = new Map(body.clauses.map((clause) => [clause.id, squeeze(clause.sentences.join(""))]));
  const limits = [body.combination, body.ceiling].filter((limit) => limit !== null);
  const quotes = [...body.measures.flatMap(conditionsOf), ...limits];
  return quotes.flatMap(({ clause, quote }) => {
    if (quote === "" || text.get(clause)?.includes(squeeze(quote))) return [];
    const line = document.sections.find((s) => s.id === clause)?.line ?? 1;
    return [complain("quote-not-in-clause", { file: document.file, line, column: 1, words: quote }, { clause })];
  });
}

/** The words of an interpretation stand in the clause that it names. `text`: interpretations.md, for the line. */
export function interpretationComplaints(body: Parts, file: string, text: string): Complaint[] {
  const clauses = new Map(body.clauses.map((clause) => [clause.id, squeeze(clause.sentences.join(""))]));
  return body.interpretations.flatMap(({ key, clause, words }) => {
    if (words === "" || clauses.get(clause)?.includes(squeeze(words))) return [];
    const line = text.split("\n").findIndex((source) => source.startsWith("## ") && source.includes(key)) + 1;
    return [complain("quote-not-in-clause", { file, line: Math.max(1, line), column: 1, words }, { clause })];
  });
}

function conditionsOf({ who, form }: Measure): readonly Condition[] {
  const below = form.kind === "tally" ? form.tallies.flatMap((t) => t.when) : [];
  return [...who, ...("when" in form ? form.when : []), ...below];
}

export function unusedFigures(body: Used, document: PolicyDocument): Complaint[] {
  const used = new Set<string>();
  collect([body.measures, body.facts, body.combination, body.ceiling], used);
  for (const { selection } of body.measures) for (const name of figuresOf(selection)) used.add(name);
  return body.params
    .filter((param) => param.value !== null && !used.has(param.name))
    .map((param) => {
      const row = document.sections.flatMap((s) => s.figures).find((f) => f.name === param.name);
      const place = { file: document.file, line: row?.line ?? 1, column: 1, words: param.words.join("；") };
      return complain("unused-figure", place, { name: param.name, most: mostItems(param, body.clauses) });
    });
}

/** Things of which a rule can have at most so many, as an award or a session. */
const ITEMS: ReadonlySet<string> = new Set([..."项个件次场期批台套"]);
const AT_MOST = /(?:最多|至多|不超过|不多于)[^，。；、]*$/u;

/** 最多奖励6项 → "6"; "": it says nothing of the kind. */
function mostItems({ clause, words, unit, value }: Param, clauses: Policy["clauses"]): string {
  if (!ITEMS.has(unit) || typeof value !== "number") return "";
  const text = squeeze(clauses.find(({ id }) => id === clause)?.sentences.join("") ?? "");
  const isMost = words.some((one) => AT_MOST.test(text.slice(0, text.indexOf(squeeze(one)) + squeeze(one).length)));
  return isMost ? String(value) : "";
}

/** An interpretation that says 测算采用 is asked by some rule. `text`: interpretations.md, for the line. */
export function unaskedInterpretations(body: Used & Pick<Policy, "interpretations">, file: string, text: string): Complaint[] {
  const asked = new Set<string>();
  collect([body.measures, body.facts, body.combination, body.ceiling], asked, "reading");
  return body.interpretations
    .filter(({ key, computed }) => computed && !asked.has(key))
    .map(({ key }) => {
      const line = text.split("\n").findIndex((source) => new RegExp(`^## ${key}(?![a-z-])`).test(source)) + 1;
      return complain("unasked-reading", { file, line: Math.max(1, line), column: 1, words: key }, { key });
    });
}

function figuresOf(selection: Measure["selection"]): readonly string[] {
  if (selection === null) return [];
  return "budget" in selection ? [selection.budget] : [selection.quota, ...(selection.rank?.tiers ?? [])];
}

function collect(value: unknown, used: Set<string>, op: "param" | "reading" = "param"): void {
  if (typeof value !== "object" || value === null) return;
  const node = value as { op?: unknown; name?: unknown; key?: unknown };
  if (node.op === op) used.add(String(op === "param" ? node.name : node.key));
  for (const below of Object.values(value)) collect(below, used, op);
}
