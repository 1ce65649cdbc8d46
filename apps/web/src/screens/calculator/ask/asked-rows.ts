/** The rows of a list while they are asked: which columns and cells still matter, and what moving on takes for granted. */
import type { Interview } from "@zhengdui/engine";
import type { Fact, FactList } from "@zhengdui/policy";
import { type FormContext, problemsOf } from "../../../parts/form/form-context.ts";
import { getAt, isList, isRecord, type Json, type Path } from "../../../parts/form/json.ts";
import { newId } from "../../../parts/form/typed.ts";
import { pathOfList } from "./topic.ts";

export interface AskedRows {
  readonly at: Path;
  readonly rows: readonly Json[];
  /** In declared order: what is open in any row, and what was stated in any; a row's number isn't asked. */
  readonly columns: readonly Fact[];
  readonly isOpen: (row: number, key: string) => boolean;
  /** Open cells that count as "no" where nothing is stated, and stand there as "no". */
  readonly tacit: readonly Cell[];
  /** Open cells that wait for an answer. */
  readonly left: readonly Cell[];
  readonly isWrong: boolean;
}

export interface Cell {
  readonly path: Path;
  readonly fact: Fact;
}

export function askedRows(list: FactList, interview: Interview, form: FormContext, skipped: readonly string[]): AskedRows {
  const at = pathOfList(list.id);
  const value = getAt(form.dossier, at);
  const rows = isList(value) ? value : [];
  const question = interview.questions.find((each) => each.kind === "rows" && each.list === list.id);
  const open = question?.kind === "rows" ? question.cells : [];
  const keys = new Set(open.map(({ key }) => key));
  const isSkipped = (key: string) => skipped.some((path) => path.startsWith(`${list.id}[`) && path.endsWith(`].${key}`));
  const cells = open.flatMap(({ row, key }): Cell[] => {
    const fact = list.facts.find((each) => each.key === key);
    return fact === undefined ? [] : [{ path: [...at, row, key], fact }];
  });
  return {
    at,
    rows,
    columns: list.facts.filter(
      ({ key }) => key !== "id" && (keys.has(key) || isSkipped(key) || rows.some((row) => isStated(row, key))),
    ),
    isOpen: (row, key) => open.some((cell) => cell.row === row && cell.key === key),
    tacit: cells.filter(({ fact }) => fact.presence === "optional"),
    left: cells.filter(({ fact }) => fact.presence !== "optional"),
    isWrong: rows.some((_, i) => list.facts.some(({ key }) => problemsOf(form, [...at, i, key]).length > 0)),
  };
}

export const isStated = (row: Json | undefined, key: string): boolean => isRecord(row) && row[key] !== undefined;
const isBlank = (row: Json): boolean => isRecord(row) && Object.keys(row).every((key) => key === "id");

export function blankRow(list: FactList, rows: readonly Json[]): Json {
  return list.facts.some(({ key }) => key === "id") ? { id: newId(list.label, rows) } : {};
}

/** Pasted rows behind those that are there; a row in which nothing was typed yet makes room. */
export function withPasted(
  list: FactList,
  rows: readonly Json[],
  pasted: readonly Readonly<Record<string, Json>>[],
): readonly Json[] {
  const all = rows.filter((row) => !isBlank(row));
  for (const row of pasted) all.push("id" in row ? row : { ...(blankRow(list, all) as object), ...row });
  return all;
}
