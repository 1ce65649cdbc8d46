/** Runs the worked cases of a policy's cases.md: every outcome that isn't what the policy gives is a complaint at its words. */
import { formatWanText, parseMoney } from "@zhengdui/basics";
import {
  type Complaint,
  complain,
  type Expected,
  MARK_WORDS,
  NOT_YET,
  readCases,
  STATUS_WORDS,
  type WorkedCase,
} from "@zhengdui/compiler";
import { createEngine, type Engine, type MeasureResult, type Result } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";

export interface CasesRun {
  readonly cases: number;
  readonly complaints: readonly Complaint[];
}

/** `text`: cases.md, null where there is none. `file` names it in complaints. */
export function runPolicyCases(policy: Policy, file: string, text: string | null): CasesRun {
  if (text === null) return { cases: 0, complaints: [complain("cases-missing", { file, line: 1, column: 1, words: "" })] };
  const read = readCases(file, text, policy);
  if (!read.ok) return { cases: 0, complaints: read.errors };
  const engine = createEngine(policy, "generated");
  return { cases: read.value.length, complaints: read.value.flatMap((worked) => runCase(engine, file, worked)) };
}

function runCase(engine: Engine, file: string, worked: WorkedCase): readonly Complaint[] {
  const { title } = worked;
  const dossier = engine.read(worked.dossier);
  if (!dossier.ok)
    return dossier.errors.map((fault) =>
      complain("case-unreadable", { file, line: lineOf(worked, fault.path), column: 1, words: title }, { title, ...fault }),
    );
  const result = engine.assess(dossier.value);
  const report: Report = { file, title, complaints: [] };
  for (const measure of result.measures) compareMeasure(report, worked, measure);
  compareTotals(report, worked, result);
  return report.complaints;
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

function compareMeasure(report: Report, worked: WorkedCase, found: MeasureResult): void {
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

function compareTotals(report: Report, worked: WorkedCase, { totals, marks }: Result): void {
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
