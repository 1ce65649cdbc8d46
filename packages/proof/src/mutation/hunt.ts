/**
 * Hunts every mutant of a policy: which worked case fails it, or why it is no other policy, or that it survives. Survivors may still be proved
 * by a solver: `solver/prove-survivors.ts`.
 */
import type { Policy } from "@zhengdui/policy";
import { proofOfEquivalence } from "./equivalence.ts";
import { createKiller } from "./kill.ts";
import type { Mutant } from "./mutant.ts";
import { mutantsOf } from "./mutants.ts";
import type { Trials } from "./trial.ts";

export type Verdict =
  | { readonly mutant: Mutant; readonly fate: "killed"; readonly by: string }
  | { readonly mutant: Mutant; readonly fate: "equivalent"; readonly reason: string }
  | { readonly mutant: Mutant; readonly fate: "survives" };

export interface Hunt {
  readonly policy: Policy;
  readonly trials: Trials;
  /** Which mutants; all where it isn't given. */
  readonly only?: (mutant: Mutant) => boolean;
  /** Told after each mutant. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** The trials must hold for the policy as it is. */
export function huntMutants({ policy, trials, only = () => true, onProgress }: Hunt): Verdict[] {
  const killer = createKiller(policy, trials);
  const mutants = mutantsOf(policy).filter(only);
  return mutants.map((mutant, i) => {
    const verdict = verdictOn(mutant);
    onProgress?.(i + 1, mutants.length);
    return verdict;
  });

  /** A proof is quicker than all cases with all that the policy does, so it comes between the two ways of killing. */
  function verdictOn(mutant: Mutant): Verdict {
    const alone = killer.alone(mutant);
    if (alone !== null) return { mutant, fate: "killed", by: alone };
    const reason = proofOfEquivalence(policy, mutant);
    if (reason !== null) return { mutant, fate: "equivalent", reason };
    const by = killer.whole(mutant);
    return by === null ? { mutant, fate: "survives" } : { mutant, fate: "killed", by };
  }
}
