/**
 * The rule that no figure of a policy stands in a program. Every parameter of every compiled policy gives the ways it could be written:
 * - money of 1,000 元 and more: a number (1_000_000, 1e6, 100 * 10_000, 1000000n), in 元, in 分 or in a sentence ("1,000,000", "100 万元");
 * - a rate: a fraction (0.2, 20 / 100), in a sentence with its sign ("20 %"), or as 20 beside a name or word that says per cent;
 * - a count, and the small numbers of 万: only beside its unit ("10 家"), since 10 alone may mean anything.
 * What only looks like one is let through: a power of ten that multiplies or divides (a scale), `10 ** 6`, a number whose name ends with a
 * machine's unit (maxSteps, timeoutMs, LIMIT_BYTES), and the compiler's messages, which show authors how a figure is written.
 * Comments aren't read, nor tests, benchmarks and tools.
 */
import ts from "typescript";
import { type Breach, breach, isBench, isTest, nodesOf, parse, type Sources } from "./sources.ts";

/** What of a compiled policy's parameter matters here. */
export interface Figure {
  readonly name: string;
  readonly value: number | readonly string[] | null;
  readonly scale: number;
  readonly unit: string;
}

interface Forms {
  /** As a number in the program. */
  readonly numbers: ReadonlyMap<number, string>;
  /** As a number and its unit in a sentence. */
  readonly phrases: readonly { readonly pattern: RegExp; readonly name: string }[];
}

const digits = (value: number): string => String(value).replace(".", "\\.");
const grouped = (value: number): string => value.toLocaleString("en-US");
const alone = (inner: string): string => `(?<![\\d.,])(?:${inner})(?:\\.0+)?(?![\\d]|[.,]\\d)`;

const smallestSum = 1000;

function formsOfMoney(yuan: number, name: string, forms: MutableForms): void {
  if (yuan >= smallestSum) {
    forms.numbers.set(yuan, name);
    forms.numbers.set(yuan * 100, name);
    forms.phrases.push({ pattern: new RegExp(alone(`${digits(yuan)}|${grouped(yuan)}`)), name });
  }
  forms.phrases.push({ pattern: new RegExp(`${alone(digits(yuan / 10000))}\\s*万(?![步次行个家条件份字人])`), name });
}

function formsOfRate(percent: number, name: string, forms: MutableForms): void {
  forms.numbers.set(percent / 100, name);
  forms.phrases.push({ pattern: new RegExp(`${alone(digits(percent))}\\s*[%％](?!\\d)`), name });
}

interface MutableForms {
  readonly numbers: Map<number, string>;
  readonly phrases: { pattern: RegExp; name: string }[];
}

export function formsOf(figures: readonly Figure[]): Forms {
  const forms: MutableForms = { numbers: new Map(), phrases: [] };
  for (const { name, value, scale, unit } of figures) {
    if (typeof value !== "number" || value === 0) continue;
    const plain = value / 10 ** scale;
    if (unit === "元") formsOfMoney(plain, name, forms);
    else if (unit === "万元") formsOfMoney(plain * 10000, name, forms);
    else if (unit === "%") formsOfRate(plain, name, forms);
    else if (unit !== "") forms.phrases.push({ pattern: new RegExp(`${alone(digits(plain))}\\s*${unit}`), name });
  }
  return forms;
}

/** The number a constant expression of literals with + - * / makes; null for anything else, powers included. */
export function constantOf(node: ts.Expression): number | null {
  if (ts.isParenthesizedExpression(node)) return constantOf(node.expression);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isBigIntLiteral(node)) return Number(node.text.slice(0, -1));
  if (!ts.isBinaryExpression(node)) return null;
  const left = constantOf(node.left);
  const right = constantOf(node.right);
  if (left === null || right === null) return null;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AsteriskToken:
      return left * right;
    case ts.SyntaxKind.SlashToken:
      return left / right;
    case ts.SyntaxKind.PlusToken:
      return left + right;
    case ts.SyntaxKind.MinusToken:
      return left - right;
    default:
      return null;
  }
}

/** Is it a part of a larger constant, which is judged as a whole? Not of a power: that is a scale. */
function isPartOfConstant(node: ts.Expression): boolean {
  const parent = node.parent;
  if (ts.isParenthesizedExpression(parent)) return isPartOfConstant(parent) || isPowerOperand(parent);
  return isPowerOperand(node) || (ts.isBinaryExpression(parent) && constantOf(parent) !== null);
}

function isPowerOperand(node: ts.Expression): boolean {
  const parent = node.parent;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken;
}

/** `const ratePercent = 20`, `{ minSmes: 20 }`: the name that a number is given says its unit. */
function nameGivenTo(node: ts.Node): string {
  const parent = node.parent;
  const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
  return isNamed && parent.initializer === node ? parent.name.getText() : "";
}

const saysMachineUnit =
  /(steps|ms|seconds|timeout|bytes|nodes|states|rounds|moves|rows|items|lines|labels|chars|depth|length|size|range)$/i;

/** `fen / 1_000_000n` brings a unit to another one; `const cap = 1_000_000` doesn't. */
function isScale(node: ts.Expression, value: number): boolean {
  const parent = node.parent;
  if (!ts.isBinaryExpression(parent) || !/^10*$/.test(String(value))) return false;
  const { kind } = parent.operatorToken;
  return kind === ts.SyntaxKind.AsteriskToken || kind === ts.SyntaxKind.SlashToken || kind === ts.SyntaxKind.PercentToken;
}

const saysUnit: readonly { readonly unit: string; readonly name: RegExp }[] = [
  { unit: "%", name: /percent|rate$|比例|费率/i },
  { unit: "万元", name: /wan$|万/i },
  { unit: "家", name: /smes?$|firms?$|enterprises?$|家数/i },
];

function isFigureByName(node: ts.Expression, value: number, figures: readonly Figure[]): string | null {
  const name = nameGivenTo(node);
  const unit = saysUnit.find((entry) => entry.name.test(name))?.unit;
  if (!unit) return null;
  const hit = figures.find((figure) => {
    if (typeof figure.value !== "number") return false;
    const plain = figure.value / 10 ** figure.scale;
    return figure.unit === unit ? plain === value : unit === "万元" && figure.unit === "元" && plain === value * 10000;
  });
  return hit?.name ?? null;
}

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.JsxText => ts.isStringLiteralLike(node) || ts.isJsxText(node);

/** `width: "50%"` is a length of the page, no rate. */
const isLengthOfPage = (text: string): boolean => /^\s*-?[\d.]+%\s*$/.test(text);

/** A template's own words, each `${…}` as a gap that no number bridges. */
function wordsOf(node: ts.Node): string | null {
  if (isText(node)) return node.text;
  return ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" … ")
    : null;
}

function figureIn(node: ts.Node, forms: Forms, figures: readonly Figure[]): string | null {
  const words = wordsOf(node);
  if (words !== null)
    return isLengthOfPage(words) ? null : (forms.phrases.find(({ pattern }) => pattern.test(words))?.name ?? null);
  if (!ts.isNumericLiteral(node) && !ts.isBigIntLiteral(node) && !ts.isBinaryExpression(node)) return null;
  if (isPartOfConstant(node)) return null;
  const value = constantOf(node);
  if (value === null || saysMachineUnit.test(nameGivenTo(node)) || isScale(node, value)) return null;
  return forms.numbers.get(value) ?? isFigureByName(node, value, figures);
}

const showsAuthors = /^packages\/compiler\/src\/complaints\//;
const isProgram = (path: string): boolean =>
  /^(packages|apps)\/.*\.tsx?$/.test(path) && !isTest(path) && !isBench(path) && !showsAuthors.test(path);

export function breachesOfFigures(sources: Sources, figures: readonly Figure[]): Breach[] {
  const forms = formsOf(figures);
  const breaches: Breach[] = [];
  for (const [path, text] of sources) {
    if (!isProgram(path)) continue;
    const file = parse(path, text);
    for (const node of nodesOf(file)) {
      const name = figureIn(node, forms, figures);
      if (name !== null) breaches.push(breach(file, node, `a figure of the policy (${name}): ${node.getText(file).trim()}`));
    }
  }
  return breaches;
}
