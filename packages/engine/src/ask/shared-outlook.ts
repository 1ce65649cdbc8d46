/** What 就高不重复 and the ceiling still have to know once the measures are settled: same projects, other awards, the contribution. */
import type { Expr } from "@zhengdui/feel";
import type { Policy } from "@zhengdui/policy";
import { hasProjects } from "../claims.ts";
import type { Figures } from "../kernel/closures.ts";
import { rowsOf } from "../rows.ts";
import { type Knowledge, pathOf } from "./answers.ts";
import { foresee } from "./foresee.ts";
import type { MeasureOutlook } from "./measure-outlook.ts";
import { placeOf } from "./place.ts";
import { askable, canBeTrue, isFalse, type Need, needsOf, type Span } from "./span.ts";

export interface SharedOutlook {
  readonly records: readonly Need[];
  readonly gates: readonly string[];
  readonly growing: readonly string[];
  readonly cells: readonly Need[];
}

const NOTHING: SharedOutlook = { records: [], gates: [], growing: [], cells: [] };

export function sharedOutlook(
  policy: Policy,
  measures: readonly MeasureOutlook[],
  at: Knowledge,
  figures: Figures,
): SharedOutlook {
  const ceiling = ceilingNeeds(policy, measures, at, figures);
  const combined = combinationNeeds(policy, measures, at, figures, ceiling.takesAwards);
  return { ...combined, records: [...combined.records, ...ceiling.needs] };
}

/** Rows that may be paid for, by list, of measures that compete for projects. */
function claimants(policy: Policy, measures: readonly MeasureOutlook[]): Map<string, Set<number>> {
  const lists = new Map<string, Set<number>>();
  const free = policy.combination?.except ?? [];
  for (const [i, { id, form }] of policy.measures.entries()) {
    const outlook = measures[i] as MeasureOutlook;
    if (!hasProjects(policy, form) || free.includes(id) || outlook.amount.high === 0n) continue;
    const rows = lists.get(form.list) ?? new Set();
    for (const row of outlook.alive) rows.add(row);
    if (rows.size > 0) lists.set(form.list, rows);
  }
  return lists;
}

function combinationNeeds(
  policy: Policy,
  measures: readonly MeasureOutlook[],
  at: Knowledge,
  figures: Figures,
  underCeiling: boolean,
): SharedOutlook {
  const { combination } = policy;
  if (combination === null) return NOTHING;
  const lists = claimants(policy, measures);
  if (lists.size === 0 && !underCeiling) return NOTHING;
  const outside = at.rows(combination.outside);
  const gates = outside === null && !at.isSkipped(combination.outside) ? [combination.outside] : [];
  const rows = outside ?? [];
  const growing = outside !== null && at.isOpenEnded(combination.outside) ? [combination.outside] : [];
  const projects =
    lists.size > 1 || rows.length > 0
      ? [...lists].flatMap(([of, set]) =>
          [...set].map((row) => cellOf(at, of, row, "project")).filter((need) => isUnstated(at, need)),
        )
      : [];
  const named = rows.map((_, row) => cellOf(at, combination.outside, row, "project")).filter((need) => isUnstated(at, need));
  if (projects.length + named.length > 0) return { records: [], gates, growing, cells: [...projects, ...named] };
  const claimed = new Set([...lists].flatMap(([of, set]) => [...set].map((row) => rowsOf(at.dossier, of)[row]?.project)));
  const awards = rows.flatMap((award, row) => {
    const test = (expr: Expr): Span => foresee(expr, placeOf(at, combination.outside, row), figures);
    const [competes, local] = [test(combination.competes), test(combination.local)];
    const rivals = claimed.has(award.project ?? null);
    if (isFalse(competes) || (!rivals && (!underCeiling || isFalse(local)))) return [];
    const amount = [cellOf(at, combination.outside, row, "amount")].filter((need) => isUnstated(at, need));
    // Without a ceiling the level decides between equal totals alone, and of one award there is nothing to decide.
    const level = underCeiling || rows.length > 1 ? needsOf(local) : [];
    return [...amount, ...needsOf(competes), ...level];
  });
  return { records: [], gates, growing, cells: awards };
}

function cellOf(at: Knowledge, of: string, row: number, key: string): Need {
  return { of, row, key, skipped: at.isSkipped(pathOf({ of, row, key })) };
}

const isUnstated = (at: Knowledge, { of, row, key }: Need): boolean => !at.isAnswered(of, row, key);

interface CeilingOutlook {
  readonly needs: readonly Need[];
  /** Do awards of others at the same level leave less room? */
  readonly takesAwards: boolean;
}

function ceilingNeeds(policy: Policy, measures: readonly MeasureOutlook[], at: Knowledge, figures: Figures): CeilingOutlook {
  const { ceiling } = policy;
  const counts = ({ amount }: MeasureOutlook, i: number): boolean =>
    ceiling?.except?.includes(policy.measures[i]?.id ?? "") !== true && amount.high !== 0n;
  if (ceiling === null || !measures.some(counts)) return { needs: [], takesAwards: false };
  const place = placeOf(at, "", -1);
  const who = foresee(ceiling.who, place, figures);
  const of = ({ record, key }: { readonly record: string; readonly key: string }): Span =>
    place.fact({ op: "fact", of: record, key, type: MONEY });
  const contribution = of(ceiling.contribution);
  if (!canBeTrue(who) || (contribution.sure && (contribution.value === null || contribution.value === 0n)))
    return { needs: [], takesAwards: false };
  const first = [needsOf(who), needsOf(contribution)].find((needs) => askable(needs).length > 0);
  if (first !== undefined) return { needs: first, takesAwards: false };
  if (ceiling.otherAwards === null) return { needs: [], takesAwards: true };
  const other = of(ceiling.otherAwards);
  const full = contribution.sure && other.sure && ((other.value ?? 0n) as bigint) >= (contribution.value as bigint);
  return { needs: needsOf(other), takesAwards: !full };
}

const MONEY = { kind: "number", scale: 2, unit: "元", max: Number.POSITIVE_INFINITY, nullable: true } as const;
