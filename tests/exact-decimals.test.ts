/** Hours and scores are exact however many digits they have: nothing is cut before it is compared. */
import { readFileSync } from "node:fs";
import { type Backend, createEngine, settle } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";

const file = new URL("../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
const policy = JSON.parse(readFileSync(file, "utf8")) as Policy;
const backends: readonly Backend[] = ["generated", "closures", "reference"];

type Decimal = number | string;

const association = {
  uscc: "51350582MJ0000018G",
  name: "示例行业协会",
  kind: "association",
  registeredInJinjiang: true,
  aboveScale: null,
  fiscalContribution: null,
};
const training = (standard: Decimal, hours: Decimal) => ({
  year: 2023,
  settings: { trainingMinParticipants: 1, trainingMinHours: standard },
  applicant: association,
  trainings: [{ id: "T", heldOn: "2023-06-01", participants: 1, hours, coOrganiser: "platform" }],
});

function session(backend: Backend, standard: Decimal, hours: Decimal) {
  const engine = createEngine(policy, backend);
  const read = engine.read(training(standard, hours));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return engine.assess(read.value).measures.find(({ id }) => id === "5.1");
}

describe.each(backends)("a session's hours against the standard (%s)", (backend) => {
  it.each<[Decimal, Decimal, string]>([
    ["8.0000002", "8.0000001", "0.00"],
    ["8.0000001", "8.0000001", "50000.00"],
    ["8.0000001", "8.0000002", "50000.00"],
    ["8", "7.9999999", "0.00"],
    [8, "8.000000000", "50000.00"],
    [0.1, "0.1000", "50000.00"],
    [1e-7, 1e-8, "0.00"],
    [`0.${"3".repeat(300)}`, `0.${"3".repeat(299)}2`, "0.00"],
    [1e15, 1e15, "50000.00"],
    ["1".repeat(40), "1".repeat(39), "0.00"],
  ])("%s is asked, %s is held: %s", (standard, hours, amount) => {
    expect(session(backend, standard, hours)?.amount).toBe(amount);
  });

  it("the gap is the whole of what is missing", () => {
    expect(session(backend, "8.00000005", "8.00000004")?.gaps).toEqual([
      { changes: [{ fact: "trainings[0].hours", from: "8.00000004", to: "8.00000005" }], gain: "50000.00" },
    ]);
  });
});

const enterprise = {
  uscc: "91350582MA00100020",
  name: "示例制造有限公司",
  kind: "enterprise",
  industry: "1951",
  registeredInJinjiang: true,
  aboveScale: true,
  fiscalContribution: "5000000",
};
const project = (id: string, score: Decimal) => ({
  id,
  industry: "鞋服",
  software: "100",
  hardware: "0",
  inUseOn: "2023-06-01",
  promotes: true,
  parkKeyProject: false,
  selected: null,
  score,
});

function ranking(scores: readonly Decimal[], settings?: object) {
  const demonstrationProjects = scores.map((score, i) => project(`D${i}`, score));
  const dossier = { year: 2023, settings, applicant: enterprise, demonstrationProjects };
  const settled = settle(createEngine(policy, "generated"), { year: 2023, settings, dossiers: [dossier] });
  if (!settled.ok) throw new Error(JSON.stringify(settled.errors));
  return settled.value.selection[0]?.ranked.map((one) => [one.project, one.score, one.place, one.selected]);
}

describe("scores", () => {
  it("that part in the eighth decimal are no tie", () => {
    expect(ranking(["90.00000001", "90.00000002", 90])).toEqual([
      ["D1", 90.00000002, 1, true],
      ["D0", 90.00000001, 2, true],
      ["D2", 90, 3, false],
    ]);
  });
  it("that are written differently are one", () => {
    expect(ranking([90, "90.0", "90.000000000"])?.map(([, , place, selected]) => [place, selected])).toEqual([
      [1, null],
      [1, null],
      [1, null],
    ]);
  });
  it("are shown as text where a number would say something else", () => {
    expect(ranking(["90.000000000000000001", "12345678901234567890"])?.map(([, score]) => score)).toEqual([
      "12345678901234567890",
      "90.000000000000000001",
    ]);
  });
  it("of a round whose settings hold a decimal are compared all the same", () => {
    expect(ranking([1], { trainingMinHours: "7.50" })).toEqual([["D0", 1, 1, true]]);
  });
});
