/** Raw JSON → a dossier ready to compute, or every problem of it. The policy's facts are laid out once; a call only reads. */
import { nearest, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { FactRecord, Policy } from "@zhengdui/policy";
import type { Prepared, Row } from "../dossier.ts";
import { describe, quoted } from "./describe.ts";
import { indexPath } from "./dossier-path.ts";
import { type Holds, isRunnable, runCheck, type Unread } from "./fact-check.ts";
import { type IntakeLayout, layOutIntake, type RecordReader } from "./intake-layout.ts";
import { type ListReader, type ReadList, readList } from "./list-reader.ts";
import { ProblemList } from "./problem-list.ts";
import { readReadings } from "./reading-choice.ts";
import { type BadKeys, isObject, type MutableRow, readFacts, unknownKey, wrongShape } from "./row-reader.ts";

export type Intake = (raw: unknown) => Outcome<Prepared, Problem>;

/** One reading in progress. Checks wait until every record and list is read. */
interface Reading {
  readonly dossier: Record<string, unknown> & Prepared;
  readonly problems: ProblemList;
  readonly records: RecordReader[];
  readonly lists: { readonly reader: ListReader; readonly read: ReadList }[];
  badRecords: Map<string, BadKeys> | null;
}

/**
 * `holds` evaluates a check's test. The outcome's errors name every problem by path (at most 1,000, then how many more there are);
 * texts are Chinese. Contract: the facts of policies/…/facts.md, and policy, year, settings.interpretations.
 */
export function createIntake(policy: Policy, holds: Holds): Intake {
  const layout = layOutIntake(policy);
  return (raw) => readDossier(layout, holds, raw);
}

function readDossier(layout: IntakeLayout, holds: Holds, raw: unknown): Outcome<Prepared, Problem> {
  const problems = new ProblemList();
  if (!isObject(raw)) {
    problems.add(() => wrongShape("", raw, "申报档案", "对象"));
    return { ok: false, errors: problems.all() };
  }
  const dossier = { ...layout.template };
  const reading: Reading = { dossier, problems, records: [], lists: [], badRecords: null };
  checkPolicy(layout.policy, raw.policy, problems);
  const yearRead = readYear(layout, raw.year, reading);
  const readingsRead = readChoice(layout, raw.settings, reading);
  for (const record of layout.records) readRecord(record, raw[record.record.id], reading);
  for (const list of layout.lists) readTopList(list, raw[list.list.id], reading);
  for (const key in raw) if (!layout.known.has(key)) problems.add(() => unknownKey("", key, layout.known));
  runChecks(holds, reading, { records: reading.badRecords, env: !yearRead || !readingsRead });
  return problems.empty ? ok(dossier) : { ok: false, errors: problems.all() };
}

function checkPolicy(policy: Policy, raw: unknown, problems: ProblemList): void {
  if (raw === undefined || raw === null || raw === policy.id) return;
  const close =
    typeof raw === "string" && nearest(raw, [policy.id]) !== null
      ? `是否应为 ${policy.id}`
      : `应为 ${policy.id}（${policy.number}），也可以不写`;
  problems.add(() => ({ path: "policy", problem: `不是本政策的代号，收到${describe(raw)}`, expected: close }));
}

function readYear(layout: IntakeLayout, raw: unknown, reading: Reading): boolean {
  const env = typeof raw === "number" ? layout.envs.get(raw) : undefined;
  if (env !== undefined) {
    Object.assign(reading.dossier, { year: env.year, env });
    return true;
  }
  reading.problems.add(() => yearProblem(layout.policy, raw));
  return false;
}

function yearProblem(policy: Policy, raw: unknown): Problem {
  const covered = `本政策的年度：${policy.years.join("、")}`;
  if (raw === undefined) return { path: "year", problem: "政策年度：缺少这一项", expected: covered };
  if (typeof raw === "string" && policy.years.some((year) => String(year) === raw)) {
    return { path: "year", problem: `政策年度：${quoted(raw)} 带了引号`, expected: `应写作数 ${raw}；${covered}` };
  }
  const known = typeof raw === "number" && Number.isInteger(raw);
  return {
    path: "year",
    problem: known ? `政策年度：本政策不含 ${raw} 年度` : `政策年度：应为年份，收到${describe(raw)}`,
    expected: covered,
  };
}

function readChoice(layout: IntakeLayout, settings: unknown, reading: Reading): boolean {
  if (!isObject(settings)) return true;
  const taken = readReadings(layout.choice, settings.interpretations, "settings.interpretations", reading.problems);
  if (taken !== undefined) Object.assign(reading.dossier, { readings: taken });
  return taken !== undefined;
}

function readRecord(reader: RecordReader, raw: unknown, reading: Reading): void {
  const { record } = reader;
  if (!isObject(raw)) {
    if ((raw === undefined || raw === null) && !record.required) return;
    spoil(reading, record.id, reader.row.allKeys);
    reading.problems.add(() => (raw === undefined ? missingRecord(record) : wrongShape(record.id, raw, record.label, "对象")));
    return;
  }
  const row: MutableRow = { ...reader.row.template };
  const bad = readFacts(reader.row, raw, row, () => record.id, reading.problems);
  if (bad !== null) spoil(reading, record.id, bad);
  for (const { key, reader: list } of reader.lists) (row as Record<string, unknown>)[key] = readRows(list, raw[key], reading);
  if (reader.checks.length > 0) reading.records.push(reader);
  (reading.dossier as Record<string, unknown>)[record.id] = row;
}

const missingRecord = (record: FactRecord): Problem => ({
  path: record.id,
  problem: `${record.label}：缺少这一项`,
  expected: "必须填写：对象 { … }",
});

function spoil(reading: Reading, record: string, keys: BadKeys): void {
  reading.badRecords ??= new Map();
  reading.badRecords.set(record, keys);
}

function readTopList(reader: ListReader, raw: unknown, reading: Reading): void {
  // The template's list is empty already.
  if (raw === undefined) return;
  (reading.dossier as Record<string, unknown>)[reader.list.id] = readRows(reader, raw, reading);
}

function readRows(reader: ListReader, raw: unknown, reading: Reading): readonly Row[] {
  const read = readList(reader, raw, reader.list.id, reading.problems);
  if (read.rows.length > 0 && reader.checks.length > 0) reading.lists.push({ reader, read });
  return read.rows;
}

function runChecks(holds: Holds, reading: Reading, unread: Unread): void {
  const { dossier, problems } = reading;
  for (const { record, checks } of reading.records) {
    for (const check of checks) {
      if (isRunnable(check, unread)) runCheck(check, dossier, null, null, () => record.id, holds, problems);
    }
  }
  for (const { reader, read } of reading.lists) {
    for (const check of reader.checks) {
      if (!isRunnable(check, unread)) continue;
      for (let i = 0; i < read.rows.length; i++) {
        const row = read.rows[i] as Row;
        runCheck(check, dossier, row, read.bad?.[i] ?? null, () => indexPath(reader.list.id, i), holds, problems);
      }
    }
  }
}
