/** What is missing to the next amount of a measure that counts: against trying every count. */
import { describe, expect, it } from "vitest";
import { creditCode } from "../../../tests/arbitrary/credit-code.ts";
import type { RawDossier, RawRow } from "../../../tests/arbitrary/raw-dossier.ts";
import { amount, base, measure, summary, yuan } from "./gap-desk.ts";

type Counts = readonly number[];
const sme = (i: number): RawRow => ({
  uscc: creditCode(i, "MB"),
  industry: "1811",
  inJinjiang: true,
  employees: 120,
  revenue: "30000000",
  inUseFrom: "2022-07-01",
});
const serving = ([n = 0]: Counts): RawDossier => ({
  ...base,
  servedSmes: [...Array.from({ length: n }, (_, i) => sme(i)), { ...sme(999), inUseFrom: "2021-01-01", inUseTo: "2021-06-01" }],
});
const advising = ([reports = 0, contracts = 0]: Counts): RawDossier => ({
  ...base,
  consulting: {
    team: [],
    freeOfCharge: true,
    reports: Array.from({ length: reports }, (_, i) => ({ uscc: creditCode(i, "MC"), on: "2023-06-01" })),
    contracts: Array.from({ length: contracts + 1 }, (_, i) => ({
      uscc: creditCode(contracts - i, i === 0 ? "MD" : "MC"),
      on: "2023-07-01",
    })),
  },
});

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** All that raises on the grid, then: smallest sets of counts, and of those the nearest values in each direction. */
function byTrying(now: Counts, grid: readonly Counts[], pays: (counts: Counts) => number): string[] {
  const moved = (to: Counts): string => now.map((from, i) => (to[i] === from ? "-" : "x")).join("");
  const far = (to: Counts): number => now.reduce((sum, from, i) => sum + Math.abs((to[i] as number) - from), 0);
  const reaching = groupBy(
    grid.filter((to) => pays(to) > pays(now)),
    moved,
  );
  const within = (few: string, many: string): boolean =>
    few !== many && [...few].every((sign, i) => sign === "-" || many[i] === "x");
  const onTheWay = (near: Counts, to: Counts): boolean =>
    now.every(
      (from, i) =>
        Math.min(from, to[i] as number) <= (near[i] as number) && (near[i] as number) <= Math.max(from, to[i] as number),
    );
  const nearest: Counts[] = [];
  for (const [facts, counts] of reaching) {
    if ([...reaching.keys()].some((other) => within(other, facts))) continue;
    const kept: Counts[] = [];
    for (const to of counts.sort((a, b) => far(a) - far(b))) if (!kept.some((near) => onTheWay(near, to))) kept.push(to);
    nearest.push(...kept);
  }
  return nearest.map((to) => JSON.stringify([to, yuan(pays(to) - pays(now))])).sort();
}

describe("the gap of counts", () => {
  it.each([
    ["2.1", serving, ["servedSmes.count"], Array.from({ length: 56 }, (_, n) => [n])],
    [
      "4.1",
      advising,
      ["consulting.reports.count", "consulting.contracts.count"],
      Array.from({ length: 41 }, (_, n) => Array.from({ length: n + 1 }, (_, k) => [n, k])).flat(),
    ],
  ] as const)("%s: exactly the sets that trying every count finds", (id, of, facts, grid) => {
    const paid = new Map(grid.map((counts) => [String(counts), amount(of(counts), id) as number]));
    const pays = (counts: Counts): number => paid.get(String(counts)) as number;
    for (const now of grid) {
      const { gaps } = measure(of(now), id);
      const stated = gaps.map(({ changes, gain }) => {
        const to = facts.map((fact, i) => changes.find((c) => c.fact === fact)?.to ?? now[i]);
        for (const c of changes) expect(c.from).toBe(now[facts.indexOf(c.fact as never)]);
        return JSON.stringify([to, gain]);
      });
      expect(stated.sort(), String(now)).toEqual(byTrying(now, grid, pays));
    }
  });
  it("names the smaller step first: one contract more, then one report less", () => {
    expect(summary(measure(advising([21, 4]), "4.1"))).toEqual([
      "contracts.count 4→5: 100000.00",
      "reports.count 21→20: 100000.00",
    ]);
    expect(summary(measure(advising([15, 2]), "4.1"))).toEqual(["reports.count 15→20 + contracts.count 2→4: 100000.00"]);
  });
});
