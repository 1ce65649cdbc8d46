/** Finds policies and clauses by words. Chinese has no spaces between words, so every part of a text is searched; width, case and white space don't matter. */
import type { Clause, Measure, Policy } from "@zhengdui/policy";

/** A text cut where the sought words begin and end. */
export type Piece = { readonly text: string; readonly marked: boolean };

export interface FoundText {
  /** 原文, 给谁, 条件, 读法 */
  readonly what: string;
  readonly pieces: readonly Piece[];
}

export interface FoundClause {
  readonly clause: string;
  readonly label: string;
  readonly title: readonly Piece[];
  readonly texts: readonly FoundText[];
}

export interface FoundPolicy {
  readonly policy: Policy;
  readonly title: readonly Piece[];
  readonly number: readonly Piece[];
  readonly clauses: readonly FoundClause[];
}

/** Longer questions are cut: nobody types more. */
const LONGEST = 64;

/** "数字 万元" asks for both words. */
export const wordsOf = (asked: string): string[] => [
  ...new Set(
    asked
      .slice(0, LONGEST)
      .split(/\s+/u)
      .map((word) => fold(word).text)
      .filter((word) => word !== ""),
  ),
];

/** Policies in the shelf's order: those whose head has all words, and those with a clause that, read with the head, has all of them. */
export function searchPolicies(policies: readonly Policy[], words: readonly string[]): FoundPolicy[] {
  if (words.length === 0) return [];
  return policies.flatMap((policy) => {
    const head = fold(`${policy.title} ${policy.number} ${policy.issuer}`).text;
    const clauses = policy.clauses.flatMap((clause) => searchClause(policy, clause, words, head));
    if (clauses.length === 0 && !words.every((word) => head.includes(word))) return [];
    return [{ policy, title: piecesOf(policy.title, words), number: piecesOf(policy.number, words), clauses }];
  });
}

function searchClause(policy: Policy, clause: Clause, words: readonly string[], head: string): FoundClause[] {
  const measures = policy.measures.filter((measure) => measure.clause === clause.id);
  const title = measures.map((measure) => measure.title).join("、");
  const texts = [
    ...clause.sentences.map((text) => ({ what: "原文", text })),
    ...measures.flatMap((measure) => [{ what: "给谁", text: measure.payee }, ...conditionsOf(measure)]),
    ...policy.interpretations
      .filter((one) => one.clause === clause.id)
      .map((one) => ({ what: "读法", text: `${one.title}：${one.readings.map((r) => r.text).join("；")}` })),
  ];
  const own = fold([clause.label, title, ...texts.map(({ text }) => text)].join("\n")).text;
  const has = (word: string) => own.includes(word);
  if (!words.some(has) || !words.every((word) => has(word) || head.includes(word))) return [];
  const found = texts
    .map(({ what, text }) => ({ what, pieces: shorten(piecesOf(text, words)) }))
    .filter(({ pieces }) => pieces.some(({ marked }) => marked));
  return [{ clause: clause.id, label: clause.label, title: piecesOf(title, words), texts: found }];
}

function conditionsOf({ who, form }: Measure): { what: string; text: string }[] {
  const own = "when" in form ? form.when : [];
  return [...new Set([...who, ...own].map(({ text }) => text))].map((text) => ({ what: "条件", text }));
}

/** A text as it is compared, and where in the original each of its code units comes from. */
function fold(text: string): { readonly text: string; readonly from: readonly number[] } {
  let folded = "";
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    if (!/\s/u.test(character)) {
      const plain = character.normalize("NFKC").toLowerCase();
      for (let i = 0; i < plain.length; i++) from.push(at);
      folded += plain;
    }
    at += character.length;
  }
  from.push(text.length);
  return { text: folded, from };
}

function piecesOf(text: string, words: readonly string[]): Piece[] {
  const { text: folded, from } = fold(text);
  const marked = new Uint8Array(text.length);
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      marked.fill(1, from[at], from[at + word.length]);
  const pieces: Piece[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    while (end < text.length && marked[end] === marked[start]) end++;
    pieces.push({ text: text.slice(start, end), marked: marked[start] === 1 });
  }
  return pieces;
}

/** Characters that are kept before and behind what is marked. */
const AROUND = 36;

/** Leaves out what is far from every marked piece. */
function shorten(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, i) => {
    const characters = [...piece.text];
    if (piece.marked || characters.length <= AROUND * 2) return piece;
    const head = i === 0 ? "" : characters.slice(0, AROUND).join("");
    const tail = i === pieces.length - 1 ? "" : characters.slice(-AROUND).join("");
    return { text: `${head}…${tail}`, marked: false };
  });
}
