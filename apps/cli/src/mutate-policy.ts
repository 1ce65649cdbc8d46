/** Mutates one compiled policy: which worked case notices each change, and for those that none notices a dossier that would. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { type Complaint, readAllCases, writeCaseFacts } from "@zhengdui/compiler";
import type { Policy } from "@zhengdui/policy";
import { findDifference, huntMutants, type Verdict } from "@zhengdui/proof";
import type { Survivor } from "./page/mutation-page.ts";
import { runPolicyCases } from "./policy-cases.ts";
import { trialsOf } from "./policy-trials.ts";

export interface Mutation {
  readonly verdicts: readonly Verdict[];
  readonly survivors: readonly Survivor[];
}

/** `text`: cases.md, null where there is none; `name` names it in complaints. `onSurvivor`: told after each search for a dossier. */
export function mutatePolicy(
  policy: Policy,
  name: string,
  text: string | null,
  onMutant: (done: number, of: number) => void,
  onSurvivor: (done: number, of: number) => void = () => {},
): Outcome<Mutation, Complaint> {
  // A case that fails the policy as it is would kill every mutant.
  const { complaints } = runPolicyCases(policy, name, text);
  if (complaints.length > 0 || text === null) return fail(...complaints);
  const cases = readAllCases(name, text, policy);
  if (!cases.ok) return cases;
  const trials = trialsOf(name, cases.value);
  const verdicts = huntMutants({ policy, trials, onProgress: onMutant });
  const seeds = trials.dossiers.map(({ dossier }) => dossier as Readonly<Record<string, unknown>>);
  const surviving = verdicts.filter((v) => v.fate === "survives");
  const survivors = surviving.map((verdict, i): Survivor => {
    const found = findDifference(policy, verdict.mutant, seeds);
    onSurvivor(i + 1, surviving.length);
    return { verdict, difference: found === null ? null : { ...found, words: writeCaseFacts(policy, text, found.dossier) } };
  });
  return ok({ verdicts, survivors });
}
