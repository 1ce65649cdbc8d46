/** Turns the problem around: by project, who claims it and for how much. Single claimants are settled here, without any search. */
import { type AllocationProblem, OUTSIDE } from "../allocation-problem.ts";

export interface Claim {
  /** Index into the funds, or OUTSIDE. */
  readonly keeper: number;
  /** 分: what an each-fund or the outside awards pay for the project; 0 for a pool. */
  readonly amount: number;
  readonly local: number;
}

/** No project with two claimants: the keepers, else null. Costs one pass over the entries. */
export function undisputed(problem: AllocationProblem): (number | null)[] | null {
  const keeper: (number | null)[] = new Array(problem.projects).fill(null);
  for (const award of problem.outside) keeper[award.project] = OUTSIDE;
  for (let index = 0; index < problem.funds.length; index++) {
    for (const entry of problem.funds[index]?.entries ?? []) {
      const present = keeper[entry.project];
      if (present !== null && present !== index) return null;
      keeper[entry.project] = index;
    }
  }
  return keeper;
}

/** By project, its claimants in ascending order (OUTSIDE first); repeated entries of one claimant are one claim. */
export function claimsByProject(problem: AllocationProblem): readonly (readonly Claim[])[] {
  const claims: Claim[][] = Array.from({ length: problem.projects }, () => []);
  const add = (project: number, claim: Claim): void => {
    const list = claims[project];
    if (list === undefined) return;
    const last = list[list.length - 1];
    if (last === undefined || last.keeper !== claim.keeper) {
      list.push(claim);
      return;
    }
    list[list.length - 1] = { keeper: claim.keeper, amount: last.amount + claim.amount, local: last.local + claim.local };
  };
  for (const award of problem.outside) add(award.project, { keeper: OUTSIDE, amount: award.total, local: award.local });
  problem.funds.forEach((fund, keeper) => {
    switch (fund.kind) {
      case "each":
        for (const entry of fund.entries) add(entry.project, { keeper, amount: entry.amount, local: 0 });
        break;
      case "pool":
        for (const entry of fund.entries) add(entry.project, { keeper, amount: 0, local: 0 });
        break;
    }
  });
  return claims;
}
