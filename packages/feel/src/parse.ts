/** FEEL text to our tree: refuse what the grammar would read wrong, parse, and give a tree only where no error node is in it. */
import { parser, trackVariables } from "@bpmn-io/lezer-feel";
import type { Tree } from "@lezer/common";
import { fail, type Outcome } from "@zhengdui/basics";
import type { Ast } from "./ast.ts";
import { BUILTIN_NAMES } from "./builtin-names.ts";
import { expressionOf, unaryTestsOf } from "./from-lezer.ts";
import { blankLiterals, scanText } from "./scan-text.ts";
import { complain, type SyntaxComplaint } from "./syntax-complaint.ts";

export interface ParseOptions {
  /** Names in scope that hold spaces or signs such as `-` or `.`; plain names needn't be given. */
  readonly names?: readonly string[];
  readonly mode?: "expression" | "unaryTests";
}

/**
 * In mode "unaryTests" the cell of a decision table becomes `{kind: "in", of: ?, tests}`, where `?` is the name of the value under
 * test; `not(a, b)` becomes a call of `not` with that as its argument, and `-` becomes `{kind: "any"}`.
 */
export const parse = (text: string, options: ParseOptions = {}): Outcome<Ast, SyntaxComplaint> => {
  const refused = scanText(text, options.names ?? []);
  if (refused.length > 0) return fail(...refused);
  const unary = options.mode === "unaryTests";
  const tree = treeOf(text, unary, options.names ?? []);
  if (tree === undefined) return fail(complain("unexpected", { from: 0, to: text.length }, text.trim()));
  const broken = errorNodes(tree, text);
  if (broken.length > 0) return fail(...broken);
  return unary ? unaryTestsOf(tree.topNode, text) : expressionOf(tree.topNode, text);
};

/** The grammar's variable tracker throws on some broken texts; that is a syntax error too. */
const treeOf = (text: string, unary: boolean, names: readonly string[]): Tree | undefined => {
  const scope = Object.fromEntries([...BUILTIN_NAMES, ...names].map((name) => [name, 1]));
  try {
    return parser.configure({ top: unary ? "UnaryTests" : "Expression", contextTracker: trackVariables(scope) }).parse(text);
  } catch {
    return undefined;
  }
};

const errorNodes = (tree: Tree, text: string): SyntaxComplaint[] => {
  const { code } = blankLiterals(text);
  const found: SyntaxComplaint[] = [];
  tree.iterate({
    enter: (node) => {
      if (!node.type.isError) return;
      const from = node.from;
      const to = node.to > from ? node.to : (/^\s*(?:\w+|\S)/u.exec(code.slice(from))?.[0].length ?? 0) + from;
      const word = text.slice(from, to).trim();
      const place = { from: word === "" ? from : to - word.length, to };
      if (found.at(-1)?.from === place.from) return;
      found.push(word === "" ? complain("incomplete", place) : complain("unexpected", place, word));
    },
  });
  return found;
};
