/** What a fact would have to be for a condition to hold, as far as the condition says it of that fact alone. */

import type { Expr } from "@zhengdui/feel";
import type { Fact, Param, Policy } from "@zhengdui/policy";
import { figureOfFen } from "../../../parts/figures/amount.ts";
import { day } from "../../../parts/figures/day.ts";
import { optionName } from "../../../parts/form/fact-name.ts";
import { t } from "../../../words/t.ts";

export interface Asked {
  /** Record or list of the fact; a condition on rows names it "item". */
  readonly of: string;
  readonly key: string;
  readonly fact: Fact;
}

/** "" where the condition doesn't say. */
export function needed(policy: Policy, test: Expr, asked: Asked): string {
  return [...new Set(demands(policy, test, asked, true))].join(t(" 或 "));
}

function demands(policy: Policy, test: Expr, asked: Asked, wanted: boolean): string[] {
  switch (test.op) {
    case "fact":
      return isAsked(test, asked) ? [wanted ? t("是") : t("否")] : [];
    case "not":
      return demands(policy, test.of, asked, !wanted);
    case "and":
    case "or":
      return test.items.flatMap((item) => demands(policy, item, asked, wanted));
    case "compare":
      return compared(policy, test, asked, wanted);
    case "oneOf":
      return chosen(policy, test, asked, wanted);
    default:
      return [];
  }
}

/** Through what only changes the scale. */
function isAsked(expr: Expr, asked: Asked): boolean {
  if (expr.op === "scaleUp" || expr.op === "toRatio") return isAsked(expr.of, asked);
  return expr.op === "fact" && expr.key === asked.key && (expr.of === asked.of || expr.of === "item");
}

type Comparison = Extract<Expr, { op: "compare" }>["test"];
const TURNED: Readonly<Record<Comparison, Comparison>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" };
const OPPOSITE: Readonly<Record<Comparison, Comparison>> = { "<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "=" };

function compared(policy: Policy, expr: Extract<Expr, { op: "compare" }>, asked: Asked, wanted: boolean): string[] {
  const left = isAsked(expr.left, asked);
  if (!left && !isAsked(expr.right, asked)) return [];
  const value = wordOf(policy, left ? expr.right : expr.left, asked);
  if (value === "") return [];
  const turned = left ? expr.test : TURNED[expr.test];
  return [relation(wanted ? turned : OPPOSITE[turned], value)];
}

function relation(test: Comparison, value: string): string {
  switch (test) {
    case "=":
      return value;
    case "!=":
      return t("不是{value}", { value });
    case "<":
      return t("不足 {value}", { value });
    case "<=":
      return t("不超过 {value}", { value });
    case ">":
      return t("超过 {value}", { value });
    case ">=":
      return t("达到 {value}", { value });
  }
}

/** "kind is one of …", or "roles has …". */
function chosen(policy: Policy, expr: Extract<Expr, { op: "oneOf" }>, asked: Asked, wanted: boolean): string[] {
  const word = (value: string) => (wanted ? value : t("不是{value}", { value }));
  if (isAsked(expr.list, asked)) return [wordOf(policy, expr.of, asked)].filter(Boolean).map(word);
  if (!isAsked(expr.of, asked)) return [];
  const items = expr.list.op === "texts" ? expr.list.items : paramOf(policy, expr.list)?.value;
  return Array.isArray(items) ? [word(items.map((item) => optionWord(asked.fact, String(item))).join("、"))] : [];
}

const paramOf = (policy: Policy, expr: Expr): Param | undefined =>
  expr.op === "param" ? policy.params.find(({ name }) => name === expr.name) : undefined;

function wordOf(policy: Policy, expr: Expr, asked: Asked): string {
  switch (expr.op) {
    case "text":
      return optionWord(asked.fact, expr.value);
    case "boolean":
      return expr.value ? t("是") : t("否");
    case "scaleUp":
    case "toRatio":
      return wordOf(policy, expr.of, asked);
    case "param": {
      const param = paramOf(policy, expr);
      return typeof param?.value === "number" ? figureWords(param.value, param.scale, param.unit) : "";
    }
    case "number":
      return asked.fact.type.kind === "date"
        ? day(new Date(expr.value * 86_400_000).toISOString().slice(0, 10))
        : expr.type.kind === "number"
          ? figureWords(expr.value, expr.type.scale, expr.type.unit)
          : "";
    default:
      return "";
  }
}

function optionWord({ type }: Fact, id: string): string {
  const options = type.kind === "option" || type.kind === "options" ? type.options : [];
  const found = options.find((option) => option.id === id);
  return found === undefined ? id : optionName(found);
}

function figureWords(value: number, scale: number, unit: string): string {
  if (unit === "元") return `${figureOfFen(BigInt(value) * 10n ** BigInt(Math.max(0, 2 - scale)), 0)} ${t("万元")}`;
  return scale === 0 ? `${value} ${unit}`.trim() : "";
}
