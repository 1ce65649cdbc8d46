/** Runs worked cases by an engine that is handed in: of each case the numbers expected and found, and a complaint at every word that differs. */
import { formatWanText, type Outcome, type Problem, parseMoney } from "@zhengdui/basics";
import { type Complaint, complain } from "../complaints.ts";
import { MARK_WORDS, NOT_YET, STATUS_WORDS } from "./case-words.ts";
import type { CaseStatus, Expected, WorkedCase } from "./worked-case.ts";

/** What an assessment says, as far as a case can ask. Amounts in 元 with two decimals. */
export interface CaseResult {
  readonly measures: readonly CaseMeasure[];
  readonly totals: { readonly granted: string; readonly payable: string | null };
  readonly marks: readonly string[];
}

export interface CaseMeasure {
  readonly id: string;
  readonly clause: string;
  readonly status: CaseStatus;
  readonly amount: string;
  readonly granted: string;
  readonly potential: string;
  readonly marks: readonly string[];
  readonly items: readonly { readonly marks: readonly string[] }[];
}

/** The floors above have engines of this shape. */
export interface CaseEngine<P> {
  readonly read: (raw: unknown) => Outcome<P, Problem>;
  readonly assess: (dossier: P) => CaseResult;
}

/** One case with its two numbers: what is to be paid by the case, and by the rules. */
export interface CaseRun {
  readonly title: string;
  readonly group: string;
  readonly line: number;
  /** 元 with two decimals; null: not to be paid yet. */
  readonly expected: string | null;
  /** undefined: the dossier can't be read, the complaints say why. */
  readonly found: string | null | undefined;
  readonly complaints: readonly Complaint[];
}

export function runCase<P>(engine: CaseEngine<P>, file: string, worked: WorkedCase): CaseRun {
  const { title, group, line } = worked;
  const run = { title, group, line, expected: worked.payable.value };
  const dossier = engine.read(worked.dossier);
  if (!dossier.ok) {
    const complaints = dossier.errors.map((fault) =>
      complain("case-unreadable", { file, line: lineOf(worked, fault.path), column: 1, words: title }, { title, ...fault }),
    );
    return { ...run, found: undefined, complaints };
  }
  const result = engine.assess(dossier.value);
  const report: Report = { file, title, complaints: [] };
  for (const measure of result.measures) compareMeasure(report, worked, measure);
  compareTotals(report, worked, result);
  return { ...run, found: result.totals.payable, complaints: report.complaints };
}
/** The table of the fact complained of; the case's title where it has none. */
function lineOf({ lines, line }: WorkedCase, path: string): number {
  const groups = Object.keys(lines).filter(
    (id) => id !== "" && (path === id || /^[.[]/.test(path.slice(id.length))) && path.startsWith(id),
  );
  const longest = groups.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? line : (lines[longest] ?? line);
}

interface Report {
  readonly file: string;
  readonly title: string;
  readonly complaints: Complaint[];
}

function compareMeasure(report: Report, worked: WorkedCase, found: CaseMeasure): void {
  const wanted = worked.measures.find((m) => m.id === found.id);
  const status = STATUS_WORDS[found.status];
  if (wanted === undefined) {
    if (found.status === "not-claimed" || found.status === "no-subsidy") return;
    const cell = { text: worked.title, line: worked.line, column: 1 };
    differ(report, cell, `没有列出${found.clause}`, STATUS_WORDS["not-claimed"], status);
    return;
  }
  if (wanted.status.value !== found.status) differ(report, wanted.status, `${found.clause}的结论`, wanted.status.text, status);
  compareMoney(report, wanted.amount, `${found.clause}的金额`, found.amount);
  if (wanted.potential !== null || wanted.amount.value === found.amount)
    compareMoney(report, wanted.potential ?? wanted.amount, `${found.clause}的可能数`, found.potential);
  if (wanted.granted !== null) compareMoney(report, wanted.granted, `${found.clause}的给予数`, found.granted);
  if (wanted.marks !== null)
    compareMarks(report, wanted.marks, found.clause, [...found.marks, ...found.items.flatMap((item) => item.marks)]);
}

function compareTotals(report: Report, worked: WorkedCase, { totals, marks }: CaseResult): void {
  compareMoney(report, worked.granted, "的给予合计", totals.granted);
  compareMoney(report, worked.payable, "的可支付数", totals.payable);
  if (worked.marks !== null) compareMarks(report, worked.marks, "全档", marks);
}

function compareMoney(report: Report, wanted: Expected<string | null>, what: string, found: string | null): void {
  if (wanted.value !== found) differ(report, wanted, what, moneyWords(wanted.value), moneyWords(found));
}

function moneyWords(yuan: string | null): string {
  const fen = parseMoney(yuan);
  return fen.ok ? `${yuan} 元（${formatWanText(fen.value)}）` : NOT_YET;
}

function compareMarks(report: Report, wanted: Expected<readonly string[]>, where: string, found: readonly string[]): void {
  const words = [...new Set(found)].map((mark) => MARK_WORDS[mark] ?? mark).join("、") || "没有注明";
  const fits = wanted.value.length === 0 ? found.length === 0 : wanted.value.every((mark) => found.includes(mark));
  if (!fits) differ(report, wanted, `${where}的注明`, wanted.text, words);
}

function differ(
  report: Report,
  cell: Pick<Expected<unknown>, "text" | "line" | "column">,
  what: string,
  expected: string,
  found: string,
): void {
  const place = { file: report.file, line: cell.line, column: cell.column, words: cell.text };
  report.complaints.push(complain("case-differs", place, { title: report.title, what, expected, found }));
}
