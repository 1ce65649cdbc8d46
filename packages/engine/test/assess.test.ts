/** From the explanation to the result: shares under a cap, what was given up and why, the ceiling, statuses, and how values are written. */
import { readFileSync } from "node:fs";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { creditCode } from "../../../tests/arbitrary/credit-code.ts";
import type { RawDossier, RawRow } from "../../../tests/arbitrary/raw-dossier.ts";
import { writeScaled, writeValue } from "../src/assess/write-value.ts";
import { createEngine } from "../src/engine.ts";
import type { MeasureResult, Result } from "../src/result.ts";

const file = new URL("../../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
const policy = JSON.parse(readFileSync(file, "utf8")) as Policy;
const engine = createEngine(policy, "generated");

function assess(raw: RawDossier): Result {
  const read = engine.read(raw);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return engine.assess(read.value);
}

const measureOf = (result: Result, id: string): MeasureResult => result.measures.find((m) => m.id === id) as MeasureResult;

const applicant: RawRow = {
  uscc: creditCode(1),
  name: "示例企业1",
  kind: "enterprise",
  industry: "1951",
  registeredInJinjiang: true,
  aboveScale: true,
  fiscalContribution: "9000000",
};
const base: RawDossier = { year: 2023, applicant };
const fiveG = (id: string, quanzhouSubsidy: string | number, more: RawRow = {}): RawRow => ({
  id,
  claimYear: 2023,
  quanzhouSubsidy,
  ...more,
});
const software = (id: string, softwarePaid: string | number, more: RawRow = {}): RawRow => ({
  id,
  system: "ERP",
  softwarePaid,
  paidOn: "2023-06-01",
  ...more,
});
const award = (project: string, amount: string | number, more: RawRow = {}): RawRow => ({
  programme: "技改补助",
  project,
  amount,
  level: "local",
  ...more,
});

describe("items under caps", () => {
  it("are granted the larger ones first where the applicant's cap cuts, whatever their order", () => {
    const items = [
      fiveG("G1", 40_000),
      fiveG("G2", 200_000),
      fiveG("G3", 180_000),
      fiveG("G4", 200_000),
      fiveG("G5", 300_000),
      fiveG("G6", 180_000),
    ];
    for (const fiveGProjects of [items, [...items].reverse()]) {
      const found = measureOf(assess({ ...base, fiveGProjects }), "1.2");
      expect([found.amount, found.granted]).toEqual(["500000.00", "500000.00"]);
      expect(Object.fromEntries(found.items.map((i) => [i.id, [i.amount, i.granted]]))).toEqual({
        G1: ["20000.00", "20000.00"],
        G2: ["100000.00", "100000.00"],
        G3: ["90000.00", "90000.00"],
        G4: ["100000.00", "100000.00"],
        G5: ["100000.00", "100000.00"],
        G6: ["90000.00", "90000.00"],
      });
    }
    const seven = measureOf(assess({ ...base, fiveGProjects: [...items, fiveG("G7", 60_000)] }), "1.2");
    expect(seven.items.map((i) => i.granted)).toEqual([
      "0.00",
      "100000.00",
      "90000.00",
      "100000.00",
      "100000.00",
      "90000.00",
      "20000.00",
    ]);
    expect(seven.marks).toContain("applicant-capped");
    expect(measureOf(assess({ ...base, fiveGProjects: items }), "1.2").marks).not.toContain("applicant-capped");
  });
  it("at the cap of a project are marked only above it", () => {
    const found = measureOf(assess({ ...base, fiveGProjects: [fiveG("G1", 200_000), fiveG("G2", "200000.02")] }), "1.2");
    expect(found.items.map((i) => [i.amount, i.marks.includes("capped")])).toEqual([
      ["100000.00", false],
      ["100000.00", true],
    ]);
  });
});

describe("one project, two claims", () => {
  const demonstration: RawRow = {
    id: "D1",
    project: "P",
    industry: "鞋服",
    software: 600_000,
    hardware: 0,
    inUseOn: "2023-06-01",
    promotes: true,
    parkKeyProject: false,
    selected: true,
  };
  it("the larger total keeps it, and what was given up says so", () => {
    const result = assess({
      ...base,
      demonstrationProjects: [demonstration],
      softwarePurchases: [software("S1", 600_000, { project: "P" }), software("S2", 500_000)],
    });
    expect(result.measures.filter((m) => m.granted !== "0.00").map((m) => [m.id, m.amount, m.granted])).toEqual([
      ["1.1", "120000.00", "120000.00"],
      ["2.2", "100000.00", "50000.00"],
    ]);
    expect(result.givenUp).toEqual([
      expect.objectContaining({ measure: "2.2", item: "S1", amount: "50000.00", keptMeasure: "1.1" }),
    ]);
    expect(measureOf(result, "2.2").items.map((i) => i.marks)).toEqual([["given-up"], []]);
    expect([result.totals.amount, result.totals.granted]).toEqual(["220000.00", "170000.00"]);
  });
  it("an outside award of the same sum stands; of one 分 less it is to be repaid and nothing is paid before", () => {
    const claim = { ...base, softwarePurchases: [software("S1", 500_000)] };
    const tie = assess({ ...claim, outsideAwards: [award("S1", 50_000)] });
    expect(measureOf(tie, "2.2")).toMatchObject({ status: "eligible", amount: "50000.00", granted: "0.00" });
    expect(tie.totals).toMatchObject({ granted: "0.00", outsideStanding: "50000.00", payable: "0.00", provisional: false });
    expect(tie.givenUp).toEqual([
      expect.objectContaining({ measure: "2.2", item: "S1", amount: "50000.00", keptProgramme: "技改补助" }),
    ]);
    expect(tie.marks).toEqual([]);
    const less = assess({ ...claim, outsideAwards: [award("S1", "49999.99")] });
    expect(less.totals).toMatchObject({ granted: "50000.00", outsideStanding: "0.00", payable: null, provisional: true });
    expect(less.marks).toEqual(["outside-award-to-repay"]);
    expect(less.givenUp).toEqual([]);
    const returned = assess({ ...claim, outsideAwards: [award("S1", "49999.99", { returned: true })] });
    expect(returned.totals).toMatchObject({ granted: "50000.00", payable: "50000.00", provisional: false });
  });
  it("several outside awards of a project stand together, named once each in a fixed order", () => {
    const awards = [award("S1", 30_000), award("S1", 15_000, { programme: "人才补助" }), award("S1", 5_000)];
    for (const outsideAwards of [awards, [...awards].reverse()]) {
      const result = assess({ ...base, softwarePurchases: [software("S1", 500_000)], outsideAwards });
      expect(result.givenUp.map((g) => g.keptProgramme)).toEqual(["人才补助、技改补助"]);
      expect(result.totals.outsideStanding).toBe("50000.00");
    }
  });
  it("outside awards beyond the exact range of a double are added up to the 分", () => {
    const outsideAwards = Array.from({ length: 11 }, (_, i) => award(`P${i}`, "9999999999999.99"));
    expect(assess({ ...base, outsideAwards }).totals.outsideStanding).toBe("109999999999999.89");
  });
  it("of equal totals less that is local is chosen, then more in the earliest measure", () => {
    const both = {
      ...base,
      softwarePurchases: [software("S1", 500_000)],
      fiveGProjects: [fiveG("G1", 100_000, { project: "S1" })],
    };
    expect(
      assess(both)
        .measures.filter((m) => m.granted !== "0.00")
        .map((m) => m.id),
    ).toEqual(["1.2"]);
    const standing = assess({ ...both, outsideAwards: [award("S1", 50_000, { level: "higher" })] });
    expect(standing.totals).toMatchObject({ granted: "0.00", outsideStanding: "50000.00" });
  });
});

describe("the fiscal ceiling", () => {
  it.each([
    ["room enough", "150000", 0, [], "100000.00", "0.00", []],
    ["exactly enough", "100000", 0, [], "100000.00", "0.00", []],
    ["one 分 short", "99999.99", 0, [], "99999.99", "0.01", ["ceiling-binds"]],
    ["other local awards count", "120000", "30000", [], "90000.00", "10000.00", ["ceiling-binds"]],
    ["a standing local award counts", "120000", 0, [award("别处", 30_000)], "90000.00", "10000.00", ["ceiling-binds"]],
    ["a standing higher award doesn't", "120000", 0, [award("别处", 30_000, { level: "higher" })], "100000.00", "0.00", []],
    ["never below nothing", "10000", "30000", [], "0.00", "100000.00", ["ceiling-binds"]],
    ["not known", null, 0, [], null, null, ["ceiling-unknown"]],
  ] as const)("%s", (_, fiscalContribution, otherLocalAwards, outsideAwards, payable, ceilingCut, marks) => {
    const result = assess({
      ...base,
      applicant: { ...applicant, fiscalContribution, otherLocalAwards },
      softwarePurchases: [software("S1", 1_000_000)],
      outsideAwards,
    });
    expect(result.totals).toMatchObject({ granted: "100000.00", payable, ceilingCut, provisional: payable === null });
    expect(result.marks).toEqual(marks);
  });
  it("binds enterprises alone, and nobody who is granted nothing", () => {
    const unknown = { ...applicant, fiscalContribution: null };
    expect(assess({ ...base, applicant: unknown }).totals).toMatchObject({
      granted: "0.00",
      payable: "0.00",
      ceilingCut: "0.00",
      provisional: false,
    });
    const association: RawDossier = {
      year: 2023,
      settings: { trainingMinParticipants: 50, trainingMinHours: 8 },
      applicant: { ...unknown, kind: "association" },
      trainings: [{ id: "T1", heldOn: "2023-06-01", participants: 50, hours: 8, coOrganiser: "platform" }],
    };
    expect(assess(association).totals).toMatchObject({ granted: "50000.00", payable: "50000.00", provisional: false });
  });
});

describe("statuses", () => {
  const status = (raw: RawDossier, id: string): string => measureOf(assess(raw), id).status;
  const demonstration: RawRow = {
    id: "D1",
    industry: "鞋服",
    software: 600_000,
    hardware: 0,
    inUseOn: "2023-06-01",
    promotes: true,
    parkKeyProject: false,
    selected: null,
  };
  it.each([
    ["nothing claimed", base, "2.2", "not-claimed"],
    ["too little", { ...base, softwarePurchases: [software("S1", "499999.99")] }, "2.2", "not-eligible"],
    ["enough", { ...base, softwarePurchases: [software("S1", 500_000)] }, "2.2", "eligible"],
    ["selection open", { ...base, demonstrationProjects: [demonstration] }, "1.1", "undetermined"],
    [
      "selection open, of nothing",
      { ...base, demonstrationProjects: [{ ...demonstration, software: 0 }] },
      "1.1",
      "not-eligible",
    ],
    [
      "a school's programme",
      { ...base, applicant: { ...applicant, kind: "school" }, talentProgrammes: [{ id: "L1", description: "订单班" }] },
      "5.2",
      "discretionary",
    ],
    ["a programme of no school", { ...base, talentProgrammes: [{ id: "L1", description: "订单班" }] }, "5.2", "not-eligible"],
    ["credit", base, "6.1", "no-subsidy"],
  ] as const)("%s", (_, raw, id, wanted) => expect(status(raw as RawDossier, id)).toBe(wanted));
});

describe("conditions and reasons", () => {
  it("carry the facts under their contract paths, also far down a list", () => {
    const rows = Array.from({ length: 300 }, (_, i) =>
      software(`S${i}`, "1.00", { paidOn: i === 299 ? "2022-12-31" : "2023-06-01" }),
    );
    for (let again = 0; again < 2; again++) {
      const found = measureOf(assess({ ...base, softwarePurchases: rows }), "2.2");
      const paid = found.conditions.filter((c) => Object.keys(c.facts).some((path) => path.endsWith(".paidOn")));
      expect(paid).toHaveLength(300);
      expect(paid.map((c) => Object.keys(c.facts))).toEqual(rows.map((_, i) => [`softwarePurchases[${i}].paidOn`]));
      expect(paid[299]).toMatchObject({
        clause: "二（二）",
        holds: false,
        facts: { "softwarePurchases[299].paidOn": "2022-12-31" },
      });
      expect(found.items[299]).toMatchObject({ marks: ["out-of-year"], reasons: ["付款不在申报的政策年度"] });
      const tier = found.conditions.find((c) => "softwarePurchases.softwarePaid.total" in c.facts);
      expect(tier).toMatchObject({ holds: false, facts: { "softwarePurchases.softwarePaid.total": "299.00" } });
      expect(found.conditions[0]?.facts).toEqual({ "applicant.kind": "enterprise", "applicant.registeredInJinjiang": true });
    }
  });
});

describe("values as the contract writes them", () => {
  it.each([
    [12345, { kind: "money" }, "123.45"],
    [0, { kind: "date" }, "1970-01-01"],
    [2023 * 12 + 4, { kind: "month" }, "2023-05"],
    [{ n: 15n, d: 2n }, { kind: "decimal", unit: "小时" }, "7.5"],
    [20, { kind: "count", unit: "家" }, 20],
    [{ n: 333n, d: 10_000n }, { kind: "rate" }, "0.0333"],
    [{ n: 1n, d: 3n }, { kind: "rate" }, "1/3"],
    [{ n: 0n, d: 7n }, { kind: "rate" }, "0"],
    [5, { kind: "number", scale: 2, unit: "元" }, "0.05"],
    [-150, { kind: "number", scale: 4, unit: "元" }, "-0.015"],
    [20, { kind: "number", scale: 2, unit: "%" }, "0.2"],
    [null, { kind: "money" }, null],
    [false, { kind: "boolean" }, false],
    [["a", "b"], { kind: "options", options: [] }, ["a", "b"]],
  ] as const)("%s of %o is written %s", (value, format, wanted) => expect(writeValue(value, format)).toEqual(wanted));
  it("scaled integers lose nothing", () => {
    expect([writeScaled(10n ** 30n + 1n, 30), writeScaled(100, 2), writeScaled(-5, 1), writeScaled(0, 6)]).toEqual([
      `1.${"0".repeat(29)}1`,
      "1",
      "-0.5",
      "0",
    ]);
  });
});
