/** Who imports whom: every import of a file (types, re-exports, `import()` and `import("…")` types counted) and where it leads. */
import ts from "typescript";
import { nodesOf, parse, type Sources } from "./sources.ts";

export interface Import {
  readonly specifier: string;
  readonly node: ts.Node;
}

function specifierOf(node: ts.Node): ts.Expression | ts.TypeNode | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal as ts.StringLiteral;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
  return isImport || isRequire ? node.arguments[0] : undefined;
}

export function importsOf(path: string, text: string): readonly Import[] {
  const imports: Import[] = [];
  for (const node of nodesOf(parse(path, text))) {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) imports.push({ specifier: specifier.text, node });
  }
  return imports;
}

/** "packages/feel" or "apps/cli"; null outside of both. */
export function roomOf(path: string): string | null {
  return /^(packages|apps)\/[^/]+/.exec(path)?.[0] ?? null;
}

function joinPath(from: string, specifier: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.replace(/\?.*$/, "").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The path an import of ours leads to; null for npm's and Node's. A path that is not in the map (css, json) is returned as it stands. */
export function targetOf(from: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return joinPath(from, specifier);
  const own = /^@zhengdui\/([^/]+)$/.exec(specifier);
  return own ? `packages/${own[1]}/src/index.ts` : null;
}

export type Graph = ReadonlyMap<string, readonly string[]>;

/** Edges between the files of the map. */
export function graphOf(sources: Sources): Graph {
  const graph = new Map<string, string[]>();
  for (const [path, text] of sources) {
    const targets = importsOf(path, text).map(({ specifier }) => targetOf(path, specifier));
    graph.set(
      path,
      targets.filter((target): target is string => target !== null && sources.has(target)),
    );
  }
  return graph;
}

/** Every file that is reached from `start`, with the file through which it was reached first. */
export function reach(graph: Graph, start: string): ReadonlyMap<string, string> {
  const via = new Map<string, string>([[start, start]]);
  const queue = [start];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const target of graph.get(path) ?? []) {
      if (via.has(target)) continue;
      via.set(target, path);
      queue.push(target);
    }
  }
  return via;
}
