/** Compiles the documents of a folder; an author's mistakes become problems at file and line. */
import path from "node:path";
import type { Outcome, Problem } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import { compilePolicyFolder } from "../policy-folder.ts";

export function compiledAt(folder: string): Outcome<Policy, Problem> {
  const found = compilePolicyFolder(path.dirname(folder), path.basename(folder));
  if (found.ok) return found;
  return { ok: false, errors: found.errors.map((e) => ({ path: `${e.file}:${e.line}`, problem: e.what, expected: e.expected })) };
}
