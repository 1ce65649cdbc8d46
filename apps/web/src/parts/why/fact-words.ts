/** Names facts by their path, and writes their values, in the policy's own words. */

import type { FactValue } from "@zhengdui/contract";
import type { Fact, FactSchema, Policy } from "@zhengdui/policy";
import { t } from "../../words/t.ts";
import { exactAmount } from "../figures/amount.ts";
import { day, month } from "../figures/day.ts";
import { factName, groupName, optionName } from "../form/fact-name.ts";
import { getAt, type Json, stepsOf } from "../form/json.ts";
import { rowTitle } from "../form/row-title.ts";

export interface FactWords {
  /** 软件实付 */
  readonly label: string;
  /** ERP升级: the row it stands in; "" for none. */
  readonly row: string;
  readonly fact: Fact | null;
  /** Of a sum or a count over a list. */
  readonly total: "money" | "count" | null;
  readonly unit: string;
}

export type NameFact = (path: string) => FactWords;

/** The rows' names are read from the dossier at hand. */
export function namesOf(policy: Policy, dossier: Json): NameFact {
  const totals = totalsOf(policy);
  return (path) => {
    const total = totals.get(path);
    if (total !== undefined) return { ...total, row: "", fact: null };
    const steps = stepsOf(path);
    const at = steps.findIndex((step) => typeof step === "number");
    const group = steps.filter((step, i) => typeof step === "string" && i < steps.length - 1).join(".");
    const key = String(steps.at(-1) ?? path);
    const fact = factOf(policy.facts, group, key);
    const list = at < 0 ? undefined : policy.facts.lists.find((each) => each.id === steps.slice(0, at).join("."));
    const index = Number(steps[at] ?? 0);
    const row = list === undefined ? "" : rowTitle(list, getAt(dossier, steps.slice(0, at + 1)) ?? null, index).name;
    const owner = list ?? [...policy.facts.records, ...policy.facts.lists].find(({ id }) => id === path);
    const label = fact !== undefined ? factName(fact) : owner !== undefined ? groupName(owner) : path;
    return { label, row, fact: fact ?? null, total: null, unit: fact?.type.kind === "count" ? fact.type.unit : "" };
  };
}

const factOf = (schema: FactSchema, group: string, key: string): Fact | undefined =>
  [...schema.records, ...schema.lists].find((each) => each.id === group)?.facts.find((fact) => fact.key === key);

function totalsOf(policy: Policy): Map<string, Pick<FactWords, "label" | "total" | "unit">> {
  const totals = new Map<string, Pick<FactWords, "label" | "total" | "unit">>();
  for (const { form } of policy.measures) {
    if (form.kind === "pool") totals.set(form.fact, { label: form.name, total: "money", unit: t("元") });
    if (form.kind === "tally")
      for (const tally of form.tallies) totals.set(tally.fact, { label: tally.name, total: "count", unit: t("家") });
  }
  return totals;
}

export function valueWords(words: FactWords, value: FactValue): string {
  if (value === null) return t("不详");
  if (words.total === "money") return exactAmount(String(value));
  if (words.total === "count") return `${value} ${words.unit}`;
  if (typeof value === "boolean") return value ? t("是") : t("否");
  const { fact } = words;
  if (fact === null) return Array.isArray(value) ? value.join(t("、")) : String(value);
  switch (fact.type.kind) {
    case "money":
      return exactAmount(String(value));
    case "count":
    case "decimal":
      return `${value} ${fact.type.unit}`.trim();
    case "date":
      return day(String(value));
    case "month":
      return month(String(value));
    case "year":
      return t("{year} 年度", { year: String(value) });
    case "option":
    case "options": {
      const { options } = fact.type;
      const word = (id: string) => {
        const found = options.find((option) => option.id === id);
        return found === undefined ? id : optionName(found);
      };
      return Array.isArray(value) ? value.map(word).join(t("、")) || t("无") : word(String(value));
    }
    default:
      return Array.isArray(value) ? value.join(t("、")) : String(value);
  }
}
