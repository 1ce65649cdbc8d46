/** The nodes that bring names: contexts, for, some and every, functions, and the arguments of a call. */
import type { SyntaxNode } from "@lezer/common";
import type { Argument, Ast, Binding, Place } from "./ast.ts";
import { has, parts, type Reading, raw, refuse, wordsOf } from "./lezer-node.ts";
import { readString } from "./string-literal.ts";

export const contextOf = (node: SyntaxNode, reading: Reading): Ast => {
  const entries = parts(node).map((entry) => {
    const [key, value] = parts(entry);
    const quoted = key?.getChild("StringLiteral") ?? null;
    const name = quoted === null ? wordsOf(key, reading) : readString(raw(quoted, reading));
    return { key: name, value: reading.make(value, entry) };
  });
  return { kind: "context", entries, from: node.from, to: node.to };
};

const bindingsOf = (node: SyntaxNode | undefined, reading: Reading): Binding[] =>
  (node === undefined ? [] : parts(node)).map((part) => {
    const [name, source] = parts(part);
    return { name: wordsOf(name, reading), in: reading.make(source, part) };
  });

export const loopOf = (node: SyntaxNode, reading: Reading): Ast => {
  const [bindings, body] = parts(node);
  const place: Place = { from: node.from, to: node.to };
  const names = bindingsOf(bindings, reading);
  return node.name === "ForExpression"
    ? { kind: "for", bindings: names, yield: reading.make(body, node), ...place }
    : { kind: "quantified", all: has(node, "every"), bindings: names, satisfies: reading.make(body, node), ...place };
};

export const functionOf = (node: SyntaxNode, reading: Reading): Ast => {
  if (has(node, "external")) return refuse("unsupported", node, reading.text);
  const list = node.getChild("FormalParameters");
  const params = (list === null ? [] : parts(list)).map((part) => {
    const [name, type] = parts(part);
    const plain = { name: wordsOf(name, reading) };
    return type === undefined ? plain : { ...plain, type: wordsOf(type, reading) };
  });
  return {
    kind: "function",
    params,
    body: reading.make(node.getChild("FunctionBody") ?? undefined, node),
    from: node.from,
    to: node.to,
  };
};

export const argumentsOf = (node: SyntaxNode | undefined, reading: Reading): Argument[] =>
  (node === undefined ? [] : parts(node)).map((part) => {
    if (part.name !== "NamedParameter") return { value: reading.make(part, node ?? part) };
    const [name, value] = parts(part);
    return { name: wordsOf(name, reading), value: reading.make(value, part) };
  });
