/** Certificates of settled rounds: accepted as they are by a checker that shares nothing with the engine, refused when anything is changed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CertifyingEngine, certify, createEngine, engineVersion, settleRound } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { certificateText, sha256 } from "../apps/cli/src/certificate-text.ts";
import { largeProblem, smallProblem } from "../packages/engine/test/allocate-instances.ts";
// @ts-expect-error plain JavaScript on purpose: it shares nothing with the engine
import { checkCertificate } from "../tools/check-certificate.mjs";
import { contestedDossier } from "./arbitrary/contested.ts";
import { creditCode } from "./arbitrary/credit-code.ts";
import { runs } from "./arbitrary/runs.ts";
import { certificateOfProblem } from "./certificate/posed-round.ts";
import { tamper } from "./certificate/tamperer.ts";
import { repository } from "./house/sources.ts";

const home = join(repository, "policies/jinjiang-2023-11/2023-05-01");
const policy = JSON.parse(readFileSync(join(home, "compiled/policy.json"), "utf8")) as Policy;
const engine = createEngine(policy, "generated");

interface Verdict {
  readonly refused: string | null;
  readonly unproved: readonly string[];
  readonly untied: readonly string[];
}

/** The certificate's text, and the round's bytes. */
function certified(by: CertifyingEngine, round: unknown): { text: string; bytes: Buffer } {
  const bytes = Buffer.from(JSON.stringify(round));
  const settled = settleRound(by, round);
  if (!settled.ok) throw new Error(JSON.stringify(settled.errors));
  return { text: certificateText(certify(by, settled.value, { sha256: sha256(bytes), engineVersion })), bytes };
}

const roundOf = (dossiers: readonly { applicant: object }[]): unknown => ({
  year: 2023,
  dossiers: dossiers.map((dossier, i) => ({
    ...dossier,
    applicant: { ...dossier.applicant, uscc: creditCode(i + 1), name: `示例企业${i + 1}` },
  })),
});
const folder = mkdtempSync(join(tmpdir(), "zhengdui-certificate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function checkedByCommand(...args: readonly string[]): { status: number | null; said: string } {
  const done = spawnSync(process.execPath, ["tools/check-certificate.mjs", ...args], { cwd: repository, encoding: "utf8" });
  return { status: done.status, said: done.stdout + done.stderr };
}

const PROVED = { refused: null, unproved: [] };

describe("a certificate", () => {
  it("of rounds full of conflicts is accepted, with every tie settled", () => {
    const contested = contestedDossier() as fc.Arbitrary<never>;
    fc.assert(
      fc.property(fc.array(contested, { minLength: 1, maxLength: 3 }), (dossiers) => {
        const { text, bytes } = certified(engine, roundOf(dossiers));
        expect(checkCertificate(JSON.parse(text), bytes, policy)).toMatchObject({ ...PROVED, untied: [], compared: true });
      }),
      { numRuns: runs(60) },
    );
  });

  it.each(readdirSync(join(repository, "policies")))("of the examples of %s is accepted", (id) => {
    const version =
      readdirSync(join(repository, "policies", id))
        .sort()
        .at(-1) ?? "";
    const at = join(repository, "policies", id, version);
    const own = JSON.parse(readFileSync(join(at, "compiled/policy.json"), "utf8")) as Policy;
    const names = readdirSync(join(at, "examples")).filter((name) => name.endsWith(".json"));
    const dossiers = names.map((name) => JSON.parse(readFileSync(join(at, "examples", name), "utf8")));
    for (const year of new Set(dossiers.map((dossier) => dossier.year))) {
      const codes = new Map(dossiers.filter((one) => one.year === year).map((one) => [one.applicant.uscc, one]));
      const { text, bytes } = certified(createEngine(own, "generated"), { policy: id, year, dossiers: [...codes.values()] });
      expect(checkCertificate(JSON.parse(text), bytes, own)).toMatchObject({ ...PROVED, untied: [] });
    }
  });

  it("is written by the command and checked by another one", () => {
    const [file, round] = [join(folder, "cert.json"), "docs/examples/round.xlsx"];
    const program = join(repository, "apps/cli/bin/zhengdui.mjs");
    const settled = spawnSync(process.execPath, [program, "settle", round, "--certificate", file], { cwd: repository });
    expect(settled.status).toBe(0);
    expect(checkedByCommand(file, round, join(home, "compiled/policy.json")).status).toBe(0);
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
    expect(certified(engine, round).text).toBe(certified(engine, round).text);
  });

  it("of problems full of ties and odd steps is accepted", () => {
    for (let seed = 0; seed < runs(200); seed++) {
      const certificate = JSON.parse(certificateText(certificateOfProblem(smallProblem(seed))));
      expect(checkCertificate(certificate), String(seed)).toMatchObject(PROVED);
    }
  });
});

describe.each([41, 80, 120, 200])("%i disputed projects", (projects) => {
  it.each([0, 2, 3, 4])(
    "family %i: proved or said not to be",
    (family) => {
      const text = certificateText(certificateOfProblem(largeProblem(1, projects, family)));
      const certificate = JSON.parse(text);
      const verdict: Verdict = checkCertificate(certificate);
      const isOpen = projects === 120 && family === 2;
      expect(verdict).toMatchObject({ refused: null, unproved: isOpen ? ["dossiers[0]"] : [] });
      expect(certificate.applicants[0].optimal).toBe(!isOpen);
      if (!isOpen) return;
      writeFileSync(join(folder, "open.json"), text);
      expect(checkedByCommand(join(folder, "open.json"))).toMatchObject({
        status: 3,
        said: expect.stringContaining("最优未证明"),
      });
    },
    60_000,
  );
});

/** What the arithmetic alone must notice, without the round (outside awards, contributions) and the policy (its measures). */
const ARITHMETIC = /^(amount|cap|step|keeper|bound|total|optimal|choices|price|way|use|an expense|left out|twice)/;
const FROM_ELSEWHERE = /outside|otherAwards|measures$/;
const NAMED = [
  ["cap", "step", "score", "place", "places", "selection", "digest", "seal", "price", "bound", "bound of a price line", "total"],
  ["keeper: a rival", "keeper: a stranger", "use of an expense", "an expense moved", "applicants' results exchanged"],
  ["left out: entries", "twice: entries", "left out: uses", "twice: uses", "exchanged: applicants", "way of a walk"],
  ["amount: amount", "amount: basis", "amount: granted", "amount: standing", "amount: payable", "amount: cut"],
].flat();

/** With scores, so that there is a selection to be tampered with. */
const scored = (dossier: object, i: number): object => {
  const { demonstrationProjects: rows = [] } = dossier as { demonstrationProjects?: object[] };
  const demonstrationProjects = rows.map((row, at) => ({ ...row, selected: null, score: `${90 - 2 * i - at}.5` }));
  return { ...dossier, demonstrationProjects };
};

describe("a tampered certificate", () => {
  it("is refused, whatever was changed", () => {
    const refusals = new Map<string, number>();
    const accepted: string[] = [];
    const judge = (kind: string, where: string, verdict: Verdict): void => {
      if (verdict.refused !== null) refusals.set(kind, (refusals.get(kind) ?? 0) + 1);
      // Other prices, or one line of them less, may prove the same as well: that is no tampering.
      else if (!/prices?$/.test(kind)) accepted.push(`${kind} at ${where}`);
    };
    const samples = fc.sample(contestedDossier(), { numRuns: 3 * runs(2), seed: 7 });
    for (let i = 0; i < samples.length; i += 3) {
      const { text, bytes } = certified(engine, roundOf(samples.slice(i, i + 3).map(scored) as never));
      for (const { kind, where, certificate } of tamper(JSON.parse(text), BigInt(1 + i * 37)))
        judge(kind, where, checkCertificate(certificate, bytes, policy));
    }
    for (let seed = 0; seed < runs(6); seed++) {
      const certificate = JSON.parse(certificateText(certificateOfProblem(smallProblem(seed))));
      for (const one of tamper(certificate, BigInt(1 + seed)))
        if (ARITHMETIC.test(one.kind) && !FROM_ELSEWHERE.test(one.where))
          judge(one.kind, `${seed} ${one.where}`, checkCertificate(one.certificate));
    }
    const count = [...refusals.values()].reduce((sum, one) => sum + one, 0);
    if (process.env.SOAK === "1") console.log(`${count} tampered certificates refused, of ${refusals.size} kinds`);
    expect(accepted).toEqual([]);
    expect(NAMED.filter((kind) => !refusals.has(kind))).toEqual([]);
    expect(count).toBeGreaterThan(1_000);
  }, 60_000);
});
