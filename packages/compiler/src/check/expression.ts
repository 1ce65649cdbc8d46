/**
 * FEEL tree → typed tree: resolves names, checks types and units, aligns decimal scales, and narrows what a null test has excluded.
 * Faults are collected; null means "already complained".
 */
import { nearest } from "@zhengdui/basics";
import type { Ast, Comparison, Expr } from "@zhengdui/feel";
import { checkCall } from "./calls.ts";
import type { Context } from "./context.ts";
import { factArgs } from "./fact-args.ts";
import { align, anyNullable, BOOLEAN, isNumeric, isZero, joined, maxOf, numberType, productUnit, sharedUnit } from "./numbers.ts";
import { type Faults, type Scope, typeName } from "./scope.ts";
import { unknownName, withUnit } from "./unknown-name.ts";

/** A fresh context: nothing is known to be present. */
export const contextOf = (scope: Scope, faults: Faults): Context => ({ scope, faults, present: new Set(), check });

export function check(ast: Ast, c: Context): Expr | null {
  switch (ast.kind) {
    case "number":
      return checkNumber(ast, c);
    case "string":
      return { op: "text", value: ast.value, type: { kind: "text", options: [ast.value], nullable: false } };
    case "boolean":
      return { op: "boolean", value: ast.value, type: BOOLEAN };
    case "null":
      return { op: "null", type: { kind: "text", nullable: true } };
    case "name":
      return checkName(ast, c);
    case "path":
      return checkPath(ast, c);
    case "call":
      return checkCall(ast, c);
    case "binary":
      return checkBinary(ast, c);
    case "between":
      return checkBetween(ast, c);
    case "in":
      return checkIn(ast, c);
    case "if":
      return checkIf(ast, c);
    case "negate":
    case "at":
    case "filter":
    case "test":
    case "range":
    case "list":
    case "context":
    case "for":
    case "quantified":
    case "function":
    case "instanceOf":
    case "any":
      return c.faults.add("unsupported", ast, { words: UNSUPPORTED[ast.kind] ?? ast.kind });
  }
}

const UNSUPPORTED: Record<string, string> = {
  negate: "负数",
  at: "日期字面值",
  filter: "筛选 […]",
  test: "单边比较",
  range: "区间",
  list: "清单字面值",
  context: "上下文 {…}",
  for: "for … return",
  quantified: "some/every … satisfies",
  function: "函数定义",
  instanceOf: "instance of",
  any: "-",
};

function checkNumber(ast: Extract<Ast, { kind: "number" }>, c: Context): Expr | null {
  if (!/^[01]$/.test(ast.text))
    return c.faults.add("figure-without-words", ast, { figure: ast.text, whole: withUnit(ast.text, c.scope) });
  const value = Number(ast.text);
  return { op: "number", value, type: numberType(0, "", value) };
}

/** The key under which narrowing remembers a name or a path. */
export function keyOf(ast: Ast): string | null {
  if (ast.kind === "name") return ast.name;
  if (ast.kind === "path" && ast.of.kind === "name") return `${ast.of.name}.${ast.name}`;
  return null;
}

const narrowed = (expr: Expr, key: string, c: Context): Expr =>
  expr.type.nullable && c.present.has(key) ? ({ ...expr, type: { ...expr.type, nullable: false } } as Expr) : expr;

function checkName(ast: Extract<Ast, { kind: "name" }>, c: Context): Expr | null {
  const found = c.scope.names.get(ast.name);
  if (found !== undefined) return narrowed(found, ast.name, c);
  if (c.scope.broken.has(ast.name)) return null;
  return unknownName(ast, c);
}

function checkPath(ast: Extract<Ast, { kind: "path" }>, c: Context): Expr | null {
  if (ast.of.kind === "name") {
    const record = c.scope.records.get(ast.of.name);
    if (record !== undefined) {
      const fact = record.get(ast.name);
      if (fact !== undefined) return narrowed(fact, `${ast.of.name}.${ast.name}`, c);
      return c.faults.add("unknown-fact", ast, factArgs(ast.name, ast.of.name, [...record.keys()]));
    }
  }
  const of = check(ast.of, c);
  if (of === null) return null;
  if (ast.name === "year" && of.type.kind === "date")
    return { op: "call", name: "yearOf", args: [of], type: numberType(0, "", 9999, of.type.nullable) };
  return c.faults.add("unknown-fact", ast, factArgs(ast.name, typeName(of.type), of.type.kind === "date" ? ["year"] : []));
}

type Binary = Extract<Ast, { kind: "binary" }>;

function checkBinary(ast: Binary, c: Context): Expr | null {
  switch (ast.op) {
    case "and":
    case "or":
      return checkLogic(ast, c);
    case "+":
    case "-":
      return checkSum(ast, c);
    case "*":
      return checkProduct(ast, c);
    case "/":
      return c.faults.add("inexact-division", ast);
    case "**":
      return c.faults.add("unsupported", ast, { words: "乘方 **" });
    default:
      return checkComparison(ast, ast.op, c);
  }
}

function checkLogic(ast: Binary, c: Context): Expr | null {
  const left = check(ast.left, c);
  const right = check(
    ast.right,
    ast.op === "and" ? { ...c, present: withPresent(ast.left, c, true) } : { ...c, present: withPresent(ast.left, c, false) },
  );
  if (left === null || right === null) return null;
  for (const [side, place] of [
    [left, ast.left],
    [right, ast.right],
  ] as const)
    if (side.type.kind !== "boolean")
      return c.faults.add("type-mismatch", place, { expected: "是否", found: typeName(side.type) });
  const op = ast.op === "and" ? "and" : "or";
  const items = [left, right].flatMap((e) => (e.op === op ? e.items : [e]));
  return { op, items, type: { kind: "boolean", nullable: anyNullable(items) } };
}

/** What is known to be present where `test` holds (or fails). */
export function withPresent(test: Ast, c: Context, holds: boolean): ReadonlySet<string> {
  const found = new Set(c.present);
  const visit = (ast: Ast): void => {
    if (ast.kind !== "binary") return;
    if (ast.op === (holds ? "and" : "or")) {
      visit(ast.left);
      visit(ast.right);
    }
    if (ast.op === (holds ? "!=" : "=")) {
      const key = ast.right.kind === "null" ? keyOf(ast.left) : ast.left.kind === "null" ? keyOf(ast.right) : null;
      if (key !== null) found.add(key);
    }
  };
  visit(test);
  return found;
}

function numericPair(ast: Binary, c: Context): [Expr, Expr] | null {
  const left = check(ast.left, c);
  const right = check(ast.right, c);
  if (left === null || right === null) return null;
  for (const [side, place] of [
    [left, ast.left],
    [right, ast.right],
  ] as const)
    if (!isNumeric(side)) return c.faults.add("type-mismatch", place, { expected: "数", found: typeName(side.type) });
  return [left, right];
}

function checkSum(ast: Binary, c: Context): Expr | null {
  const pair = numericPair(ast, c);
  if (pair === null) return null;
  const unit = sharedUnit(pair);
  if (unit === null)
    return c.faults.add("unit-mismatch", ast, { left: typeName(pair[0].type), right: typeName(pair[1].type), operator: ast.op });
  const [left, right] = align(pair) as [Expr, Expr];
  return { op: ast.op === "+" ? "add" : "sub", left, right, type: joined([left, right], unit, maxOf(left) + maxOf(right)) };
}

function checkProduct(ast: Binary, c: Context): Expr | null {
  const pair = numericPair(ast, c);
  if (pair === null) return null;
  const unit = productUnit(...pair);
  if (unit === null)
    return c.faults.add("unit-mismatch", ast, { left: typeName(pair[0].type), right: typeName(pair[1].type), operator: "*" });
  if (pair.some((e) => e.type.kind === "ratio")) {
    const [left, right] = align(pair) as [Expr, Expr];
    return { op: "mul", left, right, type: joined([left, right], unit, Number.POSITIVE_INFINITY) };
  }
  const [left, right] = pair;
  const scale = (left.type.kind === "number" ? left.type.scale : 0) + (right.type.kind === "number" ? right.type.scale : 0);
  return { op: "mul", left, right, type: numberType(scale, unit, maxOf(left) * maxOf(right), anyNullable(pair)) };
}

function checkComparison(ast: Binary, test: Comparison, c: Context): Expr | null {
  if (ast.right.kind === "null" || ast.left.kind === "null") {
    const of = check(ast.right.kind === "null" ? ast.left : ast.right, c);
    if (of === null) return null;
    const isNull: Expr = { op: "isNull", of, type: BOOLEAN };
    return test === "!=" ? { op: "not", of: isNull, type: BOOLEAN } : isNull;
  }
  const left = check(ast.left, c);
  const right = check(ast.right, c);
  return left === null || right === null ? null : compared(test, left, right, ast, c);
}

/** Shared with decision tables and `in`. */
export function compared(test: Comparison, left: Expr, right: Expr, place: Ast, c: Context): Expr | null {
  const nullable = anyNullable([left, right]);
  if (isNumeric(left) && isNumeric(right)) {
    if (sharedUnit([left, right]) === null && !isZero(left) && !isZero(right))
      return c.faults.add("unit-mismatch", place, { left: typeName(left.type), right: typeName(right.type), operator: test });
    const [a, b] = align([left, right]) as [Expr, Expr];
    return { op: "compare", test, left: a, right: b, type: { kind: "boolean", nullable } };
  }
  if (left.type.kind !== right.type.kind || left.type.kind === "texts")
    return c.faults.add("type-mismatch", place, { expected: typeName(left.type), found: typeName(right.type) });
  if (unknownOption(left, right, place, c)) return null;
  return { op: "compare", test, left, right, type: { kind: "boolean", nullable } };
}

/** A literal that is none of the options of the other side is a slip of the pen. */
function unknownOption(left: Expr, right: Expr, place: Ast, c: Context): boolean {
  for (const [value, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (value.op !== "text" || other.op === "text") continue;
    const options = "options" in other.type ? other.type.options : undefined;
    if (options === undefined || options.includes(value.value)) continue;
    const code = c.scope.options.get(value.value) ?? "";
    c.faults.add(other.op === "reading" ? "unknown-reading" : "unknown-option", place, {
      name: value.value,
      options: options.join("、"),
      nearest: options.includes(code) ? code : (nearest(value.value, [...options]) ?? ""),
    });
    return true;
  }
  return false;
}

function checkBetween(ast: Extract<Ast, { kind: "between" }>, c: Context): Expr | null {
  const [of, low, high] = [check(ast.of, c), check(ast.low, c), check(ast.high, c)];
  if (of === null || low === null || high === null) return null;
  const items = [compared(">=", of, low, ast, c), compared("<=", of, high, ast, c)];
  return conjunction(items);
}

export function conjunction(items: readonly (Expr | null)[]): Expr | null {
  if (items.some((item) => item === null)) return null;
  const found = items as Expr[];
  return found.length === 1
    ? (found[0] ?? null)
    : { op: "and", items: found, type: { kind: "boolean", nullable: anyNullable(found) } };
}

function checkIn(ast: Extract<Ast, { kind: "in" }>, c: Context): Expr | null {
  const of = check(ast.of, c);
  if (of === null) return null;
  const written = ast.tests.flatMap((t) => (t.kind === "list" ? t.items : [t]));
  if (of.type.kind === "text" && written.every((t) => t.kind === "string")) return checkWords(of, written, c);
  const tests = written.map((t) => checkTest(of, t, c));
  if (tests.some((t) => t === null)) return null;
  const items = tests as Expr[];
  return items.length === 1 ? (items[0] ?? null) : { op: "or", items, type: { kind: "boolean", nullable: anyNullable(items) } };
}

/** `x in ("B", "C")`: one look-up instead of as many comparisons. */
function checkWords(of: Expr, words: readonly Extract<Ast, { kind: "string" }>[], c: Context): Expr | null {
  const literals = words.map((word) => check(word, c) as Expr);
  if (literals.some((literal, i) => unknownOption(of, literal, words[i] as Ast, c))) return null;
  const items = words.map((word) => word.value);
  const list: Expr = { op: "texts", items, type: { kind: "texts", options: items, nullable: false } };
  return { op: "oneOf", of, list, type: { kind: "boolean", nullable: of.type.nullable } };
}

/** One test of `in`, or one cell of a decision table. */
export function checkTest(of: Expr, test: Ast, c: Context): Expr | null {
  switch (test.kind) {
    case "any":
      return { op: "boolean", value: true, type: BOOLEAN };
    case "test": {
      const to = check(test.than, c);
      return to === null ? null : compared(test.op, of, to, test, c);
    }
    case "range": {
      const [low, high] = [check(test.low, c), check(test.high, c)];
      if (low === null || high === null) return null;
      return conjunction([
        compared(test.lowOpen ? ">" : ">=", of, low, test, c),
        compared(test.highOpen ? "<" : "<=", of, high, test, c),
      ]);
    }
    default: {
      const value = check(test, c);
      if (value === null) return null;
      if (value.type.kind !== "texts") return compared("=", of, value, test, c);
      if (of.type.kind !== "text") return c.faults.add("type-mismatch", test, { expected: "文字", found: typeName(of.type) });
      const options = value.type.options;
      if (of.op === "text" && options !== undefined && !options.includes(of.value))
        return c.faults.add("unknown-option", test, {
          name: of.value,
          options: options.join("、"),
          nearest: nearest(of.value, [...options]) ?? "",
        });
      return { op: "oneOf", of, list: value, type: { kind: "boolean", nullable: of.type.nullable } };
    }
  }
}

function checkIf(ast: Extract<Ast, { kind: "if" }>, c: Context): Expr | null {
  const when = check(ast.when, c);
  const then = check(ast.then, { ...c, present: withPresent(ast.when, c, true) });
  const otherwise = check(ast.else, { ...c, present: withPresent(ast.when, c, false) });
  if (when === null || then === null || otherwise === null) return null;
  if (when.type.kind !== "boolean") return c.faults.add("condition-not-boolean", ast.when, { found: typeName(when.type) });
  const branches = unify([then, otherwise], ast, c);
  if (branches === null) return null;
  const [a, b] = branches as [Expr, Expr];
  return { op: "if", when, then: a, else: b, type: joinTypes(a, b) };
}

/** Branches of one value: same type, same unit, same scale; `null` fits every type. */
export function unify(branches: readonly Expr[], place: Ast, c: Context): Expr[] | null {
  const typed = branches.filter((b) => b.op !== "null");
  const model = typed[0];
  if (model === undefined) return [...branches];
  if (typed.every((e) => isNumeric(e))) {
    if (sharedUnit(typed) === null) {
      const [a, b] = typed as [Expr, Expr];
      return c.faults.add("unit-mismatch", place, { left: typeName(a.type), right: typeName(b.type), operator: "if" });
    }
    const aligned = align(typed);
    return branches.map((b) => (b.op === "null" ? nullOf(aligned[0] as Expr) : (aligned[typed.indexOf(b)] as Expr)));
  }
  const odd = typed.find((b) => b.type.kind !== model.type.kind);
  if (odd !== undefined)
    return c.faults.add("type-mismatch", place, { expected: typeName(model.type), found: typeName(odd.type) });
  return branches.map((b) => (b.op === "null" ? nullOf(model) : b));
}

const nullOf = (like: Expr): Expr => ({ op: "null", type: { ...like.type, nullable: true } }) as Expr;

function joinTypes(a: Expr, b: Expr): Expr["type"] {
  const nullable = a.type.nullable || b.type.nullable;
  if (a.type.kind === "number" && b.type.kind === "number")
    return { ...a.type, unit: a.type.unit === "" ? b.type.unit : a.type.unit, max: Math.max(a.type.max, b.type.max), nullable };
  return { ...a.type, nullable } as Expr["type"];
}
