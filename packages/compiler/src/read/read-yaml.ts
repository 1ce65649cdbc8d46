/** YAML with the places of its nodes, so that a later complaint about a key or an expression points to its line and column. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { type Complaint, complain } from "../complaints.ts";

export type YamlPath = readonly (string | number)[];

export interface YamlPlaces {
  /** Line of the key or list item at the path; of its nearest existing parent where there is none. */
  lineOf(path: YamlPath): number;
  /** Place of the character at `offset` of the scalar at the path (as the parsed string counts); of the key where it is no scalar. */
  placeOf(path: YamlPath, offset?: number): { readonly line: number; readonly column: number };
}

export interface YamlText extends YamlPlaces {
  readonly value: unknown;
}

/** `firstLine`: the file's line on which `text` begins. Faults: yaml-broken. */
export function readYaml(file: string, text: string, firstLine: number): Outcome<YamlText, Complaint> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  if (document.errors.length > 0)
    return fail(...document.errors.map((e) => brokenAt(file, text, firstLine, at(e.pos[0]), wordsOf(e.code, e.message))));
  const value = plainValue(document);
  if (!value.ok) return fail(brokenAt(file, text, firstLine, { line: firstLine, column: 1 }, value.errors[0] ?? ""));
  const placeOf = (path: YamlPath, offset?: number) => at(offsetOf(document, text, path, offset));
  return ok({ value: value.value, placeOf, lineOf: (path) => placeOf(path).line });
}

function brokenAt(
  file: string,
  text: string,
  firstLine: number,
  place: { line: number; column: number },
  problem: string,
): Complaint {
  const words = (text.split("\n")[place.line - firstLine] ?? "").trim();
  return complain("yaml-broken", { file, ...place, words }, { problem });
}

/** Aliases may refuse to unfold; that is the author's fault, not ours. */
function plainValue(document: Document): Outcome<unknown, string> {
  try {
    return ok(document.toJS());
  } catch {
    return fail("别名（* &）过多或没有定义");
  }
}

const WORDS: Readonly<Record<string, string>> = {
  BAD_INDENT: "缩进不一致",
  TAB_AS_INDENT: "缩进用了制表符",
  DUPLICATE_KEY: "同一个键写了两次",
  MISSING_CHAR: "缺少标点（引号、括号、逗号或冒号）",
  MULTILINE_IMPLICIT_KEY: "键后面没有半角冒号和空格",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个“键: 值”，含冒号的文字要用引号括起来",
  BAD_SCALAR_START: "文字不能以这个标点开头，请用引号括起来",
  UNEXPECTED_TOKEN: "多余的文字或标点",
  BAD_ALIAS: "* 号开头的文字要用引号括起来",
};

const wordsOf = (code: string, message: string): string => WORDS[code] ?? message.split("\n")[0] ?? code;

/** Offset in `text` of the key, item or scalar at the path. */
function offsetOf(document: Document, text: string, path: YamlPath, inScalar?: number): number {
  let node: unknown = document.contents;
  let start = 0;
  for (const part of path) {
    const pair = isMap(node) ? node.items.find((p) => isScalar(p.key) && String(p.key.value) === String(part)) : undefined;
    const item = isSeq(node) ? node.items[Number(part)] : undefined;
    if (pair === undefined && item === undefined) return start;
    node = pair === undefined ? item : pair.value;
    start = rangeOf(pair === undefined ? item : pair.key)?.[0] ?? start;
  }
  if (inScalar === undefined || !isScalar(node)) return start;
  return offsetInScalar(text, node, inScalar) ?? start;
}

function rangeOf(node: unknown): readonly [number, number, number] | null {
  if (isScalar(node) || isMap(node) || isSeq(node)) return node.range ?? null;
  return null;
}

function offsetInScalar(
  text: string,
  node: { type?: string | undefined; range?: readonly number[] | null | undefined },
  wanted: number,
): number | null {
  const from = node.range?.[0];
  const to = node.range?.[1];
  if (from === undefined || to === undefined) return null;
  switch (node.type) {
    case "BLOCK_LITERAL":
    case "BLOCK_FOLDED":
      return offsetInBlock(text, from, wanted);
    case "QUOTE_DOUBLE":
    case "QUOTE_SINGLE":
      return Math.min(from + 1 + wanted, to);
    default:
      return Math.min(from + wanted, to);
  }
}

/** A block scalar: after its header line every line loses the indent of the first; a folded line break still counts one. */
function offsetInBlock(text: string, from: number, wanted: number): number {
  let line = text.indexOf("\n", from) + 1;
  const indent = /^[ \n]*/.exec(text.slice(line))?.[0].split("\n").at(-1)?.length ?? 0;
  let left = wanted;
  while (line > 0) {
    const end = text.indexOf("\n", line) < 0 ? text.length : text.indexOf("\n", line);
    const length = Math.max(0, end - line - indent);
    if (left <= length || end === text.length) return Math.min(line + indent + left, end);
    left -= length + 1;
    line = end + 1;
  }
  return from;
}
