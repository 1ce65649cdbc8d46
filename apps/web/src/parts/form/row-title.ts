/** One line for a folded row: what it is called, and the figure or day by which a person knows it. */
import type { Fact, FactList } from "@zhengdui/policy";
import { day } from "../figures/day.ts";
import { wan } from "../figures/money.ts";
import { isRecord, type Json } from "./json.ts";
import { textOf } from "./typed.ts";

const NAMES = ["name", "id", "programme", "uscc"];

export function rowTitle(list: FactList, row: Json, index: number): { readonly name: string; readonly digest: string } {
  const record = isRecord(row) ? row : {};
  const name = NAMES.map((key) => textOf(record[key])).find((text) => text !== "") ?? `第 ${index + 1} 行`;
  const said = (kind: Fact["type"]["kind"]) =>
    list.facts.find((fact) => fact.type.kind === kind && textOf(record[fact.key]) !== "" && !NAMES.includes(fact.key));
  const option = said("option");
  const money = said("money");
  const date = said("date");
  const parts = [
    option?.type.kind === "option" ? option.type.options.find((o) => o.id === record[option.key])?.label : undefined,
    money === undefined ? undefined : `${wan(textOf(record[money.key]))} 万元`,
    date === undefined ? undefined : day(textOf(record[date.key])),
  ];
  return { name, digest: parts.filter((part) => part !== undefined && part !== name).join(" · ") };
}
