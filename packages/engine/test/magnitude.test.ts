/** Sums beyond the exact range are refused with a sentence, never thrown and never answered inexactly. */
import { readFileSync } from "node:fs";
import { readAllCases } from "@zhengdui/compiler";
import type { FactList, Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { createEngine } from "../src/engine.ts";

type Row = Record<string, unknown>;

const folder = "policies/shili-2025-01/2025-01-01";
const policy = JSON.parse(readFileSync(`${folder}/compiled/policy.json`, "utf8")) as Policy;
const engine = createEngine(policy, "closures");
const found = readAllCases("cases.md", readFileSync(`${folder}/cases.md`, "utf8"), policy);
const cases = found.ok ? found.value.cases.map(({ dossier }) => dossier as Row) : [];
const list = policy.facts.lists.find(({ id }) => id === "purchases") as FactList;

/** Purchases, which no cap limits, each as large as said, as many as said. */
function swollen(dossier: Row, times: number, money: string): Row {
  const [row] = dossier.purchases as Row[];
  const large = Object.fromEntries(list.facts.filter(({ type }) => type.kind === "money").map(({ key }) => [key, money]));
  const rows = Array.from({ length: times }, (_, i) => ({ ...row, ...large, id: `P${i}`, project: `P${i}` }));
  return { ...dossier, purchases: rows };
}

describe("dossiers whose sums are beyond exact integers", () => {
  const buying = cases.filter(({ purchases }) => Array.isArray(purchases) && purchases.length > 0);
  const problemsOf = (times: number, money: string) =>
    buying.flatMap((dossier) => {
      const read = engine.read(swollen(dossier, times, money));
      if (read.ok) engine.assess(read.value);
      return read.ok ? [] : read.errors.map(({ problem }) => problem);
    });

  it("are refused by name", () => {
    expect(problemsOf(60, "9999999999999.99")).toContain("这份档案里的金额合计超出能够精确计算的范围");
  });
  it("are computed as long as they fit", () => {
    expect(buying.length).toBeGreaterThan(0);
    expect(problemsOf(2, "99999999999.99")).toEqual([]);
  });
});
