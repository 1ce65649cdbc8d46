/**
 * Asks about one measure and keeps the answers: a question that no dossier fulfils counts as proved, a found model becomes the plainest
 * dossier that shows it, and the engine must give for it what the solver said. What the engine doesn't confirm is no finding.
 */
import { parseMoney } from "@zhengdui/basics";
import type { Engine } from "@zhengdui/engine";
import type { Measure, Policy, Tally } from "@zhengdui/policy";
import type { Example, Finding, FindingKind, Unproved } from "./finding.ts";
import { expressionsOfMeasure, readingsIn } from "./measure-expressions.ts";
import { type Model, Session, type Solver, type Verdict } from "./smt/session.ts";
import { and, compare, int, type Term } from "./smt/terms.ts";
import { type CountedRows, countedIn, createMeasureWorld, type MeasureWorld, rowKey } from "./world/measure-world.ts";
import { createWorld, type RawDossier, type RawRow } from "./world/world.ts";

export interface Probe {
  readonly policy: Policy;
  readonly engine: Engine;
  readonly measure: Measure;
  readonly world: MeasureWorld;
  /** One question, without regard to how plain the model is. `what`: what is shown if there is none. */
  readonly ask: (what: string, ...asserted: readonly Term[]) => Promise<Verdict["kind"]>;
  /** The plainest model; null: none, or not known. */
  readonly find: (what: string, ...asserted: readonly Term[]) => Promise<Model | null>;
  readonly example: (label: string, model: Model) => Example | null;
  /** What the engine gives for a dossier; null where the intake refuses it. */
  readonly amountOf: (dossier: RawDossier) => number | null;
  readonly dossierOf: (model: Model) => RawDossier;
  readonly report: (kind: FindingKind, text: string, words: string, examples: readonly (Example | null)[]) => void;
  readonly notProved: (what: string, why: string) => void;
}

/** Findings, gaps of the proof and the count of what was shown are gathered here, over all measures. */
export interface Ledger {
  readonly findings: Finding[];
  readonly unproved: Unproved[];
  proved: number;
}

export const SOLVER_GAVE_UP = "求解器在限定的步数内没有答案";

/** null: the measure has no formula to prove anything of. */
export async function createProbe(
  policy: Policy,
  measure: Measure,
  engine: Engine,
  solver: Solver,
  ledger: Ledger,
): Promise<Probe | null> {
  const world = createMeasureWorld(policy, measure);
  if (world === null) return null;
  const rows = world.form.kind === "tally" ? await countedRows(policy, world.form.tallies, solver) : new Map<string, RawRow>();
  const { fixed, wishes } = readingWishes(policy, world);
  const session = new Session(solver, [...world.declarations, `(assert ${and(world.valid, ...fixed)})`], world.names);
  const notProved = (what: string, why: string): void => {
    ledger.unproved.push({ clause: measure.clause, what, why });
  };
  const ask: Probe["ask"] = async (what, ...asserted) => {
    const verdict = await session.check(asserted);
    if (verdict === "unsat") ledger.proved += 1;
    if (verdict === "unknown") notProved(what, SOLVER_GAVE_UP);
    return verdict;
  };
  const dossierOf = (model: Model): RawDossier => plainNames(world.write(model, rows));
  const amountOf = (dossier: RawDossier): number | null => amountBy(engine, measure.id, dossier);
  return {
    policy,
    engine,
    measure,
    world,
    ask,
    async find(what, ...asserted) {
      if ((await ask(what, ...asserted)) !== "sat") return null;
      for (const wish of wishes) {
        const found = await session.model([...asserted, world.linked, ...wish]);
        if (found.kind === "sat") return found.model;
      }
      notProved(what, "有这样的合计，但求解器没有找到凑成它的一行");
      return null;
    },
    example(label, model) {
      const dossier = dossierOf(model);
      const amount = amountOf(dossier);
      return amount === null ? null : { label, dossier, amount };
    },
    amountOf,
    dossierOf,
    report(kind, text, words, examples) {
      const shown = examples.filter((e) => e !== null);
      if (shown.length < examples.length) return notProved(`${text}`, "求解器给出的例子没有得到测算程序的确认");
      ledger.findings.push({ kind, measure: measure.id, clause: measure.clause, words, text, examples: shown });
    },
    notProved,
  };
}

/** Readings that the measure doesn't ask for are the default ones. Of the others as many as can be; and figures that are easy to read. */
export function readingWishes(policy: Policy, { measure, world, plain }: MeasureWorld) {
  const asked = new Set(readingsIn(expressionsOfMeasure(measure), policy).map((i) => i.key));
  const of = (wanted: (key: string) => boolean): Term[] =>
    [...world.defaults].flatMap(([key, term]) => (wanted(key) ? [term] : []));
  const choices = [() => true, ...[...asked].map((other) => (key: string) => key !== other), () => false].map(of);
  return { fixed: of((key) => !asked.has(key)), wishes: choices.flatMap((choice) => [[...choice, plain], choice]) };
}

/** For each count and year a row that it counts. */
export async function countedRows(policy: Policy, tallies: readonly Tally[], solver: Solver): Promise<CountedRows> {
  const rows = new Map<string, RawRow>();
  for (const tally of tallies) {
    const list = policy.facts.lists.find((l) => l.id === tally.list) ?? null;
    const world = createWorld(policy, list);
    const session = new Session(solver, world.declarations, world.names);
    for (const year of policy.years) {
      const verdict = await session.model([countedIn(world, tally), ...world.defaults.values(), compare("=", "year", int(year))]);
      const row = verdict.kind === "sat" ? world.write(verdict.model).row : null;
      if (row !== null) rows.set(rowKey(tally.name, year), row);
    }
  }
  return rows;
}

/** The fixed keys that every example has, in words that say it is one. */
function plainNames(dossier: RawDossier): RawDossier {
  const applicant = dossier.applicant as RawRow;
  return { ...dossier, applicant: { ...applicant, name: "示例有限公司" } };
}

export function amountBy(engine: Engine, measure: string, dossier: RawDossier): number | null {
  const read = engine.read(dossier);
  if (!read.ok) return null;
  const found = engine.assess(read.value).measures.find((m) => m.id === measure);
  const fen = parseMoney(found?.amount);
  return fen.ok ? fen.value : null;
}
