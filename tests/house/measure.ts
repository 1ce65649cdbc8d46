/** Rules about the form of a file: its length, its functions' length, its first words, its name, its exports. */
import ts from "typescript";
import { type Breach, breach, isTest, nodesOf, parse, type Sources } from "./sources.ts";

const longestFile = 400;
const longestFunction = 70;

export function breachesOfLength(sources: Sources): Breach[] {
  const breaches: Breach[] = [];
  for (const [path, text] of sources) {
    const file = parse(path, text);
    const lines = text.trimEnd().split("\n").length;
    if (lines > longestFile) breaches.push(`${path}:${longestFile + 1} ${lines} lines, ${longestFile} at most`);
    for (const node of nodesOf(file)) {
      if (!ts.isFunctionLike(node) || !("body" in node) || !node.body) continue;
      if (isTest(path) && isDescribed(node)) continue;
      const length = linesOf(file, node);
      if (length > longestFunction)
        breaches.push(breach(file, node, `a function of ${length} lines, ${longestFunction} at most`));
    }
  }
  return breaches;
}

function linesOf(file: ts.SourceFile, node: ts.Node): number {
  const line = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  return line(node.getEnd()) - line(node.getStart(file)) + 1;
}

/** The callback of describe(…), describe.each(…)(…): a list of tests, not a function with a thread. */
function isDescribed(node: ts.Node): boolean {
  const call = node.parent;
  return (
    ts.isCallExpression(call) &&
    call.arguments.some((argument) => argument === node) &&
    /^describe\b/.test(call.expression.getText())
  );
}

const exportsOnly = (file: ts.SourceFile): boolean => file.statements.every((statement) => ts.isExportDeclaration(statement));

/** A barrel says nothing but what it exports; every other file says first what it is for. */
export function breachesOfPurpose(sources: Sources): Breach[] {
  const breaches: Breach[] = [];
  for (const [path, text] of sources) {
    if (path.endsWith("/index.ts") && exportsOnly(parse(path, text))) continue;
    const start = text.replace(/^\uFEFF?(#!.*\n)?/, "");
    if (!/^(\/\*\*|\/\/)\s*\S/.test(start)) breaches.push(`${path}:1 doesn't open with what it is for`);
  }
  return breaches;
}

const configuration = /(^|\/)[a-z]+\.config\.(ts|mjs)$/;

export function breachesOfExports(sources: Sources): Breach[] {
  const breaches: Breach[] = [];
  for (const [path, text] of sources) {
    if (configuration.test(path)) continue;
    const file = parse(path, text);
    for (const statement of file.statements) {
      const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
      const isDefault =
        ts.isExportAssignment(statement) || modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
      const isNamedDefault =
        ts.isExportDeclaration(statement) &&
        statement.exportClause !== undefined &&
        ts.isNamedExports(statement.exportClause) &&
        statement.exportClause.elements.some((element) => element.name.text === "default");
      if (isDefault || isNamedDefault) breaches.push(breach(file, statement, "a default export"));
    }
  }
  return breaches;
}

const sayNothing = new Set(["utils", "util", "types", "common", "helpers", "helper", "misc", "shared"]);
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|browser|config|bench))*\.(ts|tsx|mjs)$/;

export function breachesOfNames(sources: Sources): Breach[] {
  const breaches: Breach[] = [];
  for (const path of sources.keys()) {
    const parts = path.split("/");
    const name = parts.at(-1) ?? "";
    if (parts.some((part) => sayNothing.has(part.replace(/\..*$/, "")))) breaches.push(`${path}:1 a name that says nothing`);
    else if (!kebab.test(name)) breaches.push(`${path}:1 isn't in kebab-case`);
    else if (name.startsWith("index.") && !/^packages\/[^/]+\/src\/index\.ts$/.test(path))
      breaches.push(`${path}:1 a barrel inside a package`);
  }
  return breaches;
}
