/** 就高不重复 against trying everything: small problems with caps, pools, groups, falling steps, outside awards and many ties. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, isUndisputed, search } from "../src/allocate/allocate.ts";
import { partition } from "../src/allocate/contest.ts";
import { courseOf } from "../src/allocate/course.ts";
import { entrantOf, tighten } from "../src/allocate/entrant.ts";
import { races } from "../src/allocate/race.ts";
import { sweep } from "../src/allocate/sweep.ts";
import { type Allocation, type AllocationProblem, OUTSIDE } from "../src/allocation-problem.ts";
import { claimants, tryEverything } from "./allocate-brute-force.ts";
import { dice, smallProblem } from "./allocate-instances.ts";

const outcome = (one: Allocation) => ({
  keeper: one.keeper,
  objective: [one.total, one.standing, 0 - one.standingLocal, ...one.granted],
  optimal: one.optimal,
  bound: one.certificate.upperBound - one.total,
});

const choices = (problem: AllocationProblem): number =>
  Array.from({ length: problem.projects }, (_, project) => Math.max(1, claimants(problem, project).length)).reduce(
    (all, one) => all * one,
    1,
  );

const small = fc
  .integer({ min: 0, max: 2 ** 30 })
  .map((seed) => ({ seed, problem: smallProblem(seed) }))
  .filter(({ problem }) => choices(problem) <= 600);

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const roll = dice(seed);
  return list
    .map((one) => ({ one, key: roll(1_000_000) }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

const each = (cap: number | null, ...amounts: (number | null)[]) => ({
  kind: "each" as const,
  cap,
  entries: amounts.flatMap((amount, project) => (amount === null ? [] : [{ project, amount }])),
});

describe("allocate", () => {
  it("does what trying everything does: total, ties and keepers", () => {
    fc.assert(
      fc.property(small, ({ problem }) => {
        const expected = { ...tryEverything(problem), optimal: true, bound: 0 };
        expect(outcome(allocate(problem))).toEqual(expected);
        expect(outcome(search(problem, 1_000_000))).toEqual(expected);
      }),
      { numRuns: 4_000, seed: 11 },
    );
  }, 120_000);

  it("doesn't depend on the order of the entries", () => {
    fc.assert(
      fc.property(small, fc.integer(), ({ problem }, seed) => {
        const funds = problem.funds.map((fund) =>
          fund.kind === "each"
            ? { ...fund, entries: shuffled(fund.entries, seed) }
            : { ...fund, entries: shuffled(fund.entries, seed) },
        );
        const other = { ...problem, funds, outside: shuffled(problem.outside, seed) };
        expect(outcome(search(other, 1_000_000))).toEqual(outcome(search(problem, 1_000_000)));
      }),
      { numRuns: 300, seed: 12 },
    );
  }, 60_000);

  it("loses no optimum by the sharper bounds of wide sweeps", () => {
    const aim = { equals: false, keepers: false, width: 100_000, strict: false };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 30 }), (seed) => {
        for (const contest of partition(smallProblem(seed)).contests) {
          for (const race of races(contest)) {
            const entrant = tighten(entrantOf(race, contest), 0);
            if (entrant === null) continue;
            const plain = sweep(courseOf(entrant, false), { ...aim, goal: [-1] }, { left: 1_000_000 }).found?.objective[0];
            const goal = [(plain ?? 0) - 1];
            const sharp = sweep(courseOf(entrant, true), { ...aim, goal }, { left: 1_000_000 }).found?.objective[0];
            expect(sharp).toBe(plain);
          }
        }
      }),
      { numRuns: 1_500, seed: 14 },
    );
  }, 60_000);

  it("never claims a bound below the optimum when it must give up", () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 0, max: 40 }), ({ problem }, effort) => {
        const [given, best] = [search(problem, effort), tryEverything(problem)];
        const total = best.objective[0] ?? 0;
        expect(given.total).toBeLessThanOrEqual(total);
        expect(given.certificate.upperBound).toBeGreaterThanOrEqual(total);
        if (given.optimal) expect(given.keeper).toEqual(best.keeper);
      }),
      { numRuns: 1_000, seed: 13 },
    );
  }, 60_000);

  it.each<[string, AllocationProblem, (number | null)[], number]>([
    ["nobody claims", { projects: 2, funds: [each(null, 5)], outside: [] }, [0, null], 5],
    ["greedy is wrong: the cap", { projects: 2, funds: [each(10, 10, 9), each(null, null, 8)], outside: [] }, [0, 1], 18],
    [
      "an equal outside award stands",
      { projects: 1, funds: [each(null, 7)], outside: [{ project: 0, total: 7, local: 7 }] },
      [OUTSIDE],
      7,
    ],
    [
      "a larger one of ours is kept",
      { projects: 1, funds: [each(null, 8)], outside: [{ project: 0, total: 7, local: 0 }] },
      [0],
      8,
    ],
    ["equal: the earliest measure", { projects: 2, funds: [each(null, 7, 7), each(null, 7, 7)], outside: [] }, [0, 0], 14],
    [
      "the pool needs both projects to reach its tier",
      {
        projects: 2,
        funds: [
          each(null, 3, 3),
          {
            kind: "pool",
            largest: false,
            alone: 10,
            steps: [
              { from: 0, value: 0 },
              { from: 20, value: 10 },
            ],
            entries: [0, 1].map((project) => ({ project, group: 0, basis: 10 })),
          },
        ],
        outside: [],
      },
      [1, 1],
      10,
    ],
  ])("%s", (_, problem, keeper, total) => {
    const result = allocate(problem);
    expect([result.keeper, result.total, result.optimal]).toEqual([keeper, total, true]);
    expect(search(problem, 1_000_000)).toEqual(result);
  });

  it("sees at once that nothing is disputed", () => {
    const problem: AllocationProblem = {
      projects: 3,
      funds: [each(9, 5, null, 5)],
      outside: [{ project: 1, total: 4, local: 4 }],
    };
    expect(isUndisputed(problem)).toBe(true);
    expect(outcome(allocate(problem))).toEqual({ keeper: [0, OUTSIDE, 0], objective: [13, 4, -4, 9], optimal: true, bound: 0 });
  });
});
