/** Looks for a dossier on which a mutant and its original differ, so that a person can make a worked case of it. */
import { createEngine, type Engine } from "@zhengdui/engine";
import type { Expr } from "@zhengdui/feel";
import type { Policy } from "@zhengdui/policy";
import { boundaryEdits, type Edit, type RawDossier } from "./boundary-edits.ts";
import { exprSites } from "./expr-sites.ts";
import { readsFigure } from "./figure-mutants.ts";
import { aloneOf, visible, visibleMeasure } from "./kill.ts";
import { type Mutant, mutated, valueAt } from "./mutant.ts";
import { roomsOf } from "./rooms.ts";

export interface Difference {
  readonly dossier: RawDossier;
  /** Clauses whose outcome differs; empty: the totals alone do. */
  readonly clauses: readonly string[];
}

/** Dossiers tried for one mutant. */
const MOST_TRIES = 4_000;
/** Worked cases from which the search sets out. */
const MOST_SEEDS = 6;

/** `seeds`: raw dossiers, as those of the worked cases. null: none was found, which says nothing about the mutant. */
export function findDifference(policy: Policy, mutant: Mutant, seeds: readonly RawDossier[]): Difference | null {
  const changed = mutated(policy, mutant);
  const [old, now] = enginesFor(policy, changed, mutant);
  const reader = createEngine(policy, "closures");
  const lists = listsOf(policy, mutant);
  const starts = seeds
    .filter((raw) => lists.every((list) => hasRows(raw, list)))
    .sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length)
    .slice(0, MOST_SEEDS);
  const edits = boundaryEdits({ policy, exprs: exprsOf(policy, changed, mutant), lists });
  let tries = 0;
  for (const raw of dossiers(starts, edits)) {
    if (++tries > MOST_TRIES) return null;
    const read = reader.read(raw);
    if (!read.ok) continue;
    const [a, b] = [old.assess(read.value), now.assess(read.value)];
    if (visible(a) === visible(b)) continue;
    const other = a.measures.filter(
      (m, i) => JSON.stringify(visibleMeasure(m)) !== JSON.stringify(visibleMeasure(b.measures[i] ?? m)),
    );
    return { dossier: raw, clauses: other.map(({ clause }) => clause) };
  }
  return null;
}

/** One measure is quicker alone. */
function enginesFor(policy: Policy, changed: Policy, { measures }: Mutant): readonly [Engine, Engine] {
  const [id] = measures;
  const alone = id === undefined ? null : [aloneOf(policy, id), aloneOf(changed, id)];
  const [old, now] = alone ?? [];
  return old && now ? [old, now] : [createEngine(policy, "closures"), createEngine(changed, "closures")];
}

/** The seeds, with each edit, and with every two. */
function* dossiers(starts: readonly RawDossier[], edits: readonly Edit[]): Generator<RawDossier> {
  for (const start of starts) yield start;
  for (const edit of edits) for (const start of starts) yield edit(start);
  for (const start of starts)
    for (const [i, first] of edits.entries()) for (const second of edits.slice(i + 1)) yield second(first(start));
}

const hasRows = (raw: RawDossier, list: string): boolean => {
  const rows = valueAt(raw, list.split("."));
  return Array.isArray(rows) && rows.length > 0;
};

function listsOf(policy: Policy, { measures, path }: Mutant): readonly string[] {
  const form = policy.measures.find(({ id }) => id === measures[0])?.form;
  if (form === undefined) return path[0] === "combination" && policy.combination !== null ? [policy.combination.outside] : [];
  if ("list" in form) return [form.list];
  return "tallies" in form ? form.tallies.map(({ list }) => list) : [];
}

/** Where a figure is read, else the rule that holds the change, on both sides. */
function exprsOf(policy: Policy, changed: Policy, mutant: Mutant): Expr[] {
  const roots = (p: Policy): Expr[] =>
    roomsOf(p)
      .filter(({ measure, path }) => (measure === null ? mutant.path[0] === path[0] : mutant.measures.includes(measure.id)))
      .flatMap(({ path }) => exprSites(valueAt(p, path)).filter((site) => site.root))
      .map(({ expr }) => expr);
  const name = mutant.path[0] === "params" ? policy.params[Number(mutant.path[1])]?.name : undefined;
  const all = [...roots(policy), ...roots(changed)];
  const reading = name === undefined ? [] : all.filter((expr) => readsFigure(expr, name));
  // What reads the change comes first: it is tried first.
  return [...reading, ...all];
}
