/** The worked cases, and that the plain and the fast hand-written computation agree. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judge } from "./judge.ts";
import { load } from "./load.ts";

interface Case {
  readonly title: string;
  readonly dossier: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, readonly string[] | string | null>>;
}

const cases = readFileSync(new URL("../data/cases.ndjson", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Case);

const text = (fen: bigint | null): string | null =>
  fen === null ? null : `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;

describe("the oracle on the worked cases", () => {
  it("knows all 46", () => expect(cases).toHaveLength(46));
  it.each(cases.map((c) => [c.title, c] as const))("%s", (_, { dossier, expect: wanted }) => {
    const { verdicts, totals } = judge(load(dossier));
    for (const [key, value] of Object.entries(wanted)) {
      if (key === "granted" || key === "payable") expect(text(totals[key])).toBe(value);
      else {
        const verdict = verdicts.find((v) => v.id === key);
        const found = [verdict?.status, text(verdict?.amount ?? null), text(verdict?.potential ?? null)];
        expect(found.slice(0, value?.length)).toEqual(value);
      }
    }
  });
});
