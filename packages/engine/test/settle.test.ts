/** A round settled on a stub engine: one measure with places, one that adds up. What the real policy gives is tested with the policy. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import type { Prepared, Row } from "../src/dossier.ts";
import type { ItemResult, MeasureResult, Result } from "../src/result.ts";
import { type Settlement, type SettlingEngine, settle } from "../src/settle/settle.ts";

const selection = { quota: "名额", by: "industry", score: "score", decided: "selected", year: { op: "null" } };
const policy = {
  id: "p",
  params: [{ name: "名额", value: 20, scale: 1 }],
  measures: [
    { id: "1.1", form: { kind: "each", list: "shows" }, selection },
    { id: "2.2", form: { kind: "pool", list: "buys" }, selection: null },
  ],
} as unknown as Policy;

interface RawShow {
  id: string;
  project?: string;
  industry?: string;
  score?: number | null;
  selected?: boolean | null;
  amount?: number;
  marks?: string[];
}

const show = (row: RawShow): Row =>
  ({
    industry: "鞋服",
    score: null,
    selected: null,
    amount: 10,
    marks: [],
    ...row,
    project: row.project ?? row.id,
    projectStated: row.project !== undefined,
  }) as Row;

interface RawDossier {
  year?: number;
  settings?: { hours?: number };
  applicant?: { uscc?: string; payable?: string | null };
  shows?: RawShow[];
  buys?: RawShow[];
}

function read(raw: unknown): Outcome<Prepared, Problem> {
  const { year, settings, applicant, shows = [], buys = [] } = raw as RawDossier;
  const problems: Problem[] = [];
  if (year !== 2023) problems.push({ path: "year", problem: "没有这个年度", expected: "2023" });
  if (settings?.hours !== undefined && settings.hours < 0)
    problems.push({ path: "settings.hours", problem: "小于 0", expected: "不小于 0" });
  if (!applicant?.uscc) problems.push({ path: "applicant.uscc", problem: "缺少这一项", expected: "信用代码" });
  if (problems.length > 0) return fail(...problems);
  const prepared = {
    year,
    settings: { hours: settings?.hours ?? null },
    readings: {},
    applicant,
    shows: shows.map(show),
    buys: buys.map(show),
  };
  return ok(prepared as unknown as Prepared);
}

const written = (yuan: number): string => `${yuan}.00`;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

function assess(dossier: Prepared): Result {
  const shows = dossier.shows as readonly Row[];
  const paid = (row: Row) => (row.selected === true && !(row.marks as string[]).includes("out-of-year") ? Number(row.amount) : 0);
  const items = (rows: readonly Row[], each: boolean): ItemResult[] =>
    rows.map((row) => {
      const amount = each ? written(paid(row)) : null;
      return {
        id: String(row.id),
        project: String(row.project),
        amount,
        granted: amount,
        marks: row.marks as string[],
        reasons: (row.marks as string[]).map((mark) => `不计：${mark}`),
      };
    });
  const measure = (id: string, granted: number, list: ItemResult[]): MeasureResult =>
    ({ id, amount: written(granted), granted: written(granted), items: list, marks: [] }) as unknown as MeasureResult;
  const first = sum(shows.map(paid));
  const second = sum((dossier.buys as readonly Row[]).map((row) => Number(row.amount)));
  const granted = written(first + second);
  const payable = (dossier.applicant.payable as string | null | undefined) === null ? null : granted;
  return {
    applicant: { uscc: dossier.applicant.uscc, name: "" },
    measures: [measure("1.1", first, items(shows, true)), measure("2.2", second, items(dossier.buys as readonly Row[], false))],
    totals: {
      amount: granted,
      granted,
      outsideStanding: "0.10",
      fiscalContribution: null,
      ceilingCut: null,
      payable,
      provisional: payable === null,
    },
    givenUp: [],
    marks: [],
  } as unknown as Result;
}

const engine: SettlingEngine = { policy, read, assess };
const of = (uscc: string, shows: RawShow[] = [], buys: RawShow[] = []) => ({ applicant: { uscc }, shows, buys });
const round = (...dossiers: unknown[]) => ({ year: 2023, dossiers });

function settled(raw: unknown): Settlement {
  const outcome = settle(engine, raw);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.value;
}

const errorsOf = (raw: unknown): string[] => {
  const outcome = settle(engine, raw);
  return outcome.ok ? [] : outcome.errors.map((error) => error.path);
};

describe("settle", () => {
  it("selects the best two across applicants and pays only them, results as given", () => {
    const scores = [80, 90, 85].map((score, i) => of(`U${i}`, [{ id: "D", score }]));
    const { results, selection: groups, totals } = settled(round(...scores));
    expect(results.map((result) => [result.applicant.uscc, result.totals.granted])).toEqual([
      ["U0", "0.00"],
      ["U1", "10.00"],
      ["U2", "10.00"],
    ]);
    expect(
      groups.map(({ industry, places, ranked }) => ({
        industry,
        places,
        ranked: ranked.map((r) => [r.uscc, r.project, r.score, r.place, r.selected]),
      })),
    ).toEqual([
      {
        industry: "鞋服",
        places: 2,
        ranked: [
          ["U1", "D", 90, 1, true],
          ["U2", "D", 85, 2, true],
          ["U0", "D", 80, 3, false],
        ],
      },
    ]);
    expect(totals.granted).toBe("20.00");
    expect(totals.outsideStanding).toBe("0.30");
  });

  it("leaves what wouldn't be paid out of the contest, and what is of another year off the list", () => {
    const { selection: groups } = settled(
      round(
        of("U0", [{ id: "A", score: 99, amount: 0 }]),
        of("U1", [{ id: "B", score: 98, marks: ["out-of-year"] }]),
        of("U2", [{ id: "C", score: 2 }]),
        of("U3", [{ id: "D", score: 1 }]),
      ),
    );
    expect(groups[0]?.ranked.map((ranked) => [ranked.project, ranked.selected])).toEqual([
      ["C", true],
      ["D", true],
      ["A", false],
    ]);
  });

  it("keeps the office's decisions", () => {
    const { results } = settled(
      round(
        of("U0", [
          { id: "A", selected: true },
          { id: "B", score: 9, selected: false },
        ]),
        of("U1", [
          { id: "C", score: 8 },
          { id: "D", score: 7 },
        ]),
      ),
    );
    expect(results.map((result) => result.measures[0]?.items.map((item) => item.granted))).toEqual([
      ["10.00", "0.00"],
      ["10.00", "0.00"],
    ]);
  });

  it("marks a project written out that two applicants are paid for, in items and measures", () => {
    const { results, marks } = settled(
      round(
        of("U0", [
          { id: "A", project: "共建", selected: true },
          { id: "own", selected: true },
        ]),
        of("U1", [], [{ id: "B", project: "共建" }]),
        of("U2", [{ id: "own", selected: true, industry: "纺织" }]),
        of("U3", [], [{ id: "C", project: "共建", marks: ["funded-earlier"] }]),
      ),
    );
    expect(
      results.map((result) =>
        result.measures.map((measure) => [
          measure.marks,
          measure.items.map((item) => item.marks.includes("same-project-other-payee")),
        ]),
      ),
    ).toEqual([
      [
        [["same-project-other-payee"], [true, false]],
        [[], []],
      ],
      [
        [[], []],
        [["same-project-other-payee"], [true]],
      ],
      [
        [[], [false]],
        [[], []],
      ],
      [
        [[], []],
        [[], [false]],
      ],
    ]);
    expect(marks).toEqual(["funded-earlier", "same-project-other-payee"]);
  });

  it("doesn't mark a project that only one of them is paid for", () => {
    const { marks } = settled(
      round(of("U0", [{ id: "A", project: "共建", selected: true }]), of("U1", [{ id: "B", project: "共建", selected: false }])),
    );
    expect(marks).toEqual([]);
  });

  it("totals are provisional, and null, where one part isn't known", () => {
    const { totals } = settled(
      round(of("U0", [], [{ id: "A" }]), { applicant: { uscc: "U1", payable: null }, buys: [{ id: "B" }] }),
    );
    expect(totals).toMatchObject({ granted: "20.00", payable: null, payableKnown: "10.00", provisional: true });
    expect(settled(round()).totals).toMatchObject({ granted: "0.00", payable: "0.00", provisional: false });
  });
});

describe("a bad round", () => {
  it.each<[string, unknown, string[]]>([
    ["isn't an object", [], [""]],
    ["has no dossiers", { year: 2023 }, ["dossiers"]],
    ["has an unknown key", { year: 2023, dossiers: [], dossier: 1 }, ["dossier"]],
    ["has a wrong year, told once", { year: 2022, dossiers: [of("U0"), of("U1")] }, ["year"]],
    ["has a wrong year that its dossiers don't share", { year: 2022, dossiers: [{ ...of("U0"), year: 2023 }] }, ["year"]],
    ["has no year, though its dossiers have", { dossiers: [{ ...of("U0"), year: 2023 }] }, ["year"]],
    [
      "has a wrong setting, told once",
      { year: 2023, settings: { hours: -1 }, dossiers: [of("U0"), of("U1")] },
      ["settings.hours"],
    ],
    ["has bad dossiers, all told", round({}, of("U0"), {}), ["dossiers[0].applicant.uscc", "dossiers[2].applicant.uscc"]],
    ["has an applicant twice", round(of("U0"), of("U1"), of("U0")), ["dossiers[2].applicant.uscc"]],
    ["has a dossier of another year", round({ ...of("U0"), year: 2024 }), ["dossiers[0].year"]],
    ["has a dossier of another policy", round({ ...of("U0"), policy: "q" }), ["dossiers[0].policy"]],
    ["has a dossier with bad settings", round({ ...of("U0"), settings: { hours: -2 } }), ["dossiers[0].settings.hours"]],
  ])("%s", (_, raw, paths) => {
    expect(errorsOf(raw)).toEqual(paths);
  });

  it.each([
    { ...of("U0"), year: 2023, policy: "p" },
    { ...of("U0"), settings: { hours: 1 } },
    { ...of("U0"), settings: null },
    { ...of("U0"), settings: { hours: 2 } },
  ])("isn't one where a dossier repeats what the round says, or has settings of its own: %j", (dossier) => {
    expect(errorsOf({ ...round(dossier), settings: { hours: 1 } })).toEqual([]);
  });
});
