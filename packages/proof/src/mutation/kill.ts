/**
 * Finds the worked case that a mutant fails. The changed measure is tried by itself first, which is quick, and with all that the policy does
 * only where no case falls that way: what a measure gives alone is part of every result, so a difference there is a difference of the whole.
 */
import { createEngine, type Engine, type MeasureResult, type Prepared, type Result } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { type Mutant, mutated } from "./mutant.ts";
import type { Trial, Trials } from "./trial.ts";

interface Ready {
  readonly trial: Trial;
  readonly dossier: Prepared;
  /** Measures that the case claims. */
  readonly claims: ReadonlySet<string>;
}

/** The title of the case that fails; null: none does. */
export interface Killer {
  readonly alone: (mutant: Mutant) => string | null;
  readonly whole: (mutant: Mutant) => string | null;
}

/** Every trial must hold for the policy as it is: who calls has checked. */
export function createKiller(policy: Policy, trials: Trials): Killer {
  const engine = createEngine(policy, "closures");
  const ready = trials.dossiers.flatMap((trial): Ready[] => {
    const read = engine.read(trial.dossier);
    if (!read.ok) return [];
    const claimed = engine.assess(read.value).measures.filter(({ status }) => status !== "not-claimed");
    return [{ trial, dossier: read.value, claims: new Set(claimed.map(({ id }) => id)) }];
  });
  const byMeasure = new Map(policy.measures.map(({ id }) => [id, ready.filter((r) => r.claims.has(id))]));
  return {
    alone(mutant) {
      const changed = mutated(policy, mutant);
      for (const id of mutant.measures) {
        const alone = aloneOf(changed, id);
        const killer = alone === null ? undefined : (byMeasure.get(id) ?? []).find((r) => fails(() => !aloneHolds(alone, r)));
        if (killer !== undefined) return killer.trial.title;
      }
      return null;
    },
    whole: (mutant) => wholeKiller(mutated(policy, mutant), mutant, ready, trials),
  };
}

function aloneHolds(engine: Engine, { trial, dossier }: Ready): boolean {
  const [measure] = engine.assess(dossier).measures;
  return measure === undefined || !trial.measureDiffers(measure);
}

/** An engine for one measure, without what is decided between measures. */
export function aloneOf(policy: Policy, id: string): Engine | null {
  const measure = policy.measures.find((m) => m.id === id);
  return measure === undefined
    ? null
    : createEngine({ ...policy, measures: [measure], combination: null, ceiling: null }, "closures");
}

function wholeKiller(changed: Policy, mutant: Mutant, ready: readonly Ready[], { rounds }: Trials): string | null {
  const engine = createEngine(changed, "closures");
  const again = mutant.kind === "period";
  const dossierFails = ({ trial, dossier }: Ready): boolean => {
    const read = again ? engine.read(trial.dossier) : { ok: true as const, value: dossier };
    return !read.ok || trial.differs(engine.assess(read.value));
  };
  const killer =
    ready.find((r) => fails(() => dossierFails(r)))?.trial ?? rounds.find((round) => fails(() => round.differs(engine)));
  return killer?.title ?? null;
}

/** A mutant that can't be computed (a table none of whose rows holds) is seen to be wrong as well. */
function fails(differs: () => boolean): boolean {
  try {
    return differs();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return true;
    throw error;
  }
}

/** What a person can see of a result and a worked case can say. */
export function visible({ measures, totals, marks }: Pick<Result, "measures" | "totals" | "marks">): string {
  return JSON.stringify([measures.map(visibleMeasure), totals.granted, totals.payable, marks]);
}

export const visibleMeasure = ({ id, status, amount, granted, potential, items, marks }: MeasureResult): unknown[] => [
  id,
  status,
  amount,
  granted,
  potential,
  [...new Set([...marks, ...items.flatMap((item) => item.marks)])].sort(),
];
