/** The policies on disk as the commands need them: the product's folder, the compiled policies, an engine for each that is asked for. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail, nearest, type Outcome, ok, type Problem } from "@zhengdui/basics";
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

export interface PolicyShelf {
  /** In the order of the folder; the first is meant where none is named. */
  readonly ids: readonly string[];
  /** undefined, null: the first. A name that isn't there is a problem at `policy`. */
  readonly policy: (id: unknown) => Outcome<Policy, Problem>;
  readonly engine: (id: unknown) => Outcome<Engine, Problem>;
}

/** Of every policy its latest compiled version. Nothing is read before it is asked for, and nothing twice. */
export function openShelf(root: string | null): Outcome<PolicyShelf, Problem> {
  const files = root === null ? new Map<string, string>() : compiledFiles(join(root, "policies"));
  const ids = [...files.keys()];
  if (ids.length === 0) return fail(MISSING);
  const policies = new Map<string, Policy>();
  const engines = new Map<string, Engine>();
  const find = (id: unknown): Outcome<string, Problem> => {
    if (id === undefined || id === null) return ok(ids[0] as string);
    return typeof id === "string" && files.has(id) ? ok(id) : fail(unknown(id, ids));
  };
  const policy = (id: unknown): Outcome<Policy, Problem> => {
    const found = find(id);
    if (!found.ok) return found;
    const known = policies.get(found.value) ?? (JSON.parse(readFileSync(files.get(found.value) as string, "utf8")) as Policy);
    policies.set(found.value, known);
    return ok(known);
  };
  const engine = (id: unknown): Outcome<Engine, Problem> => {
    const found = policy(id);
    if (!found.ok) return found;
    const known = engines.get(found.value.id) ?? createEngine(found.value, "generated");
    engines.set(found.value.id, known);
    return ok(known);
  };
  return ok({ ids, policy, engine });
}

function compiledFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  const foldersIn = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  for (const policy of foldersIn(folder))
    for (const version of foldersIn(join(folder, policy))) {
      const file = join(folder, policy, version, "compiled", "policy.json");
      if (existsSync(file)) files.set(policy, file);
    }
  return files;
}

function unknown(id: unknown, ids: readonly string[]): Problem {
  const near = typeof id === "string" ? nearest(id, [...ids]) : null;
  const guess = near === null ? "" : `；是否应为 ${near}`;
  const said = JSON.stringify(id);
  const shown = said.length > 60 ? `${said.slice(0, 60)}…` : said;
  return { path: "policy", problem: `没有这个政策：${shown}`, expected: `${ids.join("、")}，也可以不写${guess}` };
}

/** The engine that a raw dossier or round asks for; the first policy's where it names none that is there, so that all its faults are told. */
export function engineOf(shelf: PolicyShelf, raw: unknown): Outcome<Engine, Problem> {
  const found = shelf.engine(namedPolicy(raw));
  return found.ok ? found : shelf.engine(undefined);
}

/** One policy's engine knows but its own name: at `policy`, the names of the whole shelf are what was expected. */
export function withShelfNames(shelf: PolicyShelf, raw: unknown, errors: readonly Problem[]): readonly Problem[] {
  const found = shelf.engine(namedPolicy(raw));
  return found.ok ? errors : [...found.errors, ...errors.filter(({ path }) => path !== "policy")];
}

function namedPolicy(raw: unknown): unknown {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) ? (raw as { policy?: unknown }).policy : undefined;
}

export const loadShelf = (): Outcome<PolicyShelf, Problem> => openShelf(productRoot());
