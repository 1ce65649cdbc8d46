/** The house's files as a map from path to text: what every rule of the house is a function of, so that each can be shown to fail on a planted one. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** Path from the repository's root, with `/`, to the file's text. */
export type Sources = ReadonlyMap<string, string>;

/** A breach of a rule: `path:line what is wrong`. */
export type Breach = string;

export const repository = fileURLToPath(new URL("../..", import.meta.url));

const folders = ["packages", "apps", "tests", "tools", "bench", "vitest.config.ts"];
const skipped = new Set(["node_modules", "dist", "compiled", "coverage", "data", "public"]);
const programs = /\.(ts|tsx|mjs)$/;

function collect(path: string, into: Map<string, string>): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(path).sort()) if (!skipped.has(name)) collect(join(path, name), into);
    return;
  }
  if (programs.test(path) && !path.endsWith(".d.ts")) {
    into.set(relative(repository, path).split(sep).join("/"), readFileSync(path, "utf8"));
  }
}

export function readSources(): Sources {
  const sources = new Map<string, string>();
  for (const folder of folders) collect(join(repository, folder), sources);
  return sources;
}

const parsed = new Map<string, ts.SourceFile>();

/** The file's syntax tree, with parents. */
export function parse(path: string, text: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known?.text === text) return known;
  const kind = path.endsWith(".tsx") ? ts.ScriptKind.TSX : path.endsWith(".mjs") ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind);
  parsed.set(path, file);
  return file;
}

export function breach(file: ts.SourceFile, node: ts.Node, what: string): Breach {
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1} ${what}`;
}

const walked = new WeakMap<ts.SourceFile, readonly ts.Node[]>();

/** Every node of the file, depth first. */
export function nodesOf(file: ts.SourceFile): readonly ts.Node[] {
  const known = walked.get(file);
  if (known) return known;
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  walked.set(file, nodes);
  return nodes;
}

export const isTest = (path: string): boolean => /^tests\/|\/test\//.test(path);
export const isBench = (path: string): boolean => path.startsWith("bench/");
