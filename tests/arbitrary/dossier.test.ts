/** The generators themselves: codes are valid, the two hand-written computations agree, and every kind of outcome does occur. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amounts } from "../oracle/amounts.ts";
import { trials } from "../oracle/grant.ts";
import { type Judgement, judge, verdictsOf } from "../oracle/judge.ts";
import { load } from "../oracle/load.ts";
import { dossierOf } from "../oracle/shape.ts";
import { contestedDossier } from "./contested.ts";
import { creditCode, isCreditCode } from "./credit-code.ts";
import { rawDossier } from "./dossier.ts";
import { runs } from "./runs.ts";

const LARGEST_SEARCH = 5_000;

const fast = (prepared: ReturnType<typeof load>): (number | null)[] => {
  const out = new Float64Array(14);
  amounts(dossierOf(prepared), out);
  return [...out].map((value) => (Number.isNaN(value) ? null : value));
};

const plain = ({ verdicts, totals }: Judgement): (number | null)[] => {
  const payable = totals.payable === null ? null : Number(totals.payable);
  return [...verdicts.map((verdict) => Number(verdict.amount)), Number(totals.granted), payable];
};

describe("credit codes", () => {
  it("are checked as the public ones are", () => {
    const known = readFileSync(new URL("../data/uscc.txt", import.meta.url), "utf8")
      .split("\n")
      .map((line) => line.slice(0, 18));
    expect(known.filter((code) => code !== "" && !isCreditCode(code))).toEqual([]);
    expect(["91350100M000100Y4Z", "91350203M0001QAY9B", "9150010807MGZHI002"].filter(isCreditCode)).toEqual([]);
  });
  it("are valid for every sequence number", () => {
    fc.assert(
      fc.property(fc.nat(30_000_000), (n) => isCreditCode(creditCode(n))),
      { numRuns: runs(300) },
    );
  });
});

describe("the two hand-written computations", () => {
  it.each([
    ["any dossier", rawDossier()],
    ["contested projects", contestedDossier()],
  ])("agree to the 分 on %s", (_, dossiers) => {
    fc.assert(
      fc.property(dossiers, (raw) => {
        const prepared = load(raw as never);
        const d = dossierOf(prepared);
        fc.pre(trials(d, verdictsOf(d)) <= LARGEST_SEARCH);
        expect(fast(prepared)).toEqual(plain(judge(prepared)));
      }),
      { numRuns: runs(400) },
    );
  });
});

describe("the arbitrary dossiers", () => {
  it("reach every status and every mark of the totals", () => {
    const seen = new Set<string>();
    for (const raw of fc.sample(rawDossier(), { numRuns: 700, seed: 20_230_501 })) {
      const prepared = load(raw as never);
      if (trials(dossierOf(prepared), verdictsOf(dossierOf(prepared))) > 100) continue;
      const { verdicts, marks } = judge(prepared);
      for (const verdict of verdicts) {
        seen.add(`${verdict.id} ${verdict.status}`);
        for (const mark of [...verdict.marks, ...verdict.items.flatMap((item) => item.marks)]) seen.add(mark);
      }
      for (const mark of marks) seen.add(mark);
    }
    const paying = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "4.1", "5.1"];
    const unknowable = ["1.1", "2.1", "2.3", "5.1"].map((id) => `${id} undetermined`);
    const statuses = paying.flatMap((id) => ["eligible", "not-eligible", "not-claimed"].map((status) => `${id} ${status}`));
    const marks = ["retroactive", "out-of-year", "two-formulas-differ", "quanzhou-figure-missing", "capped", "applicant-capped"];
    const others = [
      "not-selected",
      "outside-award-to-repay",
      "ceiling-unknown",
      "ceiling-binds",
      "standard-not-set",
      "duplicate-id",
      "funded-earlier",
    ];
    const wanted = [...statuses, ...unknowable, "5.2 discretionary", "6.1 no-subsidy", ...marks, ...others];
    expect(wanted.filter((name) => !seen.has(name))).toEqual([]);
  });
});
