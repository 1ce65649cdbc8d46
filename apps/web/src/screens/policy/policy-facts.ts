/** What a reader wants to know of a measure, taken from the compiled policy: its figures in words, its tiers, the most it pays. */

import type { Expr } from "@zhengdui/feel";
import type { Condition, Measure, Param, Policy } from "@zhengdui/policy";
import { amountOfFen } from "../../parts/figures/amount.ts";
import { t } from "../../words/t.ts";

/** 50 万元, 20%, 10 家, 未定 */
export function figureText({ value, scale, unit, words }: Param): string {
  if (value === null) return t("未定");
  if (typeof value !== "number") return value.join("、");
  const [currency, ...per] = unit.split("/");
  if (currency === "元")
    return `${amountOfFen(BigInt(value))}${per.length === 0 ? "" : `（每${per.join("").replaceAll("·", "、每")}）`}`;
  if (unit !== "" || scale === 0) return `${decimal(value, scale)} ${unit}`.trim();
  return words.some((w) => w.includes("‰")) ? `${decimal(value, scale - 3)}‰` : `${decimal(value, scale - 2)}%`;
}

/** A scaled integer as a plain decimal. */
function decimal(value: number, scale: number): string {
  const digits = String(value).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

export interface Tiers {
  readonly title: string;
  readonly rows: readonly { readonly when: string; readonly gives: string }[];
}

/** The decision tables of a measure, in words. */
export function tiersOf(policy: Policy, { form, noun }: Measure): Tiers[] {
  const tables: (readonly [string, Expr])[] = [];
  if ("lets" in form) for (const { name, value } of form.lets) tables.push([name, value]);
  if ("amount" in form) tables.push([noun, form.amount]);
  return tables.flatMap(([title, expr]) => {
    if (expr.op !== "table") return [];
    return [{ title, rows: expr.rows.map((row) => ({ when: whenText(policy, row.text), gives: givenText(policy, row.value) })) }];
  });
}

/** A row may ask for the reading taken: by its id there, in words here. */
function whenText({ interpretations }: Policy, text: string): string {
  const readings = interpretations.flatMap((one) => one.readings);
  const words = text.split("，").map((part) => {
    const reading = readings.find(({ id }) => id === part);
    return reading === undefined ? part : `读作“${reading.text}”`;
  });
  return words.join("，");
}

function givenText(policy: Policy, expr: Expr): string {
  if (expr.op === "scaleUp" || expr.op === "toRatio") return givenText(policy, expr.of);
  if (expr.op === "number") return expr.value === 0 ? t("不给") : String(expr.value);
  const param = expr.op === "param" ? policy.params.find((p) => p.name === expr.name) : undefined;
  return param === undefined ? t("按算式") : figureText(param);
}

/** 分: the most that one item or, where items are added up or counted, the whole measure pays; null: the text sets no limit. */
export function mostOf({ form }: Measure): number | null {
  if (!("amount" in form)) return null;
  const lets = "lets" in form ? new Map(form.lets.map((l) => [l.name, l.value])) : new Map<string, Expr>();
  const limits = [form.amount, ...(form.kind === "each" ? [form.itemCap, form.yearCap] : [])];
  const least = Math.min(...limits.map((e) => (e === null ? Number.POSITIVE_INFINITY : upper(e, lets))));
  return Number.isFinite(least) ? least : null;
}

/** 单项最高 50.00 万元; `most` in 分. */
export const mostWords = ({ form }: Measure, most: number): string =>
  form.kind === "each"
    ? t("单项最高 {amount}", { amount: amountOfFen(BigInt(most)) })
    : t("最高 {amount}", { amount: amountOfFen(BigInt(most)) });

/** The largest value that figures alone allow. What is taken off is never below zero. */
function upper(expr: Expr, lets: ReadonlyMap<string, Expr>): number {
  const of = (e: Expr): number => upper(e, lets);
  switch (expr.op) {
    case "number":
      return expr.value;
    case "param":
      return expr.type.kind === "number" ? expr.type.max : Number.POSITIVE_INFINITY;
    case "let": {
      const value = lets.get(expr.name);
      return value === undefined ? Number.POSITIVE_INFINITY : of(value);
    }
    case "scaleUp":
      return of(expr.of) * 10 ** expr.by;
    case "add":
      return of(expr.left) + of(expr.right);
    case "sub":
      return of(expr.left);
    case "mul":
      return of(expr.left) * of(expr.right);
    case "cut": {
      const [from, to] = [expr.of.type, expr.type];
      const digits = from.kind === "number" && to.kind === "number" ? from.scale - to.scale : 0;
      return from.kind === "number" ? Math.floor(of(expr.of) / 10 ** digits) : Number.POSITIVE_INFINITY;
    }
    case "min":
      return Math.min(...expr.items.map(of));
    case "max":
      return Math.max(...expr.items.map(of));
    case "if":
      return Math.max(of(expr.then), of(expr.else));
    case "table":
      return Math.max(...expr.rows.map((row) => of(row.value)));
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** Do its items belong to projects that other measures may claim too? */
export function competes(policy: Policy, { id, form }: Measure): boolean {
  if (policy.combination === null || policy.combination.except?.includes(id) || (form.kind !== "each" && form.kind !== "pool"))
    return false;
  return policy.facts.lists.find((list) => list.id === form.list)?.projects !== "none";
}

/** Everyone's conditions, then those of each item or count, without repeats. */
export function conditionsOf({ who, form }: Measure): readonly Condition[] {
  const below = form.kind === "tally" ? form.tallies.flatMap((t) => t.when) : [];
  return [...who, ...below, ...("when" in form ? form.when : [])];
}
