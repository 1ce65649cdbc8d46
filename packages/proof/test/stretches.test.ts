/** Stretches of two amounts over one quantity: their ends are exact, also where a jump hides between marks' neighbours or a line bends. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Amounts, stretchesOf } from "../src/diff/stretches.ts";

const END = 10n ** 9n;
const along = (f: (x: number) => Amounts, marks: readonly number[] = []) =>
  (stretchesOf((x) => f(Number(x)), marks.map(BigInt), END) ?? [])
    .filter((s) => s.sign !== 0)
    .map((s) => [s.sign, Number(s.from), s.below === null ? null : Number(s.below)]);

describe("stretches", () => {
  it("end where tiers do", () => {
    const tiers = (x: number): Amounts => [x >= 5000 ? 100 : 0, x >= 3000 ? (x >= 8000 ? 90 : 100) : 0];
    expect(along(tiers, [5000, 3000, 8000])).toEqual([
      [1, 3000, 5000],
      [-1, 8000, null],
    ]);
  });
  it("see a single value that stands out at a mark", () => {
    expect(along((x) => [x === 7000 ? 0 : 50, 50], [7000])).toEqual([[1, 7000, 7001]]);
  });
  it("begin where two lines part, cut to whole numbers", () => {
    const capped = (rate: number, cap: number) => (x: number) => Math.min(Math.floor((x * rate) / 100), cap);
    const [old, now] = [capped(20, 2000), capped(20, 3000)];
    const [stretch, ...others] = along((x) => [old(x), now(x)]);
    expect([stretch, others]).toEqual([[1, 10_010, null], []]);
  });
  it("say where the two lie furthest apart, at a round value where there is one", () => {
    const found = stretchesOf((x) => [0, Math.min(Math.floor(Number(x) / 5), 100_000)], [], END) ?? [];
    expect(found.at(-1)?.most).toEqual({ at: 500_000n, amounts: [0, 100_000] });
  });
  it("are none where a value has no dossier", () => {
    expect(stretchesOf((x) => (x === 0n ? null : [0, 0]), [], END)).toBe(null);
  });
  it("of any tiers agree with trying every value", () => {
    const tier = fc.record({ at: fc.integer({ min: 1, max: 400 }), pays: fc.integer({ min: 0, max: 5 }).map((n) => n * 100) });
    fc.assert(
      fc.property(fc.array(tier, { maxLength: 5 }), fc.array(tier, { maxLength: 5 }), (a, b) => {
        const pays = (tiers: typeof a, x: number) => tiers.filter((t) => t.at <= x).at(-1)?.pays ?? 0;
        const marks = [...a, ...b].map((t) => BigInt(t.at));
        const found = stretchesOf((x) => [pays(a, Number(x)), pays(b, Number(x))], marks, 500n) ?? [];
        for (let x = 0; x <= 500; x++) {
          const stretch = found.findLast((s) => s.from <= BigInt(x));
          expect(stretch?.sign).toBe(Math.sign(pays(b, x) - pays(a, x)));
        }
      }),
    );
  });
});
