/**
 * Rules about what a calculation may touch: no clock, randomness, network, file, database or process in the pure floors, no floating-point money.
 * Judged by syntax: Node's modules by their import, the globals by their name. Two things are let through, since they only compute:
 * `Date.UTC(…)`, and `createHash` of node:crypto in the compiler, which gives a policy its hash.
 */
import ts from "typescript";
import { importsOf, roomOf } from "./imports.ts";
import { type Breach, breach, isTest, nodesOf, parse, type Sources } from "./sources.ts";

const pure = new Set(["basics", "feel", "policy", "compiler", "engine", "proof", "casework"].map((name) => `packages/${name}`));

const outside =
  /^(Date|performance|fetch|XMLHttpRequest|WebSocket|EventSource|process|crypto|localStorage|sessionStorage|indexedDB|document|window|globalThis|setTimeout|setInterval|setImmediate)$/;
const otherModules = /^node:|^(fs|path|os|net|http|https|crypto|child_process|worker_threads|pg|undici|axios|drizzle-orm)($|\/)/;

function isNamedImportOfHash(node: ts.Node): boolean {
  if (!ts.isImportDeclaration(node)) return false;
  const bindings = node.importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings) || node.importClause?.name) return false;
  return bindings.elements.every((element) => (element.propertyName ?? element.name).text === "createHash");
}

const isProperty = (node: ts.Identifier): boolean => {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return true;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent)) &&
    parent.name === node
  );
};

function isDateUtc(node: ts.Identifier): boolean {
  const parent = node.parent;
  return node.text === "Date" && ts.isPropertyAccessExpression(parent) && parent.name.text === "UTC";
}

function isMathRandom(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && node.expression.getText() === "Math" && node.name.text === "random";
}

/** Names that are words as well: a parameter called `document` is no page. */
const words = new Set(["document", "window", "process", "performance"]);

function declaredWords(nodes: readonly ts.Node[]): ReadonlySet<string> {
  const isDeclaration = (node: ts.Node) =>
    ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isImportSpecifier(node);
  const names = nodes.filter((node): node is ts.ParameterDeclaration => isDeclaration(node)).map(({ name }) => name.getText());
  return new Set(names.filter((name) => words.has(name)));
}

export function breachesOfPurity(sources: Sources): Breach[] {
  const breaches: Breach[] = [];
  for (const [path, text] of sources) {
    if (!pure.has(roomOf(path) ?? "") || isTest(path)) continue;
    const file = parse(path, text);
    for (const { specifier, node } of importsOf(path, text)) {
      const hashes = path.startsWith("packages/compiler/") && specifier === "node:crypto" && isNamedImportOfHash(node);
      if (otherModules.test(specifier) && !hashes) breaches.push(breach(file, node, `a pure package imports ${specifier}`));
    }
    const nodes = nodesOf(file);
    const declared = declaredWords(nodes);
    for (const node of nodes) {
      if (isMathRandom(node)) breaches.push(breach(file, node, "Math.random in a pure package"));
      if (!ts.isIdentifier(node) || !outside.test(node.text) || isProperty(node) || isDateUtc(node) || declared.has(node.text))
        continue;
      breaches.push(breach(file, node, `${node.text} in a pure package`));
    }
  }
  return breaches;
}

const floating = new Set(["parseFloat", "toFixed", "toPrecision"]);

/** Money is counted in whole 分: what reads, rounds or writes binary fractions has no place in a package. */
export function breachesOfMoney(sources: Sources): Breach[] {
  const breaches: Breach[] = [];
  for (const [path, text] of sources) {
    if (!path.startsWith("packages/") || isTest(path)) continue;
    const file = parse(path, text);
    for (const node of nodesOf(file)) {
      if (!ts.isCallExpression(node)) continue;
      const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText(file);
      const isRound = node.expression.getText(file) === "Math.round";
      if (isRound || floating.has(called))
        breaches.push(breach(file, node, `${isRound ? "Math.round" : called}: money is never floating-point`));
    }
  }
  return breaches;
}
