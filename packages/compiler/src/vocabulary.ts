/**
 * The words that an author may write: the language's own, from the tables the compiler itself reads by, and those that the documents declare.
 * For completion: a document that can't be read gives none, and the others still give theirs.
 */
import type { Fact } from "@zhengdui/policy";
import { MEASURE_COLUMNS, MEASURE_EXTRAS, TOTAL_COLUMNS } from "./cases/case-outcome.ts";
import { ABSENT, MARK_WORDS, NONE, NOT_YET, STATUS_WORDS, UNKNOWN } from "./cases/case-words.ts";
import { FUNCTIONS } from "./check/calls.ts";
import { CHANGEABLE, COLUMNS, PRESENCE, PRIVACY } from "./facts/read-fact.ts";
import { TYPE_WORDS } from "./facts/read-fact-type.ts";
import { readFactTables } from "./facts/read-facts.ts";
import type { Documents } from "./new-policy.ts";
import { labelOf, NATURES } from "./policy/clauses.ts";
import { readInterpretations } from "./policy/interpretations.ts";
import { CEILING_KEYS, COMBINATION_KEYS } from "./policy/limits.ts";
import { COUNTERS } from "./read/counters.ts";
import type { DocSection } from "./read/policy-document.ts";
import { readDocument } from "./read/read-document.ts";
import { CONDITION_KEYS } from "./rule/conditions.ts";
import { ENV } from "./rule/fact-types.ts";
import { MEASURE_KEYS, TALLY_KEYS } from "./rule/measure.ts";
import { BY_SCORE, FIRST_COME } from "./rule/selection.ts";
import { CORRECTION_KEYS } from "./text-check/corrections.ts";

/** `of`: the record, list or clause a word belongs to, "" where it may stand anywhere. */
export interface Word {
  readonly word: string;
  readonly kind: WordKind;
  /** Beside the word in a list of completions: its type, its value, its clause. */
  readonly detail: string;
  readonly of: string;
}

export type WordKind =
  | "fact"
  | "record"
  | "list"
  | "figure"
  | "step"
  | "calendar"
  | "function"
  | "condition"
  | "reading"
  | "clause"
  /** What an option fact may be: `word` is written in quotes, `detail` is what it is called, `of` is the record or list and the fact: 申报单位.单位类型 */
  | "option";

export interface Vocabulary {
  /** Keys of a rule block: "" those of a measure, else those under that key (who, count, selection…). */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly words: readonly Word[];
  /** What may stand in a cell of a column, by document and column. */
  readonly cells: Readonly<Record<"facts.md" | "cases.md", Readonly<Record<string, readonly string[]>>>>;
  readonly natures: readonly string[];
  readonly marks: readonly string[];
  /** Behind a number. */
  readonly units: readonly string[];
}

const KEYS: Vocabulary["keys"] = {
  "": [...MEASURE_KEYS, "conditions", "functions", "combination", "ceiling"],
  who: CONDITION_KEYS,
  where: CONDITION_KEYS,
  conditions: CONDITION_KEYS,
  count: TALLY_KEYS,
  selection: [...new Set([...BY_SCORE, ...FIRST_COME])],
  combination: COMBINATION_KEYS,
  ceiling: CEILING_KEYS,
  corrections: CORRECTION_KEYS,
  largest: ["when", "by"],
};

export function vocabularyOf(documents: Documents): Vocabulary {
  const facts = readFactTables("facts.md", documents["facts.md"]);
  const document = readDocument("policy.md", documents["policy.md"]);
  const interpretations = readInterpretations("interpretations.md", documents["interpretations.md"]);
  const sections = document.ok ? document.value.sections : [];
  const groups = facts.ok ? [...facts.value.records, ...facts.value.lists] : [];
  const lists = new Set<object>(facts.ok ? facts.value.lists : []);
  const declared = groups.flatMap((group): Word[] => [
    { word: group.label, kind: lists.has(group) ? "list" : "record", detail: group.id, of: "" },
    ...group.facts.map((fact): Word => ({ word: fact.label, kind: "fact", detail: group.label, of: group.label })),
    ...group.facts.flatMap((fact) => optionsOf(fact, `${group.label}.${fact.label}`)),
  ]);
  const readings = interpretations.ok ? interpretations.value : [];
  return {
    keys: KEYS,
    words: [
      ...declared,
      ...sections.flatMap(wordsOf),
      ...[...ENV.keys()].map((word): Word => ({ word, kind: "calendar", detail: "年度与日期", of: "" })),
      ...FUNCTIONS.map((word): Word => ({ word, kind: "function", detail: "函数", of: "" })),
      ...readings.map(({ key, title, clause }): Word => ({ word: key, kind: "reading", detail: title, of: clause })),
    ],
    cells: { "facts.md": FACT_CELLS, "cases.md": caseCells(sections) },
    natures: NATURES,
    marks: Object.keys(MARK_WORDS),
    units: UNITS,
  };
}

/** Those of money and proportion first, then the measure words. */
const UNITS: readonly string[] = ["万元", "%", "元", "亿元", "‰", ...COUNTERS.split("|")];

const optionsOf = ({ type }: Fact, of: string): Word[] =>
  "options" in type ? type.options.map(({ id, label }): Word => ({ word: id, kind: "option", detail: label, of })) : [];

function wordsOf(section: DocSection): Word[] {
  const { id } = section;
  const entries = (value: unknown): string[] => (typeof value === "object" && value !== null ? Object.keys(value) : []);
  const rules = section.rules.map(({ value }) => (value ?? {}) as Record<string, unknown>);
  const word = (name: string, kind: WordKind, detail: string, of: string): Word => ({ word: name, kind, detail, of });
  return [
    word(id, "clause", section.title, ""),
    ...section.figures.flatMap(({ name, value }) => (name === null ? [] : [word(name, "figure", value.text, id)])),
    ...rules.flatMap((rule) => [
      ...entries(rule.let).map((name) => word(name, "step", "中间量", id)),
      ...(typeof rule.sum === "string" ? [word(rule.sum, "step", "合计", id)] : []),
      ...(Array.isArray(rule.count) ? rule.count : []).flatMap((tally: { name?: unknown } | null) =>
        typeof tally?.name === "string" ? [word(tally.name, "step", "个数", id)] : [],
      ),
      ...entries(rule.conditions).map((name) => word(name, "condition", "共用的条件", "")),
      ...entries(rule.functions).map((head) => word(head.replace(/\(.*$/u, ""), "function", head, "")),
    ]),
    ...section.rules.flatMap(({ tables }) =>
      tables.flatMap(({ caption }) => {
        if (caption === null) return [];
        return [
          caption.params === null ? word(caption.name, "step", "表", id) : word(caption.name, "function", caption.cell.text, ""),
        ];
      }),
    ),
  ];
}

const [, , TYPE = "", PRESENT = "", , , PRIVATE = "", CHANGE = ""] = COLUMNS;
const FACT_CELLS: Readonly<Record<string, readonly string[]>> = {
  [TYPE]: TYPE_WORDS,
  [PRESENT]: [...PRESENCE.keys()],
  [PRIVATE]: [...PRIVACY],
  [CHANGE]: [...CHANGEABLE.keys()],
};

function caseCells(sections: readonly DocSection[]): Readonly<Record<string, readonly string[]>> {
  const [clause = "", status = ""] = MEASURE_COLUMNS;
  return {
    [clause]: sections.filter((section) => section.rules.some(isMeasureRule)).map(({ id }) => labelOf(id)),
    [status]: Object.values(STATUS_WORDS),
    [MEASURE_EXTRAS.at(-1) ?? ""]: [...Object.values(MARK_WORDS), NONE],
    [TOTAL_COLUMNS.at(-1) ?? ""]: [NOT_YET],
    "": ["是", "否", NONE, UNKNOWN, ABSENT],
  };
}

const isMeasureRule = ({ value }: { readonly value: unknown }): boolean =>
  (value as { measure?: unknown } | null)?.measure !== undefined;
