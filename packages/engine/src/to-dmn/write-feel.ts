/**
 * A typed expression as plain FEEL. Numbers stay the scaled integers they are (money in 分, 20 % as 20), so that an engine that counts
 * in doubles gives the exact amount; what has to be cut is divided once and cut at once. Null is "not known", as in FEEL itself, but
 * where FEEL's equality would call it false.
 */
import type { Expr } from "@zhengdui/feel";
import { call, need, type Scope } from "./feel-scope.ts";
import { power, scaleOf } from "./scale.ts";
import { writeRatio } from "./write-ratio.ts";

/** How tightly a text holds together: what stands in a looser one needs no parentheses. */
const LOOSE = 0;
const OR = 1;
const AND = 2;
const COMPARE = 3;
const SUM = 4;
const PRODUCT = 5;
const ATOM = 6;

interface Written {
  readonly text: string;
  readonly level: number;
}

const atom = (text: string): Written => ({ text, level: ATOM });

/** @returns FEEL that may stand anywhere a single expression may */
export const writeFeel = (expr: Expr, scope: Scope): string => write(expr, scope).text;

/** FEEL that may be compared, divided, called upon. */
export const writeOperand = (expr: Expr, scope: Scope): string => atLeast(ATOM, write(expr, scope));

const atLeast = (level: number, { text, level: own }: Written): string => (own >= level ? text : `(${text})`);

export const quoted = (text: string): string => JSON.stringify(text);

function write(expr: Expr, scope: Scope): Written {
  switch (expr.op) {
    case "number":
      return expr.value < 0 ? { text: String(expr.value), level: SUM } : atom(String(expr.value));
    case "text":
      return atom(quoted(expr.value));
    case "boolean":
      return atom(String(expr.value));
    case "null":
      return atom("null");
    case "texts":
      return atom(`[${expr.items.map(quoted).join(", ")}]`);
    case "param":
      return atom(need(scope, scope.world.constants.get(expr.name)));
    case "fact":
    case "let":
    case "env":
    case "reading":
      return atom(reference(expr, scope));
    case "and":
    case "or":
      return joined(expr, scope);
    case "not":
      if (expr.of.op === "isNull") return { text: `${writeOperand(expr.of.of, scope)} != null`, level: COMPARE };
      return atom(`not(${writeFeel(expr.of, scope)})`);
    case "isNull":
      return { text: `${writeOperand(expr.of, scope)} = null`, level: COMPARE };
    case "if":
      return conditional(writeFeel(expr.when, scope), atLeast(OR, write(expr.then, scope)), writeFeel(expr.else, scope));
    case "oneOf":
      return unlessNull([expr.of], scope, () =>
        atom(`list contains(${writeFeel(expr.list, scope)}, ${writeFeel(expr.of, scope)})`),
      );
    case "compare":
      return comparison(expr, scope);
    case "call":
      return builtin(expr, scope);
    case "table":
      return table(expr, scope);
    case "toRatio":
    case "quotient":
      return atom(writeRatio(expr, scope, (e) => writeFeel(e, scope)));
    default:
      return arithmetic(expr, scope);
  }
}

/** A fact, a let, the year, a reading. */
function reference(expr: Extract<Expr, { op: "fact" | "let" | "env" | "reading" }>, scope: Scope): string {
  const { world } = scope;
  switch (expr.op) {
    case "fact": {
      if (expr.of === "item")
        return scope.row === null ? "null" : `${scope.row.variable}.${world.factName(scope.row.list, expr.key)}`;
      return `${need(scope, world.records.get(expr.of))}.${world.factName(expr.of, expr.key)}`;
    }
    case "let": {
      const found = scope.lets.get(expr.name);
      if (found === undefined) return "null";
      return found.id === null ? found.name : need(scope, { id: found.id, name: found.name });
    }
    case "reading":
      return `${need(scope, world.readings)}.${world.readingName(expr.key)}`;
    case "env":
      return environment(expr.name, scope);
  }
}

function environment(name: Extract<Expr, { op: "env" }>["name"], scope: Scope): string {
  const { world } = scope;
  switch (name) {
    case "year":
      return need(scope, world.year);
    case "yearStart":
      return `date(${need(scope, world.year)}, 1, 1)`;
    case "yearEnd":
      return `date(${need(scope, world.year)}, 12, 31)`;
    case "inForce":
      return `date("${world.inForce}")`;
    case "inForceMonth":
      return `date("${world.inForce.slice(0, 7)}-01")`;
  }
}

function joined(expr: Extract<Expr, { op: "and" | "or" }>, scope: Scope): Written {
  const [first] = expr.items;
  if (first === undefined) return atom(String(expr.op === "and"));
  if (expr.items.length === 1) return write(first, scope);
  const level = expr.op === "and" ? AND : OR;
  return { text: expr.items.map((item) => atLeast(level + 1, write(item, scope))).join(` ${expr.op} `), level };
}

function conditional(when: string, then: string, otherwise: string): Written {
  return { text: `if ${when} then ${then} else ${otherwise}`, level: LOOSE };
}

/** FEEL's `=` and `list contains` know null as a value; here it is what nobody knows. */
function unlessNull(operands: readonly Expr[], scope: Scope, known: () => Written): Written {
  const doubtful = operands.filter((operand) => operand.type.nullable);
  if (doubtful.length === 0) return known();
  const test = doubtful.map((operand) => `${writeOperand(operand, scope)} = null`).join(" or ");
  return conditional(test, "null", known().text);
}

function comparison(expr: Extract<Expr, { op: "compare" }>, scope: Scope): Written {
  const { left, right, test } = expr;
  const compared = (): Written => {
    if (left.type.kind === "ratio") {
      const difference = call(scope, scope.world.functionOf("compareRatios"), [writeFeel(left, scope), writeFeel(right, scope)]);
      return { text: `${difference} ${test} 0`, level: COMPARE };
    }
    const operand = (e: Expr): string => atLeast(COMPARE + 1, write(e, scope));
    return { text: `${operand(left)} ${test} ${operand(right)}`, level: COMPARE };
  };
  return test === "=" || test === "!=" ? unlessNull([left, right], scope, compared) : compared();
}

function builtin(expr: Extract<Expr, { op: "call" }>, scope: Scope): Written {
  if (expr.name === "yearOf") return atom(`${expr.args.map((arg) => writeOperand(arg, scope)).join("")}.year`);
  return atom(
    call(
      scope,
      scope.world.functionOf(expr.name),
      expr.args.map((arg) => writeFeel(arg, scope)),
    ),
  );
}

/** As a function of its inputs where it can be drawn as a decision table, else as a chain of conditions. */
function table(expr: Extract<Expr, { op: "table" }>, scope: Scope): Written {
  const lifted = scope.world.liftTable(expr, scope);
  if (lifted !== null) {
    const value = call(scope, lifted.call, lifted.inputs);
    return rescaled({ text: value, level: ATOM }, lifted.outputScale, scaleOf(expr.type));
  }
  const rows = expr.rows.map((row) => [writeFeel(row.test, scope), writeFeel(row.value, scope)] as const);
  return { text: rows.reduceRight((rest, [test, value]) => `if ${test} then ${value} else ${rest}`, "null"), level: LOOSE };
}

/** The same number, written in units of 10^-to instead of 10^-from; only ever to a finer unit. */
function rescaled(written: Written, from: number, to: number): Written {
  return to === from ? written : { text: `${atLeast(PRODUCT, written)} * ${power(to - from)}`, level: PRODUCT };
}

type Arithmetic = Extract<Expr, { op: "scaleUp" | "add" | "sub" | "mul" | "cut" | "cutDivide" | "abs" | "min" | "max" }>;

function arithmetic(expr: Arithmetic, scope: Scope): Written {
  if (expr.type.kind === "ratio") return atom(writeRatio(expr, scope, (e) => writeFeel(e, scope)));
  const cut = (text: string): Written => atom(call(scope, scope.world.functionOf("towardsZero"), [text]));
  switch (expr.op) {
    case "add":
      return { text: `${atLeast(SUM, write(expr.left, scope))} + ${atLeast(SUM, write(expr.right, scope))}`, level: SUM };
    case "sub":
      return { text: `${atLeast(SUM, write(expr.left, scope))} - ${atLeast(PRODUCT, write(expr.right, scope))}`, level: SUM };
    case "mul":
      return { text: `${atLeast(PRODUCT, write(expr.left, scope))} * ${writeOperand(expr.right, scope)}`, level: PRODUCT };
    case "scaleUp":
      return rescaled(write(expr.of, scope), 0, expr.by);
    case "cut":
      return cut(uncut(expr, scope));
    case "cutDivide": {
      const digits = scaleOf(expr.type) - scaleOf(expr.num.type) + scaleOf(expr.den.type);
      const num = rescaled(write(expr.num, scope), 0, digits);
      const den = writeOperand(expr.den, scope);
      const quotient = cut(`${atLeast(PRODUCT, num)} / ${den}`);
      return expr.den.op === "number" || expr.den.op === "param" ? quotient : conditional(`${den} = 0`, "null", quotient.text);
    }
    case "abs":
      return atom(`abs(${writeFeel(expr.of, scope)})`);
    case "min":
    case "max":
      return atom(`${expr.op}(${expr.items.map((item) => writeFeel(item, scope)).join(", ")})`);
  }
}

/** What a cut leaves the whole part of. A fraction of a whole number is divided once, by its own denominator: the product stays small. */
function uncut({ of, type }: Expr & { op: "cut" }, scope: Scope): string {
  const scale = scaleOf(type);
  if (of.type.kind !== "ratio") return `${atLeast(PRODUCT, write(of, scope))} / ${power(scaleOf(of.type) - scale)}`;
  const times = (ratio: Expr, by: string): string =>
    call(scope, scope.world.functionOf("ratioTimes"), [writeFeel(ratio, scope), by]);
  if (of.op === "mul")
    for (const [ratio, by] of [
      [of.left, of.right],
      [of.right, of.left],
    ] as const)
      if (by.op === "toRatio" && scaleOf(by.of.type) === scale) return times(ratio, writeFeel(by.of, scope));
  return times(of, power(scale));
}
