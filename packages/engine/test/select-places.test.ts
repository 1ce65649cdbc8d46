/** The selection among few places as tables: scores and decisions in, who is selected out. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, selectPlaces } from "../src/settle/select-places.ts";

/** A score, or a score with its decision: 90, [70, true], [null, false], [95, null, "no"] (doesn't compete). */
type Entry = number | null | readonly [number | null, boolean | null, "no"?];

function candidate(entry: Entry, index: number): Candidate {
  const [score, decided, no] = Array.isArray(entry)
    ? (entry as [number | null, boolean | null, "no"?])
    : [entry as number | null, null, undefined];
  return { uscc: `U${index}`, project: `P${index}`, industry: "鞋服", score, decided, competes: no === undefined };
}

/** In the order given: + selected, - not, ? undecided; and the ranks. */
function run(entries: readonly Entry[], places = 2): { selected: string; ranks: (number | null)[] } {
  const candidates = entries.map(candidate);
  const ranked = selectPlaces(candidates, places).flatMap((group) => group.ranked);
  const found = candidates.map((one) => ranked.find((placed) => placed.candidate === one));
  const sign = (selected: boolean | null | undefined) => (selected === true ? "+" : selected === false ? "-" : "?");
  return {
    selected: found.map((placed) => sign(placed?.selected)).join(""),
    ranks: found.map((placed) => placed?.place ?? null),
  };
}

describe("selectPlaces", () => {
  it.each<[string, readonly Entry[], string, (number | null)[]]>([
    ["the two best", [80, 90, 85], "-++", [3, 1, 2]],
    ["a tie within the places", [90, 90, 80], "++-", [1, 1, 3]],
    ["a tie across the last place", [90, 85, 85], "+??", [1, 2, 2]],
    ["three tied at the top", [90, 90, 90], "???", [1, 1, 1]],
    ["below a tie that isn't decided", [90, 85, 85, 80], "+??-", [1, 2, 2, 4]],
    ["fewer than places", [60], "+", [1]],
    ["a decided one uses a place", [90, 85, [70, true]], "+-+", [1, 2, 3]],
    ["two decided use both", [99, [70, true], [null, true]], "-++", [1, 2, null]],
    ["three decided stand, though there are two places", [[1, true], [2, true], [3, true], 9], "+++-", [4, 3, 2, 1]],
    ["a decided one breaks the tie it stands in", [[85, true], 90, 85], "++-", [2, 1, 2]],
    ["the tie for what a decided one left over", [[50, true], 90, 90], "+??", [3, 1, 1]],
    ["decided against stays out", [[99, false], 90, 85], "-++", [null, 1, 2]],
    ["without a score isn't ranked", [null, 90, 85], "?++", [null, 1, 2]],
    ["without a score takes no place that is left", [null, 90], "?+", [null, 1]],
    ["what fails the measure's own conditions doesn't compete", [[99, null, "no"], 90, 85], "-++", [null, 1, 2]],
    ["a score of 0 is a score", [0, null], "+?", [1, null]],
  ])("%s", (_, entries, selected, ranks) => {
    expect(run(entries)).toEqual({ selected, ranks });
  });

  it("keeps industries apart, in order of appearance", () => {
    const of = (industry: string, score: number, index: number): Candidate => ({ ...candidate(score, index), industry });
    const groups = selectPlaces([of("纺织", 1, 0), of("鞋服", 9, 1), of("纺织", 2, 2), of("纺织", 3, 3)], 2);
    expect(
      groups.map((group) => [group.industry, group.ranked.map((placed) => [placed.candidate.score, placed.selected])]),
    ).toEqual([
      [
        "纺织",
        [
          [3, true],
          [2, true],
          [1, false],
        ],
      ],
      ["鞋服", [[9, true]]],
    ]);
  });

  it("names the projects that took a place against the ranking", () => {
    const ranked = selectPlaces([90, 85, [70, true] as const].map(candidate), 2)[0]?.ranked;
    expect(ranked?.[1]?.why).toContain("P2");
  });

  const entry = fc.tuple(
    fc.option(fc.integer({ min: 0, max: 5 })),
    fc.option(fc.boolean()),
    fc.constantFrom(undefined, "no" as const),
  );
  const entries = fc.array(entry, { maxLength: 8 });

  it("never fills more places than there are, but for decided ones", () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 4 }), (list, places) => {
        const decided = list.filter(([, decision]) => decision === true).length;
        const selected = [...run(list as Entry[], places).selected].filter((sign) => sign === "+").length;
        return selected <= Math.max(places, decided);
      }),
    );
  });

  it("depends on the scores, never on the order in which projects are filed", () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 3 }), (list, places) => {
        const forth = run(list as Entry[], places);
        const back = run([...list].reverse() as Entry[], places);
        expect([...back.selected].reverse().join("")).toBe(forth.selected);
        expect([...back.ranks].reverse()).toEqual(forth.ranks);
      }),
    );
  });

  it("selects nobody whose equal isn't selected", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 8 }), (scores) => {
        const { selected } = run(scores);
        for (const [i, score] of scores.entries())
          for (const [j, other] of scores.entries()) if (score === other) expect(selected[i]).toBe(selected[j]);
      }),
    );
  });
});
