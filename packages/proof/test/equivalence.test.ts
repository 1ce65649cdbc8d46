/** A proof must never be wrong: what a worked case tells apart is proved equal by nobody. */
import { readFileSync } from "node:fs";
import { readCases } from "@zhengdui/compiler";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { proofOfEquivalence } from "../src/mutation/equivalence.ts";
import { visible } from "../src/mutation/kill.ts";
import { type Mutant, mutated } from "../src/mutation/mutant.ts";
import { mutantsOf } from "../src/mutation/mutants.ts";

const folders = ["jinjiang-2023-11/2023-05-01", "shili-2025-01/2025-01-01", "yangli-2025-06/2025-06-01"];

/** A worked case that gives another result by the mutant, or none at all. */
function refutation(policy: Policy, text: string): (mutant: Mutant) => string | null {
  const cases = readCases("cases.md", text, policy);
  if (!cases.ok) throw new Error(JSON.stringify(cases.errors));
  const engine = createEngine(policy, "closures");
  const known = cases.value.flatMap(({ title, dossier }) => {
    const read = engine.read(dossier);
    return read.ok ? [{ title, dossier: read.value, result: visible(engine.assess(read.value)) }] : [];
  });
  return (mutant) => {
    const changed = createEngine(mutated(policy, mutant), "closures");
    return known.find(({ dossier, result }) => visible(changed.assess(dossier)) !== result)?.title ?? null;
  };
}

describe.each(folders)("%s", (folder) => {
  const policy = JSON.parse(readFileSync(`policies/${folder}/compiled/policy.json`, "utf8")) as Policy;
  const refute = refutation(policy, readFileSync(`policies/${folder}/cases.md`, "utf8"));
  // Every third is tried: proving what any case could tell takes longest.
  const tried = mutantsOf(policy).filter((_, i) => i % 3 === 0);
  const proved = tried.filter((mutant) => proofOfEquivalence(policy, mutant) !== null);

  it("has mutants that are proved to change nothing", () => expect(proved.length).toBeGreaterThan(0));
  it("has no worked case that tells one of them apart", () => {
    const wrong = proved.flatMap((mutant) => {
      const title = refute(mutant);
      return title === null ? [] : [`${mutant.clause} ${mutant.place}: ${mutant.was} → ${mutant.became} (${title})`];
    });
    expect(wrong).toEqual([]);
  });
});
