/** The grammar's concrete tree to our Ast. It sees trees without error nodes only, yet refuses what the grammar lets through. */
import type { SyntaxNode } from "@lezer/common";
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { Ast, BinaryOperator, Place } from "./ast.ts";
import { argumentsOf, contextOf, functionOf, loopOf } from "./lezer-binders.ts";
import { logicOf, testOf } from "./lezer-logic.ts";
import { parts, type Reading, Refusal, raw, refuse, wordsOf } from "./lezer-node.ts";
import { readString } from "./string-literal.ts";
import type { SyntaxComplaint } from "./syntax-complaint.ts";

/** Deeper trees are refused, so that no recursion over a tree can exhaust the stack. */
const MAX_DEPTH = 500;

export const expressionOf = (top: SyntaxNode, text: string): Outcome<Ast, SyntaxComplaint> =>
  guarded(text, (reading) => reading.make(parts(top)[0], top));

/** See `parse` for the shape. */
export const unaryTestsOf = (top: SyntaxNode, text: string): Outcome<Ast, SyntaxComplaint> =>
  guarded(text, (reading) => {
    const [first] = parts(top);
    if (first === undefined) return refuse("incomplete", top, text);
    const place = { from: first.from, to: first.to };
    if (first.name === "Wildcard") return { kind: "any", ...place };
    const tests = parts(first).map((test) => reading.make(test, first));
    const subject: Ast = { kind: "name", name: "?", from: place.from, to: place.from };
    const anyOf: Ast = { kind: "in", of: subject, tests, ...place };
    const not = top.getChild("not");
    if (not === null) return anyOf;
    const callee: Ast = { kind: "name", name: "not", from: not.from, to: not.to };
    return { kind: "call", callee, args: [{ value: anyOf }], from: not.from, to: top.to };
  });

const guarded = (text: string, start: (reading: Reading) => Ast): Outcome<Ast, SyntaxComplaint> => {
  let depth = 0;
  const reading: Reading = {
    text,
    make: (node, within) => {
      if (node === undefined) return refuse("incomplete", within, text);
      if (depth >= MAX_DEPTH) return refuse("too-deep", node, text);
      depth += 1;
      const made = convert(node, reading);
      depth -= 1;
      return made;
    },
  };
  try {
    return ok(start(reading));
  } catch (thrown) {
    if (thrown instanceof Refusal) return fail(thrown.complaint);
    throw thrown;
  }
};

const convert = (node: SyntaxNode, reading: Reading): Ast => {
  const place: Place = { from: node.from, to: node.to };
  const inner = parts(node);
  const at = (index: number): Ast => reading.make(inner[index], node);
  switch (node.name) {
    case "NumericLiteral":
      return numberOf(node, reading);
    case "StringLiteral":
      return { kind: "string", value: readString(raw(node, reading)), ...place };
    case "BooleanLiteral":
      return { kind: "boolean", value: raw(node, reading) === "true", ...place };
    case "null":
      return { kind: "null", ...place };
    case "AtLiteral":
      return { kind: "at", text: readString(raw(inner[0] ?? node, reading)), ...place };
    case "Wildcard":
      return { kind: "any", ...place };
    case "VariableName":
    case "SpecialFunctionName":
    case "DateTimeConstructor":
    case "?":
      return { kind: "name", name: wordsOf(node, reading), ...place };
    case "PathExpression":
      return { kind: "path", of: at(0), name: wordsOf(inner[1], reading), ...place };
    case "FilterExpression":
      return { kind: "filter", of: at(0), where: at(1), ...place };
    case "ParenthesizedExpression":
    case "PositiveUnaryTest":
    case "FunctionBody":
      return at(0);
    case "DateTimeLiteral":
    case "FunctionInvocation":
      if (inner[0]?.name === "AtLiteral") return at(0);
      return { kind: "call", callee: at(0), args: argumentsOf(inner[1], reading), ...place };
    case "SimplePositiveUnaryTest":
      return testOf(node, reading);
    case "Interval":
      return { kind: "range", low: at(0), high: at(1), ...endsOf(node, reading), ...place };
    case "IterationContext":
      return inner.length === 1
        ? at(0)
        : { kind: "range", low: at(0), high: at(1), lowOpen: false, highOpen: false, bare: true, ...place };
    case "List":
      return { kind: "list", items: inner.map((_, index) => at(index)), ...place };
    case "ArithmeticExpression":
      return inner.length === 2
        ? { kind: "negate", of: at(1), ...place }
        : { kind: "binary", op: arithmeticSign(inner[1], node, reading), left: at(0), right: at(2), ...place };
    case "Conjunction":
    case "Disjunction":
    case "Comparison":
      return logicOf(node, reading);
    case "IfExpression":
      return { kind: "if", when: at(0), then: at(1), else: at(2), ...place };
    case "InstanceOfExpression":
      return { kind: "instanceOf", of: at(0), type: wordsOf(inner[1], reading), ...place };
    case "Context":
      return contextOf(node, reading);
    case "ForExpression":
    case "QuantifiedExpression":
      return loopOf(node, reading);
    case "FunctionDefinition":
      return functionOf(node, reading);
    default:
      return refuse("unsupported", node, reading.text);
  }
};

/** A literal's sign becomes `negate`, so that a number's text has digits, a point and an exponent only. */
const numberOf = (node: SyntaxNode, reading: Reading): Ast => {
  const sign = node.getChild("ArithOp");
  const from = sign === null ? node.from : sign.to + (/^\s*/.exec(reading.text.slice(sign.to))?.[0].length ?? 0);
  const literal: Ast = { kind: "number", text: reading.text.slice(from, node.to), from, to: node.to };
  return sign === null ? literal : { kind: "negate", of: literal, from: node.from, to: node.to };
};

const ARITHMETIC = new Map<string, BinaryOperator>([
  ["+", "+"],
  ["-", "-"],
  ["*", "*"],
  ["/", "/"],
  ["**", "**"],
]);

const arithmeticSign = (node: SyntaxNode | undefined, within: SyntaxNode, reading: Reading): BinaryOperator => {
  if (node === undefined) return refuse("incomplete", within, reading.text);
  const sign = raw(node, reading);
  return ARITHMETIC.get(sign) ?? refuse("bad-operator", node, reading.text, sign === "^" ? "**" : "+ - * / **");
};

/** `[` and `]` by their side: `]a..b[` is open at both ends, as `(a..b)` is. */
const endsOf = (node: SyntaxNode, reading: Reading): { lowOpen: boolean; highOpen: boolean } => {
  const written = raw(node, reading);
  return { lowOpen: !written.startsWith("["), highOpen: !written.endsWith("]") };
};
