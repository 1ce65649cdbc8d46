/** Calls: FEEL's own functions as far as a policy needs them, those of standards and calendar, the reading taken of an interpretation, and the policy's own. */
import { nearest } from "@zhengdui/basics";
import { type Ast, type Builtin, type Expr, parse, type Type } from "@zhengdui/feel";
import type { Context } from "./context.ts";
import { align, anyNullable, asRatio, isNumeric, joined, maxOf, numberType, sharedUnit, unitOf } from "./numbers.ts";
import { type Macro, type Scope, typeName } from "./scope.ts";

type Call = Extract<Ast, { kind: "call" }>;
const MONEY_SCALE = 2;

interface Signature {
  readonly name: Builtin;
  readonly params: readonly Type["kind"][];
  readonly type: (args: readonly Expr[]) => Type;
  /** Arguments that the call adds by itself. */
  readonly extra?: readonly Expr[];
}

const YEAR: Expr = { op: "env", name: "year", type: numberType(0, "", 9999) };
const SIZES = ["大型", "中型", "小型", "微型"];

const STANDARD: Readonly<Record<string, Signature>> = {
  月数: { name: "monthsBetween", params: ["month", "month"], type: (args) => numberType(0, "", 120_000, anyNullable(args)) },
  年内月数: {
    name: "monthsWithin",
    params: ["month", "month"],
    type: (args) => numberType(0, "", 12, anyNullable(args)),
    extra: [YEAR],
  },
  企业规模: {
    name: "sizeOf",
    params: ["text", "number", "number", "number"],
    type: () => ({ kind: "text", options: SIZES, nullable: true }),
  },
  门类: {
    name: "sectionOf",
    params: ["text"],
    type: () => ({ kind: "text", options: [..."ABCDEFGHIJKLMNOPQRST"], nullable: false }),
  },
};

const OWN = ["到分", "round down", "整数倍", "比率", "第几年", "min", "max", "abs", "not", "解读"];

/** Every function that a formula may call, but for the policy's own. */
export const FUNCTIONS: readonly string[] = [...OWN, ...Object.keys(STANDARD)];

export function checkCall(ast: Call, c: Context): Expr | null {
  if (ast.callee.kind !== "name") return c.faults.add("unsupported", ast, { words: "间接调用" });
  const { name } = ast.callee;
  const args = ast.args.map((a) => a.value);
  switch (name) {
    case "到分":
    case "round down":
      return checkCut(ast, args, c);
    case "整数倍":
      return checkWholeTimes(ast, args, c);
    case "比率":
      return checkQuotient(ast, args, c);
    case "第几年":
      return checkYearCount(ast, args, c);
    case "min":
    case "max":
      return checkExtreme(name, ast, args, c);
    case "abs":
      return checkAbs(ast, args, c);
    case "not":
      return checkNot(ast, args, c);
    case "解读":
      return checkReading(ast, args, c);
  }
  const standard = STANDARD[name];
  if (standard !== undefined) return checkStandard(standard, ast, args, c);
  const macro = c.scope.macros.get(name);
  if (macro !== undefined) return expandMacro(name, macro, ast, args, c);
  const near = nearest(name, [...OWN, ...Object.keys(STANDARD), ...c.scope.macros.keys()]);
  return c.faults.add("unknown-function", ast.callee, { name, nearest: near ?? "" });
}

/** 到分(x), round down(x, 2): towards zero, the only place where a division may stand. */
function checkCut(ast: Call, args: readonly Ast[], c: Context): Expr | null {
  const [of, scale] = args;
  if (
    of === undefined ||
    args.length > 2 ||
    (scale !== undefined && !(scale.kind === "number" && scale.text === String(MONEY_SCALE)))
  )
    return c.faults.add("wrong-arguments", ast, { name: "到分", expected: "一个数" });
  if (of.kind === "binary" && of.op === "/") return checkCutDivide(of.left, of.right, of, c);
  const value = c.check(of, c);
  if (value === null) return null;
  if (!isNumeric(value)) return c.faults.add("type-mismatch", of, { expected: "数", found: typeName(value.type) });
  const { nullable } = value.type;
  if (value.type.kind === "number" && value.type.scale <= MONEY_SCALE)
    return align([value, { op: "number", value: 0, type: numberType(MONEY_SCALE, "", 0) }])[0] ?? null;
  const max = value.type.kind === "number" ? value.type.max / 10 ** (value.type.scale - MONEY_SCALE) : Number.MAX_SAFE_INTEGER;
  return { op: "cut", of: value, type: numberType(MONEY_SCALE, unitOf(value), max, nullable) };
}

function checkCutDivide(left: Ast, right: Ast, place: Ast, c: Context): Expr | null {
  const [num, den] = [c.check(left, c), c.check(right, c)];
  if (num === null || den === null) return null;
  if (num.type.kind !== "number" || den.type.kind !== "number")
    return c.faults.add("type-mismatch", place, { expected: "数", found: typeName(num.type) });
  if (unitOf(den) !== "" && unitOf(den) !== unitOf(num))
    return c.faults.add("unit-mismatch", place, { left: typeName(num.type), right: typeName(den.type), operator: "/" });
  const spare = MONEY_SCALE - num.type.scale + den.type.scale;
  if (spare < 0) return c.faults.add("inexact-number", place, { words: "被除数的小数位太多" });
  const positive = isPositive(den);
  const unit = unitOf(den) === "" ? unitOf(num) : "";
  return {
    op: "cutDivide",
    num,
    den,
    type: numberType(MONEY_SCALE, unit, Number.MAX_SAFE_INTEGER, anyNullable([num, den]) || !positive),
  };
}

/** 整数倍(甲, 乙): how many whole 乙 there are in 甲. */
function checkWholeTimes(ast: Call, args: readonly Ast[], c: Context): Expr | null {
  const pair = sameNumbers("整数倍", ast, args, c);
  if (pair === null) return null;
  const [num, den] = align(pair) as [Expr, Expr];
  if (num.type.kind !== "number" || den.type.kind !== "number")
    return c.faults.add("type-mismatch", ast, { expected: "两个数（不是比例）", found: typeName(num.type) });
  const max = num.type.max;
  return { op: "cutDivide", num, den, type: numberType(0, "", max, anyNullable(pair) || !isPositive(den)) };
}

/** 比率(甲, 乙): 甲 ÷ 乙 as an exact fraction, to compare or to multiply with; null where 乙 is 0. */
function checkQuotient(ast: Call, args: readonly Ast[], c: Context): Expr | null {
  const pair = sameNumbers("比率", ast, args, c);
  if (pair === null) return null;
  const [left, right] = pair.map(asRatio) as [Expr, Expr];
  return { op: "quotient", left, right, type: { kind: "ratio", unit: "", nullable: anyNullable(pair) || !isPositive(pair[1]) } };
}

/** Two numbers of one unit. */
function sameNumbers(name: string, ast: Call, args: readonly Ast[], c: Context): [Expr, Expr] | null {
  if (args.length !== 2) return c.faults.add("wrong-arguments", ast, { name, expected: "甲, 乙" });
  const items = checkAll(args, c);
  if (items === null) return null;
  const [left, right] = items as [Expr, Expr];
  for (const [i, item] of items.entries())
    if (!isNumeric(item)) return c.faults.add("type-mismatch", args[i] as Ast, { expected: "数", found: typeName(item.type) });
  if (sharedUnit(items) === null)
    return c.faults.add("unit-mismatch", ast, { left: typeName(left.type), right: typeName(right.type), operator: name });
  return [left, right];
}

/** A figure of the policy, 1家, or a count of months, is never 0. */
export function isPositive(expr: Expr): boolean {
  if (expr.op === "scaleUp" || expr.op === "toRatio") return isPositive(expr.of);
  if (expr.op === "number") return expr.value > 0;
  return (expr.op === "param" && maxOf(expr) > 0 && !expr.type.nullable) || (expr.op === "call" && expr.name === "monthsBetween");
}

/** 第几年(首个年度): the policy year counted from that year, which is the first. */
function checkYearCount(ast: Call, args: readonly Ast[], c: Context): Expr | null {
  const [of] = args;
  if (of === undefined || args.length > 1) return c.faults.add("wrong-arguments", ast, { name: "第几年", expected: "首个年度" });
  const first = c.check(of, c);
  if (first === null) return null;
  if (first.type.kind !== "number" || unitOf(first) !== "" || first.type.scale !== 0)
    return c.faults.add("type-mismatch", of, { expected: "年份", found: typeName(first.type) });
  const type = numberType(0, "年", 9999, first.type.nullable);
  const one: Expr = { op: "number", value: 1, type: numberType(0, "", 1) };
  return { op: "add", left: { op: "sub", left: YEAR, right: first, type: { ...type, unit: "" } }, right: one, type };
}

function checkExtreme(op: "min" | "max", ast: Call, args: readonly Ast[], c: Context): Expr | null {
  const items = checkAll(args, c);
  if (items === null) return null;
  if (items.length < 2) return c.faults.add("wrong-arguments", ast, { name: op, expected: "两个以上的数" });
  for (const [i, item] of items.entries())
    if (!isNumeric(item)) return c.faults.add("type-mismatch", args[i] as Ast, { expected: "数", found: typeName(item.type) });
  const unit = sharedUnit(items);
  if (unit === null)
    return c.faults.add("unit-mismatch", ast, {
      left: typeName((items[0] as Expr).type),
      right: typeName((items[1] as Expr).type),
      operator: op,
    });
  const aligned = align(items);
  const max = op === "min" ? Math.min(...aligned.map(maxOf)) : Math.max(...aligned.map(maxOf));
  return { op, items: aligned, type: joined(aligned, unit, max) };
}

function checkAll(args: readonly Ast[], c: Context): Expr[] | null {
  const found = args.map((arg) => c.check(arg, c));
  return found.some((e) => e === null) ? null : (found as Expr[]);
}

function checkAbs(ast: Call, args: readonly Ast[], c: Context): Expr | null {
  const [of] = args;
  if (of === undefined || args.length > 1) return c.faults.add("wrong-arguments", ast, { name: "abs", expected: "一个数" });
  const value = c.check(of, c);
  if (value === null) return null;
  if (!isNumeric(value)) return c.faults.add("type-mismatch", of, { expected: "数", found: typeName(value.type) });
  return { op: "abs", of: value, type: value.type };
}

function checkNot(ast: Call, args: readonly Ast[], c: Context): Expr | null {
  const [of] = args;
  if (of === undefined || args.length > 1) return c.faults.add("wrong-arguments", ast, { name: "not", expected: "一个是否" });
  const value = c.check(of, c);
  if (value === null) return null;
  if (value.type.kind !== "boolean") return c.faults.add("type-mismatch", of, { expected: "是否", found: typeName(value.type) });
  return { op: "not", of: value, type: value.type };
}

function checkReading(ast: Call, args: readonly Ast[], c: Context): Expr | null {
  const [key] = args;
  if (key?.kind !== "string") return c.faults.add("wrong-arguments", ast, { name: "解读", expected: "一个解释的代号" });
  const options = c.scope.readings.get(key.value);
  if (options === undefined)
    return c.faults.add("unknown-reading", key, {
      name: key.value,
      options: [...c.scope.readings.keys()].join("、"),
      nearest: nearest(key.value, [...c.scope.readings.keys()]) ?? "",
    });
  return { op: "reading", key: key.value, type: { kind: "text", options, nullable: false } };
}

function checkStandard(signature: Signature, ast: Call, args: readonly Ast[], c: Context): Expr | null {
  const items = checkAll(args, c);
  if (items === null) return null;
  if (items.length !== signature.params.length)
    return c.faults.add("wrong-arguments", ast, {
      name: ast.callee.kind === "name" ? ast.callee.name : "",
      expected: `${signature.params.length} 个参数`,
    });
  for (const [i, item] of items.entries())
    if (item.type.kind !== signature.params[i])
      return c.faults.add("type-mismatch", args[i] as Ast, { expected: signature.params[i] ?? "", found: typeName(item.type) });
  return { op: "call", name: signature.name, args: [...items, ...(signature.extra ?? [])], type: signature.type(items) };
}

/** The policy's own function: its body is checked with the arguments in the places of its parameters. */
function expandMacro(name: string, { params, body }: Macro, ast: Call, args: readonly Ast[], c: Context): Expr | null {
  if (args.length !== params.length) return c.faults.add("wrong-arguments", ast, { name, expected: params.join("、") });
  const values = checkAll(args, c);
  if (values === null) return null;
  const names = new Map(c.scope.names);
  for (const [i, param] of params.entries()) names.set(param, values[i] as Expr);
  const macros = new Map(c.scope.macros);
  macros.delete(name); // a function can't call itself
  const scope: Scope = { ...c.scope, names, macros };
  if (typeof body !== "string") return body(scope);
  const parsed = parse(body, { names: [...names.keys()] });
  if (!parsed.ok) return c.faults.add("syntax", ast, { message: parsed.errors[0]?.message ?? "", expected: "", mend: "" });
  return c.check(parsed.value, { ...c, scope, present: new Set() });
}
