/** Reading a node of the grammar's concrete tree: its parts, its text, its name, and the way to refuse it. */
import type { SyntaxNode } from "@lezer/common";
import type { Ast, Place } from "./ast.ts";
import { complain, type SyntaxCode, type SyntaxComplaint } from "./syntax-complaint.ts";

/** What every conversion needs: the text, and how to convert a part (which counts the depth). */
export interface Reading {
  readonly text: string;
  readonly make: (node: SyntaxNode | undefined, within: SyntaxNode) => Ast;
}

/** Carries a complaint out of the depth of the tree; caught where the conversion was begun, never seen outside. */
export class Refusal extends Error {
  readonly complaint: SyntaxComplaint;
  constructor(complaint: SyntaxComplaint) {
    super(complaint.message);
    this.complaint = complaint;
  }
}

export const refuse = (code: SyntaxCode, node: Place, text: string, better = ""): never => {
  throw new Refusal(complain(code, { from: node.from, to: node.to }, text.slice(node.from, node.to), better));
};

const TOKENS = new Set(
  '( ) [ ] { } . .. , ; " in for return if then else some every satisfies or and between instance of function external not < > ->'.split(
    " ",
  ),
);

/** The node's children that mean something: neither brackets, keywords nor comments. */
export const parts = (node: SyntaxNode): SyntaxNode[] => {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!TOKENS.has(child.name) && !child.name.endsWith("Comment")) found.push(child);
  }
  return found;
};

export const has = (node: SyntaxNode, name: string): boolean => node.getChild(name) !== null;
export const raw = (node: Place, { text }: Reading): string => text.slice(node.from, node.to);

/** A name or type as FEEL compares it: its words one space apart, its signs without space. */
export const wordsOf = (node: SyntaxNode | undefined, reading: Reading): string =>
  node === undefined ? "" : plainName(raw(node, reading));

export const plainName = (name: string): string =>
  name
    .replace(/\s*([./\-'+*])\s*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
