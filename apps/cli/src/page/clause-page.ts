/** One measure for reading: the official words, who and under which conditions, the tiers, each figure with its words, the open places. */
import { formatWan } from "@zhengdui/basics";
import type { Condition, Form, Param, Policy } from "@zhengdui/policy";
import { combinationWords } from "./combination-page.ts";

/** By id (2.2) or clause (二（二）); null: no such measure. */
export function clausePage(policy: Policy, id: string): string | null {
  const measure = policy.measures.find((m) => m.id === id || m.clause === id);
  const clause = policy.clauses.find((c) => c.id === measure?.clause);
  if (measure === undefined || clause === undefined) return null;
  const figures = policy.params
    .filter((p) => p.clause === clause.id)
    .map((p) => `  ${p.name} = ${figureText(p)}　原文：${p.words.join("；")}`);
  const open = policy.interpretations.filter((i) => i.clause === clause.id);
  const readings = open.map(
    (i) => `  ${i.key}　${i.title}：${i.readings.map((r, n) => `${r.id}${n === 0 ? "（默认）" : ""} ${r.text}`).join("；")}`,
  );
  return [
    `${policy.number}　${clause.label}　${measure.title}（${measure.id}）`,
    `受款：${measure.payee}　名目：${measure.noun}`,
    `就高不重复　${combinationWords(policy, measure)}`,
    "",
    ...clause.sentences.map((s) => `  ${s}`),
    "",
    ...section("申报单位须符合", measure.who.map(conditionText)),
    ...formLines(measure.form),
    ...section("数与出处", figures),
    ...section("有待解释", readings),
  ].join("\n");
}

const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...lines, ""]);
const conditionText = (c: Condition): string => `  · ${c.text}${c.quote === "" ? "" : `　原文：${c.quote}`}`;

function figureText({ value, scale, unit }: Param): string {
  if (value === null) return "未定";
  if (typeof value !== "number") return value.join("、");
  if (unit === "元") return `${formatWan(value)} 万元`;
  if (unit === "" && scale > 0) return `${value / 10 ** (scale - 2)}%`;
  return `${value / 10 ** scale}${unit}`;
}

function formLines(form: Form): string[] {
  switch (form.kind) {
    case "each":
      return section("每个项目须符合", form.when.map(conditionText));
    case "pool":
      return [...section(`${form.name}逐项相加，每项须符合`, form.when.map(conditionText)), ...tiers(form)];
    case "tally":
      return [
        ...form.tallies.flatMap((t) => section(`${t.name}：每家须符合`, t.when.map(conditionText))),
        ...section("并且", form.when.map(conditionText)),
        ...tiers(form),
      ];
    case "discretionary":
      return ["一事一议，没有算式。", ""];
    case "no-subsidy":
      return [form.note, ""];
  }
}

function tiers(form: Extract<Form, { amount: unknown }>): string[] {
  const { amount } = form;
  if (amount.op !== "table") return [];
  return section(
    "档次",
    amount.rows.map((row) => `  ${row.text} → ${row.value.op === "param" ? row.value.name : "0"}`),
  );
}
