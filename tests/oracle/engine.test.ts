/** The engine against the independent hand-written computation: every value to the 分, every mark, and the explanation node by node. */
import { readFileSync } from "node:fs";
import { createEngine, type Prepared, type Result } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstTreeDifference } from "../../bench/equal.ts";
import { contestedDossier } from "../arbitrary/contested.ts";
import { rawDossier } from "../arbitrary/dossier.ts";
import { dossierStream } from "../arbitrary/dossier-stream.ts";
import { runs } from "../arbitrary/runs.ts";
import { explain } from "./explain.ts";
import { trials } from "./grant.ts";
import { judge, verdictsOf } from "./judge.ts";
import { load } from "./load.ts";
import { dossierOf } from "./shape.ts";

const file = new URL("../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
const policy = JSON.parse(readFileSync(file, "utf8")) as Policy;
const engine = createEngine(policy, "generated");

const LARGEST_SEARCH = 2_000;

const text = (fen: bigint | null): string | null =>
  fen === null ? null : `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;

/** What comes of the choice of keepers is the engine's to word; the rest must be equal. */
const ofChoice = new Set(["given-up", "outside-award-to-repay"]);
const sorted = (marks: readonly string[]): string[] => marks.filter((mark) => !ofChoice.has(mark)).sort();

function byHand(prepared: Prepared): unknown {
  const { verdicts, grant, totals, marks } = judge(prepared);
  return {
    measures: verdicts.map((verdict, i) => ({
      id: verdict.id,
      status: verdict.status,
      amount: text(verdict.amount),
      granted: text(grant.granted[i] ?? null),
      potential: text(verdict.potential),
      itemMarks: verdict.items.map((item) => [item.id, item.project, sorted(item.marks)]),
    })),
    totals: {
      amount: text(totals.amount),
      granted: text(totals.granted),
      outsideStanding: text(totals.outsideStanding),
      payable: text(totals.payable),
      provisional: totals.provisional,
    },
    marks: [...marks].sort(),
  };
}

function byEngine({ measures, totals, marks }: Result): unknown {
  const whole = new Set(["outside-award-to-repay", "ceiling-unknown", "ceiling-binds"]);
  return {
    measures: measures.map(({ id, status, amount, granted, potential, items }) => ({
      id,
      status,
      amount,
      granted,
      potential,
      itemMarks: ["5.2", "6.1"].includes(id) ? [] : items.map((item) => [item.id, item.project, sorted(item.marks)]),
    })),
    totals: {
      amount: totals.amount,
      granted: totals.granted,
      outsideStanding: totals.outsideStanding,
      payable: totals.payable,
      provisional: totals.provisional,
    },
    marks: marks.filter((mark) => whole.has(mark)).sort(),
  };
}

function prepared(raw: unknown): Prepared {
  const read = engine.read(raw);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.value;
}

describe("the engine and the computation by hand", () => {
  it.each([
    ["any dossier", rawDossier()],
    ["contested projects", contestedDossier()],
  ])("agree on %s", (_, dossiers) => {
    fc.assert(
      fc.property(dossiers, (raw) => {
        const loaded = load({ ...raw });
        const d = dossierOf(loaded);
        fc.pre(trials(d, verdictsOf(d)) <= LARGEST_SEARCH);
        expect(byEngine(engine.assess(prepared(raw)))).toEqual(byHand(loaded));
      }),
      { numRuns: runs(200) },
    );
  });

  it("agree on a city", () => {
    const city = dossierStream(5);
    for (let i = 0; i < runs(300); i++) {
      const raw = city.next().value;
      expect(byEngine(engine.assess(prepared(raw)))).toEqual(byHand(load({ ...raw })));
    }
  });

  it("explain it alike, node by node", () => {
    fc.assert(
      fc.property(rawDossier(), (raw) => {
        const read = prepared(raw);
        expect(firstTreeDifference(engine.explain(read), explain(dossierOf(read)))).toBeNull();
      }),
      { numRuns: runs(150) },
    );
  });
});
