/** Reading dossiers: what each kind of fact becomes, what absence means, which problems are reported and which are not repeated. */
import type { Expr } from "@zhengdui/feel";
import type { Fact, FactKind, Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Prepared, Row } from "../src/dossier.ts";
import { createIntake } from "../src/intake/create-intake.ts";
import type { Holds } from "../src/intake/fact-check.ts";
import { closure } from "../src/kernel/closures.ts";

const fact = (key: string, type: FactKind, presence: Fact["presence"] = "required"): Fact => ({
  key,
  label: `名${key}`,
  type,
  presence,
  source: "",
  evidence: "",
  privacy: "",
  changeable: false,
});
const money: FactKind = { kind: "money" };
const text: FactKind = { kind: "text" };
const flag: FactKind = { kind: "boolean" };
const month: FactKind = { kind: "month" };
const options = [
  { id: "b", label: "乙" },
  { id: "a", label: "甲" },
];
const MONTH = { kind: "month", nullable: false } as const;
const YEAR = { kind: "number", scale: 0, unit: "", max: 9999, nullable: false } as const;
const item = (key: string): Expr => ({ op: "fact", of: "item", key, type: MONTH });
const BOOLEAN = { kind: "boolean", nullable: false } as const;
const ordered: Expr = { op: "compare", test: "<=", left: item("from"), right: item("to"), type: BOOLEAN };
const sameText: Expr = {
  op: "compare",
  test: "!=",
  left: item("label"),
  right: { op: "fact", of: "applicant", key: "name", type: MONTH },
  type: BOOLEAN,
};
const thisYear: Expr = {
  op: "compare",
  test: "=",
  left: item("year"),
  right: { op: "env", name: "year", type: YEAR },
  type: BOOLEAN,
};
const check = (test: Expr, at: string) => ({ test, at, problem: `${at}不符`, expected: "应相符" });

const NO: Expr = { op: "boolean", value: false, type: BOOLEAN };

const POLICY: Policy = {
  format: 1,
  id: "example-1",
  version: "2023-05-01",
  hash: "",
  number: "",
  title: "",
  issuer: "",
  inForce: { from: "2023-05-01", to: "2024-12-31", appliedFrom: "2023-01-01" },
  years: [2023, 2024],
  clauses: [],
  params: [],
  interpretations: [
    {
      key: "way",
      title: "",
      words: "",
      clause: "",
      readings: [
        { id: "one", text: "" },
        { id: "two", text: "" },
      ],
      why: "",
      computed: true,
    },
  ],
  facts: {
    records: [
      {
        id: "applicant",
        label: "单位",
        required: true,
        checks: [],
        facts: [
          fact("name", text),
          fact("listed", flag, "unknowable"),
          fact("roles", { kind: "options", options }, "optional"),
          fact("other", money, "optional"),
          fact("revenue", money, "optional-unknown"),
          fact("industry", { kind: "industry" }, "optional"),
        ],
      },
      {
        id: "settings",
        label: "设定",
        required: false,
        checks: [],
        facts: [fact("hours", { kind: "decimal", unit: "小时" }, "optional-unknown")],
      },
      {
        id: "advice",
        label: "咨询",
        required: false,
        checks: [],
        facts: [fact("free", flag), fact("team", { kind: "options", options }, "optional")],
      },
    ],
    lists: [
      {
        id: "services",
        label: "服务",
        projects: "once",
        unique: ["id"],
        checks: [check(ordered, "to"), check(sameText, "label"), check(thisYear, "year")],
        facts: [
          fact("id", text),
          fact("project", text, "optional"),
          fact("label", text, "optional"),
          fact("from", month),
          fact("to", month),
          fact("year", { kind: "year" }, "optional"),
          fact("fee", money, "optional-unknown"),
          fact("rate", { kind: "rate" }, "optional"),
          fact("on", { kind: "date" }, "nullable"),
          fact("accepted", flag, "optional"),
          fact("kind", { kind: "option", options }, "optional"),
          fact("heads", { kind: "count", unit: "人" }, "optional-unknown"),
        ],
      },
      { id: "advice.reports", label: "报告", projects: "none", unique: [], checks: [], facts: [fact("code", { kind: "uscc" })] },
      { id: "outsideAwards", label: "其他", projects: "none", unique: [], checks: [], facts: [fact("project", text)] },
    ],
  },
  measures: [],
  combination: { clause: "", quote: "", outside: "outsideAwards", competes: NO, local: NO },
  ceiling: null,
};

const holds: Holds = (test, dossier, row) => closure(test, new Map())({ dossier, row, lets: {} }) as boolean | null;
const intake = createIntake(POLICY, holds);

const service = (more: object = {}) => ({ id: "S1", from: "2023-01", to: "2023-12", on: null, ...more });
const dossier = (services: unknown = [service()], more: object = {}) => ({
  year: 2023,
  applicant: { name: "示例", listed: null },
  services,
  ...more,
});

function read(raw: unknown): Prepared {
  const outcome = intake(raw);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.value;
}

const problems = (raw: unknown): readonly string[] => {
  const outcome = intake(raw);
  return outcome.ok ? [] : outcome.errors.map((error) => error.path);
};

const firstService = (more: object): Row => (read(dossier([service(more)])).services as Row[])[0] as Row;

describe("a prepared dossier", () => {
  it("has every record, list and key, in declared order, whatever was given", () => {
    const full = read(dossier());
    expect(Object.keys(full)).toEqual([
      "year",
      "env",
      "readings",
      "applicant",
      "settings",
      "outsideAwards",
      "advice",
      "services",
    ]);
    expect(full.applicant).toEqual({ name: "示例", listed: null, roles: [], other: 0, revenue: null, industry: null });
    expect(full.advice).toEqual({ free: null, team: [], reports: [] });
    expect(full.settings).toEqual({ hours: null });
    expect(Object.keys((full.services as Row[])[0] as Row)).toEqual([
      ...(POLICY.facts.lists[0]?.facts ?? []).map((f) => f.key),
      "projectStated",
    ]);
    const shuffled = read(dossier([{ on: null, to: "2023-12", from: "2023-01", id: "S1" }]));
    expect(Object.keys((shuffled.services as Row[])[0] as Row)).toEqual(Object.keys((full.services as Row[])[0] as Row));
  });

  it("knows its year's dates and the readings taken", () => {
    const { year, env, readings } = read(dossier([], { settings: { interpretations: { way: "two" } } }));
    expect(year).toBe(2023);
    expect(env).toEqual({ year: 2023, yearStart: 19358, yearEnd: 19722, inForce: 19478, inForceMonth: 24280 });
    expect(readings).toEqual({ way: "two" });
    expect(read(dossier()).readings).toEqual({ way: "one" });
    expect(read(dossier([], { settings: { interpretations: { way: null } } })).readings).toEqual({ way: "one" });
  });

  it("holds every value in its exact form", () => {
    const row = firstService({
      fee: "9999999999999.99",
      rate: "0.105",
      on: "2024-02-29",
      kind: "a",
      heads: 12,
      year: 2023,
      accepted: true,
    });
    expect(row).toMatchObject({
      fee: 999999999999999,
      rate: { n: 21n, d: 200n },
      on: 19782,
      kind: "a",
      heads: 12,
      year: 2023,
      accepted: true,
    });
    expect(row).toMatchObject({ from: 2023 * 12, to: 2023 * 12 + 11 });
    expect(firstService({ fee: 8.1 }).fee).toBe(810);
    expect(firstService({ fee: 1234567890123.45 }).fee).toBe(123456789012345);
    expect(Object.is(firstService({ heads: -0 }).heads, 0)).toBe(true);
    const hours = (raw: unknown) => read(dossier([], { settings: { hours: raw } })).settings.hours;
    expect(hours("7.9999999")).toEqual({ n: 79999999n, d: 10000000n });
    expect(hours(`0.${"3".repeat(400)}`)).toEqual({ n: BigInt("3".repeat(400)), d: 10n ** 400n });
    expect(hours(1e21)).toEqual({ n: 10n ** 21n, d: 1n });
  });

  it("sorts options and lets them repeat", () => {
    expect(read({ ...dossier(), applicant: { name: "示例", listed: true, roles: ["b", "a", "b"] } }).applicant.roles).toEqual([
      "a",
      "b",
    ]);
  });

  it("fills in an item's project and remembers whether it was written out", () => {
    expect(firstService({})).toMatchObject({ project: "S1", projectStated: false });
    expect(firstService({ project: null })).toMatchObject({ project: "S1", projectStated: false });
    expect(firstService({ project: "P" })).toMatchObject({ project: "P", projectStated: true });
  });

  it("takes null for an optional key or list as absent", () => {
    const same = read(dossier(null, { outsideAwards: null, advice: null, settings: null, policy: null }));
    expect(same).toEqual(read(dossier([])));
  });

  it("doesn't change what it was given", () => {
    const raw = dossier([service({ project: "P" })]);
    const before = structuredClone(raw);
    read(raw);
    expect(raw).toEqual(before);
  });
});

describe("problems", () => {
  it("are all listed at once", () => {
    const raw = {
      year: 2022,
      applicant: { listed: 1, nam: "x" },
      services: [service({ from: "2023-1" }), 5, service({ id: "" })],
      extra: 1,
    };
    expect(problems(raw)).toEqual([
      "year",
      "applicant.name",
      "applicant.listed",
      "applicant.nam",
      "services[0].from",
      "services[1]",
      "services[2].id",
      "extra",
    ]);
  });

  it("of facts together wait until the facts can be read", () => {
    expect(problems(dossier([service({ from: "2024-01" })]))).toEqual(["services[0].to"]);
    expect(problems(dossier([service({ from: "2024-13" })]))).toEqual(["services[0].from"]);
    expect(problems(dossier([service({ label: "示例" })]))).toEqual(["services[0].label"]);
    expect(problems({ ...dossier([service({ label: "示例" })]), applicant: { listed: true } })).toEqual(["applicant.name"]);
    expect(problems(dossier([service({ year: 2024 })]))).toEqual(["services[0].year"]);
    expect(problems({ ...dossier([service({ year: 2024 })]), year: 1 })).toEqual(["year"]);
    expect(problems(dossier([service({ year: 2024 })], { settings: { interpretations: { way: "three" } } }))).toEqual(
      ["settings.interpretations.way", "services[0].year"].slice(0, 1),
    );
  });

  it("of one repetition are told once", () => {
    expect(problems(dossier([service(), service()]))).toEqual(["services[1].id"]);
    expect(problems(dossier([service({ project: "P" }), service({ id: "S2", project: "P" })]))).toEqual(["services[1].project"]);
    expect(problems(dossier([service({ id: 1 }), service({ id: 1 })]))).toEqual(["services[0].id", "services[1].id"]);
  });

  it("are listed up to a limit, then counted", () => {
    const outcome = intake(dossier(Array.from({ length: 5000 }, () => null)));
    expect(outcome.ok === false && outcome.errors.length).toBe(1001);
    expect(outcome.ok === false && outcome.errors.at(-1)?.problem).toContain("4000");
  });

  it("stay short and on one line, whatever the value", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`);
    for (const value of ["\n".repeat(1e6), deep, { a: deep }, "😀".repeat(300), "\ud83d", Number.MAX_VALUE]) {
      for (const raw of [
        dossier(value),
        dossier([service({ fee: value })]),
        dossier([], { [typeof value === "string" ? value : "对象"]: 1 }),
        value,
      ]) {
        const outcome = intake(raw);
        for (const error of outcome.ok ? [] : outcome.errors) {
          expect(error.path.length + error.problem.length + error.expected.length).toBeLessThan(1000);
          expect(`${error.path}${error.problem}${error.expected}`).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
      }
    }
  });
});

describe("hostile dossiers", () => {
  it("never make reading throw", () => {
    const keys = [
      "year",
      "applicant",
      "services",
      "advice",
      "settings",
      "interpretations",
      "__proto__",
      "constructor",
      "name",
      "id",
      "reports",
    ];
    const json = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(null, true, -0, 2023, Number.POSITIVE_INFINITY, "", "2023-01", "😀"),
        fc.string(),
        fc.double(),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 6 }),
      ),
    })).value;
    fc.assert(
      fc.property(json, (raw) => {
        const outcome = intake(raw);
        return outcome.ok || (outcome.errors.length > 0 && outcome.errors.every((e) => e.problem !== "" && e.expected !== ""));
      }),
      { numRuns: 1000 },
    );
  });

  it("take time in proportion to their size", () => {
    const seconds = (n: number): number => {
      const raw = dossier(Array.from({ length: n }, (_, i) => service({ id: `S${i}` })));
      const start = performance.now();
      read(raw);
      return performance.now() - start;
    };
    seconds(20_000);
    expect(seconds(200_000) / seconds(20_000)).toBeLessThan(40);
  });
});
