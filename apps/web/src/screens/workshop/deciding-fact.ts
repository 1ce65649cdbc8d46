/** Which fact decides a measure's amount, and the amount at any value of it: a worked case's dossier, changed in that one place, is computed anew. */
import type { WorkshopCase } from "@zhengdui/contract";
import type { Engine } from "@zhengdui/engine";
import type { Measure } from "@zhengdui/policy";
import { cropped, limitOf, numbersOf, type Picture, rowsIn, seedsOf, withRows, writtenAs } from "../../parts/tiers/picture.ts";
import { tiersOf } from "../../parts/tiers/tiers.ts";

export interface CasePicture extends Picture {
  /** The title of the worked case whose other facts are kept. */
  readonly case: string;
}

type Dossier = Readonly<Record<string, unknown>>;

/** null: no worked case gets anything by this measure, or no number of it decides. */
export function pictureOf(engine: Engine, measure: Measure, cases: readonly WorkshopCase[]): CasePicture | null {
  const index = engine.policy.measures.indexOf(measure);
  const best = bestCase(engine, index, cases);
  if (best === null) return null;
  if (measure.form.kind === "tally") return countedPicture(engine, measure, index, best);
  if (measure.form.kind !== "each" && measure.form.kind !== "pool") return null;
  const { list: id } = measure.form;
  const list = engine.policy.facts.lists.find((one) => one.id === id);
  const rows = list === undefined ? [] : rowsIn(best.dossier, list.id);
  if (list === undefined || rows[0] === undefined) return null;
  for (const fact of numbersOf(list)) {
    const row = rows[0];
    const ask = (x: number): number =>
      amountOf(engine, index, withRows(best.dossier, list.id, [{ ...row, [fact.key]: writtenAs(fact, x) }]));
    const seeds = seedsOf(engine.policy, measure, fact);
    const limit = limitOf(engine.policy, measure, fact, list, row);
    const values = [0, ...seeds, limit].map(ask);
    if (values.some(Number.isNaN) || new Set(values).size === 1) continue;
    const unit = fact.type.kind === "count" ? fact.type.unit : "元";
    const tiers = tiersOf(ask, seeds, limit);
    const isWhole = tiers.at(-1)?.to === limit;
    return { fact: fact.label, unit, tiers: isWhole ? cropped(tiers) : tiers, isWhole, case: best.title };
  }
  return null;
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

/** Rows are counted: the case's own rows, from none to all of them. */
function countedPicture(
  engine: Engine,
  measure: Measure,
  index: number,
  best: { title: string; dossier: Dossier },
): CasePicture | null {
  const tally = measure.form.kind === "tally" ? measure.form.tallies[0] : undefined;
  if (tally === undefined) return null;
  const rows = rowsIn(best.dossier, tally.list);
  const ask = (n: number): number => amountOf(engine, index, withRows(best.dossier, tally.list, rows.slice(0, n)));
  if (rows.length < 2 || Number.isNaN(ask(0))) return null;
  const tiers = tiersOf(
    ask,
    Array.from({ length: rows.length }, (_, i) => i),
    rows.length,
  );
  return { fact: tally.name, unit: tally.unit ?? "家", tiers, isWhole: false, case: best.title };
}
