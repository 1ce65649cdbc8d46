/** Whether a tree speaks of a name anywhere. */
import type { Ast } from "../ast.ts";

/** Remembered for each tree, since a loop asks again and again. */
const known = new WeakMap<Ast, Map<string, boolean>>();

export const mentions = (ast: Ast, name: string): boolean => {
  const answers = known.get(ast) ?? new Map<string, boolean>();
  known.set(ast, answers);
  const before = answers.get(name);
  if (before !== undefined) return before;
  const found = speaksOf(ast, name);
  answers.set(name, found);
  return found;
};

const speaksOf = (part: unknown, name: string): boolean => {
  if (typeof part !== "object" || part === null) return false;
  if ("kind" in part && part.kind === "name" && "name" in part && part.name === name) return true;
  return Object.values(part).some((inner) => speaksOf(inner, name));
};
