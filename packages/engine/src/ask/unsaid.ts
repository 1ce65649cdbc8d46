/** Takes out of an explanation what nobody has said: of facts that don't matter any more, no filling may be shown as a fact. */
import type { Measure } from "@zhengdui/policy";
import type { Figures } from "../kernel/closures.ts";
import type { ItemWhy, MeasureWhy, Why } from "../why.ts";
import type { Knowledge } from "./answers.ts";
import { foresee } from "./foresee.ts";
import { placeOf } from "./place.ts";
import type { Span } from "./span.ts";

/** Conditions that hang on open facts get no truth, open facts no value. Amounts stay: they hang on nothing open. */
export function withoutUnsaid(measure: Measure, why: MeasureWhy, at: Knowledge, figures: Figures): MeasureWhy {
  const { form } = measure;
  const list = form.kind === "each" || form.kind === "pool" ? form.list : "";
  const conditions = "when" in form ? form.when : [];
  const itemOf = (item: ItemWhy): ItemWhy => {
    const lets: Record<string, Span> = {};
    const place = placeOf(at, list, item.index, lets);
    if ("lets" in form) for (const each of form.lets) lets[each.name] = foresee(each.value, place, figures);
    const said = (node: Why): Why => leaves(node, list, item.index, at);
    const whys = item.conditions.map((node, i) =>
      truth(said(node), foresee((conditions[i] as (typeof conditions)[0]).test, place, figures)),
    );
    return { ...item, conditions: whys, lets: item.lets.map(said), amount: said(item.amount) };
  };
  const place = placeOf(at, "", -1);
  const who = why.who.map((node, i) => {
    const condition = measure.who[i];
    return condition === undefined ? node : truth(leaves(node, "", -1, at), foresee(condition.test, place, figures));
  });
  return { ...why, who, items: why.items.map(itemOf) };
}

const truth = (node: Why, span: Span): Why => (span.sure ? node : { ...node, value: null });

function leaves(node: Why, list: string, row: number, at: Knowledge): Why {
  const because = node.because.map((each) => leaves(each, list, row, at));
  if (node.of.kind !== "fact") return because.some((each, i) => each !== node.because[i]) ? { ...node, because } : node;
  const item = node.of.of === list && row >= 0;
  return at.isStated(node.of.of, item ? row : -1, node.of.key) ? node : { ...node, value: null };
}
