/** Which fact decides a measure's amount, and the amount at any value of it: a worked case's dossier, changed in that one place, is computed anew. */
import type { WorkshopCase } from "@zhengdui/contract";
import type { Engine } from "@zhengdui/engine";
import type { Fact, FactList, Measure, Policy } from "@zhengdui/policy";
import { type Tier, tiersOf } from "./tiers.ts";

export interface Picture {
  /** 软件实付 */
  readonly fact: string;
  /** "元", or what is counted. */
  readonly unit: string;
  readonly tiers: readonly Tier[];
  /** false: it goes on like this; else the last tier has no end. */
  readonly isWhole: boolean;
  /** The title of the worked case whose other facts are kept. */
  readonly case: string;
}

type Dossier = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

/** Where the tiers end, the picture goes on for this much. */
const MARGIN = 1.25;
/** Bounds may follow from figures by dividing through a rate: a limit of 30万 at 5% is reached at twenty times as much. */
const REACH = 200;

/** null: no worked case gets anything by this measure, or no number of it decides. */
export function pictureOf(engine: Engine, measure: Measure, cases: readonly WorkshopCase[]): Picture | null {
  const index = engine.policy.measures.indexOf(measure);
  const best = bestCase(engine, index, cases);
  if (best === null) return null;
  if (measure.form.kind === "tally") return countedPicture(engine, measure, index, best);
  if (measure.form.kind !== "each" && measure.form.kind !== "pool") return null;
  const { list: id } = measure.form;
  const list = engine.policy.facts.lists.find((one) => one.id === id);
  const rows = list === undefined ? [] : rowsOf(best.dossier, list.id);
  if (list === undefined || rows[0] === undefined) return null;
  const top = topOf(engine.policy, measure, rows[0], list);
  for (const fact of numbersOf(list)) {
    const row = rows[0];
    const ask = (x: number): number =>
      amountOf(engine, index, withRows(best.dossier, list.id, [{ ...row, [fact.key]: written(fact, x) }]));
    const seeds = seedsOf(engine.policy, measure, fact);
    const limit = fact.type.kind === "money" ? top : Math.max(100, ...seeds) * 2;
    const values = [0, ...seeds, limit].map(ask);
    if (values.some(Number.isNaN) || new Set(values).size === 1) continue;
    const unit = fact.type.kind === "count" ? fact.type.unit : "元";
    const tiers = tiersOf(ask, seeds, limit);
    const isWhole = tiers.at(-1)?.to === limit;
    return { fact: fact.label, unit, tiers: isWhole ? crop(tiers) : tiers, isWhole, case: best.title };
  }
  return null;
}

/** What the applicant can still bring about comes first. */
function numbersOf({ facts }: FactList): Fact[] {
  const numbers = facts.filter(({ type }) => type.kind === "money" || type.kind === "count");
  return [...numbers.filter(({ changeable }) => changeable), ...numbers.filter(({ changeable }) => !changeable)];
}

/** 分. NaN: such a dossier can't be read. */
function amountOf(engine: Engine, index: number, dossier: Dossier): number {
  const read = engine.read(dossier);
  if (!read.ok) return Number.NaN;
  const out = new Float64Array(engine.policy.measures.length + 2);
  engine.amounts(read.value, out);
  return out[index] ?? Number.NaN;
}

/** The case that gets the most by the measure. */
function bestCase(engine: Engine, index: number, cases: readonly WorkshopCase[]): { title: string; dossier: Dossier } | null {
  let best: { title: string; dossier: Dossier; amount: number } | null = null;
  for (const { title, dossier } of cases) {
    const amount = amountOf(engine, index, dossier as Dossier);
    if (amount > (best?.amount ?? 0)) best = { title, dossier: dossier as Dossier, amount };
  }
  return best;
}

const written = (fact: Fact, x: number): unknown =>
  fact.type.kind === "money" ? `${Math.floor(x / 100)}.${String(x % 100).padStart(2, "0")}` : x;

/** A list may stand in a record: "consulting.reports". */
function rowsOf(dossier: Dossier, list: string): readonly Row[] {
  const found = list.split(".").reduce<unknown>((at, key) => (at as Dossier | undefined)?.[key], dossier);
  return Array.isArray(found) ? (found as Row[]) : [];
}

function withRows(dossier: Dossier, list: string, rows: readonly Row[]): Dossier {
  const [key = "", inner] = list.split(".");
  return { ...dossier, [key]: inner === undefined ? rows : { ...(dossier[key] as Dossier), [inner]: rows } };
}

/** The figures of the clause in the fact's unit. */
function seedsOf(policy: Policy, { clause }: Measure, fact: Fact): number[] {
  const unit = fact.type.kind === "count" ? fact.type.unit : "元";
  return policy.params.flatMap((param) =>
    param.clause === clause && param.unit === unit && typeof param.value === "number" ? [param.value] : [],
  );
}

function topOf(policy: Policy, { clause }: Measure, row: Row, list: FactList): number {
  const figures = policy.params.flatMap((param) =>
    param.clause === clause && param.unit === "元" && typeof param.value === "number" ? [param.value] : [],
  );
  const stated = list.facts.flatMap(({ type, key }) => (type.kind === "money" ? [Number(row[key] ?? 0) * 100] : []));
  return Math.min(Math.round(Math.max(...figures, ...stated, 100) * REACH), 1e14);
}

/** The last tier goes on without end; the picture shows a little of it. */
function crop(tiers: readonly Tier[]): Tier[] {
  const last = tiers.at(-1);
  if (last === undefined || tiers.length === 1) return [...tiers];
  const to = Math.max(Math.round(last.from * MARGIN), last.from + 1);
  if (to >= last.to) return [...tiers];
  const end = Math.round(last.start + ((last.end - last.start) * (to - last.from)) / Math.max(1, last.to - last.from));
  return [...tiers.slice(0, -1), { ...last, to, end }];
}

/** Rows are counted: the case's own rows, from none to all of them. */
function countedPicture(
  engine: Engine,
  measure: Measure,
  index: number,
  best: { title: string; dossier: Dossier },
): Picture | null {
  const tally = measure.form.kind === "tally" ? measure.form.tallies[0] : undefined;
  if (tally === undefined) return null;
  const rows = rowsOf(best.dossier, tally.list);
  const ask = (n: number): number => amountOf(engine, index, withRows(best.dossier, tally.list, rows.slice(0, n)));
  if (rows.length < 2 || Number.isNaN(ask(0))) return null;
  const tiers = tiersOf(
    ask,
    Array.from({ length: rows.length }, (_, i) => i),
    rows.length,
  );
  return { fact: tally.name, unit: tally.unit ?? "家", tiers, isWhole: false, case: best.title };
}
