/** What must hold of every policy on the shelf, whatever it says: its cases, one answer by three back ends, sums, caps, order. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCases } from "@zhengdui/compiler";
import { createEngine, type Result } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runPolicyCases } from "../apps/cli/src/policy-cases.ts";
import { readableDossier } from "./arbitrary/readable-dossier.ts";
import { runs } from "./arbitrary/runs.ts";

const folders = readdirSync("policies").flatMap((id) => readdirSync(join("policies", id)).map((v) => join("policies", id, v)));
const policies = folders.flatMap((folder): [string, Policy, string][] => {
  const file = join(folder, "compiled/policy.json");
  return existsSync(file) ? [[folder, JSON.parse(readFileSync(file, "utf8")) as Policy, join(folder, "cases.md")]] : [];
});

const seeds = fc.nat(10 ** 9);

const fen = (money: string | null): number => (money === null ? Number.NaN : Math.round(Number(money) * 100));

describe.each(policies)("%s", (_, policy, casesFile) => {
  const engines = (["generated", "closures", "reference"] as const).map((backend) => createEngine(policy, backend));
  const [fast] = engines as [(typeof engines)[number]];
  const assess = (seed: number): Result[] => {
    const found = readableDossier(fast, seed);
    return found === null ? [] : engines.map((engine) => engine.assess(found.prepared));
  };

  it("has worked cases for every measure that pays, and they come out", () => {
    const text = readFileSync(casesFile, "utf8");
    expect(runPolicyCases(policy, casesFile, text).complaints).toEqual([]);
    const read = readCases(casesFile, text, policy);
    const covered = new Set(read.ok ? read.value.flatMap((worked) => worked.measures.map((m) => m.id)) : []);
    const paying = policy.measures.filter((m) => m.form.kind !== "no-subsidy").map((m) => m.id);
    expect(paying.filter((id) => !covered.has(id))).toEqual([]);
  });

  it("gives one answer by generated code, closures and the reference", () => {
    let read = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const [one, other, slow] = assess(seed);
        if (one === undefined) return;
        read++;
        expect(other).toEqual(one);
        expect(slow).toEqual(one);
      }),
      { numRuns: runs(60) },
    );
    expect(read).toBeGreaterThan(30);
  });

  it("adds up, grants no more than it pays alone, pays no more than it grants", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [result] = assess(seed);
        if (result === undefined) return;
        const { totals, measures } = result;
        for (const m of measures) expect(fen(m.granted)).toBeLessThanOrEqual(fen(m.amount));
        for (const m of measures) expect(fen(m.amount)).toBeLessThanOrEqual(fen(m.potential));
        expect(measures.reduce((sum, m) => sum + fen(m.granted), 0)).toBe(fen(totals.granted));
        if (totals.payable !== null) expect(fen(totals.payable)).toBeLessThanOrEqual(fen(totals.granted));
      }),
      { numRuns: runs(60) },
    );
  });

  it("doesn't care for the order of the rows", () => {
    const turned = (raw: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, Array.isArray(value) ? [...value].reverse() : value]));
    fc.assert(
      fc.property(seeds, (seed) => {
        const found = readableDossier(fast, seed);
        const again = found === null ? null : fast.read(turned(found.raw));
        if (found === null || !again?.ok) return;
        const [one, other] = [fast.assess(found.prepared), fast.assess(again.value)];
        expect(other?.totals).toEqual(one?.totals);
        expect(other?.measures.map((m) => [m.amount, m.granted])).toEqual(one?.measures.map((m) => [m.amount, m.granted]));
      }),
      { numRuns: runs(60) },
    );
  });
});
