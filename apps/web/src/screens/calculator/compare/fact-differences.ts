/** The facts in which two dossiers of one policy differ, by name, row by row where their ids match, and how many are equal. Pure. */

import type { Fact, FactList, Policy } from "@zhengdui/policy";
import { factName, groupName } from "../../../parts/form/fact-name.ts";
import { getAt, isList, isRecord, type Json, type Path, pathText } from "../../../parts/form/json.ts";
import { rowTitle } from "../../../parts/form/row-title.ts";
import { t } from "../../../words/t.ts";
import type { Sheet } from "../desk.ts";
import { said, saidWords } from "./said.ts";

export interface FactDifference {
  /** The record or list, and the fact's key; key "": a whole row, or whether there are any rows. */
  readonly of: string;
  readonly key: string;
  /** 软件采购 */
  readonly group: string;
  /** ERP升级; "" outside of lists. */
  readonly row: string;
  readonly label: string;
  readonly left: string;
  readonly right: string;
}

export interface FactComparison {
  readonly differences: readonly FactDifference[];
  /** Facts that at least one of the two states, and in which they agree. */
  readonly equal: number;
}

export type Said = Pick<Sheet, "dossier" | "skipped">;

interface Sides {
  readonly left: Said;
  readonly right: Said;
  readonly differences: FactDifference[];
  equal: number;
}

export const YEAR = "year";
export const READING = "reading";

export function factDifferences(policy: Policy, left: Said, right: Said): FactComparison {
  const sides: Sides = { left, right, differences: [], equal: 0 };
  compareYear(sides);
  for (const record of policy.facts.records) {
    const at: Path = record.id.split(".");
    compareFacts(sides, { of: record.id, group: groupName(record), row: "" }, record.facts, at, at);
  }
  for (const list of policy.facts.lists) compareList(sides, list);
  compareReadings(sides, policy);
  return { differences: sides.differences, equal: sides.equal };
}

type Place = Pick<FactDifference, "of" | "group" | "row">;

function add(sides: Sides, place: Place, key: string, label: string, left: string, right: string): void {
  sides.differences.push({ ...place, key, label, left, right });
}

function compareYear(sides: Sides): void {
  const [left, right] = [getAt(sides.left.dossier, [YEAR]), getAt(sides.right.dossier, [YEAR])];
  const words = (year: Json | undefined) =>
    year === undefined || year === null ? t("未填") : t("{year} 年度", { year: String(year) });
  if (left === right) sides.equal++;
  else add(sides, { of: YEAR, group: t("政策年度"), row: "" }, YEAR, t("政策年度"), words(left), words(right));
}

function compareFacts(sides: Sides, place: Place, facts: readonly Fact[], atLeft: Path, atRight: Path): void {
  for (const fact of facts) {
    const [leftPath, rightPath] = [
      [...atLeft, fact.key],
      [...atRight, fact.key],
    ];
    const [left, right] = [getAt(sides.left.dossier, leftPath), getAt(sides.right.dossier, rightPath)];
    if (said(fact, left) === said(fact, right)) {
      if ((left ?? right ?? null) !== null) sides.equal++;
      continue;
    }
    const words = (side: Said, value: Json | undefined, path: Path) =>
      saidWords(fact, value, side.skipped.includes(pathText(path)));
    add(sides, place, fact.key, factName(fact), words(sides.left, left, leftPath), words(sides.right, right, rightPath));
  }
}

function compareList(sides: Sides, list: FactList): void {
  const at: Path = list.id.split(".");
  const [left, right] = [getAt(sides.left.dossier, at), getAt(sides.right.dossier, at)];
  if (isList(left) !== isList(right) && rowsIn(left).length + rowsIn(right).length === 0) {
    const words = (side: Said, value: Json | undefined) =>
      isList(value) ? t("没有") : side.skipped.includes(list.id) ? t("不知道") : t("没有填");
    add(
      sides,
      { of: list.id, group: groupName(list), row: "" },
      "",
      t("有没有"),
      words(sides.left, left),
      words(sides.right, right),
    );
  }
  for (const [i, j] of pairRows(list, rowsIn(left), rowsIn(right))) {
    if (i !== null && j !== null) {
      const { name } = rowTitle(list, rowsIn(left)[i] ?? null, i);
      compareFacts(sides, { of: list.id, group: groupName(list), row: name }, list.facts, [...at, i], [...at, j]);
    } else if (i !== null) addRow(sides, list, rowsIn(left)[i] ?? null, i, "left");
    else if (j !== null) addRow(sides, list, rowsIn(right)[j] ?? null, j, "right");
  }
}

/** A row that only one of them has. */
function addRow(sides: Sides, list: FactList, row: Json, index: number, side: "left" | "right"): void {
  const { name, digest } = rowTitle(list, row, index);
  const here = digest === "" ? t("有") : t("有：{digest}", { digest });
  const place = { of: list.id, group: groupName(list), row: name };
  add(sides, place, "", t("整项"), side === "left" ? here : t("没有"), side === "right" ? here : t("没有"));
}

const rowsIn = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

/** Rows of the same name belong together; several of one name, and rows without any, in their order. */
export function pairRows(
  list: FactList,
  left: readonly Json[],
  right: readonly Json[],
): readonly (readonly [number | null, number | null])[] {
  const keys = namingKeys(list);
  const named = new Map<string, number[]>();
  for (const [j, row] of right.entries()) {
    const name = nameOf(row, keys);
    named.set(name, [...(named.get(name) ?? []), j]);
  }
  const pairs: (readonly [number | null, number | null])[] = left.map((row, i) => [
    i,
    named.get(nameOf(row, keys))?.shift() ?? null,
  ]);
  const alone = [...named.values()].flat().sort((a, b) => a - b);
  return [...pairs, ...alone.map((j) => [null, j] as const)];
}

/** The id; else the first fact of which a policy says that it is unique, else the codes and texts that must be stated, together. */
function namingKeys(list: FactList): readonly string[] {
  const has = (key: string) => list.facts.some((fact) => fact.key === key);
  if (has("id")) return ["id"];
  if (list.unique.length > 0) return list.unique.slice(0, 1);
  const naming = list.facts.filter(
    ({ type, presence }) => presence === "required" && (type.kind === "uscc" || type.kind === "text"),
  );
  return naming.map(({ key }) => key);
}

const nameOf = (row: Json, keys: readonly string[]): string =>
  JSON.stringify(keys.map((key) => (isRecord(row) ? (row[key] ?? null) : null)));

function compareReadings(sides: Sides, policy: Policy): void {
  for (const { key, title, readings } of policy.interpretations) {
    const idOf = (side: Said) => getAt(side.dossier, ["settings", "interpretations", key]) ?? readings[0]?.id ?? "";
    const [left, right] = [idOf(sides.left), idOf(sides.right)];
    if (left === right) continue;
    const words = (id: Json) => readings.find((reading) => reading.id === id)?.text ?? String(id);
    add(sides, { of: READING, group: t("条文口径"), row: "" }, key, title, words(left), words(right));
  }
}
