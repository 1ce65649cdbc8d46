/** Every way of spoiling a dossier is refused, at the right path and in words that help; the unspoilt one is read. */

import { readdirSync, readFileSync } from "node:fs";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { BAD_DOSSIERS, GOOD } from "./data/bad-dossiers.ts";

const FOLDER = new URL("../policies/jinjiang-2023-11/2023-05-01/", import.meta.url);
const EXAMPLES = new URL("examples/", FOLDER);
const CASES = new URL("data/cases.ndjson", import.meta.url);
const policy = JSON.parse(readFileSync(new URL("compiled/policy.json", FOLDER), "utf8")) as Policy;
const intake = createEngine(policy, "closures").read;

describe("dossiers", () => {
  it("reads the good one", () => {
    const read = intake(structuredClone(GOOD));
    expect(read.ok ? [] : read.errors).toEqual([]);
  });

  it("reads the policy's examples and every worked case", () => {
    const examples = readdirSync(EXAMPLES).filter((name) => name.endsWith(".json"));
    const cases = readFileSync(CASES, "utf8").trim().split("\n");
    const raws = [
      ...examples.map((name) => JSON.parse(readFileSync(new URL(name, EXAMPLES), "utf8")) as unknown),
      ...cases.map((line) => (JSON.parse(line) as { dossier: unknown }).dossier),
    ];
    expect(raws.length).toBeGreaterThan(40);
    for (const raw of raws) {
      const read = intake(raw);
      expect(read.ok ? [] : read.errors).toEqual([]);
    }
  });

  it.each(BAD_DOSSIERS.map((bad) => [bad.name, bad] as const))("refuses %s", (_name, bad) => {
    const read = intake(bad.spoil(structuredClone(GOOD)));
    if (read.ok) throw new Error("was read");
    const problem = read.errors.find((error) => error.path === bad.path);
    expect(problem, JSON.stringify(read.errors)).toBeDefined();
    expect(`${problem?.problem} ${problem?.expected}`).toContain(bad.words);
    expect(problem?.expected).not.toBe("");
    for (const error of read.errors)
      expect(`${error.path}${error.problem}${error.expected}`).not.toMatch(/\p{Cc}|undefined|NaN/u);
    // One mistake, one problem (an item that is twice the same repeats its project too).
    expect(read.errors.length, JSON.stringify(read.errors)).toBe(1);
  });
});
