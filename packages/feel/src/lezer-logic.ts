/**
 * And, or, in and the comparisons. The grammar lets `in` swallow what follows it (`a in b and c` as `a in (b and c)`); FEEL binds
 * `in` more tightly, so chains are flattened here and bound anew: comparisons first, then `and`, then `or`.
 */
import type { SyntaxNode } from "@lezer/common";
import type { Ast, BinaryOperator, Comparison } from "./ast.ts";
import { has, parts, type Reading, raw, refuse } from "./lezer-node.ts";

interface Chain {
  readonly head: Ast;
  readonly rest: readonly { readonly op: "and" | "or"; readonly of: Ast }[];
}

const JUNCTIONS = new Set(["Conjunction", "Disjunction"]);

export const logicOf = (node: SyntaxNode, reading: Reading): Ast => bind(flatten(node, reading));

const flatten = (node: SyntaxNode, reading: Reading): Chain => {
  const [left, right] = parts(node);
  if (JUNCTIONS.has(node.name) && left !== undefined && right !== undefined) {
    const op = node.name === "Conjunction" ? "and" : "or";
    const [before, after] = [flatten(left, reading), flatten(right, reading)];
    return { head: before.head, rest: [...before.rest, { op, of: after.head }, ...after.rest] };
  }
  if (node.name === "Comparison" && has(node, "in") && right?.name === "PositiveUnaryTest") {
    const of = reading.make(left, node);
    const { head, rest } = flattenTest(right, reading);
    return { head: { kind: "in", of, tests: [head], from: node.from, to: head.to }, rest };
  }
  return { head: node.name === "Comparison" ? comparisonOf(node, reading) : reading.make(node, node), rest: [] };
};

/** The one test after an `in` without brackets, and what it swallowed. */
const flattenTest = (node: SyntaxNode, reading: Reading): Chain => {
  const [only] = parts(node);
  if (only?.name !== "SimplePositiveUnaryTest")
    return only === undefined ? refuse("incomplete", node, reading.text) : flatten(only, reading);
  const [op, operand] = parts(only);
  if (op === undefined || operand === undefined) return { head: reading.make(only, node), rest: [] };
  const { head, rest } = flatten(operand, reading);
  return { head: { kind: "test", op: comparisonSign(op, reading), than: head, from: op.from, to: head.to }, rest };
};

const joined = (op: BinaryOperator, left: Ast, right: Ast): Ast => ({
  kind: "binary",
  op,
  left,
  right,
  from: left.from,
  to: right.to,
});

const bind = ({ head, rest }: Chain): Ast => {
  let alternatives: Ast | undefined;
  let current = head;
  for (const { op, of } of rest) {
    if (op === "and") current = joined("and", current, of);
    else {
      alternatives = alternatives === undefined ? current : joined("or", alternatives, current);
      current = of;
    }
  }
  return alternatives === undefined ? current : joined("or", alternatives, current);
};

const comparisonOf = (node: SyntaxNode, reading: Reading): Ast => {
  const [of, second, third] = parts(node);
  const place = { from: node.from, to: node.to };
  const left = reading.make(of, node);
  if (has(node, "between"))
    return { kind: "between", of: left, low: reading.make(second, node), high: reading.make(third, node), ...place };
  if (second === undefined) return refuse("incomplete", node, reading.text);
  if (has(node, "in")) return { kind: "in", of: left, tests: parts(second).map((test) => reading.make(test, second)), ...place };
  return { kind: "binary", op: comparisonSign(second, reading), left, right: reading.make(third, node), ...place };
};

const COMPARISONS: readonly string[] = ["=", "!=", "<", "<=", ">", ">="] satisfies Comparison[];

const isComparison = (sign: string): sign is Comparison => COMPARISONS.includes(sign);

const comparisonSign = (node: SyntaxNode, reading: Reading): Comparison => {
  const sign = raw(node, reading);
  return isComparison(sign) ? sign : refuse("bad-operator", node, reading.text, betterSign(sign));
};

/** `> =` and `=>` are >=, `= =` is =, `!==` is !=. */
const betterSign = (written: string): Comparison => {
  const sign = written.replace(/\s/g, "");
  const turned = [...sign].reverse().join("");
  return isComparison(sign) ? sign : isComparison(turned) ? turned : sign.startsWith("!") ? "!=" : "=";
};

/** Where a test without its left side, `< 5`, may stand; elsewhere (`a = = b`, `1 + < 2`) it is a slip of the pen. */
const TEST_PLACES = new Set([
  "PositiveUnaryTest",
  "ParenthesizedExpression",
  "Expression",
  "List",
  "PositionalParameters",
  "NamedParameter",
]);

export const testOf = (node: SyntaxNode, reading: Reading): Ast => {
  const [op, operand] = parts(node);
  if (op?.name !== "CompareOp") return reading.make(op, node);
  if (!TEST_PLACES.has(node.parent?.name ?? "")) {
    const before = node.prevSibling;
    if (before?.name !== "CompareOp") return refuse("unexpected", op, reading.text);
    const place = { from: before.from, to: op.to };
    return refuse("bad-operator", place, reading.text, betterSign(reading.text.slice(place.from, place.to)));
  }
  if (operand !== undefined && JUNCTIONS.has(operand.name)) return refuse("unexpected", operand, reading.text);
  return { kind: "test", op: comparisonSign(op, reading), than: reading.make(operand, node), from: node.from, to: node.to };
};
