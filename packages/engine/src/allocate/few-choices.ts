/** Where there is little to choose, every choice is tried: most applicants dispute one or two projects, and a search has costs of its own. */
import type { AllocationProblem } from "../allocation-problem.ts";
import type { Claim } from "./claims.ts";
import { type Tally, tally } from "./tally.ts";

const FEW = 64;

/** The best keepers by project; null: too many choices. */
export function bestOfFew(problem: AllocationProblem, claims: readonly (readonly Claim[])[]): readonly (number | null)[] | null {
  let choices = 1;
  for (const list of claims) {
    choices *= Math.max(1, list.length);
    if (choices > FEW) return null;
  }
  const disputed = claims.flatMap((list, project) => (list.length > 1 ? [project] : []));
  const keeper = claims.map((list) => list[0]?.keeper ?? null);
  const at = disputed.map(() => 0);
  let best = keeper.slice();
  let most = tally(problem, keeper);
  // Counts through the choices in ascending order of keepers, so that of equals the first stays.
  while (advance(at, disputed, claims, keeper)) {
    const found = tally(problem, keeper);
    if (isBetter(found, most)) [best, most] = [keeper.slice(), found];
  }
  return best;
}

/** The next choice, the last project turning fastest; false: that was all. */
function advance(
  at: number[],
  disputed: readonly number[],
  claims: readonly (readonly Claim[])[],
  keeper: (number | null)[],
): boolean {
  for (let i = disputed.length - 1; i >= 0; i--) {
    const project = disputed[i] as number;
    const list = claims[project] ?? [];
    const next = (at[i] as number) + 1;
    at[i] = next < list.length ? next : 0;
    keeper[project] = list[at[i] as number]?.keeper ?? null;
    if (next < list.length) return true;
  }
  return false;
}

/** More in all; then more outside awards standing; then less of that local; then more in the earliest fund. */
function isBetter(a: Tally, b: Tally): boolean {
  if (a.total !== b.total) return a.total > b.total;
  if (a.standing !== b.standing) return a.standing > b.standing;
  if (a.standingLocal !== b.standingLocal) return a.standingLocal < b.standingLocal;
  for (const [i, granted] of a.granted.entries()) if (granted !== b.granted[i]) return granted > (b.granted[i] as number);
  return false;
}
