/** The policies on disk as the commands need them: the product's folder, the compiled policy in force, its engine. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { createEngine, type Engine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";

const MISSING: Problem = {
  path: "policies",
  problem: "没有编译好的政策",
  expected: "policies/<政策>/<版本>/compiled/policy.json，由 zhengdui policy compile 生成",
};

/** The nearest folder above this program that holds `policies`, from the sources and from the bundle alike. */
export function productRoot(): string | null {
  for (let at = dirname(fileURLToPath(import.meta.url)); at !== dirname(at); at = dirname(at))
    if (existsSync(join(at, "policies"))) return at;
  return null;
}

/** The only policy there is, in its latest version. */
export async function latestPolicy(root: string): Promise<Outcome<Policy, Problem>> {
  const files: string[] = [];
  const folder = join(root, "policies");
  for (const policy of (await readdir(folder)).sort())
    for (const version of (await readdir(join(folder, policy)).catch(() => [])).sort()) {
      const file = join(folder, policy, version, "compiled", "policy.json");
      if (existsSync(file)) files.push(file);
    }
  const file = files.at(-1);
  return file === undefined ? fail(MISSING) : ok(JSON.parse(await readFile(file, "utf8")) as Policy);
}

export async function loadEngine(): Promise<Outcome<Engine, Problem>> {
  const root = productRoot();
  const policy = root === null ? fail(MISSING) : await latestPolicy(root);
  return policy.ok ? ok(createEngine(policy.value, "generated")) : policy;
}
