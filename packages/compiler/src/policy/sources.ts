/** Rule blocks as sources for the compiler: a reader with its place in the file, the decision table below it, and what all clauses share. */
import type { Expr } from "@zhengdui/feel";
import type { Macro, Scope } from "../check/scope.ts";
import { type Complaint, complain } from "../complaints.ts";
import type { DocSection, DocTable, PolicyDocument, RuleBlock } from "../read/policy-document.ts";
import type { SharedCondition } from "../rule/conditions.ts";
import { compileNamedTable } from "../rule/marginal-table.ts";
import type { MeasureSource } from "../rule/measure-source.ts";
import { RuleReader } from "../rule/rule-reader.ts";
import type { CellFault } from "../rule/source-table.ts";
import { figuresOfClause } from "./params.ts";

export const isMeasure = (block: RuleBlock): boolean => (block.value as { measure?: unknown } | null)?.measure !== undefined;

export function readerOf(document: PolicyDocument, section: DocSection, block: RuleBlock, complaints: Complaint[]): RuleReader {
  const value = (typeof block.value === "object" && block.value !== null ? block.value : {}) as Record<string, unknown>;
  return new RuleReader(
    value,
    [],
    (path, fault) => {
      const offset = "from" in fault ? fault.from : 0;
      const { line, column } = block.placeOf(path, offset);
      const written = textAt(value, path);
      const meant = "from" in fault ? written.slice(fault.from, fault.to) : written;
      const words = meant.trim().replace(/\s+/gu, " ");
      complaints.push(
        complain(fault.code, { file: document.file, line, column, words: words || written || section.id }, fault.args),
      );
    },
    figuresOfClause(section),
  );
}

function textAt(value: unknown, path: readonly (string | number)[]): string {
  let at: unknown = value;
  for (const key of path) at = typeof at === "object" && at !== null ? (at as Record<string | number, unknown>)[key] : undefined;
  return typeof at === "string" || typeof at === "number" || typeof at === "boolean"
    ? String(at)
    : (path.at(-1)?.toString() ?? "");
}

export function measureSource(
  document: PolicyDocument,
  section: DocSection,
  block: RuleBlock,
  complaints: Complaint[],
  notices: Complaint[],
): MeasureSource {
  const rule = readerOf(document, section, block, complaints);
  return {
    clause: section.id,
    rule,
    tables: block.tables,
    reportCell: cellReporter(document, complaints),
    notice: readerOf(document, section, block, notices).report,
    textAt: (path) => textAt(rule.value, path),
  };
}

/** Complains at a cell of a table, once: a table that is a function is compiled wherever it is used. */
function cellReporter(document: PolicyDocument, complaints: Complaint[]): (fault: CellFault) => void {
  const told = new Set<string>();
  return ({ cell, fault }) => {
    const [from, to] = "from" in fault ? [fault.from, fault.to] : [0, cell.text.length];
    const place = {
      file: document.file,
      line: cell.line,
      column: cell.column + from,
      words: cell.text.slice(from, to) || cell.text,
    };
    const key = `${fault.code} ${place.line} ${place.column}`;
    if (!told.has(key)) complaints.push(complain(fault.code, place, fault.args));
    told.add(key);
  };
}

function tableMacro(
  table: DocTable,
  section: DocSection,
  figureOf: (param: string) => number | null,
  reportCell: (fault: CellFault) => void,
): Macro {
  const figures = figuresOfClause(section);
  const body = (scope: Scope): Expr | null => {
    const made = compileNamedTable(table, scope, figures, figureOf);
    made.faults.forEach(reportCell);
    return made.expr;
  };
  return { params: table.caption?.params ?? [], body };
}

/** Conditions and functions that every clause may use, written once. */
export function sharedRules(document: PolicyDocument, figureOf: (param: string) => number | null, complaints: Complaint[]) {
  const conditions = new Map<string, SharedCondition>();
  const macros = new Map<string, Macro>();
  for (const section of document.sections)
    for (const block of section.rules) {
      const reader = readerOf(document, section, block, complaints);
      for (const [name, value] of reader.entries("conditions")) conditions.set(name, { clause: section.id, reader, value });
      for (const [head, text] of reader.entries("functions")) {
        const parsed = /^([^()\s]+)\(([^()]*)\)$/u.exec(head.replaceAll(" ", ""));
        if (parsed === null)
          reader.report(["functions", head], { code: "rule-shape", args: { found: head, expected: "名称(甲, 乙)" } });
        else
          macros.set(parsed[1] as string, {
            params: (parsed[2] as string).split(",").filter((p) => p !== ""),
            body: String(text),
          });
      }
      const reportCell = cellReporter(document, complaints);
      for (const table of block.tables)
        if (table.caption?.params) macros.set(table.caption.name, tableMacro(table, section, figureOf, reportCell));
    }
  return { conditions, macros };
}
