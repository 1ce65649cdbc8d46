/**
 * An endless city for benchmarks and soak runs: mostly factories with a few purchases and cloud contracts, some platforms with their SMEs,
 * a few associations and schools; three in a hundred have a contested project. Same seed, same city; every dossier is valid.
 */
import { creditCode } from "./credit-code.ts";
import { Prng } from "./prng.ts";
import type { RawDossier, RawRow } from "./raw-dossier.ts";

const WAN = 1_000_000;
const moneyText = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
const two = (value: number): string => String(value).padStart(2, "0");

export function* dossierStream(seed: number): Generator<RawDossier, never> {
  const random = new Prng(seed);
  for (let sequence = 1; ; sequence++) yield dossier(random, sequence);
}

function dossier(random: Prng, sequence: number): RawDossier {
  const year = random.pick([2023, 2024]);
  const lot = random.integer(1, 1000);
  if (lot <= 10) return association(random, sequence, year);
  if (lot <= 15) return school(sequence, year);
  return lot <= 95 ? provider(random, sequence, year) : factory(random, sequence, year);
}

/** Money between two sums of 万元, to the 分 in half of the cases, in whole 万 in the others. */
function money(random: Prng, low: number, high: number): string {
  return moneyText(random.chance(500) ? random.integer(low * WAN, high * WAN) : random.integer(low, high) * WAN);
}

const dateIn = (random: Prng, year: number): string => `${year}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
const yearNear = (random: Prng, year: number): number => (random.chance(60) ? year - 1 : year);

function applicant(random: Prng, sequence: number, facts: RawRow): RawRow {
  return {
    uscc: creditCode(sequence, "MA"),
    name: `示例企业${sequence}`,
    kind: "enterprise",
    registeredInJinjiang: !random.chance(30),
    aboveScale: random.chance(30) ? null : random.chance(600),
    fiscalContribution: random.chance(100) ? null : money(random, 1, 400),
    ...(random.chance(100) ? { otherLocalAwards: money(random, 0, 20) } : {}),
    ...facts,
  };
}

const industries = [
  "1951",
  "1952",
  "1811",
  "1830",
  "1711",
  "1411",
  "3032",
  "3311",
  "3514",
  "3962",
  "4119",
  "2319",
  "5112",
  "6513",
  "0810",
];
const systems = ["ERP", "SCM", "MES", "CRM", "ERP", "MES", "other"];
const listed = ["鞋服", "纺织", "食品", "建材", "机械", "晴雨伞", "包装印刷", "家具"];

function factory(random: Prng, sequence: number, year: number): RawDossier {
  const purchases = random.integer(0, 4);
  const contracts = random.integer(0, random.chance(300) ? 4 : 1);
  const contested = random.chance(33);
  const shared = contested ? { project: "数字工厂" } : {};
  const softwarePurchases = Array.from({ length: contested ? Math.max(1, purchases) : purchases }, (_, i) => ({
    id: `S${i + 1}`,
    ...(i === 0 ? shared : {}),
    ...purchase(random, year),
  }));
  return {
    year,
    applicant: applicant(random, sequence, { industry: random.pick(industries), roles: [] }),
    softwarePurchases,
    cloudServices: Array.from({ length: contracts }, (_, i) => ({ id: `C${i + 1}`, ...service(random, year) })),
    ...(random.chance(40) || (contested && random.chance(600))
      ? { demonstrationProjects: [{ id: "D1", ...shared, ...demonstration(random, year) }] }
      : contested
        ? { outsideAwards: [award(random)] }
        : {}),
    ...(random.chance(30) ? { fiveGProjects: fiveG(random, year) } : {}),
  };
}

function purchase(random: Prng, year: number): RawRow {
  const system = random.pick(systems);
  return {
    system,
    ...(system === "other" ? { accepted: random.chance(700) } : {}),
    softwarePaid: money(random, 5, random.chance(100) ? 350 : 90),
    paidOn: dateIn(random, yearNear(random, year)),
    ...(random.chance(20) ? { fundedEarlier: true } : {}),
  };
}

function service(random: Prng, year: number): RawRow {
  const from = yearNear(random, year) * 12 + random.integer(0, 11);
  const to = from + random.pick([0, 5, 11, 11, 11, 23, 35]);
  const month = (m: number) => `${Math.floor(m / 12)}-${two((m % 12) + 1)}`;
  return { fee: money(random, 1, 30), serviceFrom: month(from), serviceTo: month(to) };
}

function demonstration(random: Prng, year: number): RawRow {
  return {
    industry: random.pick(listed),
    software: money(random, 20, 300),
    hardware: money(random, 20, 500),
    inUseOn: random.chance(50) ? null : dateIn(random, yearNear(random, year)),
    promotes: random.chance(900),
    parkKeyProject: random.chance(150),
    selected: random.chance(150) ? null : random.chance(700),
    score: random.integer(600, 1000) / 10,
  };
}

function fiveG(random: Prng, year: number): RawRow[] {
  return Array.from({ length: random.integer(1, 3) }, (_, i) => ({
    id: `G${i + 1}`,
    claimYear: yearNear(random, year),
    investment: money(random, 10, 150),
    ...(random.chance(700) ? { quanzhouSubsidy: money(random, 3, 45) } : {}),
  }));
}

const award = (random: Prng): RawRow => ({
  programme: "技改补助",
  project: "数字工厂",
  amount: money(random, 1, 30),
  level: random.pick(["local", "higher"]),
  ...(random.chance(300) ? { returned: true } : {}),
});

function provider(random: Prng, sequence: number, year: number): RawDossier {
  const count = random.integer(5, 60);
  const first = random.integer(0, 900_000);
  return {
    year,
    applicant: applicant(random, sequence, {
      industry: "6513",
      roles: random.chance(500) ? ["iiot-platform"] : ["system-integrator", "research-institute"],
    }),
    servedSmes: Array.from({ length: count }, (_, i) => sme(random, first + (random.chance(20) ? 0 : i), year)),
    ...(random.chance(300) ? { platforms: [platform(random, year)] } : {}),
    ...(random.chance(300) ? { industrialInternetProjects: [internet(random, year)] } : {}),
    ...(random.chance(200) ? { industrialApps: [app(random, year)] } : {}),
    ...(random.chance(200) ? { consulting: consulting(random, first, year) } : {}),
  };
}

function sme(random: Prng, sequence: number, year: number): RawRow {
  return {
    uscc: creditCode(sequence, "MB"),
    industry: random.pick(industries),
    inJinjiang: random.chance(20) ? null : random.chance(950),
    employees: random.chance(30) ? null : random.integer(5, random.chance(30) ? 3000 : 400),
    revenue: random.chance(30) ? null : money(random, 100, random.chance(30) ? 90_000 : 9_000),
    inUseFrom: dateIn(random, year - random.integer(0, 2)),
  };
}

function platform(random: Prng, year: number): RawRow {
  const industrial = random.chance(600);
  return {
    id: "F1",
    kind: industrial ? "industrial-internet" : "big-data",
    claimYear: yearNear(random, year),
    landed: random.chance(900),
    investment: money(random, 50, 400),
    quanzhouSubsidy: money(random, 10, 90),
    byLeadingEnterprise: random.chance(300),
    sharedWithSmes: random.chance(700),
  };
}

const internet = (random: Prng, year: number): RawRow => ({
  id: "I1",
  claimYear: yearNear(random, year),
  partner: creditCode(random.integer(0, 900_000), "MD"),
  investment: money(random, 100, 1500),
  quanzhouSubsidy: money(random, 10, 150),
});

const app = (random: Prng, year: number): RawRow => ({
  id: "A1",
  claimYear: yearNear(random, year),
  landed: true,
  serviceSpend: money(random, 5, 60),
  ...(random.chance(300) ? { grantedRate: "0.12" } : {}),
});

function consulting(random: Prng, first: number, year: number): NonNullable<RawDossier["consulting"]> {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ uscc: creditCode(first + i, "MC"), on: dateIn(random, yearNear(random, year)) }));
  return {
    team: ["research-institute"],
    freeOfCharge: random.chance(900),
    reports: rows(random.integer(10, 40)),
    contracts: rows(random.integer(0, 10)),
  };
}

function association(random: Prng, sequence: number, year: number): RawDossier {
  return {
    year,
    ...(random.chance(500) ? { settings: { trainingMinParticipants: 50, trainingMinHours: 8 } } : {}),
    applicant: {
      ...applicant(random, sequence, { kind: "association", roles: [] }),
      uscc: creditCode(sequence, "MJ", "51350582"),
      name: `示例协会${sequence}`,
    },
    trainings: Array.from({ length: random.integer(1, 3) }, (_, i) => ({
      id: `T${i + 1}`,
      heldOn: dateIn(random, yearNear(random, year)),
      participants: random.integer(30, 90),
      hours: random.integer(4, 16),
      coOrganiser: random.pick(["platform", "integrator", "institute", null]),
    })),
  };
}

const school = (sequence: number, year: number): RawDossier => ({
  year,
  applicant: {
    uscc: creditCode(sequence, "MK", "12350582"),
    name: `示例学校${sequence}`,
    kind: "school",
    roles: [],
    registeredInJinjiang: true,
    aboveScale: false,
    fiscalContribution: null,
  },
  talentProgrammes: [{ id: "L1", description: "鞋服数字化订单班" }],
});
