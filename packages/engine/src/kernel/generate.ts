/** Expression → JavaScript source, over the names `d` (dossier), `it` (item), `r_…` (runtime), `b_…` and `p_…` (built-ins) and the let variables in scope. */
import type { Builtin, Comparison, Expr } from "@zhengdui/feel";
import type { Value } from "../dossier.ts";
import { type Figures, scaleOf } from "./closures.ts";
import { plain } from "./runtime.ts";

/** Hands out variable names and remembers constants that don't fit into source text. */
export class Scope {
  readonly temps: string[] = [];
  readonly lets = new Map<string, string>();
  constructor(
    readonly figures: Figures,
    readonly constants: unknown[],
  ) {}

  temp(): string {
    const name = `t${this.temps.length}`;
    this.temps.push(name);
    return name;
  }

  constant(value: unknown): string {
    let at = this.constants.indexOf(value);
    if (at < 0) at = this.constants.push(value) - 1;
    return `k${at}`;
  }
}

const SAFE = Number.MAX_SAFE_INTEGER;
const nullable = (expr: Expr): boolean => expr.type.nullable;
const guarded = (expr: Expr, source: string): string =>
  expr.type.kind === "number" && expr.type.max <= SAFE ? source : `r_guard(${source})`;
export const property = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);

export function source(expr: Expr, s: Scope): string {
  switch (expr.op) {
    case "number":
    case "boolean":
    case "text":
      return literal(expr.value, s);
    case "null":
      return "null";
    case "texts":
      return s.constant(expr.items);
    case "param":
      return literal(s.figures.get(expr.name) ?? null, s);
    case "fact":
      return expr.of === "item" ? `it${property(expr.key)}` : `d${property(expr.of)}${property(expr.key)}`;
    case "let":
      return s.lets.get(expr.name) ?? "undefined";
    case "env":
      return `d.env.${expr.name}`;
    case "reading":
      return `d.readings[${JSON.stringify(expr.key)}]`;
    case "and":
      return logic(expr.items, "&&", "and3", s);
    case "or":
      return logic(expr.items, "||", "or3", s);
    case "not":
      return nullable(expr.of) ? `r_not3(${source(expr.of, s)})` : `!(${source(expr.of, s)})`;
    case "isNull":
      return `((${source(expr.of, s)})===null)`;
    case "if":
      return `(${truth(expr.when, s)}?${source(expr.then, s)}:${source(expr.else, s)})`;
    case "oneOf":
      return oneOf(expr.of, expr.list, s);
    case "table":
      return `(${expr.rows.map((row) => `${truth(row.test, s)}?${source(row.value, s)}`).join(":")}:null)`;
    case "call":
      return call(expr.name, expr.args, s);
    case "quotient":
      return lifted([expr.left, expr.right], s, ([a, b]) => `r_divRatio(${a},${b})`);
    case "compare":
      return inYear(expr, s) ?? compare(expr.test, expr.left, expr.right, s);
    default:
      return expr.type.kind === "ratio" || ("of" in expr && expr.of.type.kind === "ratio") ? ratio(expr, s) : number(expr, s);
  }
}

/** Source of a JavaScript boolean: is the expression true, and known? */
export const truth = (expr: Expr, s: Scope): string => (nullable(expr) ? `(${source(expr, s)})===true` : `(${source(expr, s)})`);

function literal(value: Value, s: Scope): string {
  return typeof value === "object" && value !== null ? s.constant(value) : JSON.stringify(value);
}

function logic(items: readonly Expr[], operator: string, kleene: string, s: Scope): string {
  if (!items.some(nullable)) return `(${items.map((item) => source(item, s)).join(operator)})`;
  return items.map((item) => source(item, s)).reduce((left, right) => `r_${kleene}(${left},${right})`);
}

/** Null in, null out: operands that may be null go through a temporary. */
function lifted(operands: readonly Expr[], s: Scope, build: (names: string[]) => string): string {
  const tests: string[] = [];
  const names = operands.map((operand) => {
    const text = source(operand, s);
    if (!nullable(operand)) return text;
    const name = s.temp();
    tests.push(`(${name}=${text})===null`);
    return name;
  });
  return tests.length === 0 ? build(names) : `(${tests.join("||")}?null:${build(names)})`;
}

function call(name: Builtin, args: readonly Expr[], s: Scope): string {
  const direct = !args.some(nullable) && plain[name] !== undefined;
  return `${direct ? "p" : "b"}_${name}(${args.map((arg) => source(arg, s)).join(",")})`;
}

/** A short list of words is compared word by word. */
function oneOf(of: Expr, list: Expr, s: Scope): string {
  const words = list.op === "texts" ? list.items : list.op === "param" ? s.figures.get(list.name) : null;
  if (!Array.isArray(words) || words.length > 12) return lifted([of], s, ([value]) => `${source(list, s)}.includes(${value})`);
  const t = s.temp();
  return lifted(
    [of],
    s,
    ([value]) => `((${t}=${value}),(${words.map((word) => `${t}===${JSON.stringify(word)}`).join("||") || "false"}))`,
  );
}

/** `date.year = year` without taking the date apart: it lies between the year's first and last day. */
function inYear(expr: Extract<Expr, { op: "compare" }>, s: Scope): string | null {
  const { left, right, test } = expr;
  const [date] = left.op === "call" && left.name === "yearOf" ? left.args : [];
  if (test !== "=" || date === undefined || right.op !== "env" || right.name !== "year") return null;
  const t = s.temp();
  return lifted([date], s, ([day]) => `((${t}=${day})>=d.env.yearStart&&${t}<=d.env.yearEnd)`);
}

function compare(test: Comparison, left: Expr, right: Expr, s: Scope): string {
  const sign = test === "=" ? "===" : test === "!=" ? "!==" : test;
  return lifted([left, right], s, ([a, b]) =>
    left.type.kind === "ratio" ? `(r_compareRatio(${a},${b})${sign}0)` : `((${a})${sign}(${b}))`,
  );
}

type Arithmetic = Extract<
  Expr,
  { op: "scaleUp" | "toRatio" | "add" | "sub" | "mul" | "cut" | "cutDivide" | "abs" | "min" | "max" }
>;

function number(expr: Arithmetic, s: Scope): string {
  switch (expr.op) {
    case "add":
      return lifted([expr.left, expr.right], s, ([a, b]) => guarded(expr, `((${a})+(${b}))`));
    case "sub":
      return lifted([expr.left, expr.right], s, ([a, b]) => guarded(expr, `((${a})-(${b}))`));
    case "mul":
      return lifted([expr.left, expr.right], s, ([a, b]) => guarded(expr, `((${a})*(${b}))`));
    case "scaleUp":
      return lifted([expr.of], s, ([a]) => guarded(expr, `((${a})*${10 ** expr.by})`));
    case "cut": {
      const [power, t] = [10 ** (scaleOf(expr.of) - scaleOf(expr)), s.temp()];
      return lifted([expr.of], s, ([a]) => `((${t}=${a}),(${t}-${t}%${power})/${power})`);
    }
    case "cutDivide": {
      const factor = 10 ** (scaleOf(expr) - scaleOf(expr.num) + scaleOf(expr.den));
      return lifted([expr.num, expr.den], s, ([a, b]) => `r_cutDivide(${a},${factor},${b})`);
    }
    case "abs":
      return lifted([expr.of], s, ([a]) => `Math.abs(${a})`);
    case "min":
    case "max":
      return lifted(expr.items, s, (names) => chosen(names, expr.op === "min" ? "<" : ">", s));
    case "toRatio":
      return lifted([expr.of], s, ([a]) => `r_toRatio(${a},${scaleOf(expr.of)})`);
  }
}

function chosen(names: string[], sign: string, s: Scope): string {
  const [best, next] = [s.temp(), s.temp()];
  const steps = names.slice(1).map((name) => `(${next}=${name})${sign}${best}&&(${best}=${next})`);
  return `((${best}=${names[0]}),${steps.map((step) => `${step},`).join("")}${best})`;
}

function ratio(expr: Arithmetic, s: Scope): string {
  switch (expr.op) {
    case "add":
    case "sub":
    case "mul":
      return lifted([expr.left, expr.right], s, ([a, b]) => `r_${expr.op}Ratio(${a},${b})`);
    case "cut":
      return lifted([expr.of], s, ([a]) => `r_cutRatio(${a},${scaleOf(expr)})`);
    case "abs":
      return lifted([expr.of], s, ([a]) => `r_absRatio(${a})`);
    case "min":
    case "max":
      return lifted(expr.items, s, (names) => names.reduce((a, b) => `r_${expr.op}Ratio(${a},${b})`));
    case "toRatio":
    case "scaleUp":
    case "cutDivide":
      return number(expr, s);
  }
}
