/** One line for a folded row: what it is called, and the figure or day by which a person knows it. */

import type { Fact, FactList, Option } from "@zhengdui/policy";
import { t } from "../../words/t.ts";
import { amountOf } from "../figures/amount.ts";
import { day } from "../figures/day.ts";
import { optionName } from "./fact-name.ts";
import { isRecord, type Json } from "./json.ts";
import { textOf } from "./typed.ts";

const NAMES = ["name", "id", "programme", "uscc"];

export function rowTitle(list: FactList, row: Json, index: number): { readonly name: string; readonly digest: string } {
  const record = isRecord(row) ? row : {};
  const name = NAMES.map((key) => textOf(record[key])).find((text) => text !== "") ?? t("第 {n} 行", { n: index + 1 });
  const said = (kind: Fact["type"]["kind"]) =>
    list.facts.find((fact) => fact.type.kind === kind && textOf(record[fact.key]) !== "" && !NAMES.includes(fact.key));
  const option = said("option");
  const money = said("money");
  const date = said("date");
  const parts = [
    option?.type.kind === "option" ? optionWord(option.type.options, record[option.key]) : undefined,
    money === undefined ? undefined : amountOf(textOf(record[money.key])),
    date === undefined ? undefined : day(textOf(record[date.key])),
  ];
  return { name, digest: parts.filter((part) => part !== undefined && part !== name).join(" · ") };
}

function optionWord(options: readonly Option[], id: Json | undefined): string | undefined {
  const found = options.find((option) => option.id === id);
  return found === undefined ? undefined : optionName(found);
}
