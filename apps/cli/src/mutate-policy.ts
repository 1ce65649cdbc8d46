/** Mutates one compiled policy: which worked case notices each change, and for those that none notices a dossier that would. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { type Complaint, readAllCases, writeCaseFacts } from "@zhengdui/compiler";
import type { Policy } from "@zhengdui/policy";
import { findDifference, huntMutants, proveSurvivors, type Verdict } from "@zhengdui/proof";
import type { Survivor } from "./page/mutation-page.ts";
import { runPolicyCases } from "./policy-cases.ts";
import { trialsOf } from "./policy-trials.ts";
import { loadSolver } from "./proof/load-solver.ts";

export interface Mutation {
  readonly verdicts: readonly Verdict[];
  readonly survivors: readonly Survivor[];
}

type Told = (done: number, of: number) => void;

/** Told after each mutant; before the first survivor and after each that the solver is asked about; after each search for a dossier. */
export interface MutationProgress {
  readonly onMutant?: Told;
  readonly onProof?: Told;
  readonly onSurvivor?: Told;
}

/** `text`: cases.md, null where there is none; `name` names it in complaints. */
export async function mutatePolicy(
  policy: Policy,
  name: string,
  text: string | null,
  { onMutant, onProof = () => {}, onSurvivor = () => {} }: MutationProgress,
): Promise<Outcome<Mutation, Complaint>> {
  // A case that fails the policy as it is would kill every mutant.
  const { complaints } = runPolicyCases(policy, name, text);
  if (complaints.length > 0 || text === null) return fail(...complaints);
  const cases = readAllCases(name, text, policy);
  if (!cases.ok) return cases;
  const trials = trialsOf(name, cases.value);
  const hunted = huntMutants({ policy, trials, ...(onMutant === undefined ? {} : { onProgress: onMutant }) });
  const verdicts = await provedFurther(policy, hunted, onProof);
  const seeds = trials.dossiers.map(({ dossier }) => dossier as Readonly<Record<string, unknown>>);
  const surviving = verdicts.filter((v) => v.fate === "survives");
  const survivors = surviving.map((verdict, i): Survivor => {
    const found = findDifference(policy, verdict.mutant, seeds);
    onSurvivor(i + 1, surviving.length);
    return { verdict, difference: found === null ? null : { ...found, words: writeCaseFacts(policy, text, found.dossier) } };
  });
  return ok({ verdicts, survivors });
}

/** The solver is loaded only where something is left to prove. */
async function provedFurther(policy: Policy, verdicts: readonly Verdict[], onProgress: Told): Promise<readonly Verdict[]> {
  const left = verdicts.filter(({ fate }) => fate === "survives").length;
  if (left === 0) return verdicts;
  onProgress(0, left);
  const { solver, close } = await loadSolver();
  const proved = await proveSurvivors({ policy, verdicts, solver, onProgress });
  close();
  return proved;
}
