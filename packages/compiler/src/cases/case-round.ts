/** A worked case of a selection: a list whose last column says who is chosen. Each row is an applicant of its own, otherwise like the standard one. */
import type { DocCell, DocTable } from "../read/policy-document.ts";
import type { TableSection } from "../read/read-tables.ts";
import { readCaseFacts, type StandardFacts } from "./case-facts.ts";
import { APPLICANT, type CasesReading, objectTo } from "./case-reading.ts";
import { ABSENT, keyOf, SELECTED_WORDS } from "./case-words.ts";
import { codesOf } from "./read-value.ts";
import { spread } from "./spread.ts";
import type { WorkedRound } from "./worked-case.ts";

export const RESULT_COLUMN = "遴选结果";

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
  const column = table.header.findIndex((cell) => cell.text === RESULT_COLUMN);
  const { dossier } = readCaseFacts(
    reading,
    standard,
    tables.map((t) => (t === table ? withoutColumn(t, column) : t)),
  );
  const { [APPLICANT]: applicant, year, settings, ...facts } = dossier as Readonly<Record<string, Row>>;
  const codes = codesOf(String(applicant?.uscc ?? ""));
  const rows = (Array.isArray(dossier[list.id]) ? dossier[list.id] : []) as readonly Row[];
  const cells = table.rows.flatMap((row) => spread(row[0]?.text ?? "").map(() => row[column] as DocCell));
  const dossiers = rows.map((row, i) => ({ ...facts, [APPLICANT]: { ...applicant, uscc: codes.firm(i + 1) }, [list.id]: [row] }));
  return {
    title: heading.text,
    group,
    line: heading.line,
    round: { year, ...(settings === undefined ? {} : { settings }), dossiers },
    rows: rows.map((row, i) => {
      const cell = cells[i] ?? heading;
      const selected = { ...cell, value: chosenAt(reading, cell) };
      return { uscc: codes.firm(i + 1), project: String(row.project ?? row.id), selected };
    }),
  };
}

const withoutColumn = (table: DocTable, column: number): DocTable => ({
  ...table,
  header: table.header.filter((_, i) => i !== column),
  rows: table.rows.map((row) => row.filter((_, i) => i !== column)),
});

const CHOICES = { selected: true, "not-selected": false, open: null } as const;

/** undefined: — */
function chosenAt(reading: CasesReading, cell: DocCell): boolean | null | undefined {
  if (cell.text === ABSENT) return undefined;
  const key = keyOf(SELECTED_WORDS, cell.text);
  if (key !== null) return CHOICES[key];
  objectTo(reading, "case-round-choice", cell, { known: [...Object.values(SELECTED_WORDS), ABSENT] });
  return undefined;
}
