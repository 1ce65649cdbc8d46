/** The worked cases of the golden reading, by every back end. */
import { readFileSync } from "node:fs";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";

interface Case {
  readonly title: string;
  readonly dossier: unknown;
  readonly expect: Readonly<Record<string, unknown>>;
}

const policy = JSON.parse(readFileSync("policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", "utf8")) as Policy;
const cases = readFileSync("tests/data/cases.ndjson", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

describe.each(["generated", "closures", "reference"] as const)("worked cases, %s", (backend) => {
  const engine = createEngine(policy, backend);
  it.each(cases.map((c) => [c.title, c] as const))("%s", (_, worked) => {
    const read = engine.read(worked.dossier);
    expect(read).toMatchObject({ ok: true });
    if (!read.ok) return;
    const result = engine.assess(read.value);
    for (const [id, wanted] of Object.entries(worked.expect)) {
      if (id === "granted" || id === "payable") expect(result.totals[id]).toBe(wanted);
      else {
        const measure = result.measures.find((m) => m.id === id);
        const found = [measure?.status, measure?.amount, measure?.potential];
        expect(found.slice(0, (wanted as unknown[]).length)).toEqual(wanted);
      }
    }
  });
});

it("there are 46 of them", () => expect(cases).toHaveLength(46));
