/** One version of a policy as a command names it: a folder with compiled/policy.json, a folder with its documents, or a compiled file. */
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import { compiledAt } from "./compiled-at.ts";

const EXPECTED = "政策一版的文件夹（如 policies/<政策>/<施行日>），或者编译好的 policy.json";

export function readVersion(name: string): Outcome<Policy, Problem> {
  if (!existsSync(name)) return fail({ path: name, problem: "没有这个文件或文件夹", expected: EXPECTED });
  if (statSync(name).isFile()) return readCompiled(name);
  const compiled = path.join(name, "compiled", "policy.json");
  if (existsSync(compiled)) return readCompiled(compiled);
  if (!existsSync(path.join(name, "policy.md"))) return fail({ path: name, problem: "不是政策的文件夹", expected: EXPECTED });
  return compiledAt(name);
}

function readCompiled(file: string): Outcome<Policy, Problem> {
  const notOne = fail({ path: file, problem: "不是编译好的政策", expected: EXPECTED });
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    const looksLikeOne = typeof read === "object" && read !== null && "format" in read && "measures" in read && "facts" in read;
    return looksLikeOne ? ok(read as Policy) : notOne;
  } catch (error) {
    if (error instanceof SyntaxError) return notOne;
    throw error;
  }
}
