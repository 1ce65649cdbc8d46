/** Which words may stand at a place of a document: from the text before it and the compiler's vocabulary alone, so that it can be tested as a table. */
import type { WorkshopVocabulary, WorkshopWord } from "@zhengdui/contract";

export interface Completions {
  /** Offset at which the word being written begins. */
  readonly from: number;
  readonly words: readonly OfferedWord[];
  /** Offered before a letter of it is written. */
  readonly atOnce?: boolean;
}

export interface OfferedWord extends WorkshopWord {
  /** What is written, where it isn't the word itself. */
  readonly written?: string;
}

/** null: nothing to offer. */
export function completeAt(name: string, text: string, at: number, vocabulary: WorkshopVocabulary): Completions | null {
  const before = text.slice(0, at).split("\n");
  const line = before.at(-1) ?? "";
  const start = at - line.length;
  const place: Place = { name, before, line, start, at, vocabulary };
  const found =
    besideNumber(place) ?? (isInFence(before) ? inRule(place) : line.startsWith("|") ? inCell(place) : inProse(place));
  return found === null || found.words.length === 0 ? null : found;
}

interface Place {
  readonly name: string;
  /** The lines up to the place; the last is cut there. */
  readonly before: readonly string[];
  readonly line: string;
  /** Offset of the line. */
  readonly start: number;
  readonly at: number;
  readonly vocabulary: WorkshopVocabulary;
}

const isInFence = (before: readonly string[]): boolean =>
  before.slice(0, -1).filter((line) => line.startsWith("```")).length % 2 === 1;

const plain = (words: readonly string[], detail: string): WorkshopWord[] =>
  words.map((word) => ({ word, kind: "word", detail, of: "" }));

const ofKind = (vocabulary: WorkshopVocabulary, ...kinds: readonly string[]): WorkshopWord[] =>
  vocabulary.words.filter((word) => kinds.includes(word.kind));

/** In a rule: a key at the beginning of a line, else what the key takes. */
function inRule(place: Place): Completions | null {
  const { line, start, vocabulary } = place;
  const key = /^(\s*(?:- )?)([a-z ]*)$/.exec(line);
  if (key !== null) {
    const [, lead = "", typed = ""] = key;
    const parents = parentsOf(place.before, lead.length);
    const keys = vocabulary.keys[parents[0] ?? ""] ?? vocabulary.keys[parents[1] ?? "-"] ?? [];
    const shared = lead.endsWith("- ") && typed === "" ? ofKind(vocabulary, "condition") : [];
    return { from: start + line.length - typed.length, words: [...plain(keys, "规则的键"), ...shared] };
  }
  const item = /^\s*- ([^:：]*)$/.exec(line);
  if (item !== null && ["who", "where"].includes(parentsOf(place.before, line.search(/\S/))[0] ?? ""))
    return { from: place.at - (item[1] ?? "").length, words: ofKind(vocabulary, "condition") };
  return inValue(place);
}

/** Keys under which a line with such an indent stands, the nearest first. */
function parentsOf(before: readonly string[], indent: number): string[] {
  const parents: string[] = [];
  let limit = indent;
  for (const line of before.slice(0, -1).reverse()) {
    if (line.startsWith("```")) break;
    const [, lead = "", key] = /^(\s*(?:- )?)([^:：#]+):\s*$/.exec(line) ?? [];
    if (key === undefined || lead.length >= limit) continue;
    parents.push(key.trim());
    limit = lead.length;
  }
  return parents;
}

/** Keys whose value isn't a formula. */
const TAKES: Readonly<Record<string, (vocabulary: WorkshopVocabulary) => WorkshopWord[]>> = {
  nature: ({ natures }) => plain(natures, "性质"),
  mark: ({ marks }) => plain(marks, "标记"),
  duplicate: ({ marks }) => plain(marks, "标记"),
  clause: (vocabulary) => ofKind(vocabulary, "clause"),
  each: (vocabulary) => ofKind(vocabulary, "list"),
  of: (vocabulary) => ofKind(vocabulary, "list"),
  outside: (vocabulary) => ofKind(vocabulary, "list"),
  discretionary: (vocabulary) => ofKind(vocabulary, "list"),
  quota: (vocabulary) => ofKind(vocabulary, "figure"),
  budget: (vocabulary) => ofKind(vocabulary, "figure"),
  ...Object.fromEntries(
    ["by", "score", "order", "decided", "distinct", "rank"].map((key) => [key, (all: WorkshopVocabulary) => ofKind(all, "fact")]),
  ),
};
/** Keys that take words of one's own. */
const FREE = ["text", "otherwise", "quote", "why", "title", "noun", "payee", "measure", "fact", "name", "unit", "no subsidy"];

function inValue(place: Place): Completions | null {
  const key = /^\s*(?:- )?([a-z ]+):/.exec(place.line)?.[1] ?? "";
  if (FREE.includes(key)) return null;
  const takes = Object.hasOwn(TAKES, key) ? TAKES[key] : undefined;
  if (takes !== undefined) return { from: place.at - wordBefore(place.line).length, words: takes(place.vocabulary) };
  return inFormula(place);
}

const wordBefore = (line: string): string => /[\p{L}\p{N}（）-]*$/u.exec(line)?.[0] ?? "";

/** Units behind a number that is being written, in rules and tables; null: there is none, or its unit is whole already. */
function besideNumber({ name, line, at, before, vocabulary }: Place): Completions | null {
  if (!(isInFence(before) || line.startsWith("|")) || !["policy.md", "cases.md"].includes(name)) return null;
  const typed = /(?<![\p{L}\p{N}.-])\d+(?:\.\d+)?([\p{L}%‰]*)$/u.exec(line)?.[1];
  if (typed === undefined) return null;
  const units = vocabulary.units.filter((unit) => unit.startsWith(typed) && unit !== typed);
  return units.length === 0 ? null : { from: at - typed.length, words: plain(units, "单位") };
}

/** Behind the name of an option fact and = or in: what it may be, in quotes. */
function inOptions(line: string, at: number, vocabulary: WorkshopVocabulary): Completions | null {
  const found = /([\p{L}\p{N}.]+)\s*(?:!?=\s*|\sin\s*[([](?:[^)\]]*,)?\s*)("?[\p{L}\p{N}-]*)$/u.exec(line);
  const [, fact = "", typed = ""] = found ?? [];
  if (found === null) return null;
  const words = optionsFor(fact, vocabulary);
  return words.length === 0 ? null : { from: at - typed.length, words, atOnce: true };
}

/** `fact`: 申报单位.单位类型, or within its list 层级 alone. */
const optionsFor = (fact: string, vocabulary: WorkshopVocabulary): OfferedWord[] =>
  ofKind(vocabulary, "option")
    .filter(({ of }) => of === fact || of.endsWith(`.${fact}`))
    .map((option) => ({ ...option, word: `"${option.word}" ${option.detail}`, detail: "选项", written: `"${option.word}"` }));

function inFormula({ line, at, before, vocabulary }: Place): Completions {
  const options = inOptions(line, at, vocabulary);
  if (options !== null) return options;
  const reading = /解读\("([a-z-]*)$/.exec(line);
  if (reading !== null) return { from: at - (reading[1] ?? "").length, words: ofKind(vocabulary, "reading") };
  const typed = /[\p{L}\p{N}]*$/u.exec(line)?.[0] ?? "";
  const from = at - typed.length;
  const owner = /([\p{L}\p{N}]+)\.$/u.exec(line.slice(0, line.length - typed.length))?.[1];
  if (owner !== undefined) {
    const own = vocabulary.words.filter((word) => word.kind === "fact" && word.of === owner);
    return { from, words: own.length > 0 ? own : plain(["year"], "日期的年份") };
  }
  return { from, words: namesIn(sectionAt(before), vocabulary) };
}

/** What a formula may name: this clause's figures and steps first. */
function namesIn(section: string, vocabulary: WorkshopVocabulary): WorkshopWord[] {
  const lists = new Set(ofKind(vocabulary, "list").map(({ word }) => word));
  const own = (word: WorkshopWord) => word.of === section;
  const figures = ofKind(vocabulary, "figure");
  return [
    ...ofKind(vocabulary, "step").filter(own),
    ...figures.filter(own),
    ...ofKind(vocabulary, "fact").filter((word) => lists.has(word.of)),
    ...ofKind(vocabulary, "record", "function", "calendar"),
    ...figures.filter((word) => !own(word)),
  ];
}

const sectionAt = (before: readonly string[]): string =>
  /^##\s+([^\s·]+)/.exec(before.findLast((line) => /^##\s/.test(line)) ?? "")?.[1] ?? "";

function inCell(place: Place): Completions | null {
  const { name, line, before, at, vocabulary } = place;
  const first = before.findLastIndex((one) => !one.startsWith("|")) + 1;
  const header = cellsOf(before[first] ?? "");
  const typed = /[^|]*$/.exec(line)?.[0].trimStart() ?? "";
  const column = cellsOf(line).length - 1;
  const isHeader = first === before.length - 1;
  if (name === "policy.md") return header[0] === "数" ? null : inTier(place, header[column] ?? "", typed, isHeader);
  if (name === "facts.md") {
    const words = isHeader ? [] : (vocabulary.cells[name]?.[header[column] ?? "-"] ?? []);
    return { from: at - typed.length, words: plain(words, header[column] ?? "") };
  }
  if (name !== "cases.md") return null;
  return {
    from: at - typed.length,
    words: isHeader ? caseColumns(header, column, vocabulary) : caseValues(header, column, vocabulary),
  };
}

/** A cell of a decision table: under an option fact its options, else a formula. */
function inTier(place: Place, column: string, typed: string, isHeader: boolean): Completions {
  const options = isHeader || !/^"?[\p{L}\p{N}-]*$/u.test(typed) ? [] : optionsFor(column, place.vocabulary);
  return options.length === 0 ? inFormula(place) : { from: place.at - typed.length, words: options, atOnce: true };
}

/** The cells of a row; the last may be unfinished. */
const cellsOf = (line: string): string[] =>
  line
    .slice(1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

function caseColumns(header: readonly string[], column: number, vocabulary: WorkshopVocabulary): WorkshopWord[] {
  if (column === 0) return ofKind(vocabulary, "record", "list");
  return vocabulary.words.filter((word) => word.kind === "fact" && word.of === header[0] && !header.includes(word.word));
}

function caseValues(header: readonly string[], column: number, vocabulary: WorkshopVocabulary): WorkshopWord[] {
  const cells = vocabulary.cells["cases.md"] ?? {};
  const known = cells[header[column] ?? ""];
  if (known !== undefined) return plain(known, header[column] ?? "");
  return column === 0 ? [] : plain(cells[""] ?? [], "值");
}

function inProse({ name, line, at, vocabulary }: Place): Completions | null {
  const clause = name === "interpretations.md" ? /^条款 (\S*)$/.exec(line) : null;
  return clause === null ? null : { from: at - (clause[1] ?? "").length, words: ofKind(vocabulary, "clause") };
}
