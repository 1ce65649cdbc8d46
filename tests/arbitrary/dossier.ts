/** Valid raw dossiers of the contract that lie on the policy's boundaries: every kind and role, shared projects, outside awards, unknowns, readings. */
import fc from "fast-check";
import * as at from "./boundaries.ts";
import { creditCode } from "./credit-code.ts";
import type { RawConsulting, RawDossier, RawRow } from "./raw-dossier.ts";

/** Few names, so that measures and outside awards meet on the same project. */
const project = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 4, arbitrary: fc.constantFrom("P1", "P2", "P3", "P4") },
);
const mostly = fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 4, arbitrary: of }, { weight: 1, arbitrary: fc.constant(null) });
const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof({ weight: 2, arbitrary: of }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) });
const fundedEarlier = fc.constantFrom(undefined, undefined, undefined, undefined, undefined, null, false, true);
const claimYear = (year: number) => fc.constantFrom(year, year, year, year, year === 2023 ? 2024 : 2023);

/** Ids by position; of a list where a project may stand only once, a second item of the same project keeps its own. */
function list(row: fc.Arbitrary<RawRow>, prefix: string, maxLength: number, once: boolean): fc.Arbitrary<RawRow[]> {
  return fc.array(row, { maxLength }).map((rows) => {
    const seen = new Set<unknown>();
    return rows.map((item, i) => {
      const named = item.project ?? undefined;
      const free = !once || named === undefined || !seen.has(named);
      seen.add(named);
      return defined({ id: `${prefix}${i + 1}`, ...item, project: free ? named : undefined });
    });
  });
}

const defined = (row: RawRow): RawRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as RawRow;

/** A rate from 0 to the ceiling, with more digits than the ceiling has. */
const rateUpTo = (percent: number) =>
  fc.oneof(
    fc.constantFrom("0", "0.0333333", "0.05", "0.1", "0.10", String(percent / 100)),
    fc.integer({ min: 0, max: percent * 1_000 }).map((n) => (n / 100_000).toFixed(5)),
  );

function demonstration(year: number): fc.Arbitrary<RawRow> {
  const base = fc.record({
    project,
    industry: fc.constantFrom("鞋服", "纺织", "医疗器械", "包装印刷", "家具"),
    acceptedIndustry: fc.constantFrom(undefined, false, true),
    software: at.demonstrationMoney,
    hardware: at.demonstrationMoney,
    inUseOn: maybe(at.dateAround(year)),
    promotes: mostly,
    parkKeyProject: fc.boolean(),
    selected: fc.constantFrom(true, true, true, false, null),
    score: fc.constantFrom(undefined, null, 90, "88.5"),
    fundedEarlier,
  });
  return base.chain((row) => optional(rateUpTo(row.parkKeyProject ? 25 : 20)).map((grantedRate) => ({ ...row, grantedRate })));
}

/** At least one of the two figures. */
function figures(
  investment: fc.Arbitrary<string | number>,
  subsidy: fc.Arbitrary<string | number>,
  key = "investment",
): fc.Arbitrary<RawRow> {
  return fc.oneof(
    fc.record({ [key]: investment, quanzhouSubsidy: subsidy }),
    fc.record({ [key]: investment }),
    fc.record({ quanzhouSubsidy: subsidy }),
  );
}

const joined = (...parts: readonly fc.Arbitrary<RawRow>[]): fc.Arbitrary<RawRow> =>
  fc.tuple(...parts).map((rows) => Object.assign({}, ...rows) as RawRow);

const quanzhouItem = (year: number) => fc.record({ project, claimYear: claimYear(year), fundedEarlier });

function platform(year: number): fc.Arbitrary<RawRow> {
  const facts = fc.record({
    kind: fc.constantFrom("industrial-internet", "big-data"),
    landed: mostly,
    byLeadingEnterprise: fc.boolean(),
    sharedWithSmes: mostly,
  });
  return joined(quanzhouItem(year), facts, figures(at.platformInvestment, at.platformSubsidy)).map((row) =>
    row.kind === "industrial-internet" &&
    row.byLeadingEnterprise === true &&
    row.sharedWithSmes === true &&
    row.investment === undefined
      ? { ...row, investment: "2400000.00" }
      : row,
  );
}

const industries = [
  "1811",
  "1952",
  "0600",
  "4411",
  "17",
  "4700",
  "5100",
  "5210",
  "5310",
  "5430",
  "5910",
  "6010",
  "6210",
  "6410",
  "6513",
];
const otherIndustries = ["7010", "7020", "7090", "70", "7211", "0111", "8300"];

const sme = (year: number) =>
  fc
    .record({
      code: fc.integer({ min: 0, max: 39 }),
      industry: fc.constantFrom("1811", "1811", "1811", ...industries, ...otherIndustries),
      inJinjiang: fc.constantFrom(true, true, true, true, true, false, null, undefined),
      employees: optional(at.employees),
      revenue: optional(at.revenue),
      totalAssets: optional(at.totalAssets),
      inUseFrom: fc.constantFrom(`${year - 1}-07-01`, `${year}-01-01`, `${year}-12-31`, `${year + 1}-01-01`),
      inUseTo: fc.constantFrom(undefined, undefined, null, `${year + 1}-06-30`, "end"),
    })
    .map(({ code, inUseTo, ...row }) => {
      const to = inUseTo === "end" ? row.inUseFrom : inUseTo;
      return defined({ uscc: creditCode(code, "MB"), ...row, inUseTo: typeof to === "string" && to < row.inUseFrom ? null : to });
    });

/** Plain SMEs in number around 10 and 20, so that counts reach their thresholds. */
const plainSmes = fc.constantFrom(0, 0, 8, 9, 10, 11, 19, 20, 21, 30).map((count) =>
  Array.from(
    { length: count },
    (_, i): RawRow => ({
      uscc: creditCode(100 + i, "MB"),
      industry: "1811",
      inJinjiang: true,
      employees: 120,
      revenue: "30000000",
      inUseFrom: "2022-07-01",
    }),
  ),
);

function consulting(year: number): fc.Arbitrary<RawConsulting> {
  const rows = (count: number, dates: readonly string[]): RawRow[] =>
    Array.from({ length: count }, (_, i) => ({ uscc: creditCode(i, "MC"), on: dates[i % dates.length] as string }));
  return fc
    .record({
      team: fc.subarray(["iiot-platform", "system-integrator", "research-institute"]),
      freeOfCharge: mostly,
      reports: fc.constantFrom(0, 19, 20, 20, 21, 24, 25, 26),
      contracts: fc.constantFrom(0, 3, 4, 4, 5, 5, 6),
      duplicates: fc.boolean(),
      on: at.dateAround(year),
      strangers: fc.boolean(),
    })
    .map(({ team, freeOfCharge, reports, contracts, duplicates, on, strangers }) => ({
      team,
      freeOfCharge,
      reports: [
        ...rows(reports, [`${year}-06-01`, `${year}-06-02`, on]),
        ...(duplicates ? rows(Math.min(2, reports), [on]) : []),
      ],
      contracts: [
        ...rows(contracts, [`${year}-07-01`, on]),
        ...(strangers ? [{ uscc: creditCode(999, "MC"), on: `${year}-07-01` }] : []),
      ],
    }));
}

const training = (year: number) =>
  fc.record({
    heldOn: at.dateAround(year),
    participants: fc.constantFrom(0, 49, 50, 51, 60),
    hours: fc.constantFrom(7.5, 8, "8.000001", "7.999999", 16),
    coOrganiser: fc.constantFrom("platform", "integrator", "institute", "institute", null),
  });

const outsideAward = fc.record({
  programme: fc.constantFrom("技改补助", "专精特新奖补"),
  project: fc.constantFrom("P1", "P2", "P3", "P4", "S1", "别处项目"),
  amount: at.outsideMoney,
  level: fc.constantFrom("local", "higher"),
  returned: fc.constantFrom(undefined, undefined, false, true),
});

const settings = fc.record({
  trainingMinParticipants: fc.constantFrom(undefined, null, 50),
  trainingMinHours: fc.constantFrom(undefined, null, 8, "7.5"),
  interpretations: fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          "two-formulas": fc.constantFrom("lower", "quanzhou-half", "investment-share"),
          "software-sum": fc.constantFrom("all", "largest"),
          "sme-place": fc.constantFrom("jinjiang", "anywhere"),
          "outside-level": fc.constantFrom("any", "local-only"),
          "three-million": fc.constantFrom("included", "not"),
        },
        { requiredKeys: [] },
      ),
    },
  ),
});

const kinds = fc.oneof(
  { weight: 6, arbitrary: fc.constant("enterprise") },
  { weight: 1, arbitrary: fc.constantFrom("association", "school", "other") },
);

const applicant: fc.Arbitrary<RawRow> = fc
  .record({
    sequence: fc.integer({ min: 0, max: 999 }),
    /** Whoever isn't an enterprise need not state an industry. */
    bare: fc.boolean(),
    kind: kinds,
    industry: fc.constantFrom("1952", "1952", "1781", "43", "1200", "4400", "4610", "4700", "6513"),
    roles: fc.subarray(["iiot-platform", "system-integrator", "research-institute"]),
    registeredInJinjiang: mostly,
    aboveScale: fc.constantFrom(true, true, true, false, null),
    fiscalContribution: maybe(at.contribution),
    otherLocalAwards: optional(at.outsideMoney),
  })
  .map(({ sequence, bare, ...facts }) => {
    const industry = bare && facts.kind !== "enterprise" ? undefined : facts.industry;
    return defined({ uscc: creditCode(sequence), name: `示例单位${sequence}`, ...facts, industry });
  });

/** Valid dossiers of either year. */
export function rawDossier(): fc.Arbitrary<RawDossier> {
  return fc.constantFrom(...at.years).chain(rawDossierOf);
}

function rawDossierOf(year: number): fc.Arbitrary<RawDossier> {
  const partner = creditCode(500, "MD");
  const internet = joined(quanzhouItem(year), fc.constant({ partner }), figures(at.internetInvestment, at.internetSubsidy));
  const app = joined(
    quanzhouItem(year),
    fc.record({ landed: mostly, grantedRate: optional(rateUpTo(15)) }),
    figures(at.appSpend, at.appSubsidy, "serviceSpend"),
  );
  const system = fc.constantFrom("ERP", "SCM", "MES", "CRM", "other");
  const purchase = fc.record({
    project,
    system,
    accepted: fc.constantFrom(undefined, true, false),
    softwarePaid: at.softwareMoney,
    paidOn: at.dateAround(year),
    fundedEarlier,
  });
  const cloud = joined(fc.record({ project, fee: at.cloudFee, fundedEarlier }), at.monthsAround(year));
  return fc.record(
    {
      policy: fc.constantFrom("jinjiang-2023-11"),
      year: fc.constant(year),
      settings,
      applicant,
      demonstrationProjects: list(demonstration(year), "D", 2, true),
      fiveGProjects: list(joined(quanzhouItem(year), figures(at.fiveGInvestment, at.fiveGSubsidy)), "G", 6, true),
      industrialInternetProjects: list(internet, "I", 2, true),
      servedSmes: fc.tuple(plainSmes, fc.array(sme(year), { maxLength: 6 })).map(([plain, odd]) => [...plain, ...odd]),
      softwarePurchases: list(purchase, "S", 4, false),
      cloudServices: list(cloud, "C", 3, false),
      platforms: list(platform(year), "F", 2, true),
      industrialApps: list(app, "A", 2, true),
      consulting: consulting(year),
      trainings: list(training(year), "T", 3, false),
      talentProgrammes: list(fc.constant({ description: "鞋服数字化订单班" }), "L", 1, false),
      outsideAwards: fc.array(outsideAward.map(defined), { maxLength: 3 }),
    },
    { requiredKeys: ["year", "applicant"] },
  ) as fc.Arbitrary<RawDossier>;
}
