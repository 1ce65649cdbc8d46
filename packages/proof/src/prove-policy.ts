/** Proves what can be proved of a policy before anyone is paid: every measure in turn, then the policy as a whole. */
import type { Engine } from "@zhengdui/engine";
import type { Measure, Policy } from "@zhengdui/policy";
import { checkCaps } from "./checks/caps.ts";
import { checkFalls } from "./checks/falls.ts";
import { checkFormulas } from "./checks/formulas.ts";
import { checkBoundaries } from "./checks/open-boundary.ts";
import { checkMarks, checkPayable, checkRows } from "./checks/reach.ts";
import { checkTiers } from "./checks/tiers.ts";
import { checkUnused } from "./checks/unused.ts";
import { costsOf } from "./cost.ts";
import type { Finding, Proof } from "./finding.ts";
import { limitsOf } from "./limits.ts";
import { createProbe, type Ledger } from "./probe.ts";
import type { Solver } from "./smt/session.ts";

/**
 * `engine`: of this policy, it confirms every example. `enterprises`: for how many applicants the cost is bounded.
 * `onMeasure`: told before each measure, how many are done.
 */
export async function provePolicy(
  policy: Policy,
  engine: Engine,
  solver: Solver,
  enterprises: number,
  onMeasure?: (measure: Measure, done: number) => void,
): Promise<Proof> {
  const ledger: Ledger = { findings: [], unproved: [], proved: 0 };
  for (const [done, measure] of policy.measures.entries()) {
    onMeasure?.(measure, done);
    const probe = await createProbe(policy, measure, engine, solver, ledger);
    if (probe === null || !(await checkPayable(probe))) continue;
    await checkTiers(probe);
    await checkRows(probe);
    await checkMarks(probe);
    await checkFalls(probe);
    await checkCaps(probe);
    await checkFormulas(probe);
    await checkBoundaries(probe);
  }
  checkUnused(policy, ledger);
  return {
    findings: distinct(ledger.findings),
    unproved: [...ledger.unproved, ...limitsOf(policy)],
    costs: costsOf(policy, enterprises),
    proved: ledger.proved,
  };
}

/** One text is told once, however many ways lead to it. */
const distinct = (findings: readonly Finding[]): Finding[] => {
  const seen = new Set<string>();
  return findings.filter((f) => {
    const key = `${f.kind} ${f.measure} ${f.text}`;
    return !seen.has(key) && seen.add(key);
  });
};
