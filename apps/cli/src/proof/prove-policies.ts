/** Proves every policy on the shelf, prints what was found, and writes the examples where asked to. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { type Finding, type Proof, provePolicy } from "@zhengdui/proof";
import type { Io } from "../command.ts";
import { proofPage } from "../page/proof-page.ts";
import { loadSolver } from "./load-solver.ts";

export interface ProofWish {
  /** Where the dossiers go that show a finding; null: nowhere. */
  readonly examples: string | null;
  /** null: no total is asked for. */
  readonly enterprises: number | null;
  readonly json: boolean;
}

export async function provePolicies(policies: readonly Policy[], wish: ProofWish, io: Io): Promise<void> {
  const { solver, close } = await loadSolver();
  const pages: string[] = [];
  const data: object[] = [];
  for (const policy of policies) {
    const proof = await provePolicy(policy, createEngine(policy, "closures"), solver, wish.enterprises ?? 1);
    const files = wish.examples === null ? new Map<Finding, string[]>() : writeExamples(policy, proof, wish.examples);
    pages.push(proofPage(policy, proof, files, wish.enterprises));
    data.push({ policy: policy.id, version: policy.version, policyHash: policy.hash, ...proof });
  }
  close();
  io.stdout.write(wish.json ? `${JSON.stringify(data)}\n` : `\n${pages.join("\n")}`);
}

/** 2.2-open-boundary-1.json: measure, kind, number within the policy. */
function writeExamples(policy: Policy, proof: Proof, folder: string): Map<Finding, string[]> {
  const own = path.join(folder, policy.id);
  mkdirSync(own, { recursive: true });
  let number = 0;
  return new Map(
    proof.findings.map((finding) => [
      finding,
      finding.examples.map((example) => {
        number += 1;
        const file = path.join(own, `${finding.measure ?? "policy"}-${finding.kind}-${number}.json`);
        writeFileSync(file, `${JSON.stringify(example.dossier, null, 2)}\n`);
        return file;
      }),
    ]),
  );
}
