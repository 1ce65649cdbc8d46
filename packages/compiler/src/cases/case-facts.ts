/** From the tables of one worked case, over the standard facts, to its dossier. */
import type { Fact } from "@zhengdui/policy";
import type { DocCell, DocTable } from "../read/policy-document.ts";
import {
  APPLICANT,
  type CasesReading,
  type Cells,
  DOSSIER,
  type FactGroup,
  type FactTable,
  factTableOf,
  objectTo,
  READINGS_TABLE,
  SETTINGS,
} from "./case-reading.ts";
import { type Codes, codesOf, readValue } from "./read-value.ts";
import { spread } from "./spread.ts";

/** Facts that hold where a case doesn't say otherwise. */
export interface StandardFacts {
  /** By name; the first is the usual one. */
  readonly applicants: ReadonlyMap<string, Cells>;
  /** By the group's id. */
  readonly others: ReadonlyMap<string, Cells>;
}

type Dossier = Record<string, unknown>;

const NO_CELLS: Cells = new Map();
/** Used where only the form of a cell is judged. */
const ANY_CODES: Codes = { own: "", firm: () => "" };

export function readStandardFacts(reading: CasesReading, tables: readonly DocTable[]): StandardFacts {
  const applicants = new Map<string, Cells>();
  const others = new Map<string, Cells>();
  for (const table of tables) {
    const found = factTableOf(reading, table);
    if (found === null) continue;
    for (const { cells } of found.rows) readCells(reading, cells, ANY_CODES);
    if (found.group.id === APPLICANT) for (const { first, cells } of found.rows) applicants.set(first.text, cells);
    else others.set(found.group.id, onlyRow(reading, found)?.cells ?? NO_CELLS);
  }
  return { applicants, others };
}

/** The dossier, and the line of each table by its group's id. Complaints go to `reading`. */
export function readCaseFacts(
  reading: CasesReading,
  standard: StandardFacts,
  tables: readonly DocTable[],
): { readonly dossier: Dossier; readonly lines: Readonly<Record<string, number>> } {
  const readings = tables.filter((t) => t.header[0]?.text === READINGS_TABLE);
  const found = tables.flatMap((t) => (readings.includes(t) ? [] : (factTableOf(reading, t) ?? [])));
  const ofRecord = (id: string): FactTable | undefined => found.find((t) => t.group.id === id);
  const applicant = readApplicant(reading, standard, ofRecord(APPLICANT));
  const codes = codesOf(typeof applicant.uscc === "string" ? applicant.uscc : "");
  const dossier: Dossier = { ...recordOf(reading, standard, DOSSIER, ofRecord(DOSSIER), codes) };
  const interpretations = Object.fromEntries(readings.flatMap((t) => readReadings(reading, t)));
  if (readings.length > 0) dossier[SETTINGS] = { interpretations };
  dossier[APPLICANT] = applicant;
  for (const table of found.filter((t) => t.group.kind === "record")) {
    const { id } = table.group;
    if (id === DOSSIER || id === APPLICANT) continue;
    dossier[id] = { ...(dossier[id] as object | undefined), ...recordOf(reading, standard, id, table, codes) };
  }
  for (const table of found.filter((t) => t.group.kind === "list")) putList(reading, standard, table, dossier, codes);
  return { dossier, lines: Object.fromEntries(found.map((t) => [t.group.id, t.line])) };
}

function readApplicant(reading: CasesReading, standard: StandardFacts, table: FactTable | undefined): Dossier {
  const row = table === undefined ? null : onlyRow(reading, table);
  const usual = [...standard.applicants.values()][0] ?? NO_CELLS;
  const sample = row === null ? usual : standard.applicants.get(row.first.text);
  if (sample === undefined && row !== null)
    objectTo(reading, "case-sample-unknown", row.first, { known: [...standard.applicants.keys()] });
  return readOver(reading, sample ?? usual, row?.cells ?? NO_CELLS, ANY_CODES);
}

function recordOf(
  reading: CasesReading,
  standard: StandardFacts,
  id: string,
  table: FactTable | undefined,
  codes: Codes,
): Dossier {
  const row = table === undefined ? null : onlyRow(reading, table);
  return readOver(reading, standard.others.get(id) ?? NO_CELLS, row?.cells ?? NO_CELLS, codes);
}

function onlyRow(reading: CasesReading, table: FactTable): FactTable["rows"][number] | null {
  const [row, ...more] = table.rows;
  if (row === undefined || more.length > 0) {
    const place = more[0]?.first ?? { text: table.group.label, line: table.line, column: 1 };
    objectTo(reading, "case-rows", place, { found: table.rows.length });
  }
  return row ?? null;
}

function putList(reading: CasesReading, standard: StandardFacts, table: FactTable, dossier: Dossier, codes: Codes): void {
  const { group } = table;
  const usual = standard.others.get(group.id) ?? NO_CELLS;
  const rows = table.rows
    .flatMap(({ first, cells }) => expand(reading, group, first, cells))
    .map((cells) => readOver(reading, usual, cells, codes));
  const [record = "", key] = group.id.split(".");
  if (key === undefined) dossier[record] = rows;
  else {
    dossier[record] ??= recordOf(reading, standard, record, undefined, codes);
    (dossier[record] as Dossier)[key] = rows;
  }
}

/** One row of words → the rows it means: G1—G6 are six, each with the other cells. */
function expand(reading: CasesReading, group: FactGroup, first: DocCell, cells: Cells): Cells[] {
  const [nameFact] = group.facts;
  if (nameFact === undefined) return [];
  const named = new Map<Fact, DocCell>([[nameFact, first], ...cells]);
  const texts = new Map([...named].map(([fact, cell]) => [fact, group.ranged.has(fact.key) ? spread(cell.text) : [cell.text]]));
  const count = texts.get(nameFact)?.length ?? 1;
  for (const [fact, cell] of named) {
    const here = texts.get(fact)?.length ?? 1;
    if (here !== 1 && here !== count) objectTo(reading, "case-range", cell, { first: count, here });
  }
  return Array.from({ length: count }, (_, i) => {
    const textOf = (fact: Fact): string => texts.get(fact)?.[i] ?? texts.get(fact)?.[0] ?? "";
    return new Map([...named].map(([fact, cell]) => [fact, { ...cell, text: textOf(fact) }]));
  });
}

/** The standard facts were complained about where they stand: here only the case's own cells are. */
function readOver(reading: CasesReading, usual: Cells, own: Cells, codes: Codes): Dossier {
  const silent = { ...reading, complaints: [] };
  const rest = new Map([...usual].filter(([fact]) => !own.has(fact)));
  return { ...readCells(silent, rest, codes), ...readCells(reading, own, codes) };
}

function readCells(reading: CasesReading, cells: Cells, codes: Codes): Dossier {
  const values: Dossier = {};
  for (const [fact, cell] of cells) {
    const value = readValue(fact, cell.text, codes);
    if (!value.ok) objectTo(reading, "case-value", cell, { fact: fact.label, expected: value.errors[0] ?? "" });
    else if (value.value !== undefined) values[fact.key] = value.value;
  }
  return values;
}

/** | 解释 | 读法 |, each by its words or its id. */
function readReadings(reading: CasesReading, table: DocTable): (readonly [string, string])[] {
  const { interpretations } = reading.policy;
  return table.rows.flatMap(([key, id]) => {
    if (key === undefined || id === undefined) return [];
    const found = interpretations.find((i) => i.key === key.text || i.title === key.text);
    if (found === undefined) objectTo(reading, "case-reading", key, { known: interpretations.map((i) => i.title) });
    const chosen = found?.readings.find((r) => r.id === id.text || r.text === id.text);
    if (found !== undefined && chosen === undefined)
      objectTo(reading, "case-reading", id, { known: found.readings.map((r) => r.text) });
    return found === undefined || chosen === undefined ? [] : [[found.key, chosen.id] as const];
  });
}
