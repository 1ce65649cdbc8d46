/**
 * The selection of a whole round: finds the projects of every measure with few places, lets those compete that would be granted something if
 * they were selected, and writes the outcome into the dossiers. So an item of another year, an applicant of the wrong kind, an industry not
 * listed, a project not in use or not promoted takes no place from others. A decision of the office stands and uses a place in any case, but
 * for an item of another year, which is no matter of this selection and isn't listed.
 */
import type { Measure, Selection } from "@zhengdui/policy";
import type { Prepared, Row } from "../dossier.ts";
import type { Result } from "../result.ts";
import { rowsOf } from "../rows.ts";
import { type Candidate, type PlacedGroup, selectPlaces } from "./select-places.ts";

type Assess = (dossier: Prepared) => Result;

interface Entrant extends Candidate {
  readonly dossier: number;
  readonly row: number;
}

interface Contest {
  readonly measure: string;
  readonly list: string;
  readonly selection: Selection;
  readonly places: number;
}

export interface GroupOfRound extends PlacedGroup<Candidate> {
  readonly measure: string;
}

export interface SelectionOfRound {
  readonly dossiers: readonly Prepared[];
  readonly groups: readonly GroupOfRound[];
}

const OUT_OF_YEAR = "out-of-year";

export function selectInRound(
  measures: readonly Measure[],
  figure: (name: string) => number,
  assess: Assess,
  dossiers: readonly Prepared[],
): SelectionOfRound {
  let selected = dossiers;
  const groups: GroupOfRound[] = [];
  for (const { id, form, selection } of measures) {
    if (selection === null || form.kind !== "each") continue;
    const contest: Contest = { measure: id, list: form.list, selection, places: figure(selection.quota) };
    const placed = selectPlaces(entrantsOf(contest, assess, selected), contest.places);
    selected = withDecisions(contest, selected, placed);
    groups.push(...placed.map((group) => ({ ...group, measure: id })));
  }
  return { dossiers: selected, groups };
}

function entrantsOf(contest: Contest, assess: Assess, dossiers: readonly Prepared[]): Entrant[] {
  return dossiers.flatMap((dossier, index) => {
    const rows = rowsOf(dossier, contest.list);
    if (rows.length === 0) return [];
    const hopeful = rows.map((row) => ({ ...row, [contest.selection.decided]: true }));
    const result = assess(withRows(dossier, contest.list, hopeful));
    return rows.flatMap((row, at) => entrantOf(contest, result, row, index, at) ?? []);
  });
}

function entrantOf(contest: Contest, ifSelected: Result, row: Row, dossier: number, at: number): Entrant | null {
  const measure = ifSelected.measures.find(({ id }) => id === contest.measure);
  const item = measure?.items[at];
  if (!measure || !item || item.marks.includes(OUT_OF_YEAR)) return null;
  const { by, score, decided } = contest.selection;
  return {
    uscc: ifSelected.applicant.uscc,
    project: String(row.project ?? row.id),
    industry: String(row[by]),
    score: typeof row[score] === "number" ? row[score] : null,
    decided: typeof row[decided] === "boolean" ? row[decided] : null,
    competes: isMoney(measure.amount) && isMoney(item.amount),
    dossier,
    row: at,
  };
}

const isMoney = (amount: string | null): boolean => amount !== null && /[1-9]/.test(amount);

function withDecisions(
  contest: Contest,
  dossiers: readonly Prepared[],
  groups: readonly PlacedGroup<Entrant>[],
): readonly Prepared[] {
  const decisions = new Map<number, Map<number, boolean | null>>();
  for (const { candidate, selected } of groups.flatMap((group) => group.ranked)) {
    const rows = decisions.get(candidate.dossier) ?? new Map<number, boolean | null>();
    decisions.set(candidate.dossier, rows.set(candidate.row, selected));
  }
  return dossiers.map((dossier, index) => {
    const decided = decisions.get(index);
    if (!decided) return dossier;
    const rows = rowsOf(dossier, contest.list).map((row, at) => {
      const selected = decided.get(at);
      return selected === undefined ? row : { ...row, [contest.selection.decided]: selected };
    });
    return withRows(dossier, contest.list, rows);
  });
}

/** The dossier with another list, "demonstrationProjects" or "consulting.reports". */
function withRows(dossier: Prepared, list: string, rows: readonly Row[]): Prepared {
  const dot = list.indexOf(".");
  if (dot < 0) return { ...dossier, [list]: rows };
  const record = list.slice(0, dot);
  return { ...dossier, [record]: { ...(dossier[record] as Row), [list.slice(dot + 1)]: rows } };
}
