/** The search for items to be moved together, against trying every subset. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../tests/arbitrary/runs.ts";
import { minimalMoves } from "../src/gaps/moves.ts";

describe("moves of a sum", () => {
  it("are found like trying every subset, also where more may pay less", () => {
    const sums = fc.array(fc.record({ by: fc.integer({ min: -3, max: 9 }), item: fc.integer({ min: 0, max: 6 }) }), {
      maxLength: 7,
    });
    fc.assert(
      fc.property(sums, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 3 }), (raw, need, hole) => {
        const rising = hole === 0;
        const moves = raw.map((m) => ({ item: m.item, group: "", by: rising ? Math.abs(m.by) : m.by }));
        const total = (set: readonly { by: number }[]): number => set.reduce((sum, m) => sum + m.by, 0);
        const reaches = (set: readonly { by: number }[]): boolean =>
          total(set) >= need && (rising || total(set) % (hole + 1) !== 0);
        const all = Array.from({ length: 2 ** moves.length }, (_, bits) => moves.filter((_, i) => (bits >> i) & 1));
        const lawful = all.filter((set) => new Set(set.map((m) => m.item)).size === set.length && reaches(set));
        const minimal = lawful.filter(
          (set) => !lawful.some((other) => other.length < set.length && other.every((m) => set.includes(m))),
        );
        const text = (sets: readonly (readonly (typeof moves)[number][])[]): string[] =>
          sets.map((set) => String(set.map((m) => moves.indexOf(m)).sort())).sort();
        expect(text(minimalMoves(moves, need, rising, reaches))).toEqual(text(minimal));
      }),
      { numRuns: runs(300) },
    );
  });
});
