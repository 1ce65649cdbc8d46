/** What is missing to the next amount: each stated set reaches exactly, nothing smaller does, and none is left out, checked by trying everything. */
import type { Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rawDossier } from "../../../tests/arbitrary/dossier.ts";
import type { Json, RawDossier, RawRow } from "../../../tests/arbitrary/raw-dossier.ts";
import { runs } from "../../../tests/arbitrary/runs.ts";
import { createEngine } from "../src/engine.ts";
import type { GapResult, MeasureResult } from "../src/result.ts";
import { amount, base, engine, enterprise, fenOf, measure, place, policy, summary, yuan } from "./gap-desk.ts";

const bought = (fen: number, readings = {}): RawDossier => ({
  ...base,
  settings: { interpretations: readings },
  softwarePurchases: [{ id: "S1", system: "ERP", softwarePaid: yuan(fen), paidOn: "2023-06-01" }],
});
const rented = (fen: number): RawDossier => ({
  ...base,
  cloudServices: [{ id: "C1", fee: yuan(fen), serviceFrom: "2023-01", serviceTo: "2023-12" }],
});

describe("the gap of a sum", () => {
  const WAN = 1_000_000;
  const sums = [
    0,
    1,
    5 * WAN,
    5 * WAN + 1,
    10 * WAN,
    49 * WAN,
    50 * WAN - 1,
    50 * WAN,
    99 * WAN,
    100 * WAN,
    250 * WAN,
    300 * WAN - 1,
  ];
  it.each([
    ["2.2", bought],
    ["2.3", rented],
  ] as const)("%s: the stated sum raises by the stated gain, one 分 less doesn't", (id, of) => {
    for (const sum of sums) {
      const now = measure(of(sum), id);
      const top = id === "2.2" ? 300 * WAN : 10 * WAN + 1;
      expect(now.gaps, `${sum}`).toHaveLength(sum < top ? 1 : 0);
      for (const { changes, gain } of now.gaps) {
        const to = fenOf(String(changes[0]?.to));
        expect(changes[0]?.from).toBe(yuan(sum));
        expect(measure(of(to), id).amount).toBe(yuan(fenOf(now.amount) + fenOf(gain)));
        expect(measure(of(to - 1), id).amount).toBe(now.amount);
      }
    }
  });
  it("above the highest step has none", () => {
    expect(measure(bought(300 * WAN), "2.2").gaps).toEqual([]);
    expect(measure(rented(10 * WAN + 1), "2.3").gaps).toEqual([]);
  });
  it("at exactly three million, where that is in no tier, goes up and down by one 分", () => {
    expect(summary(measure(bought(300 * WAN, { "three-million": "not" }), "2.2"))).toEqual([
      "softwarePaid.total 3000000.00→3000000.01: 300000.00",
      "softwarePaid.total 3000000.00→2999999.99: 200000.00",
    ]);
    expect(summary(measure(bought(250 * WAN, { "three-million": "not" }), "2.2"))).toEqual([
      "softwarePaid.total 2500000.00→3000000.01: 100000.00",
    ]);
  });
  it("is that of the largest system's sum where that decides", () => {
    const raw: RawDossier = {
      ...bought(40 * WAN, { "software-sum": "largest" }),
      softwarePurchases: [
        { id: "S1", system: "ERP", softwarePaid: "400000", paidOn: "2023-06-01" },
        { id: "S2", system: "MES", softwarePaid: "300000", paidOn: "2023-06-01" },
        { id: "S3", system: "other", softwarePaid: "500000", paidOn: "2023-06-01" },
        { id: "S4", system: "other", softwarePaid: "60000", paidOn: "2023-06-01" },
      ],
    };
    expect(summary(measure(raw, "2.2"))).toEqual([
      "softwarePaid.total 400000.00→500000.00: 50000.00",
      "softwarePurchases[2].accepted false→true: 50000.00",
    ]);
  });
  it("of nothing claimed, or of an applicant who doesn't qualify, isn't looked for", () => {
    expect(measure(base, "2.2").gaps).toEqual([]);
    expect(measure({ ...bought(40 * WAN), applicant: { ...enterprise, industry: "6513" } }, "2.2").gaps).toEqual([]);
  });
});

interface Change {
  readonly fact: string;
  readonly to: Json;
}

/** By hand: what may still come about on a row. */
const mayCome: Readonly<Record<string, (row: RawRow, raw: RawDossier) => readonly (readonly [string, readonly Json[]])[]>> = {
  demonstrationProjects: (row, { year }) => [
    ["acceptedIndustry", [row.acceptedIndustry !== true]],
    ["promotes", [row.promotes !== true]],
    ["inUseOn", row.inUseOn === null ? [`${year}-12-31`] : []],
    ["selected", row.selected === null ? [true, false] : []],
  ],
  softwarePurchases: (row) => [["accepted", [row.accepted !== true]]],
  platforms: (row) => [
    ["landed", [row.landed !== true]],
    ["sharedWithSmes", [row.sharedWithSmes !== true]],
  ],
  industrialApps: (row) => [["landed", [row.landed !== true]]],
  trainings: (row, { settings }) => [
    [
      "participants",
      [settings?.trainingMinParticipants as Json].filter((n) => n != null && Number(n) > Number(row.participants)),
    ],
    ["hours", [settings?.trainingMinHours as Json].filter((n) => n != null && Number(n) > Number(row.hours)).map(String)],
    ["coOrganiser", ["platform", "integrator", "institute"].filter((who) => who !== row.coOrganiser)],
  ],
};

function applied(raw: RawDossier, changes: readonly Change[]): RawDossier {
  const next = structuredClone(raw) as unknown as Record<string, Record<string, unknown>[]>;
  for (const { fact, to } of changes) {
    const [, list = "", index = "", key = ""] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(fact) ?? [];
    (next[list]?.[Number(index)] as Record<string, unknown>)[key] = to;
  }
  return next as unknown as RawDossier;
}

/** Every minimal set of changes of items that raises, by trying all; null where there are too many. */
function setsByTrying(raw: RawDossier, id: string, list: string): string[] | null {
  const rows = (raw as unknown as Record<string, readonly RawRow[]>)[list] ?? [];
  const facts = rows.flatMap((row, i) =>
    (mayCome[list]?.(row, raw) ?? []).map(([key, values]) => values.map((to): Change => ({ fact: `${list}[${i}].${key}`, to }))),
  );
  const movable = facts.filter((options) => options.length > 0);
  if (movable.length > 8) return null;
  const now = amount(raw, id) as number;
  const found: { bits: number; changes: Change[]; gain: number }[] = [];
  const subsets = Array.from({ length: 2 ** movable.length - 1 }, (_, i) => i + 1).sort((a, b) => ones(a) - ones(b) || a - b);
  for (const bits of subsets) {
    if (found.some((f) => f.bits !== bits && (f.bits & bits) === f.bits)) continue;
    const choices = movable.reduce<Change[][]>(
      (all, options, i) => ((bits >> i) & 1 ? all.flatMap((set) => options.map((o) => [...set, o])) : all),
      [[]],
    );
    for (const changes of choices) {
      const then = amount(applied(raw, changes), id);
      if (then !== null && then > now) found.push({ bits, changes, gain: then - now });
    }
  }
  return found.map(({ changes, gain }) => setText(changes, yuan(gain))).sort();
}

const ones = (bits: number): number => bits.toString(2).replaceAll("0", "").length;
const setText = (changes: readonly Change[], gain: string): string =>
  JSON.stringify([changes.map(({ fact, to }) => [fact, to]).sort(), gain]);

const itemLists = [
  ["1.1", "demonstrationProjects"],
  ["2.2", "softwarePurchases"],
  ["3.1", "platforms"],
  ["3.2", "industrialApps"],
  ["5.1", "trainings"],
] as const;

const manufacturer = (raw: RawDossier): RawDossier => ({
  ...raw,
  applicant: { ...raw.applicant, kind: "enterprise", industry: "1952", registeredInJinjiang: true, aboveScale: true },
});
const association = (raw: RawDossier): RawDossier => ({ ...raw, applicant: { ...raw.applicant, kind: "association" } });

const ofItems = (gap: GapResult): boolean => gap.changes.every((c) => c.fact.includes("["));

describe("the gaps of items", () => {
  it("are exactly the minimal sets that trying every set finds; each brings its gain", () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(rawDossier(), fc.boolean(), (any, trains) => {
        const raw = trains ? association(any) : manufacturer(any);
        const read = engine.read(raw);
        if (!read.ok) throw new Error(JSON.stringify(read.errors));
        const holds = engine.explain(read.value).map((why) => why.holds);
        for (const [id, list] of itemLists) {
          if (holds[place(id)] !== true) continue;
          const wanted = setsByTrying(raw, id, list);
          if (wanted === null) continue;
          const { gaps } = measure(raw, id);
          const stated = gaps.filter(ofItems).map(({ changes, gain }) => setText(changes as readonly Change[], gain));
          expect(stated.sort()).toEqual(wanted);
          expect(gaps.map((g) => g.changes.length)).toEqual(gaps.map((g) => g.changes.length).sort((a, b) => a - b));
          if (wanted.length > 0) reached.add(id);
        }
      }),
      { numRuns: runs(150) },
    );
    expect([...reached].sort()).toEqual(itemLists.map(([id]) => id));
  });

  const project = (facts: RawRow): RawDossier => ({
    ...base,
    demonstrationProjects: [
      {
        id: "D1",
        industry: "鞋服",
        software: "1000000",
        hardware: 0,
        inUseOn: "2023-06-01",
        promotes: true,
        parkKeyProject: false,
        selected: true,
        ...facts,
      },
    ],
  });
  it.each([
    ["not promoted", { promotes: false }, ["demonstrationProjects[0].promotes false→true: 200000.00"]],
    ["not in use yet", { inUseOn: null }, ["demonstrationProjects[0].inUseOn null→2023-12-31: 200000.00"]],
    ["selection open", { selected: null }, ["demonstrationProjects[0].selected null→true: 200000.00"]],
    [
      "two missing",
      { selected: null, promotes: false },
      ["demonstrationProjects[0].promotes false→true + demonstrationProjects[0].selected null→true: 200000.00"],
    ],
    ["not selected", { selected: false, promotes: false }, []],
    ["built in another year", { inUseOn: "2024-01-01", promotes: false }, []],
    ["nothing missing", {}, []],
    [
      "figures beyond the exact range",
      { promotes: false, software: "9999999999999.99", hardware: "9999999999999.99" },
      ["demonstrationProjects[0].promotes false→true: 1000000.00"],
    ],
  ] as const)("1.1: %s", (_, facts, wanted) => expect(summary(measure(project(facts), "1.1"))).toEqual(wanted));

  it("under a cap of the year are worth what the cap leaves", () => {
    const capped = policy.measures.map((m) =>
      m.id === "3.2"
        ? {
            ...m,
            form: {
              ...m.form,
              yearCap: {
                op: "number",
                value: 7_000_000,
                type: { kind: "number", scale: 2, unit: "元", max: 7_000_000, nullable: false },
              },
            },
          }
        : m,
    );
    const other = createEngine({ ...policy, measures: capped as Policy["measures"] }, "generated");
    const app = (id: string, landed: boolean): RawRow => ({ id, claimYear: 2023, landed, quanzhouSubsidy: 100_000 });
    const gapsOf = (...landed: boolean[]): string[] => {
      const read = other.read({ ...base, industrialApps: landed.map((l, i) => app(`A${i}`, l)) });
      if (!read.ok) throw new Error(JSON.stringify(read.errors));
      return summary(other.assess(read.value).measures[place("3.2")] as MeasureResult);
    };
    expect(gapsOf(false)).toEqual(["industrialApps[0].landed false→true: 50000.00"]);
    expect(gapsOf(true, false)).toEqual(["industrialApps[1].landed false→true: 20000.00"]);
    expect(gapsOf(true, true, false)).toEqual([]);
  });

  it("5.1: participants, hours and the partner that a session lacks", () => {
    const raw: RawDossier = {
      year: 2023,
      settings: { trainingMinParticipants: 50, trainingMinHours: 8 },
      applicant: { ...enterprise, kind: "association" },
      trainings: [
        { id: "T1", heldOn: "2023-06-01", participants: 49, hours: 8, coOrganiser: "platform" },
        { id: "T2", heldOn: "2023-06-01", participants: 50, hours: "7.999999", coOrganiser: null },
      ],
    };
    expect(summary(measure(raw, "5.1"))).toEqual([
      "trainings[0].participants 49→50: 50000.00",
      ...["platform", "integrator", "institute"].map(
        (who) => `trainings[1].hours 7.999999→8 + trainings[1].coOrganiser null→${who}: 50000.00`,
      ),
    ]);
    const open = { ...raw, settings: { trainingMinParticipants: 50 } };
    expect(measure(open, "5.1").gaps).toEqual([]);
  });

  it("2.2: purchases that would have to be accepted together, every minimal set", () => {
    const paid = [20, 10, 30, 25, 5].map((wan, i) => ({
      id: `S${i}`,
      system: "other",
      softwarePaid: wan * 10_000,
      paidOn: "2023-06-01",
    }));
    const raw: RawDossier = { ...base, softwarePurchases: paid };
    const { gaps } = measure(raw, "2.2");
    expect(
      gaps
        .filter(ofItems)
        .map(({ changes, gain }) => setText(changes as readonly Change[], gain))
        .sort(),
    ).toEqual(setsByTrying(raw, "2.2", "softwarePurchases"));
    expect(gaps[0]?.changes[0]?.fact).toBe("softwarePurchases.softwarePaid.total");
  });
});
