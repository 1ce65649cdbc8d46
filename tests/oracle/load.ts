/** A valid raw dossier of the contract → its prepared form, by the shortest way: nothing is checked. The intake of the engine is checked against it. */
import type { Prepared, Ratio } from "@zhengdui/engine";

type Raw = Readonly<Record<string, unknown>>;
type Read = (value: unknown) => unknown;

/** "12.3" or 12.3 → 1230 分. */
const money: Read = (value) => {
  if (value === null || value === undefined) return null;
  const [whole = "0", part = ""] = String(value).split(".");
  return Number(whole + part.padEnd(2, "0"));
};
const moneyOrZero: Read = (value) => money(value) ?? 0;
const plain: Read = (value) => value ?? null;
const yes: Read = (value) => value ?? false;
const options: Read = (value) => [...new Set((value ?? []) as string[])].sort();
/** Exact, with as many digits as there are. */
const decimal: Read = (value): Ratio | null => {
  if (value === null || value === undefined) return null;
  const [whole = "0", part = ""] = String(value).split(".");
  return { n: BigInt(whole + part), d: 10n ** BigInt(part.length) };
};
const date: Read = (value) => (value === null || value === undefined ? null : Date.parse(`${value}T00:00:00Z`) / 86_400_000);
const month: Read = (value) => Number(String(value).slice(0, 4)) * 12 + Number(String(value).slice(5, 7)) - 1;

const sized = { industry: plain, employees: plain, revenue: money, totalAssets: money };
const quanzhou = { claimYear: plain, investment: money, quanzhouSubsidy: money };
const item = { id: plain, project: plain };

const applicant = {
  uscc: plain,
  name: plain,
  kind: plain,
  roles: options,
  registeredInJinjiang: plain,
  aboveScale: plain,
  fiscalContribution: money,
  otherLocalAwards: moneyOrZero,
  ...sized,
};
const settings = { trainingMinParticipants: plain, trainingMinHours: decimal };
const signed = { uscc: plain, on: date };

const lists: Readonly<Record<string, Readonly<Record<string, Read>>>> = {
  demonstrationProjects: {
    ...item,
    industry: plain,
    acceptedIndustry: yes,
    software: money,
    hardware: money,
    inUseOn: date,
    promotes: plain,
    parkKeyProject: plain,
    selected: plain,
    score: decimal,
    grantedRate: decimal,
    fundedEarlier: yes,
  },
  fiveGProjects: { ...item, ...quanzhou, fundedEarlier: yes },
  industrialInternetProjects: { ...item, partner: plain, ...quanzhou, fundedEarlier: yes },
  servedSmes: { uscc: plain, name: plain, ...sized, inJinjiang: plain, inUseFrom: date, inUseTo: date },
  softwarePurchases: { ...item, system: plain, accepted: yes, softwarePaid: money, paidOn: date, fundedEarlier: yes },
  cloudServices: { ...item, fee: money, serviceFrom: month, serviceTo: month, fundedEarlier: yes },
  platforms: {
    ...item,
    kind: plain,
    ...quanzhou,
    landed: plain,
    byLeadingEnterprise: plain,
    sharedWithSmes: plain,
    fundedEarlier: yes,
  },
  industrialApps: {
    ...item,
    claimYear: plain,
    landed: plain,
    serviceSpend: money,
    quanzhouSubsidy: money,
    grantedRate: decimal,
    fundedEarlier: yes,
  },
  trainings: { id: plain, heldOn: date, participants: plain, hours: decimal, coOrganiser: plain },
  talentProgrammes: { id: plain, description: plain },
  outsideAwards: { programme: plain, project: plain, amount: money, level: plain, returned: yes },
};

function rowOf(facts: Readonly<Record<string, Read>>, raw: Raw): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [key, read] of Object.entries(facts)) row[key] = read(raw[key]);
  if ("project" in facts) {
    row.project = raw.project ?? raw.id;
    row.projectStated = raw.project !== undefined && raw.project !== null;
  }
  return row;
}

const rowsOf = (facts: Readonly<Record<string, Read>>, raw: unknown): unknown[] =>
  ((raw ?? []) as Raw[]).map((row) => rowOf(facts, row));

export const defaultReadings = {
  "two-formulas": "lower",
  "software-sum": "all",
  "sme-place": "jinjiang",
  "outside-level": "any",
  "three-million": "included",
} as const;

export function load(raw: Raw): Prepared {
  const year = raw.year as number;
  const given = (raw.settings ?? {}) as Raw;
  const consulting = (raw.consulting ?? {}) as Raw;
  const day = (text: string) => date(text) as number;
  return {
    year,
    env: {
      year,
      yearStart: day(`${year}-01-01`),
      yearEnd: day(`${year}-12-31`),
      inForce: day("2023-05-01"),
      inForceMonth: 2023 * 12 + 4,
    },
    readings: { ...defaultReadings, ...((given.interpretations ?? {}) as Record<string, string>) },
    applicant: rowOf(applicant, raw.applicant as Raw),
    settings: rowOf(settings, given),
    consulting: {
      team: options(consulting.team),
      freeOfCharge: consulting.freeOfCharge ?? null,
      reports: rowsOf(signed, consulting.reports),
      contracts: rowsOf(signed, consulting.contracts),
    },
    ...Object.fromEntries(Object.entries(lists).map(([list, facts]) => [list, rowsOf(facts, raw[list])])),
  } as unknown as Prepared;
}
