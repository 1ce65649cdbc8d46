/** cases.md → worked cases: the standard facts first, then every `##` with its facts and its outcome. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import { type Complaint, complain } from "../complaints.ts";
import type { DocTable } from "../read/policy-document.ts";
import { readTables, type TableSection } from "../read/read-tables.ts";
import { readCaseFacts, readStandardFacts, type StandardFacts } from "./case-facts.ts";
import { isOutcome, isTotals, readMeasures, readTotals } from "./case-outcome.ts";
import { type CasesReading, groupsOf, objectTo } from "./case-reading.ts";
import { isRoundTable, readRound } from "./case-round.ts";
import type { WorkedCase, WorkedRound } from "./worked-case.ts";

/** The `#` heading under which the standard facts stand. */
const STANDARD = "标准事实";

/** Cases of one applicant, and cases of several between whom a selection decides. */
export interface WorkedCases {
  readonly cases: readonly WorkedCase[];
  readonly rounds: readonly WorkedRound[];
}

/** The cases of one applicant: most are. */
export function readCases(file: string, text: string, policy: Policy): Outcome<readonly WorkedCase[], Complaint> {
  const read = readAllCases(file, text, policy);
  return read.ok ? ok(read.value.cases) : read;
}

/** `file` is only for complaints. Every fault of the file at once; whether the outcomes are right is for who runs them. */
export function readAllCases(file: string, text: string, policy: Policy): Outcome<WorkedCases, Complaint> {
  const sections = readTables(file, text);
  if (!sections.ok) return sections;
  const reading: CasesReading = { file, policy, groups: groupsOf(policy), complaints: [] };
  const standard = readStandardFacts(reading, standardTablesOf(sections.value));
  if (standard.applicants.size === 0)
    reading.complaints.push(complain("cases-samples", { file, line: 1, column: 1, words: STANDARD }, { head: headOf(policy) }));
  const cases: WorkedCase[] = [];
  const rounds: WorkedRound[] = [];
  let group = "";
  for (const section of sections.value) {
    const { heading, level } = section;
    if (level === 1) group = heading.text;
    if (level > 2 || (level === 2 && group === "")) objectTo(reading, "case-heading", heading);
    if (group === STANDARD) continue;
    if (level !== 2) complainOfStray(reading, section);
    else {
      const first = [...cases, ...rounds].find((c) => c.title === heading.text);
      if (first !== undefined) objectTo(reading, "case-title-twice", heading, { firstLine: first.line });
      if (section.tables.some(isRoundTable)) {
        const round = readRound(reading, standard, section, group);
        if (round !== null) rounds.push(round);
        continue;
      }
      const found = readCase(reading, standard, section, group);
      if (found !== null) cases.push(found);
    }
  }
  return reading.complaints.length > 0 ? fail(...reading.complaints) : ok({ cases, rounds });
}

/** The tables under 标准事实. */
export const standardTablesOf = (sections: readonly TableSection[]): readonly DocTable[] =>
  sections.filter((s) => isStandard(s, sections)).flatMap((s) => s.tables);

function isStandard(section: TableSection, all: readonly TableSection[]): boolean {
  const above = all.slice(0, all.indexOf(section) + 1).findLast((s) => s.level === 1);
  return above?.heading.text === STANDARD;
}

function complainOfStray(reading: CasesReading, { tables, fences }: TableSection): void {
  for (const { header, line } of tables)
    objectTo(reading, "case-stray", { text: header.map((c) => c.text).join(" | "), line, column: 1 });
  for (const { language, line } of fences) objectTo(reading, "case-stray", { text: `\`\`\`${language}`, line, column: 1 });
}

function readCase(reading: CasesReading, standard: StandardFacts, section: TableSection, group: string): WorkedCase | null {
  const { heading, tables } = section;
  complainOfStray(reading, { ...section, tables: [] });
  complainOfTwice(reading, tables);
  const { dossier, lines } = readCaseFacts(
    reading,
    standard,
    tables.filter((t) => !isOutcome(t) && !isTotals(t)),
  );
  const outcome = tables.find(isOutcome);
  const sums = tables.find(isTotals);
  if (outcome === undefined) objectTo(reading, "case-outcome-missing", heading, { part: "各条款的结论" });
  if (sums === undefined) objectTo(reading, "case-outcome-missing", heading, { part: "给予合计和可支付" });
  const measures = outcome === undefined ? [] : readMeasures(reading, outcome);
  const totals = sums === undefined ? null : readTotals(reading, sums);
  if (outcome !== undefined && outcome.rows.length === 0)
    objectTo(reading, "case-outcome-missing", heading, { part: "各条款的结论" });
  if (sums !== undefined && sums.rows.length === 0)
    objectTo(reading, "case-outcome-missing", heading, { part: "给予合计和可支付" });
  return totals === null ? null : { title: heading.text, group, line: heading.line, dossier, lines, measures, ...totals };
}

function complainOfTwice(reading: CasesReading, tables: readonly DocTable[]): void {
  for (const [i, { header, line }] of tables.entries()) {
    const name = header[0];
    const first = tables.findIndex((t) => t.header[0]?.text === name?.text);
    if (name !== undefined && first < i)
      objectTo(reading, "case-table-twice", { ...name, line }, { firstLine: tables[first]?.line ?? line });
  }
}

/** What the policy calls its applicants. */
const headOf = ({ facts }: Policy): string => facts.records.find(({ id }) => id === "applicant")?.label ?? "";
