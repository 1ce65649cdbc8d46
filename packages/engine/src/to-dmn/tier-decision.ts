/** A measure's table of tiers as a decision with a decision table, hit policy UNIQUE; a table that no cells can say, as conditions in a row. */
import type { Expr } from "@zhengdui/feel";
import type { Place } from "./dmn-model.ts";
import { decisionTable, drawTable } from "./draw-table.ts";
import type { Named, Scope } from "./feel-scope.ts";
import type { ModelBuilder } from "./model-builder.ts";
import { scaleOf } from "./scale.ts";
import { columnInput, inputType, rowAnnotations } from "./table-inputs.ts";
import { writeFeel, writeOperand } from "./write-feel.ts";

interface TierDraft {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly noun: string;
  readonly clauses: readonly string[];
  readonly lets: Scope["lets"];
  readonly place: Place;
}

/** With the scale of its value: −4 where it is in 万元. */
export function tierDecision(builder: ModelBuilder, table: Expr & { op: "table" }, draft: TierDraft): Named & { scale: number } {
  const { id, label, noun, clauses, place, lets } = draft;
  const scope = builder.scope(draft.name, null, lets);
  const name = builder.names.take(draft.name);
  const drawn = drawTable(table, builder.world.figureOf);
  if (drawn === null) {
    const scale = scaleOf(table.type);
    const logic = { kind: "literal", text: writeFeel(table, scope) } as const;
    const made = builder.addDecision({ id, name, label, description: "", type: "number", logic, scope, clauses, place });
    return { ...made, scale };
  }
  const inputs = drawn.columns.map((column, i) => {
    const own = builder.inputLabel(column.input, i, scope);
    const text = columnInput(column, writeOperand(column.input, scope), scope);
    const type = column.input.type.kind === "ratio" ? "number" : inputType(column.input);
    return { label: `${own}${column.unit === "" ? "" : `（${column.unit}）`}`, text, type };
  });
  const values = drawn.values ?? table.rows.map((row) => writeFeel(row.value, scope));
  const output = { label: `${noun}${drawn.outputUnit === "" ? "" : `（${drawn.outputUnit}）`}`, type: "number" };
  const logic = {
    kind: "table",
    ...decisionTable(drawn, inputs, output, values, rowAnnotations(table, builder.params)),
  } as const;
  const description = `各档的数照原文，单位见列名；${output.label}。`;
  const made = builder.addDecision({ id, name, label, description, type: "number", logic, scope, clauses, place });
  return { ...made, scale: drawn.outputScale };
}
