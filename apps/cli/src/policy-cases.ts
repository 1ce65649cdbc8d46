/** Runs the worked cases of a policy's cases.md: every outcome that isn't what the policy gives is a complaint at its words. */
import { type Complaint, complain, readCases, runCase } from "@zhengdui/compiler";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";

export interface CasesRun {
  readonly cases: number;
  readonly complaints: readonly Complaint[];
}

/** `text`: cases.md, null where there is none. `file` names it in complaints. */
export function runPolicyCases(policy: Policy, file: string, text: string | null): CasesRun {
  if (text === null) return { cases: 0, complaints: [complain("cases-missing", { file, line: 1, column: 1, words: "" })] };
  const read = readCases(file, text, policy);
  if (!read.ok) return { cases: 0, complaints: read.errors };
  const engine = createEngine(policy, "generated");
  return { cases: read.value.length, complaints: read.value.flatMap((worked) => runCase(engine, file, worked).complaints) };
}
