/** The policy's facts laid out once for reading: readers of every record and list, and the dossier in which everything is absent. */
import { parseDate, parseMonth } from "@zhengdui/basics";
import type { FactRecord, Policy } from "@zhengdui/policy";
import type { Prepared } from "../dossier.ts";
import { type FactCheck, factCheck } from "./fact-check.ts";
import { EMPTY_LIST, type ListReader, listReader } from "./list-reader.ts";
import { type ReadingChoice, readingChoice } from "./reading-choice.ts";
import { type RowReader, rowReader } from "./row-reader.ts";

export interface RecordReader {
  readonly record: FactRecord;
  readonly row: RowReader;
  /** Lists inside the record, by their key in it. */
  readonly lists: readonly { readonly key: string; readonly reader: ListReader }[];
  readonly checks: readonly FactCheck[];
}

export interface IntakeLayout {
  readonly policy: Policy;
  /** Copied for every dossier, so that all of them have one shape in memory. */
  readonly template: Prepared;
  readonly envs: ReadonlyMap<number, Prepared["env"]>;
  readonly choice: ReadingChoice;
  readonly records: readonly RecordReader[];
  readonly lists: readonly ListReader[];
  /** Keys that may stand at the top of a dossier. */
  readonly known: ReadonlySet<string>;
}

export function layOutIntake(policy: Policy): IntakeLayout {
  const { facts } = policy;
  const records = facts.records.map((record) => recordReader(policy, record));
  const lists = facts.lists.filter((list) => !list.id.includes(".")).map(listReader);
  const envs = new Map(policy.years.map((year) => [year, envOf(policy, year)]));
  const choice = readingChoice(policy.interpretations);
  const keys = [...records.map(({ record }) => record.id), ...lists.map(({ list }) => list.id)];
  return {
    policy,
    template: templateOf(envs, choice, records, lists),
    envs,
    choice,
    records,
    lists,
    known: new Set(["policy", "year", "settings", ...keys]),
  };
}

function templateOf(
  envs: ReadonlyMap<number, Prepared["env"]>,
  choice: ReadingChoice,
  records: readonly RecordReader[],
  lists: readonly ListReader[],
): Prepared {
  const env = [...envs.values()][0] ?? { year: 0, yearStart: 0, yearEnd: 0, inForce: 0, inForceMonth: 0 };
  return {
    year: 0,
    env,
    readings: choice.defaults,
    applicant: {},
    settings: {},
    outsideAwards: EMPTY_LIST.rows,
    ...Object.fromEntries(records.map(({ record, row }) => [record.id, row.template])),
    ...Object.fromEntries(lists.map(({ list }) => [list.id, EMPTY_LIST.rows])),
  };
}

function recordReader(policy: Policy, record: FactRecord): RecordReader {
  const prefix = `${record.id}.`;
  const lists = policy.facts.lists
    .filter((list) => list.id.startsWith(prefix))
    .map((list) => ({ key: list.id.slice(prefix.length), reader: listReader(list) }));
  const keys = lists.map((list) => list.key);
  const others = record.id === "settings" ? [...keys, "interpretations"] : keys;
  const row = rowReader(record.facts, others, Object.fromEntries(keys.map((key) => [key, []])));
  return { record, row, lists, checks: record.checks.map(factCheck) };
}

function envOf(policy: Policy, year: number): Prepared["env"] {
  const day = (text: string): number => parseDate(text) ?? 0;
  return {
    year,
    yearStart: day(`${year}-01-01`),
    yearEnd: day(`${year}-12-31`),
    inForce: day(policy.inForce.from),
    inForceMonth: parseMonth(policy.inForce.from.slice(0, 7)) ?? 0,
  };
}
