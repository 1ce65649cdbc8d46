/** Figure tables → named parameters, each with the clause and the words that make it. Dates and notes bind no parameter. */
import type { Param } from "@zhengdui/policy";
import { parseFigureValue } from "../read/parse-figure.ts";
import type { DocSection, FigureRow, PolicyDocument } from "../read/policy-document.ts";
import type { ClauseFigure } from "../rule/literals.ts";

export const paramsOf = (document: PolicyDocument): Param[] =>
  document.sections.flatMap((section) => section.figures.flatMap((row) => paramOf(section, row)));

function paramOf(section: DocSection, row: FigureRow): Param[] {
  if (row.name === null) return [];
  const value = parseFigureValue(row.value.text);
  const words = row.words.map((w) => w.text);
  const base = { name: row.name, clause: section.id, words };
  switch (value?.kind) {
    case "number":
      return value.unit === "日期" ? [] : [{ ...base, value: value.value, scale: value.scale, unit: value.unit }];
    case "list":
      return [{ ...base, value: value.items, scale: 0, unit: "" }];
    case "open":
      return [{ ...base, value: null, scale: 0, unit: "" }];
    default:
      return [];
  }
}

/** The figures that a rule of this section may write out. */
export function figuresOfClause(section: DocSection): ClauseFigure[] {
  return section.figures.flatMap((row) => {
    const value = parseFigureValue(row.value.text);
    return row.name !== null && value?.kind === "number"
      ? [{ name: row.name, value: value.value, scale: value.scale, unit: value.unit }]
      : [];
  });
}
