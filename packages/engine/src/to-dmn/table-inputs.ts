/** The columns of a drawn table as FEEL: what is asked, in which unit, under which name; and what each row goes back to. */
import { type Expr, walk } from "@zhengdui/feel";
import type { Param } from "@zhengdui/policy";
import type { Column } from "./draw-table.ts";
import { call, type Scope } from "./feel-scope.ts";
import { paramSourceWords, paramValueWords } from "./param-words.ts";
import { power, scaleOf } from "./scale.ts";

/** The input counted in the column's unit; `operand` is the input itself, as FEEL. */
export function columnInput(column: Column, operand: string, scope: Scope): string {
  const { type } = column.input;
  if (type.kind === "ratio") return call(scope, scope.world.functionOf("ratioTimes"), [operand, power(column.scale)]);
  if (type.kind !== "number") return operand;
  const from = scaleOf(type);
  if (column.scale === from) return operand;
  return column.scale < from ? `${operand} / ${power(from - column.scale)}` : `${operand} * ${power(column.scale - from)}`;
}

/** What an input is called where it has no name of its own: by its place. */
export function inputName(input: Expr, index: number, label: (ref: Expr) => string | undefined): string {
  const own = label(input);
  if (own !== undefined) return own;
  switch (input.op) {
    case "let":
    case "param":
      return input.name;
    case "env":
      return "年度";
    default:
      return `条件项${index + 1}`;
  }
}

export function inputType(input: Expr): string {
  switch (input.type.kind) {
    case "ratio":
      return "比例";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "text":
      return "string";
    case "date":
    case "month":
      return "date";
    case "texts":
      return "文字清单";
  }
}

/** Of each row: the row in words, and the figures that it rests on with the words that make them. */
export function rowAnnotations(table: Expr & { op: "table" }, params: ReadonlyMap<string, Param>): string[] {
  return table.rows.map((row) => {
    const names = new Set<string>();
    for (const side of [row.test, row.value]) walk(side, (e) => e.op === "param" && names.add(e.name));
    const figures = [...names].flatMap((name) => {
      const param = params.get(name);
      return param === undefined ? [] : [`${name}（${paramValueWords(param)}）：${paramSourceWords(param)}`];
    });
    return [row.text, ...figures].filter((words) => words !== "").join("；");
  });
}
