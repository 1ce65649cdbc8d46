/**
 * The selection of a whole round: finds the projects of every measure with few places, lets those compete that would be granted something if
 * they were selected, and writes the outcome into the dossiers. So an item of another year, an applicant of the wrong kind, an industry not
 * listed, a project not in use or not promoted takes no place from others. A decision of the office stands and uses a place in any case, but
 * for an item of another year, which is no matter of this selection and isn't listed.
 */
import type { Measure, Selection } from "@zhengdui/policy";
import type { Prepared, Row, Value } from "../dossier.ts";
import { type Figure, isFigure } from "../figure.ts";
import type { Result } from "../result.ts";
import { rowsOf } from "../rows.ts";
import { type PlacedGroup, selectPlaces } from "./select-places.ts";
import { type Applicant, spendBudget } from "./spend-budget.ts";
import { withRanks } from "./with-ranks.ts";

type Assess = (dossier: Prepared) => Result;

export interface Entrant extends Applicant {
  readonly dossier: number;
  readonly row: number;
}

interface Contest {
  readonly measure: string;
  readonly list: string;
  readonly selection: Selection;
}

export interface GroupOfRound extends PlacedGroup<Entrant> {
  readonly measure: string;
}

export interface SelectionOfRound {
  readonly dossiers: readonly Prepared[];
  readonly groups: readonly GroupOfRound[];
}

const OUT_OF_YEAR = "out-of-year";
const EVERYBODY = "全部";
/** 分: two decimals of a 元. */
const FEN_SCALE = 2;

export function selectInRound(
  measures: readonly Measure[],
  figure: (name: string, scale?: number) => number,
  assess: Assess,
  dossiers: readonly Prepared[],
): SelectionOfRound {
  let selected = dossiers;
  const groups: GroupOfRound[] = [];
  for (const { id, form, selection } of measures) {
    if (selection === null || form.kind !== "each") continue;
    const contest: Contest = { measure: id, list: form.list, selection };
    const entrants = entrantsOf(contest, assess, selected);
    const placed =
      "budget" in selection
        ? spendBudget(entrants, figure(selection.budget, FEN_SCALE))
        : withRanks(
            selectPlaces(entrants, figure(selection.quota)),
            (selection.rank?.tiers ?? []).map((name) => figure(name)),
          );
    selected = withDecisions(contest, selected, placed);
    groups.push(...placed.map((group) => ({ ...group, measure: id })));
  }
  return { dossiers: selected, groups };
}

function entrantsOf(contest: Contest, assess: Assess, dossiers: readonly Prepared[]): Entrant[] {
  return dossiers.flatMap((dossier, index) => {
    const rows = rowsOf(dossier, contest.list);
    if (rows.length === 0) return [];
    const hopeful = rows.map((row) => ({ ...row, [contest.selection.decided]: true, ...firstRank(contest.selection) }));
    const result = assess(withRows(dossier, contest.list, hopeful));
    return rows.flatMap((row, at) => entrantOf(contest, result, row, index, at) ?? []);
  });
}

function entrantOf(contest: Contest, ifSelected: Result, row: Row, dossier: number, at: number): Entrant | null {
  const measure = ifSelected.measures.find(({ id }) => id === contest.measure);
  const item = measure?.items[at];
  if (!measure || !item || item.marks.includes(OUT_OF_YEAR)) return null;
  const { by, decided } = contest.selection;
  const score = "budget" in contest.selection ? contest.selection.order : contest.selection.score;
  return {
    uscc: ifSelected.applicant.uscc,
    project: String(row.project ?? row.id),
    industry: by === "" ? EVERYBODY : String(row[by]),
    score: scoreOf(row[score] ?? null),
    decided: typeof row[decided] === "boolean" ? row[decided] : null,
    competes: isMoney(measure.amount) && isMoney(item.amount),
    amount: Number((item.amount ?? "0.00").replace(".", "")),
    dossier,
    row: at,
  };
}

/** Whoever is ranked is tried as the first: what he would get at best. */
const firstRank = (selection: Selection): Row => ("rank" in selection && selection.rank ? { [selection.rank.fact]: 1 } : {});

const scoreOf = (value: Value): Figure | null => (isFigure(value) ? value : null);

const isMoney = (amount: string | null): boolean => amount !== null && /[1-9]/.test(amount);

function withDecisions(
  contest: Contest,
  dossiers: readonly Prepared[],
  groups: readonly PlacedGroup<Entrant>[],
): readonly Prepared[] {
  const { selection } = contest;
  const rank = "rank" in selection ? selection.rank?.fact : undefined;
  const decisions = new Map<number, Map<number, Row>>();
  for (const { candidate, selected, rank: own } of groups.flatMap((group) => group.ranked)) {
    const rows = decisions.get(candidate.dossier) ?? new Map<number, Row>();
    const ranked = rank === undefined || own === undefined ? {} : { [rank]: own };
    decisions.set(candidate.dossier, rows.set(candidate.row, { [selection.decided]: selected, ...ranked }));
  }
  return dossiers.map((dossier, index) => {
    const decided = decisions.get(index);
    if (!decided) return dossier;
    const rows = rowsOf(dossier, contest.list).map((row, at) => ({ ...row, ...decided.get(at) }));
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
