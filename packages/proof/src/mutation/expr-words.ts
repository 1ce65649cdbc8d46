/** An expression in the words of the rules, for reports. Not to be parsed again. */
import type { Expr } from "@zhengdui/feel";
import type { Param, Policy } from "@zhengdui/policy";
import { partsOf } from "./expr-sites.ts";

export interface Wording {
  readonly policy: Policy;
  /** The list whose row is read, "" where there is none. */
  readonly list: string;
}

const SIGNS: Readonly<Record<string, string>> = { add: "+", sub: "-", mul: "*", quotient: "/" };
const ENV_WORDS = { year: "年度", yearStart: "年初", yearEnd: "年末", inForce: "施行日", inForceMonth: "施行月" } as const;

export function exprWords(expr: Expr, wording: Wording): string {
  const words = (e: Expr): string => exprWords(e, wording);
  const inner = (e: Expr): string => (["and", "or", "if", "compare"].includes(e.op) ? `(${words(e)})` : words(e));
  switch (expr.op) {
    case "number":
      return scaledWords(expr.value, expr.type.kind === "number" ? expr.type : { scale: 0, unit: "" });
    case "param":
      return expr.name;
    case "text":
      return `"${expr.value}"`;
    case "boolean":
      return expr.value ? "恒成立" : "恒不成立";
    case "null":
      return "null";
    case "texts":
      return `(${expr.items.map((item) => `"${item}"`).join(", ")})`;
    case "fact":
      return factWords(expr, wording);
    case "let":
      return expr.name;
    case "env":
      return ENV_WORDS[expr.name];
    case "reading":
      return `解读("${expr.key}")`;
    case "toRatio":
    case "scaleUp":
      return words(expr.of);
    case "cut":
      return `到分(${words(expr.of)})`;
    case "cutDivide":
      return `到分(${inner(expr.num)} / ${inner(expr.den)})`;
    case "compare":
      return `${words(expr.left)} ${expr.test} ${words(expr.right)}`;
    case "isNull":
      return `${words(expr.of)} = null`;
    case "not":
      return `not(${words(expr.of)})`;
    case "and":
    case "or":
      return expr.items.map(inner).join(` ${expr.op} `);
    case "if":
      return `if ${words(expr.when)} then ${words(expr.then)} else ${words(expr.else)}`;
    case "oneOf":
      return `${words(expr.of)} in ${words(expr.list)}`;
    case "table":
      return `表（${expr.rows.map((row) => row.text).join("；")}）`;
    case "add":
    case "sub":
    case "mul":
    case "quotient":
      return `${inner(expr.left)} ${SIGNS[expr.op]} ${inner(expr.right)}`;
    case "call":
      return callWords(expr, words);
    default:
      return `${(expr as Expr).op}(${partsOf(expr).map(words).join(", ")})`;
  }
}

const CALLS = { monthsBetween: "月数", monthsWithin: "年内月数", sizeOf: "企业规模", sectionOf: "门类" } as const;

/** As the rules call it: 付款日.year; the year that 年内月数 is of isn't written. */
function callWords({ name, args }: Extract<Expr, { op: "call" }>, words: (e: Expr) => string): string {
  if (name === "yearOf") return `${args.map(words).join("")}.year`;
  const written = name === "monthsWithin" ? args.slice(0, 2) : args;
  return `${CALLS[name]}(${written.map(words).join(", ")})`;
}

function factWords({ of, key }: Extract<Expr, { op: "fact" }>, { policy, list }: Wording): string {
  const group =
    of === "item" ? policy.facts.lists.find(({ id }) => id === list) : policy.facts.records.find(({ id }) => id === of);
  const label = group?.facts.find((fact) => fact.key === key)?.label ?? key;
  return of === "item" ? label : `${group?.label ?? of}.${label}`;
}

export const figureWords = ({ value, scale, unit }: Pick<Param, "value" | "scale" | "unit">): string =>
  typeof value === "number" ? scaledWords(value, { scale, unit }) : value === null ? "未定" : value.join("、");

/** 50万元, 20%, 10家, 0.01元 */
function scaledWords(value: number, { scale, unit }: { readonly scale: number; readonly unit: string }): string {
  const wan = unit === "元" && value !== 0 && value % 10 ** (scale + 4) === 0;
  if (wan) return `${plain(value, scale + 4)}万元`;
  return unit === "" && scale >= 2 ? `${plain(value, scale - 2)}%` : `${plain(value, scale)}${unit}`;
}

function plain(value: number, scale: number): string {
  const digits = String(Math.abs(value)).padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, "");
  return value < 0 ? `-${text}` : text;
}
