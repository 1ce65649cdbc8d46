/**
 * 就高不重复 by brute force: every keeper of every contested project is tried. For a few contested projects only (the product of their
 * claimants is the number of trials). Ties as in the contract: more standing; then less of it local; then more in the earliest measure.
 */

import type { Dossier } from "./shape.ts";
import { cloudTier, isLargestSystem, softwareTier } from "./sum-measures.ts";
import { decidingSum, least, sumOf, type Verdict, yuan } from "./verdict.ts";

export interface Grant {
  /** By measure, in the policy's order. */
  readonly granted: readonly bigint[];
  /** Outside awards that stand, those for projects that no item names included. */
  readonly standing: bigint;
  readonly standingLocal: bigint;
  /** Is ours kept on a project that has an unreturned outside award? */
  readonly toRepay: boolean;
}

const OUTSIDE = -1;

interface Award {
  readonly total: bigint;
  readonly local: bigint;
}

/** Which claimants want each project: indices of measures, or OUTSIDE. */
type Claimants = ReadonlyMap<string, readonly number[]>;

export function grant(d: Dossier, verdicts: readonly Verdict[]): Grant {
  const awards = awardsOf(d);
  const claimants = claimantsOf(verdicts, awards);
  const contested = [...claimants].filter(([, who]) => who.length > 1);
  const keeper = new Map<string, number>();
  for (const [project, who] of claimants) keeper.set(project, who[0] as number);
  let best: Grant | null = null;
  const attempt = (at: number): void => {
    const next = contested[at];
    if (next === undefined) {
      const tried = outcome(d, verdicts, awards, keeper);
      if (best === null || isBetter(tried, best)) best = tried;
      return;
    }
    for (const who of next[1]) {
      keeper.set(next[0], who);
      attempt(at + 1);
    }
  };
  attempt(0);
  return best ?? outcome(d, verdicts, awards, keeper);
}

/** How many trials `grant` would need: a test leaves out what is too large. */
export function trials(d: Dossier, verdicts: readonly Verdict[]): number {
  return [...claimantsOf(verdicts, awardsOf(d)).values()].reduce((product, who) => product * who.length, 1);
}

function awardsOf(d: Dossier): Map<string, Award> {
  const awards = new Map<string, Award>();
  for (const award of d.outsideAwards) {
    if (award.returned || award.amount === 0) continue;
    if (award.level === "higher" && d.readings["outside-level"] === "local-only") continue;
    const amount = BigInt(award.amount);
    const old = awards.get(award.project) ?? { total: 0n, local: 0n };
    awards.set(award.project, { total: old.total + amount, local: old.local + (award.level === "local" ? amount : 0n) });
  }
  return awards;
}

function claimantsOf(verdicts: readonly Verdict[], awards: ReadonlyMap<string, Award>): Claimants {
  const claimants = new Map<string, number[]>();
  const claim = (project: string, who: number) => {
    const list = claimants.get(project) ?? [];
    if (!list.includes(who)) claimants.set(project, [...list, who]);
  };
  for (const [i, verdict] of verdicts.entries()) {
    if (!hasProjects(verdict.id)) continue;
    for (const item of verdict.items) if (item.holds === true && item.worth > 0n) claim(item.project, i);
  }
  for (const project of awards.keys()) claim(project, OUTSIDE);
  return claimants;
}

export const hasProjects = (measure: string): boolean => ["1.1", "1.2", "1.3", "2.2", "2.3", "3.1", "3.2"].includes(measure);

function outcome(
  d: Dossier,
  verdicts: readonly Verdict[],
  awards: ReadonlyMap<string, Award>,
  keeper: ReadonlyMap<string, number>,
): Grant {
  const granted = verdicts.map((verdict, i) => {
    if (!hasProjects(verdict.id)) return verdict.amount;
    const kept = verdict.items.filter((item) => item.holds === true && item.worth > 0n && keeper.get(item.project) === i);
    // Steps that fall (three-million: not) could pay more for less; nothing is granted above what the measure pays alone.
    if (verdict.id === "2.2") return least(softwareTier(d, decidingSum(kept, isLargestSystem(d))), verdict.amount);
    if (verdict.id === "2.3") return cloudTier(decidingSum(kept, false));
    const sum = sumOf(kept.map((item) => item.worth));
    return verdict.id === "1.2" ? least(sum, yuan(500_000)) : sum;
  });
  const standing = [...awards].filter(([project]) => keeper.get(project) === OUTSIDE).map(([, award]) => award);
  return {
    granted,
    standing: sumOf(standing.map((award) => award.total)),
    standingLocal: sumOf(standing.map((award) => award.local)),
    toRepay: standing.length < awards.size,
  };
}

function isBetter(a: Grant, b: Grant): boolean {
  const total = sumOf(a.granted) + a.standing - (sumOf(b.granted) + b.standing);
  if (total !== 0n) return total > 0n;
  if (a.standing !== b.standing) return a.standing > b.standing;
  if (a.standingLocal !== b.standingLocal) return a.standingLocal < b.standingLocal;
  const at = a.granted.findIndex((amount, i) => amount !== b.granted[i]);
  return at >= 0 && (a.granted[at] as bigint) > (b.granted[at] as bigint);
}
