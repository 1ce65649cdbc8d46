/** Settles a round: reads every dossier, runs the selection where places are few, assesses everybody and compares between applicants. */
import { type Outcome, ok, type Problem } from "@zhengdui/basics";
import { writeRatio } from "../assess/write-value.ts";
import type { Prepared } from "../dossier.ts";
import type { Figure } from "../figure.ts";
import type { Result } from "../result.ts";
import { type Reader, readRound } from "./round.ts";
import { type RoundTotals, totalsOf } from "./round-totals.ts";
import { type GroupOfRound, selectInRound } from "./selection-of-round.ts";
import { markSharedProjects } from "./shared-projects.ts";

/** The part of an engine that a round needs. */
export interface SettlingEngine extends Reader {
  readonly assess: (dossier: Prepared) => Result;
}

export interface RankedProject {
  readonly uscc: string;
  readonly project: string;
  /** Text where a number would not be exact. */
  readonly score: number | string | null;
  /** Rank by score, ties share one; null: not ranked. */
  readonly place: number | null;
  /** null: not decided (a tie across the last place, or no score). */
  readonly selected: boolean | null;
  readonly why: string;
}

export interface SelectionGroup {
  readonly measure: string;
  readonly industry: string;
  readonly places: number;
  readonly ranked: readonly RankedProject[];
}

export interface Settlement {
  /** In the order of the round's dossiers. */
  readonly results: readonly Result[];
  readonly selection: readonly SelectionGroup[];
  readonly totals: RoundTotals;
  /** Every mark that some result, measure or item bears, sorted. */
  readonly marks: readonly string[];
}

/** A settlement with what it was made from, the selection written into the dossiers. */
export interface SettledRound {
  readonly year: number;
  readonly dossiers: readonly Prepared[];
  readonly groups: readonly GroupOfRound[];
  readonly settlement: Settlement;
}

/** `raw`: `{ policy?, settings?, year, dossiers }` as it stands in a file. The outcome's errors name every problem by its path in the round. */
export function settle(engine: SettlingEngine, raw: unknown): Outcome<Settlement, Problem> {
  const settled = settleRound(engine, raw);
  return settled.ok ? ok(settled.value.settlement) : settled;
}

export function settleRound(engine: SettlingEngine, raw: unknown): Outcome<SettledRound, Problem> {
  const round = readRound(engine, raw);
  if (!round.ok) return round;
  const { measures, params } = engine.policy;
  const figure = figureOf(params);
  const { dossiers, groups } = selectInRound(measures, figure, engine.assess, round.value.dossiers);
  const results = markSharedProjects(
    measures,
    dossiers,
    dossiers.map((dossier) => engine.assess(dossier)),
  );
  const settlement = { results, selection: groups.map(writtenGroup), totals: totalsOf(results), marks: marksOf(results) };
  return ok({ year: round.value.year, dossiers, groups, settlement });
}

const figureOf =
  (params: SettlingEngine["policy"]["params"]) =>
  /** A figure as a whole number of 10^-scale; 0 where there is none. */
  (name: string, scale = 0): number => {
    const param = params.find((one) => one.name === name);
    return typeof param?.value === "number" ? Math.trunc(param.value / 10 ** (param.scale - scale)) : 0;
  };

/** A number where it says exactly the same, else the decimal as text. */
export function writtenScore(score: Figure): number | string {
  if (typeof score === "number") return score;
  const text = writeRatio(score);
  return String(Number(text)) === text ? Number(text) : text;
}

function writtenGroup({ measure, industry, places, ranked }: GroupOfRound): SelectionGroup {
  const rows = ranked.map(({ candidate, place, selected, why }) => ({
    uscc: candidate.uscc,
    project: candidate.project,
    score: candidate.score === null ? null : writtenScore(candidate.score),
    place,
    selected,
    why,
  }));
  return { measure, industry, places, ranked: rows };
}

function marksOf(results: readonly Result[]): readonly string[] {
  const marks = results.flatMap((result) => [
    ...result.marks,
    ...result.measures.flatMap((measure) => [...measure.marks, ...measure.items.flatMap((item) => item.marks)]),
  ]);
  return [...new Set(marks)].sort();
}
