/** One measure under two versions at once: what both versions ask for is the same applicant's, and a model becomes one dossier for each. */
import type { Engine } from "@zhengdui/engine";
import type { Measure, Policy } from "@zhengdui/policy";
import { amountBy, countedRows, readingWishes } from "../probe.ts";
import { TextCodes } from "../smt/codes.ts";
import { type Model, Session, type Solver } from "../smt/session.ts";
import { and, compare, type Term } from "../smt/terms.ts";
import { type CountedRows, createMeasureWorld, type MeasureWorld } from "../world/measure-world.ts";
import type { RawDossier, RawRow } from "../world/world.ts";

export interface Side {
  readonly policy: Policy;
  readonly engine: Engine;
  readonly world: MeasureWorld;
  readonly counted: CountedRows;
  /** Before each variable's name. */
  readonly tag: string;
}

export interface Joint {
  readonly old: Side;
  readonly new: Side;
  readonly check: (asserted: readonly Term[]) => Promise<"sat" | "unsat" | "unknown">;
  /** The plainest model. */
  readonly find: (asserted: readonly Term[]) => Promise<Model | null>;
}

export interface Version {
  readonly policy: Policy;
  readonly engine: Engine;
}

const NEW_TAG = "~";

/** null: one of the two has no formula, or the two are of different forms, so that nothing of theirs can be set side by side. */
export async function createJoint(
  old: Version,
  now: Version,
  measures: readonly [Measure, Measure],
  solver: Solver,
): Promise<Joint | null> {
  const codes = new TextCodes();
  const tag = NEW_TAG;
  const a = createMeasureWorld(old.policy, measures[0], codes);
  const b = createMeasureWorld(now.policy, measures[1], codes, tag);
  if (a === null || b === null || a.form.kind !== b.form.kind) return null;
  const rowsOf = async (version: Version, { form }: MeasureWorld): Promise<CountedRows> =>
    form.kind === "tally" ? countedRows(version.policy, form.tallies, solver) : new Map<string, RawRow>();
  const sides = {
    old: { ...old, world: a, counted: await rowsOf(old, a), tag: "" },
    new: { ...now, world: b, counted: await rowsOf(now, b), tag },
  };
  const wishes = [readingWishes(old.policy, a), readingWishes(now.policy, b)] as const;
  const always = and(a.valid, b.valid, ...wishes.flatMap((w) => w.fixed), ...links(sides.old, sides.new));
  const names = [...a.names, ...b.names];
  const session = new Session(solver, [...a.declarations, ...b.declarations, `(assert ${always})`], names);
  return {
    ...sides,
    check: (asserted) => session.check(asserted),
    async find(asserted) {
      const [first = [], ...others] = wishes[0].wishes;
      const [second = []] = wishes[1].wishes;
      const linked = [a.linked, b.linked];
      for (const wish of [[...first, ...second], ...others, []]) {
        const found = await session.model([...asserted, ...linked, ...wish]);
        if (found.kind === "sat") return found.model;
      }
      return null;
    },
  };
}

/** The same applicant: facts of one key and kind, sums and counts of one name, and, where the years overlap, the same year. */
function links(old: Side, now: Side): Term[] {
  const shared = old.policy.years.filter((year) => now.policy.years.includes(year));
  const dated = shared.length > 0;
  const equal = (name: string): Term => `(= ${tagged(name, old.tag)} ${tagged(name, now.tag)})`;
  const facts = [...old.world.world.variables].flatMap(([key, variable]) => {
    const other = now.world.world.variables.get(key);
    if (other === undefined || JSON.stringify(other.fact.type) !== JSON.stringify(variable.fact.type)) return [];
    if (!dated && ["date", "month", "year"].includes(variable.fact.type.kind)) return [];
    const own = new Set(other.names.map((name) => untagged(name, now.tag)));
    return variable.names.filter((name) => own.has(name)).map(equal);
  });
  const totals = old.world.totals.filter((name) => now.world.totals.includes(name));
  const sums = old.world.form.kind === "pool" ? [compare("=", old.world.total(""), now.world.total(""))] : [];
  const counts = old.world.form.kind === "tally" ? totals.map((n) => compare("=", old.world.total(n), now.world.total(n))) : [];
  const readings = old.policy.interpretations.flatMap((i) => {
    const other = now.policy.interpretations.find((o) => o.key === i.key);
    const ids = (one: typeof i): string => one.readings.map((r) => r.id).join(" ");
    return other === undefined || ids(other) !== ids(i) ? [] : [equal(`reading.${i.key}`)];
  });
  return [...facts, ...readings, ...sums, ...counts, ...(dated ? [equal("year")] : [])];
}

/** f.item.spent → f~.item.spent */
export const tagged = (name: string, tag: string): string => name.replace(/^(f|year|total|reading)(?=\.|$)/, `$1${tag}`);
const untagged = (name: string, tag: string): string => name.replace(`f${tag}.`, "f.");

export function dossierOf({ world, counted }: Side, model: Model): RawDossier {
  const dossier = world.write(model, counted);
  return { ...dossier, applicant: { ...(dossier.applicant as RawRow), name: "示例有限公司" } };
}

export const amountIn = (side: Side, model: Model): number | null =>
  amountBy(side.engine, side.world.measure.id, dossierOf(side, model));
