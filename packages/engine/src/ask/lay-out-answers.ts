/**
 * Answers as a dossier ready to compute. What isn't answered, or can't be read, is filled with something of its kind: whoever computes
 * with it must know that it doesn't matter (knowledgeOf tells), and no filling is ever written out.
 */
import type { Fact, FactList, Policy } from "@zhengdui/policy";
import type { Prepared, Row, Value } from "../dossier.ts";
import { layOutIntake } from "../intake/intake-layout.ts";
import { ProblemList } from "../intake/problem-list.ts";
import { readReadings } from "../intake/reading-choice.ts";
import { isObject, rowReader } from "../intake/row-reader.ts";
import { valueReader } from "../intake/value-reader.ts";
import { type Answers, mustBeStated, rawAt } from "./answers.ts";

/** `keep` says which rows of a list are laid out at all. */
export type LayOut = (answers: Answers, keep: (list: string, row: number) => boolean) => Prepared;

export function answersLayOut(policy: Policy): LayOut {
  const layout = layOutIntake(policy);
  const records = layout.records.map(({ record, row }) => ({ record, read: rowLayOut(record.facts, row.template) }));
  const lists = policy.facts.lists.map((list) => ({
    list,
    read: rowLayOut(list.facts, rowReader(list.facts, [], list.projects === "none" ? {} : { projectStated: false }).template),
  }));
  return (answers, keep) => {
    const { dossier } = answers;
    const year = policy.years.find((each) => each === dossier.year) ?? (policy.years.at(-1) as number);
    const settings = isObject(dossier.settings) ? dossier.settings : {};
    const read: Record<string, unknown> = {
      ...layout.template,
      year,
      env: layout.envs.get(year) ?? layout.template.env,
      readings:
        readReadings(layout.choice, settings.interpretations, "settings.interpretations", new ProblemList()) ??
        layout.choice.defaults,
    };
    for (const { record, read: row } of records) {
      const raw = rawAt(dossier, record.id);
      read[record.id] = row(raw, record.required || raw !== undefined);
    }
    for (const { list, read: row } of lists) {
      const raw = rawAt(dossier, list.id);
      const rows = Array.isArray(raw)
        ? raw.map((one) => withProject(list, row(one, true))).filter((_, i) => keep(list.id, i))
        : [];
      const [at, inner] = list.id.split(".");
      if (inner === undefined) read[list.id] = rows;
      else read[at as string] = { ...(read[at as string] as Row), [inner]: rows };
    }
    return read as unknown as Prepared;
  };
}

/** Of a record that isn't there nothing is filled in: it stays as absent as the dossier contract has it. */
function rowLayOut(facts: readonly Fact[], template: Row): (raw: unknown, present: boolean) => Row {
  const readers = facts.map((fact) => ({ fact, read: valueReader(fact.type).read, filling: fillingOf(fact) }));
  return (raw, present) => {
    const row: Record<string, Value> = { ...template };
    for (const { fact, read, filling } of readers) {
      const given = isObject(raw) ? raw[fact.key] : undefined;
      const value = given === undefined || given === null ? undefined : read(given);
      if (value !== undefined) row[fact.key] = value;
      else if (present && mustBeStated(fact)) row[fact.key] = filling;
    }
    return row;
  };
}

function withProject(list: FactList, row: Row): Row {
  if (list.projects === "none") return row;
  return { ...row, projectStated: row.project !== null, project: row.project ?? row.id ?? null };
}

function fillingOf({ type }: Fact): Value {
  switch (type.kind) {
    case "boolean":
      return false;
    case "money":
    case "count":
    case "date":
    case "month":
    case "year":
      return 0;
    case "decimal":
    case "rate":
      return { n: 0n, d: 1n };
    case "options":
      return [];
    case "option":
      return type.options[0]?.id ?? "";
    case "text":
    case "uscc":
    case "industry":
      return "";
  }
}
