/** Accounts of settled rounds: accepted as they are by a checker that shares nothing with the engine, refused when anything is changed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accountOfRound, type CertifyingEngine, createEngine, engineVersion, settleRound } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { certificateText, sha256 } from "../apps/cli/src/certificate-text.ts";
import { smallProblem } from "../packages/engine/test/allocate-instances.ts";
// @ts-expect-error plain JavaScript on purpose: it shares nothing with the engine
import { checkAccount } from "../tools/check-account.mjs";
import { tamperWithAccount } from "./account/tamper-with-account.ts";
import { contestedDossier } from "./arbitrary/contested.ts";
import { creditCode } from "./arbitrary/credit-code.ts";
import { runs } from "./arbitrary/runs.ts";
import { posedRound } from "./certificate/posed-round.ts";
import { repository } from "./house/sources.ts";

const home = join(repository, "policies/jinjiang-2023-11/2023-05-01");
const policy = JSON.parse(readFileSync(join(home, "compiled/policy.json"), "utf8")) as Policy;
const engine = createEngine(policy, "generated");

interface Verdict {
  readonly refused: string | null;
  readonly untied: readonly string[];
}

/** The account's text, and the round's bytes. */
function accounted(by: CertifyingEngine, round: unknown): { text: string; bytes: Buffer } {
  const bytes = Buffer.from(JSON.stringify(round));
  const settled = settleRound(by, round);
  if (!settled.ok) throw new Error(JSON.stringify(settled.errors));
  return { text: certificateText(accountOfRound(by, settled.value, { sha256: sha256(bytes), engineVersion })), bytes };
}

const roundOf = (dossiers: readonly { applicant: object }[]): unknown => ({
  year: 2023,
  dossiers: dossiers.map((dossier, i) => ({
    ...dossier,
    applicant: { ...dossier.applicant, uscc: creditCode(i + 1), name: `示例企业${i + 1}` },
  })),
});
const SOURCE = { sha256: "0".repeat(64), engineVersion: "0" };
const folder = mkdtempSync(join(tmpdir(), "zhengdui-account-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function checkedByCommand(...args: readonly string[]): { status: number | null; said: string } {
  const done = spawnSync(process.execPath, ["tools/check-account.mjs", ...args], { cwd: repository, encoding: "utf8" });
  return { status: done.status, said: done.stdout + done.stderr };
}

const ACCEPTED = { refused: null };

describe("an account", () => {
  it("of rounds full of conflicts is accepted, with every tie settled", () => {
    const contested = contestedDossier() as fc.Arbitrary<never>;
    fc.assert(
      fc.property(fc.array(contested, { minLength: 1, maxLength: 3 }), (dossiers) => {
        const { text, bytes } = accounted(engine, roundOf(dossiers));
        expect(checkAccount(JSON.parse(text), bytes, policy)).toMatchObject({ ...ACCEPTED, untied: [], compared: true });
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
      const { text, bytes } = accounted(createEngine(own, "generated"), { policy: id, year, dossiers: [...codes.values()] });
      expect(checkAccount(JSON.parse(text), bytes, own)).toMatchObject({ ...ACCEPTED, untied: [] });
    }
  });

  it("is written by the command and checked by another one", () => {
    const [file, round] = [join(folder, "account.json"), "docs/examples/round.xlsx"];
    const program = join(repository, "apps/cli/bin/zhengdui.mjs");
    const settled = spawnSync(process.execPath, [program, "settle", round, "--account", file], { cwd: repository });
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
    expect(accounted(engine, round).text).toBe(accounted(engine, round).text);
  });

  it("of problems full of ties and odd steps is accepted", () => {
    for (let seed = 0; seed < runs(200); seed++) {
      const { engine: own, settled } = posedRound(smallProblem(seed));
      const account = JSON.parse(certificateText(accountOfRound(own, settled, SOURCE)));
      expect(checkAccount(account), String(seed)).toMatchObject(ACCEPTED);
    }
  });
});

/** What the arithmetic alone must notice, without the round (outside awards, contributions) and the policy (its measures). */
const ARITHMETIC = /^(amount|cap|step|keeper|total|choices|use|an expense|left out|twice)/;
const FROM_ELSEWHERE = /outside|otherAwards|measures$/;
const NAMED = [
  ["cap", "step", "score", "place", "places", "selection", "digest", "seal", "total"],
  ["keeper: a rival", "keeper: a stranger", "use of an expense", "an expense moved", "applicants' results exchanged"],
  ["left out: entries", "twice: entries", "left out: uses", "twice: uses", "exchanged: applicants"],
  ["amount: amount", "amount: basis", "amount: granted", "amount: standing", "amount: payable", "amount: cut"],
].flat();

/** With scores, so that there is a selection to be tampered with. */
const scored = (dossier: object, i: number): object => {
  const { demonstrationProjects: rows = [] } = dossier as { demonstrationProjects?: object[] };
  const demonstrationProjects = rows.map((row, at) => ({ ...row, selected: null, score: `${90 - 2 * i - at}.5` }));
  return { ...dossier, demonstrationProjects };
};

describe("a tampered account", () => {
  it("is refused, whatever was changed", () => {
    const refusals = new Map<string, number>();
    const accepted: string[] = [];
    const judge = (kind: string, where: string, verdict: Verdict): void => {
      if (verdict.refused !== null) refusals.set(kind, (refusals.get(kind) ?? 0) + 1);
      else accepted.push(`${kind} at ${where}`);
    };
    const samples = fc.sample(contestedDossier(), { numRuns: 3 * runs(2), seed: 7 });
    for (let i = 0; i < samples.length; i += 3) {
      const { text, bytes } = accounted(engine, roundOf(samples.slice(i, i + 3).map(scored) as never));
      for (const { kind, where, account } of tamperWithAccount(JSON.parse(text), BigInt(1 + i * 37)))
        judge(kind, where, checkAccount(account, bytes, policy));
    }
    for (let seed = 0; seed < runs(6); seed++) {
      const { engine: own, settled } = posedRound(smallProblem(seed));
      const account = JSON.parse(certificateText(accountOfRound(own, settled, SOURCE)));
      for (const one of tamperWithAccount(account, BigInt(1 + seed)))
        if (ARITHMETIC.test(one.kind) && !FROM_ELSEWHERE.test(one.where))
          judge(one.kind, `${seed} ${one.where}`, checkAccount(one.account));
    }
    const count = [...refusals.values()].reduce((sum, one) => sum + one, 0);
    if (process.env.SOAK === "1") console.log(`${count} tampered accounts refused, of ${refusals.size} kinds`);
    expect(accepted).toEqual([]);
    expect(NAMED.filter((kind) => !refusals.has(kind))).toEqual([]);
    expect(count).toBeGreaterThan(1_000);
  }, 60_000);
});
