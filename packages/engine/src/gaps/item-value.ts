/** What one item would be worth were its row another: the rule's own conditions, lets, amount and cap. */
import type { Expr } from "@zhengdui/feel";
import type { Form } from "@zhengdui/policy";
import type { Prepared, Row } from "../dossier.ts";
import { type Closure, closure, type Figures } from "../kernel/closures.ts";
import { reference } from "../kernel/reference.ts";
import { and3, OVERFLOW } from "../kernel/runtime.ts";

export interface ItemValue {
  readonly holds: boolean | null;
  /** 分: after the item's own cap; of a pooled measure its basis. */
  readonly value: number;
}

type Itemwise = Extract<Form, { kind: "each" | "pool" }>;
type ValueOf = (dossier: Prepared, row: Row) => ItemValue;

/** With closures; where a figure leaves the exact range, with big integers. */
export function itemValue(form: Itemwise, figures: Figures): ValueOf {
  const fast = valueWith(form, (expr) => closure(expr, figures));
  const exact = valueWith(form, (expr) => reference(expr, figures));
  return (dossier, row) => {
    try {
      return fast(dossier, row);
    } catch (error) {
      if (error === OVERFLOW) return exact(dossier, row);
      throw error;
    }
  };
}

function valueWith(form: Itemwise, compile: (expr: Expr) => Closure): ValueOf {
  const lets = form.lets.map((l) => [l.name, compile(l.value)] as const);
  const when = form.when.map((c) => compile(c.test));
  const amount = compile(form.kind === "each" ? form.amount : form.basis);
  const cap = form.kind === "each" && form.itemCap !== null ? compile(form.itemCap) : null;
  return (dossier, row) => {
    const env = { dossier, row, lets: {} as Record<string, unknown> };
    for (const [name, get] of lets) env.lets[name] = get(env);
    let holds: boolean | null = true;
    for (const test of when) holds = and3(holds, test(env) as boolean | null);
    const full = amount(env) as number | bigint;
    const top = cap === null ? full : (cap(env) as number | bigint);
    return { holds, value: Number(full > top ? top : full) };
  };
}
