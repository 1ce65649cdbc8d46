/** FEEL text to our tree: refuse what the grammar would read wrong, parse, and give a tree only where no error node is in it. */
import { fail, type Outcome } from "@zhengdui/basics";
import type { Ast } from "./ast.ts";
import { BUILTIN_NAMES } from "./builtin-names.ts";
import { expressionOf, unaryTestsOf } from "./from-lezer.ts";
import { grammarTree } from "./grammar-tree.ts";
import { countWords, namesIn, scanText } from "./scan-text.ts";
import { complain, type SyntaxComplaint } from "./syntax-complaint.ts";

export interface ParseOptions {
  /** Names in scope that hold spaces or signs such as `-` or `.`; plain names needn't be given. */
  readonly names?: readonly string[];
  readonly mode?: "expression" | "unaryTests";
}

/** Names in scope times words of the text: what the grammar's tracker of names has to go through. */
const MAX_TRACKING_STEPS = 1_000_000;

/**
 * In mode "unaryTests" the cell of a decision table becomes `{kind: "in", of: ?, tests}`, where `?` is the name of the value under
 * test; `not(a, b)` becomes a call of `not` with that as its argument, and `-` becomes `{kind: "any"}`.
 */
export const parse = (text: string, options: ParseOptions = {}): Outcome<Ast, SyntaxComplaint> => {
  const refused = scanText(text, options.names ?? []);
  if (refused.length > 0) return fail(...refused);
  const unary = options.mode === "unaryTests";
  const names = namesIn(text, [...BUILTIN_NAMES, ...(options.names ?? [])]);
  if (names.length * countWords(text) > MAX_TRACKING_STEPS) return fail(complain("too-long", { from: 0, to: text.length }));
  const tree = grammarTree(text, unary ? "UnaryTests" : "Expression", names);
  if (!tree.ok) return tree;
  return unary ? unaryTestsOf(tree.value.topNode, text) : expressionOf(tree.value.topNode, text);
};
