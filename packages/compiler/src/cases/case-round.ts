/**
 * A worked case of a selection: a list with a column that says who is chosen, and maybe columns for the place and for the amount. Each row is an
 * applicant of its own, otherwise like the standard one.
 */
import type { DocCell, DocTable } from "../read/policy-document.ts";
import type { TableSection } from "../read/read-tables.ts";
import { readCaseFacts, type StandardFacts } from "./case-facts.ts";
import { amountAt } from "./case-outcome.ts";
import { APPLICANT, type CasesReading, objectTo } from "./case-reading.ts";
import { ABSENT, keyOf, SELECTED_WORDS } from "./case-words.ts";
import { codesOf } from "./read-value.ts";
import { spread } from "./spread.ts";
import type { Expected, WorkedRound } from "./worked-case.ts";

const RESULT_COLUMN = "遴选结果";
const PLACE_COLUMN = "遴选名次";
const AMOUNT_COLUMN = "遴选金额";
const OUTCOME_COLUMNS = [RESULT_COLUMN, PLACE_COLUMN, AMOUNT_COLUMN];

export const isRoundTable = ({ header }: DocTable): boolean => header.some((cell) => cell.text === RESULT_COLUMN);

type Row = Readonly<Record<string, unknown>>;

export function readRound(
  reading: CasesReading,
  standard: StandardFacts,
  { heading, tables }: TableSection,
  group: string,
): WorkedRound | null {
  const chosen = tables.filter(isRoundTable);
  const [table] = chosen;
  const list = reading.policy.facts.lists.find(({ label }) => label === table?.header[0]?.text);
  if (table === undefined || list === undefined || list.id.includes(".") || chosen.length > 1)
    return objectTo(reading, "case-round-table", heading, { known: reading.policy.facts.lists.map((l) => l.label) });
  const { dossier } = readCaseFacts(
    reading,
    standard,
    tables.map((t) => (t === table ? withoutOutcome(t) : t)),
  );
  const { [APPLICANT]: applicant, year, settings, ...facts } = dossier as Readonly<Record<string, Row>>;
  const codes = codesOf(String(applicant?.uscc ?? ""));
  const rows = (Array.isArray(dossier[list.id]) ? dossier[list.id] : []) as readonly Row[];
  const written = table.rows.flatMap((row) => spread(row[0]?.text ?? "").map(() => row));
  const cellOf = (name: string, i: number): DocCell | null => {
    const column = table.header.findIndex((cell) => cell.text === name);
    return column < 0 ? null : (written[i]?.[column] ?? heading);
  };
  const dossiers = rows.map((row, i) => ({ ...facts, [APPLICANT]: { ...applicant, uscc: codes.firm(i + 1) }, [list.id]: [row] }));
  return {
    title: heading.text,
    group,
    line: heading.line,
    round: { year, ...(settings === undefined ? {} : { settings }), dossiers },
    list: list.id,
    rows: rows.map((row, i) => {
      const cell = cellOf(RESULT_COLUMN, i) ?? heading;
      const [place, amount] = [cellOf(PLACE_COLUMN, i), cellOf(AMOUNT_COLUMN, i)];
      return {
        uscc: codes.firm(i + 1),
        project: String(row.project ?? row.id),
        selected: { ...cell, value: chosenAt(reading, cell) },
        place: place === null ? null : placeAt(reading, place),
        amount: amount === null ? null : openOrAmount(reading, amount),
      };
    }),
  };
}

const withoutOutcome = (table: DocTable): DocTable => {
  const isFact = table.header.map((cell) => !OUTCOME_COLUMNS.includes(cell.text));
  const facts = (cells: readonly DocCell[]): DocCell[] => cells.filter((_, i) => isFact[i] !== false);
  return { ...table, header: facts(table.header), rows: table.rows.map(facts) };
};

const CHOICES = { selected: true, "not-selected": false, open: null } as const;

/** undefined: — */
function chosenAt(reading: CasesReading, cell: DocCell): boolean | null | undefined {
  if (cell.text === ABSENT) return undefined;
  const key = keyOf(SELECTED_WORDS, cell.text);
  if (key !== null) return CHOICES[key];
  objectTo(reading, "case-round-choice", cell, { known: [...Object.values(SELECTED_WORDS), ABSENT] });
  return undefined;
}

/** 3, 3名 or 第3名; — where there is no place. */
function placeAt(reading: CasesReading, cell: DocCell): Expected<number | null> | null {
  if (cell.text === ABSENT) return { ...cell, value: null };
  const digits = /^第?([1-9]\d*)名?$/u.exec(cell.text)?.[1];
  return digits === undefined ? objectTo(reading, "case-round-place", cell) : { ...cell, value: Number(digits) };
}

const openOrAmount = (reading: CasesReading, cell: DocCell): Expected<string | null> | null =>
  cell.text === SELECTED_WORDS.open ? { ...cell, value: null } : amountAt(reading, cell);
