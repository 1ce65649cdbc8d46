/** Certificates of settled rounds: accepted as they are by a small checker that shares nothing with the engine, refused when anything is changed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AllocationProblem, CertifiedApplicant } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { claimants, objectiveOf, tryEverything } from "../packages/engine/test/allocate-brute-force.ts";
import { largeProblem, smallProblem } from "../packages/engine/test/allocate-instances.ts";
// @ts-expect-error plain JavaScript on purpose: it shares nothing with the engine
import { checkCertificate } from "../tools/check-certificate.mjs";
import { contestedDossier } from "./arbitrary/contested.ts";
import { runs } from "./arbitrary/runs.ts";
import {
  certificateOfProblem,
  certified,
  checkedByCommand,
  policies,
  roundOf,
  type Verdict,
} from "./certificate/checked-rounds.ts";
import { forgedProofs } from "./certificate/forge-proofs.ts";
import { posedProblem } from "./certificate/posed-round.ts";
import { type Sealed, sealed, type Tampered, tamperWithCertificate } from "./certificate/tamper-with-certificate.ts";
import { repository } from "./house/sources.ts";

const jinjiang = policies.find(({ id }) => id === "jinjiang-2023-11") as (typeof policies)[number];
const PROVED: Verdict = { refused: null, unproved: [] };
const folder = mkdtempSync(join(tmpdir(), "zhengdui-certificate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const judge = (certificate: Sealed, bytes?: Buffer, policy?: Policy): Verdict => checkCertificate(certificate, bytes, policy);

describe("the checker", () => {
  const source = readFileSync(join(repository, "tools/check-certificate.mjs"), "utf8");

  it("is one file of fewer than 150 lines", () => {
    expect(source.split("\n").length - 1).toBeLessThan(150);
    expect(Math.max(...source.split("\n").map((line) => line.length))).toBeLessThan(170);
  });

  it("imports nothing but Node's own modules", () => {
    const imports = [...source.matchAll(/\bfrom\s+"([^"]+)"|\bimport\s*\(?\s*"([^"]+)"|require\(/g)].map(
      ([, from, other]) => from ?? other,
    );
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((from) => !from?.startsWith("node:"))).toEqual([]);
  });
});

describe("a certificate", () => {
  it("of rounds full of conflicts is accepted", () => {
    const contested = contestedDossier() as fc.Arbitrary<never>;
    fc.assert(
      fc.property(fc.array(contested, { minLength: 1, maxLength: 3 }), (dossiers) => {
        const { certificate, bytes } = certified(jinjiang.engine, roundOf(dossiers));
        expect(judge(certificate, bytes, jinjiang.policy)).toEqual(PROVED);
      }),
      { numRuns: runs(60) },
    );
  });

  it.each(policies)("of the examples of $id is accepted", ({ id, policy, engine, dossiers }) => {
    for (const year of new Set(dossiers.map((dossier) => dossier.year))) {
      const codes = new Map(dossiers.filter((one) => one.year === year).map((one) => [one.applicant.uscc, one]));
      const { certificate, bytes } = certified(engine, { policy: id, year, dossiers: [...codes.values()] });
      expect(judge(certificate, bytes, policy)).toEqual(PROVED);
    }
  });

  it("is written by the command and checked by another one", () => {
    const [file, round] = [join(folder, "cert.json"), "docs/examples/round.xlsx"];
    const program = join(repository, "apps/cli/bin/zhengdui.mjs");
    const settled = spawnSync(process.execPath, [program, "settle", round, "--certificate", file], { cwd: repository });
    expect(settled.status).toBe(0);
    const compiled = "policies/jinjiang-2023-11/2023-05-01/compiled/policy.json";
    expect(checkedByCommand(file, round, compiled)).toMatchObject({ status: 0, said: expect.stringContaining("已证明合计最大") });
    writeFileSync(join(folder, "other.json"), readFileSync(file, "utf8").replace('"granted": "', '"granted": "1'));
    expect(checkedByCommand(join(folder, "other.json"))).toMatchObject({ status: 1, said: expect.stringContaining("不予认可") });
    expect(checkedByCommand(join(folder, "nothing.json"))).toMatchObject({
      status: 2,
      said: expect.stringContaining("不能读取"),
    });
  });

  it("is the same text each time", () => {
    const [dossier] = fc.sample(contestedDossier(), 1);
    const round = roundOf([dossier as never]);
    expect(certified(jinjiang.engine, round).text).toBe(certified(jinjiang.engine, round).text);
  });

  it("of problems full of ties and odd steps is accepted", () => {
    for (let seed = 0; seed < runs(200); seed++)
      expect(judge(certificateOfProblem(smallProblem(seed))), String(seed)).toEqual(PROVED);
  });
});

describe.each([41, 80, 120, 200])("%i disputed projects", (projects) => {
  it.each([0, 1, 2, 3, 4, 5])(
    "family %i: proved or said not to be",
    (family) => {
      const certificate = certificateOfProblem(largeProblem(1, projects, family));
      const [applicant] = certificate.applicants;
      const isOpen = projects === 120 && family === 2;
      expect(judge(certificate)).toEqual({ refused: null, unproved: isOpen ? [applicant?.uscc] : [] });
      expect(applicant?.optimal).toBe(!isOpen);
      if (!isOpen) return;
      writeFileSync(join(folder, "open.json"), JSON.stringify(certificate));
      expect(checkedByCommand(join(folder, "open.json"))).toMatchObject({
        status: 3,
        said: expect.stringContaining("最优未证明"),
      });
    },
    120_000,
  );
});

/** The same certificate for another choice: uses, sums and totals are its own, the proof is what was given. */
function withChoice(
  certificate: Sealed,
  granted: readonly number[],
  standing: number,
  keeper: readonly (number | null)[],
): Sealed {
  const text = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
  const applicants = certificate.applicants.map((applicant) => {
    const names = [...applicant.claims.slice(0, -1).map(({ by }) => by), "outside"];
    const kept = keeper.filter((own) => own !== null).map((own) => names.at(own) ?? "");
    const keepers = applicant.keepers.map(({ project }, p) => ({ project, keeper: kept[p] ?? "" }));
    const claims = applicant.claims.map((claim, m) => {
      const isKept = (project: string): boolean => keepers.find((one) => one.project === project)?.keeper === claim.by;
      const items = claim.items.map((item) => {
        const use = item.fills === null ? ("none" as const) : isKept(item.project) ? ("kept" as const) : ("given-up" as const);
        return { ...item, use };
      });
      return { ...claim, items, granted: text(granted[m] ?? standing) };
    });
    const sum = granted.reduce((all, one) => all + one, 0);
    const bound = text(sum + standing);
    return { ...applicant, granted: text(sum), standing: text(standing), optimal: true, bound, keepers, claims };
  });
  const [{ granted: all, standing: left }] = applicants as [(typeof applicants)[number]];
  return sealed({ ...certificate, applicants, totals: { granted: all, standing: left } });
}

const everyProject = (problem: AllocationProblem): (number | null)[][] =>
  Array.from({ length: problem.projects }, (_, project) => {
    const own = claimants(problem, project);
    return own.length === 0 ? [null] : own;
  });

describe("a lawful choice that isn't the best", () => {
  it("is never accepted as the best, though everything else of its certificate adds up", () => {
    let refused = 0;
    const tried = new Set<string>();
    for (let seed = 0; seed < runs(60); seed++) {
      const problem = posedProblem(smallProblem(seed));
      const certificate = certificateOfProblem(problem);
      const best = tryEverything(problem).objective[0] ?? 0;
      const choices = fc.sample(fc.tuple(...everyProject(problem).map((list) => fc.constantFrom(...list))), { numRuns: 8, seed });
      for (const keeper of choices) {
        const [total = 0, standing = 0, , ...granted] = objectiveOf(problem, keeper);
        const other = withChoice(certificate, granted, standing, keeper);
        if (total === best) expect(judge(other), `${seed} ${keeper}`).toEqual(PROVED);
        else expect(judge(other).refused, `${seed} ${keeper}`).toMatch(/^the proof /);
        for (const { name, isTrue, proof } of forgedProofs(other.applicants[0] as CertifiedApplicant)) {
          const forged = sealed({ ...other, applicants: other.applicants.map((one) => ({ ...one, proof })) });
          const verdict = judge(forged);
          if (total < best) expect(verdict.refused, `${seed} ${keeper}: ${name}`).toMatch(/^the proof /);
          else if (isTrue) expect(verdict, `${seed} ${keeper}: ${name}`).toEqual(PROVED);
          tried.add(name);
        }
        if (total < best) refused++;
      }
    }
    expect(refused).toBeGreaterThan(100);
    expect(tried.size).toBe(3);
  });
});

/** What the arithmetic alone can't notice, without the round (who, which items) and the policy (which measures). */
const FROM_ELSEWHERE = /^(policy|round|applicants (uscc|name|claims|claims\.(by|list|items\.id))$)/;
/** Who applied is said by the round alone: that one of them was left out shows in the sums, unless that one gets nothing. */
const leavesOutNothing = ({ kind, certificate }: Tampered): boolean =>
  kind === "applicants" && certificate.applicants.length === 0 && /^0\.000\.00$/.test(Object.values(certificate.totals).join(""));
const NAMED = [
  ["policy id", "policy version", "policy hash", "round sha256", "round year", "totals granted", "totals standing", "seal"],
  ["applicants uscc", "applicants name", "applicants granted", "applicants standing", "applicants optimal", "applicants bound"],
  ["applicants keepers.project", "applicants keepers.keeper", "keeper: a rival", "keeper: a stranger", "results exchanged"],
  [
    "applicants claims",
    "applicants claims.by",
    "applicants claims.list",
    "applicants claims.granted",
    "applicants claims.digest",
  ],
  ["applicants claims.items", "applicants claims.items.id", "applicants claims.items.at", "applicants claims.items.project"],
  ["applicants claims.items.use", "applicants claims.items.fills.money", "applicants claims.claimed.money"],
  ["applicants claims.terms", "applicants claims.terms.fills.money", "applicants claims.items.fills.2.2"],
  ["proof: a stage left out", "proof: a stage twice", "proof: a layer left out", "proof: a way more", "proof: covered by itself"],
  ["proof: no prices", "proof: prices of nothing"],
].flat();

describe("a tampered certificate", () => {
  it(
    "is refused, whatever was changed",
    () => {
      const refusals = new Map<string, number>();
      const accepted: string[] = [];
      const note = ({ kind, where }: { kind: string; where: string }, verdict: Verdict): void => {
        if (verdict.refused === null) accepted.push(`${kind} at ${where}`);
        else refusals.set(kind, (refusals.get(kind) ?? 0) + 1);
      };
      const samples = fc.sample(contestedDossier(), { numRuns: 3 * runs(2), seed: 7 });
      for (let i = 0; i < samples.length; i += 3) {
        const { certificate, bytes } = certified(jinjiang.engine, roundOf(samples.slice(i, i + 3) as never));
        for (const one of tamperWithCertificate(certificate, BigInt(1 + i * 37)))
          note(one, judge(one.certificate, bytes, jinjiang.policy));
      }
      for (let seed = 0; seed < runs(6); seed++) {
        for (const one of tamperWithCertificate(certificateOfProblem(smallProblem(seed)), BigInt(1 + seed)))
          if (!FROM_ELSEWHERE.test(one.kind) && !leavesOutNothing(one)) note(one, judge(one.certificate));
      }
      const count = [...refusals.values()].reduce((sum, one) => sum + one, 0);
      if (process.env.SOAK === "1") console.log(`${count} tampered certificates refused, of ${refusals.size} kinds`);
      expect(accepted).toEqual([]);
      expect(NAMED.filter((kind) => !refusals.has(kind))).toEqual([]);
      expect(count).toBeGreaterThan(1_000);
    },
    runs(120_000),
  );
});
