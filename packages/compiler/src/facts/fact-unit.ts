/**
 * The units of 个数(…) and 小数(…): a measure word that figures are read with, or one that a registered figure of the text carries. Any other
 * can meet no figure: it is a slip of the pen, or a currency or a measure that nobody has declared.
 */
import type { FactKind } from "@zhengdui/policy";
import { type Complaint, complain } from "../complaints.ts";
import { COUNTED } from "../read/counters.ts";
import { parseFigureValue } from "../read/parse-figure.ts";
import type { DocCell, PolicyDocument } from "../read/policy-document.ts";

/** Units that figures of policy.md carry; null: they aren't all known, and nothing is said. */
export type KnownUnits = ReadonlySet<string> | null;

/** 三百万标柜 brings 标柜; 3万元/套间 brings 套间. */
export function unitsOf(document: PolicyDocument): ReadonlySet<string> {
  const rows = document.sections.flatMap((section) => section.figures);
  const written = rows.flatMap(({ value }) => {
    const figure = parseFigureValue(value.text);
    return figure?.kind === "number" ? figure.unit.split(/[/·]/u) : [];
  });
  return new Set(written.filter((unit) => unit !== "" && unit !== "元" && unit !== "日期"));
}

/** 万美元 is myriads of 美元: a fact is stated in what is counted. */
const MULTIPLE = /^(?:[百千]?万|亿|[百千])(?=.)/u;

export function unitComplaint(
  kind: FactKind | null,
  file: string,
  { text, line, column }: DocCell,
  units: KnownUnits,
): Complaint[] {
  if (kind?.kind !== "count" && kind?.kind !== "decimal") return [];
  const { unit } = kind;
  if (unit === "" || COUNTED.includes(unit) || units === null || units.has(unit)) return [];
  const word = kind.kind === "count" ? "个数" : "小数";
  const plain = unit.replace(MULTIPLE, "");
  const type = plain === "元" ? "金额" : plain !== unit && [...COUNTED, ...units].includes(plain) ? `${word}(${plain})` : "";
  const declared = [...units].filter((one) => !COUNTED.includes(one)).join("、");
  const args = { unit, word, plain, known: COUNTED.join("、"), declared, type };
  return [complain("facts-unit", { file, line, column, words: text }, args)];
}
