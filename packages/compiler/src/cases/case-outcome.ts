/** The outcome of a worked case: | 条款 | 结论 | 金额 | 可能 | 给予 | 注明 | and | 给予合计 | 可支付 | 注明 |. */
import { formatMoney } from "@zhengdui/basics";
import { parseFigure } from "../read/parse-figure.ts";
import type { DocCell, DocTable } from "../read/policy-document.ts";
import { type CasesReading, objectTo } from "./case-reading.ts";
import { ABSENT, keyOf, MARK_WORDS, NONE, NOT_YET, STATUS_WORDS } from "./case-words.ts";
import type { Expected, ExpectedMeasure, WorkedCase } from "./worked-case.ts";

export const MEASURE_COLUMNS = ["条款", "结论", "金额"];
export const MEASURE_EXTRAS = ["可能", "给予", "注明"];
export const TOTAL_COLUMNS = ["给予合计", "可支付"];
const TOTAL_EXTRAS = ["注明"];

export const isOutcome = (table: DocTable): boolean => table.header[0]?.text === MEASURE_COLUMNS[0];
export const isTotals = (table: DocTable): boolean => table.header[0]?.text === TOTAL_COLUMNS[0];

type Columns = ReadonlyMap<string, DocCell>;

/** The rows by column; none after a complaint about the header. */
function rowsOf(reading: CasesReading, table: DocTable, needed: readonly string[], extra: readonly string[]): Columns[] {
  const names = table.header.map((cell) => cell.text);
  const others = names.slice(needed.length);
  const fine =
    needed.every((name, i) => names[i] === name) && others.every((name, i) => extra.includes(name) && others.indexOf(name) === i);
  if (!fine) {
    objectTo(reading, "case-outcome-header", { text: names.join(" | "), line: table.line, column: 1 });
    return [];
  }
  return table.rows.map((cells) => new Map(cells.map((cell, i) => [names[i] ?? "", cell])));
}

export function readMeasures(reading: CasesReading, table: DocTable): ExpectedMeasure[] {
  const found: ExpectedMeasure[] = [];
  for (const row of rowsOf(reading, table, MEASURE_COLUMNS, MEASURE_EXTRAS)) {
    const measure = readMeasure(reading, row);
    if (measure === null) continue;
    const clause = row.get("条款");
    if (clause !== undefined && found.some((m) => m.id === measure.id)) objectTo(reading, "case-clause-twice", clause);
    found.push(measure);
  }
  return found;
}

function readMeasure(reading: CasesReading, row: Columns): ExpectedMeasure | null {
  const cell = (name: string): DocCell => row.get(name) ?? { text: ABSENT, line: 0, column: 1 };
  const id = measureAt(reading, cell("条款"));
  const statusCell = cell("结论");
  const status = keyOf(STATUS_WORDS, statusCell.text);
  if (status === null) objectTo(reading, "case-status", statusCell, { known: Object.values(STATUS_WORDS) });
  const amount = amountAt(reading, cell("金额"));
  const said = (name: string): Expected<string> | null => (cell(name).text === ABSENT ? null : amountAt(reading, cell(name)));
  const [potential, granted] = [said("可能"), said("给予")];
  const marks = marksAt(reading, row.get("注明"));
  if (id === null || status === null || amount === null) return null;
  return { id, line: statusCell.line, status: { ...statusCell, value: status }, amount, potential, granted, marks };
}

/** By its label (第二条第（二）项), its clause (二（二）) or its id. */
function measureAt(reading: CasesReading, cell: DocCell): string | null {
  const { clauses, measures } = reading.policy;
  const labelOf = (clause: string): string => clauses.find((c) => c.id === clause)?.label ?? clause;
  const found = measures.find((m) => [m.id, m.clause, labelOf(m.clause)].includes(cell.text));
  if (found !== undefined) return found.id;
  return objectTo(reading, "case-clause", cell, { known: measures.map((m) => labelOf(m.clause)) });
}

/** — is no amount: 0. */
export function amountAt(reading: CasesReading, cell: DocCell): Expected<string> | null {
  if (cell.text === ABSENT) return { ...cell, value: formatMoney(0) };
  const figure = parseFigure(cell.text);
  if (figure !== null && (figure.unit === "元" || figure.value === 0)) return { ...cell, value: formatMoney(figure.value) };
  return objectTo(reading, "case-amount", cell, { expected: `带单位的金额，如 3.5万元、1234.56元；没有金额写 ${ABSENT}` });
}

function marksAt(reading: CasesReading, cell: DocCell | undefined): Expected<readonly string[]> | null {
  if (cell === undefined || cell.text === ABSENT) return null;
  if (cell.text === NONE) return { ...cell, value: [] };
  const marks = cell.text.split("、").map((word) => keyOf(MARK_WORDS, word));
  const known = marks.filter((mark) => mark !== null);
  if (known.length === marks.length) return { ...cell, value: known };
  return objectTo(reading, "case-mark", cell, { known: Object.values(MARK_WORDS) });
}

export function readTotals(reading: CasesReading, table: DocTable): Pick<WorkedCase, "granted" | "payable" | "marks"> | null {
  const rows = rowsOf(reading, table, TOTAL_COLUMNS, TOTAL_EXTRAS);
  const [row] = rows;
  const [grantedCell, payableCell] = [row?.get("给予合计"), row?.get("可支付")];
  if (grantedCell === undefined || payableCell === undefined) return null;
  if (rows.length > 1) objectTo(reading, "case-rows", grantedCell, { found: rows.length });
  const granted = amountAt(reading, grantedCell);
  const payable = payableCell.text === NOT_YET ? { ...payableCell, value: null } : amountAt(reading, payableCell);
  const marks = marksAt(reading, row?.get("注明"));
  return granted === null || payable === null ? null : { granted, payable, marks };
}
