/**
 * YAML 1.2 (core schema) → value, or what is wrong with it by line and column. No tags of its own, no merge keys, dates stay text,
 * one document; hostile nesting and aliases are refused before they can do harm.
 */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { indexPath, keyPath } from "@zhengdui/engine";
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { MAX_DEPTH } from "./scan-json.ts";

const MAX_ALIASES = 100;
const MAX_LISTED = 1000;

export function parseYaml(text: string): Outcome<unknown, Problem> {
  if (nestsTooDeep(text)) return fail(TOO_DEEP);
  const lines = new LineCounter();
  try {
    // uniqueKeys compares every key with every other one: duplicates are found below, in linear time.
    const document = parseDocument(text, {
      schema: "core",
      merge: false,
      resolveKnownTags: false,
      uniqueKeys: false,
      lineCounter: lines,
      prettyErrors: false,
      logLevel: "error",
    });
    const faults = [...document.errors, ...document.warnings];
    if (faults.some((fault) => String(fault.code) === "RESOURCE_EXHAUSTION")) return fail(TOO_DEEP);
    if (faults.length > 0)
      return fail(...faults.slice(0, MAX_LISTED).map((fault) => syntaxProblem(fault.code, fault.pos[0], lines)));
    const problems = inspect(document, lines);
    if (problems.length > 0) return fail(...problems);
    return ok(document.toJS({ maxAliasCount: MAX_ALIASES }));
  } catch (error) {
    if (error instanceof RangeError) return fail(TOO_DEEP);
    if (error instanceof ReferenceError) return fail(ALIASES);
    throw error;
  }
}

const TOO_DEEP: Problem = { path: "", problem: `嵌套超过 ${MAX_DEPTH} 层`, expected: `对象和数组至多嵌套 ${MAX_DEPTH} 层` };
const ALIASES: Problem = {
  path: "",
  problem: "YAML 的别名（*）无法展开或展开过多",
  expected: `别名至多展开 ${MAX_ALIASES} 次，最好不用别名`,
};
const CIRCLE: Problem = { path: "", problem: "YAML 的别名（*）引用了自己所在的内容", expected: "不用这样的别名" };

/** Brackets, and dashes of one line, are counted on the tokens: the parser's own recursion never sees a hostile depth. */
function nestsTooDeep(text: string): boolean {
  let flow = 0;
  let inLine = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") flow++;
    else if (token === "]" || token === "}") flow = Math.max(0, flow - 1);
    else if (token === "-" || token === "?") inLine++;
    else if (token[0] === "\n" || token[0] === "\r") inLine = 0;
    if (flow > MAX_DEPTH || inLine > MAX_DEPTH) return true;
  }
  return false;
}

interface Visit {
  readonly node: ParsedNode | null;
  readonly path: string;
  readonly depth: number;
  readonly parent: Visit | null;
}

/** Keys that stand twice or aren't text, and depth, over the parsed nodes; no recursion. */
function inspect(document: Document.Parsed, lines: LineCounter): readonly Problem[] {
  const problems: Problem[] = [];
  const open: Visit[] = [{ node: document.contents, path: "", depth: 0, parent: null }];
  for (let visit = open.pop(); visit !== undefined && problems.length < MAX_LISTED; visit = open.pop()) {
    const { node, path, depth } = visit;
    if (isAlias(node) && holdsItself(node.source, visit)) return [CIRCLE];
    if (node === null || isScalar(node) || isAlias(node)) continue;
    if (depth >= MAX_DEPTH) return [TOO_DEEP];
    if (isMap(node))
      inspectKeys(node, path, lines, problems, (value, inner) =>
        open.push({ node: value, path: inner, depth: depth + 1, parent: visit }),
      );
    else if (isSeq(node))
      for (const [i, item] of node.items.entries())
        open.push({ node: item as ParsedNode, path: indexPath(path, i), depth: depth + 1, parent: visit });
  }
  return problems;
}

/** Does an anchor around the alias bear its name? Then the value would contain itself. */
function holdsItself(anchor: string, visit: Visit): boolean {
  for (let around = visit.parent; around !== null; around = around.parent) {
    if (around.node !== null && !isAlias(around.node) && around.node.anchor === anchor) return true;
  }
  return false;
}

function inspectKeys(
  map: YAMLMap,
  path: string,
  lines: LineCounter,
  problems: Problem[],
  enter: (value: ParsedNode | null, path: string) => void,
): void {
  const seen = new Map<string, number>();
  for (const pair of map.items) {
    const key = pair.key as ParsedNode | null;
    const from = key?.range?.[0] ?? 0;
    if (!isScalar(key)) {
      problems.push({ path, problem: `键不是文字（${place(lines, from)}）`, expected: "键应为一个名称" });
      continue;
    }
    const name = String(key.value);
    const inner = keyPath(path, name);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, from);
    else
      problems.push({
        path: inner,
        problem: `键重复（${place(lines, from)}，前一处在${place(lines, first)}）`,
        expected: "同一对象里每个键只写一次",
      });
    enter(pair.value as ParsedNode | null, inner);
  }
}

function place(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `第 ${line} 行第 ${col} 列`;
}

function syntaxProblem(code: string, offset: number, lines: LineCounter): Problem {
  if (code === "MULTIPLE_DOCS")
    return { path: "", problem: `YAML 里有多份文档（${place(lines, offset)}）`, expected: "一个文件只写一份档案，不用 --- 分隔" };
  if (code === "TAG_RESOLVE_FAILED")
    return { path: "", problem: `YAML 里有不认识的标签（${place(lines, offset)}）`, expected: "不使用 ! 标签" };
  return {
    path: "",
    problem: `不是合法的 YAML：${place(lines, offset)}，${CAUSES[code] ?? `语法错误（${code}）`}`,
    expected: "应为 YAML 1.2；用空格缩进，冒号后留空格",
  };
}

const CAUSES: Readonly<Record<string, string>> = {
  BAD_INDENT: "缩进不齐",
  TAB_AS_INDENT: "缩进用了制表符",
  MISSING_CHAR: "缺少一个符号（引号、括号、逗号或空格）",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个冒号或键没有对齐",
  MULTILINE_IMPLICIT_KEY: "键后面缺少冒号",
  UNEXPECTED_TOKEN: "有不应出现的内容",
  BAD_SCALAR_START: "值以不允许的符号开头，应加引号",
  BAD_DQ_ESCAPE: "双引号里有不能识别的 \\ 转义",
  BAD_ALIAS: "别名（*）没有对应的锚（&）",
  DUPLICATE_KEY: "键重复",
};
