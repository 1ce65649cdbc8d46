/** What a picture of tiers shows, and what both need who draw one: which number to vary, where to look, and where to stop. */
import type { Fact, FactList, Measure, Policy } from "@zhengdui/policy";
import type { Tier } from "./tiers.ts";

export interface Picture {
  /** 软件实付 */
  readonly fact: string;
  /** "元", or what is counted. */
  readonly unit: string;
  readonly tiers: readonly Tier[];
  /** false: it goes on like this; else the last tier has no end. */
  readonly isWhole: boolean;
}

type Dossier = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

/** Where the tiers end, the picture goes on for this much. */
const MARGIN = 1.25;
/** Bounds may follow from figures by dividing through a rate: a limit of 30万 at 5% is reached at twenty times as much. */
const REACH = 200;

/** What the applicant can still bring about comes first. */
export function numbersOf({ facts }: FactList): Fact[] {
  const numbers = facts.filter(({ type }) => type.kind === "money" || type.kind === "count");
  return [...numbers.filter(({ changeable }) => changeable), ...numbers.filter(({ changeable }) => !changeable)];
}

export const writtenAs = (fact: Fact, x: number): unknown =>
  fact.type.kind === "money" ? `${Math.floor(x / 100)}.${String(x % 100).padStart(2, "0")}` : x;

/** A list may stand in a record: "consulting.reports". */
export function rowsIn(dossier: Dossier, list: string): readonly Row[] {
  const found = list.split(".").reduce<unknown>((at, key) => (at as Dossier | undefined)?.[key], dossier);
  return Array.isArray(found) ? (found as Row[]) : [];
}

export function withRows(dossier: Dossier, list: string, rows: readonly Row[]): Dossier {
  const [key = "", inner] = list.split(".");
  return { ...dossier, [key]: inner === undefined ? rows : { ...(dossier[key] as Dossier), [inner]: rows } };
}

/** The figures of the clause in the fact's unit. */
export function seedsOf(policy: Policy, { clause }: Measure, fact: Fact): number[] {
  const unit = fact.type.kind === "count" ? fact.type.unit : "元";
  return policy.params.flatMap((param) =>
    param.clause === clause && param.unit === unit && typeof param.value === "number" ? [param.value] : [],
  );
}

/** How far to look: well beyond every figure of the clause and everything stated. */
export function limitOf(policy: Policy, measure: Measure, fact: Fact, list: FactList, row: Row): number {
  if (fact.type.kind === "money") return topOf(policy, measure, row, list);
  return Math.max(100, ...seedsOf(policy, measure, fact)) * 2;
}

function topOf(policy: Policy, { clause }: Measure, row: Row, list: FactList): number {
  const figures = policy.params.flatMap((param) =>
    param.clause === clause && param.unit === "元" && typeof param.value === "number" ? [param.value] : [],
  );
  const stated = list.facts.flatMap(({ type, key }) => (type.kind === "money" ? [Number(row[key] ?? 0) * 100] : []));
  return Math.min(Math.round(Math.max(...figures, ...stated, 100) * REACH), 1e14);
}

/** The last tier goes on without end; the picture shows a little of it, and all up to `least`. */
export function cropped(tiers: readonly Tier[], least = 0): Tier[] {
  const last = tiers.at(-1);
  if (last === undefined || tiers.length === 1) return [...tiers];
  const to = Math.max(Math.round(Math.max(last.from, least) * MARGIN), last.from + 1);
  if (to >= last.to) return [...tiers];
  const end = Math.round(last.start + ((last.end - last.start) * (to - last.from)) / Math.max(1, last.to - last.from));
  return [...tiers.slice(0, -1), { ...last, to, end }];
}
