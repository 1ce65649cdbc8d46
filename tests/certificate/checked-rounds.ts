/** Certificates for the tests, as they are written to a file, and how the command checks them. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AllocationProblem, type CertifyingEngine, certify, createEngine, settleRound } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { certificateText, sha256 } from "../../apps/cli/src/certificate-text.ts";
import { creditCode } from "../arbitrary/credit-code.ts";
import { repository } from "../house/sources.ts";
import { posedRound } from "./posed-round.ts";
import type { Sealed } from "./tamper-with-certificate.ts";

export interface Verdict {
  readonly refused: string | null;
  readonly unproved: readonly string[];
}

/** The certificate, and the round's bytes. */
export function certified(by: CertifyingEngine, round: unknown): { text: string; certificate: Sealed; bytes: Buffer } {
  const bytes = Buffer.from(JSON.stringify(round));
  const settled = settleRound(by, round);
  if (!settled.ok) throw new Error(JSON.stringify(settled.errors));
  const text = certificateText(certify(by, settled.value, { sha256: sha256(bytes), digest: sha256 }));
  return { text, certificate: JSON.parse(text), bytes };
}

export function certificateOfProblem(problem: AllocationProblem): Sealed {
  const { engine, settled } = posedRound(problem);
  return JSON.parse(certificateText(certify(engine, settled, { sha256: "0".repeat(64), digest: sha256 })));
}

export const roundOf = (dossiers: readonly { applicant: object }[]): unknown => ({
  year: 2023,
  dossiers: dossiers.map((dossier, i) => ({
    ...dossier,
    applicant: { ...dossier.applicant, uscc: creditCode(i + 1), name: `示例企业${i + 1}` },
  })),
});

/** The latest version of each policy, with its examples. */
export const policies = readdirSync(join(repository, "policies")).map((id) => {
  const version =
    readdirSync(join(repository, "policies", id))
      .sort()
      .at(-1) ?? "";
  const home = join(repository, "policies", id, version);
  const policy = JSON.parse(readFileSync(join(home, "compiled/policy.json"), "utf8")) as Policy;
  const names = readdirSync(join(home, "examples")).filter((name) => name.endsWith(".json"));
  const dossiers = names.map((name) => JSON.parse(readFileSync(join(home, "examples", name), "utf8")));
  return { id, policy, engine: createEngine(policy, "generated"), dossiers };
});

export function checkedByCommand(...args: readonly string[]): { status: number | null; said: string } {
  const done = spawnSync(process.execPath, ["tools/check-certificate.mjs", ...args], { cwd: repository, encoding: "utf8" });
  return { status: done.status, said: done.stdout + done.stderr };
}
