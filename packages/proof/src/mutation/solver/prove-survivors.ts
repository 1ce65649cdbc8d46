/**
 * What no worked case tells apart and no comparison point by point proves is asked of the solver: is there a dossier on which the mutant and
 * the law differ? Where there is none, the mutant is the same law in other words. Where there is one, or the solver gives up, it survives.
 */
import type { Expr } from "@zhengdui/feel";
import type { Combination, Measure, Policy } from "@zhengdui/policy";
import { Session, type Solver } from "../../smt/session.ts";
import { and, compare, FALSE, or, type Term } from "../../smt/terms.ts";
import { mayFall, type Scope, translate, truthOf } from "../../smt/translate.ts";
import { exprSites } from "../expr-sites.ts";
import { readsFigure } from "../figure-mutants.ts";
import type { Verdict } from "../hunt.ts";
import { type Mutant, mutated } from "../mutant.ts";
import { openWorld } from "./open-world.ts";
import { type Outcome, outcomeOf, totalsOf } from "./outcome-terms.ts";

export interface Survivors {
  readonly policy: Policy;
  readonly verdicts: readonly Verdict[];
  readonly solver: Solver;
  /** Told after each survivor. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** The same verdicts, those of survivors that are proved to be no other policy replaced. */
export async function proveSurvivors({ policy, verdicts, solver, onProgress }: Survivors): Promise<Verdict[]> {
  const proved: Verdict[] = [];
  const left = verdicts.filter(({ fate }) => fate === "survives").length;
  let done = 0;
  for (const verdict of verdicts) {
    const reason = verdict.fate === "survives" ? await proofBySolver(policy, verdict.mutant, solver) : null;
    if (verdict.fate === "survives") onProgress?.(++done, left);
    proved.push(reason === null ? verdict : { mutant: verdict.mutant, fate: "equivalent", reason });
  }
  return proved;
}

/** So often a question is tried, with so much effort each time: in the solver's own steps, the same on every machine. */
const MOST_TRIES = 16;
const STEPS_A_TRY = 2 ** 16;

const REASON = "求解器证明：受理的档案里没有一份使两者不同，各项的金额、可能数和注明处处相同";

/** The reason, in Chinese; null: not proved. */
export async function proofBySolver(policy: Policy, mutant: Mutant, solver: Solver): Promise<string | null> {
  const changed = mutated(policy, mutant);
  const pairs = pairsOf(policy, changed, mutant);
  if (pairs === null || !isSafe(policy) || !isSafe(changed)) return null;
  for (const pair of pairs) if (!(await agrees(policy, changed, pair, solver))) return null;
  return REASON;
}

/** A rule before and after, as an outcome within a scope. */
interface Pair {
  /** Whose item is meant by "item"; null: no row is read. */
  readonly list: string | null;
  readonly totals: readonly string[];
  readonly before: (scope: Scope) => Outcome | null;
  readonly after: (scope: Scope) => Outcome | null;
}

/** null: the change stands where this can't compare. */
function pairsOf(policy: Policy, changed: Policy, mutant: Mutant): Pair[] | null {
  const [part, index] = mutant.path;
  if (part === "measures") return measurePairs([Number(index)], policy, changed);
  if (part === "combination" || part === "ceiling") return sharedPair(policy, changed, mutant);
  const name = part === "params" ? policy.params[Number(index)]?.name : undefined;
  if (name === undefined) return null;
  if ([policy.facts, policy.combination, policy.ceiling].some((other) => readsFigure(other, name))) return null;
  if (policy.measures.some(({ selection }) => JSON.stringify(selection).includes(JSON.stringify(name)))) return null;
  const tallies = policy.measures.flatMap(({ form }) => (form.kind === "tally" ? form.tallies : []));
  if (readsFigure(tallies, name)) return null;
  return measurePairs(
    policy.measures.flatMap((measure, i) => (readsFigure(measure, name) ? [i] : [])),
    policy,
    changed,
  );
}

function measurePairs(indices: readonly number[], policy: Policy, changed: Policy): Pair[] | null {
  const pairs = indices.map((i): Pair | null => {
    const [before, after] = [policy.measures[i], changed.measures[i]];
    if (before === undefined || after === undefined || frameOf(before) !== frameOf(after)) return null;
    const list = "list" in before.form ? before.form.list : null;
    const outcome = (measure: Measure) => (scope: Scope) => outcomeOf(measure, scope);
    return { list, totals: totalsOf(before), before: outcome(before), after: outcome(after) };
  });
  return pairs.includes(null) ? null : (pairs as Pair[]);
}

/** What an outcome doesn't speak of, and must be the same. */
function frameOf({ id, selection, form }: Measure): string {
  const { kind } = form;
  const own = kind === "tally" ? form.tallies : kind === "pool" ? [form.list, form.name] : form;
  return JSON.stringify([id, selection, kind, kind === "each" ? form.list : own]);
}

/** Who is bound by the ceiling; which outside awards compete, and which of those are local. */
function sharedPair(policy: Policy, changed: Policy, { path: [part, key] }: Mutant): Pair[] | null {
  const [before, after] = [policy, changed];
  if (part === "ceiling" && key === "who") {
    const outcome =
      ({ ceiling }: Policy) =>
      (scope: Scope): Outcome =>
        new Map(ceiling === null ? [] : [["bound", truthOf(translate(ceiling.who, scope)).yes]]);
    return [{ list: null, totals: [], before: outcome(before), after: outcome(after) }];
  }
  if (part !== "combination" || (key !== "competes" && key !== "local") || policy.combination === null) return null;
  const outcome =
    ({ combination }: Policy) =>
    (scope: Scope): Outcome =>
      awardOutcome(combination as Combination, scope);
  return [{ list: policy.combination.outside, totals: [], before: outcome(before), after: outcome(after) }];
}

function awardOutcome({ competes, local }: Combination, scope: Scope): Outcome {
  const [runs, own] = [competes, local].map((test) => truthOf(translate(test, scope)).yes);
  return new Map([
    ["competes", runs as Term],
    ["local", and(runs as Term, own as Term)],
  ]);
}

async function agrees(policy: Policy, changed: Policy, { list, totals, before, after }: Pair, solver: Solver): Promise<boolean> {
  const world = openWorld(policy, policy.facts.lists.find(({ id }) => id === list) ?? null);
  const [old, now] = [before(world.scopeOf(policy)), after(world.scopeOf(changed))];
  if (old === null || now === null) return false;
  const apart: Term[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    // A mark that one side doesn't know is never given there; a cap it doesn't know is no cap.
    const [a, b] = [old, now].map((outcome) => outcome.get(name) ?? (name.includes("mark ") ? FALSE : null));
    if (a === null || b === null || a === undefined || b === undefined) return false;
    if (a !== b) apart.push(`(not (= ${a} ${b}))`);
  }
  const declared = totals.map((total) => `(declare-const ${total} Int)`);
  const nonNegative = totals.map((total) => compare(">=", total, "0"));
  const opening = [...world.declarations(), ...declared, `(assert ${and(world.valid, ...nonNegative)})`];
  return (await verdictOn(solver, opening, or(...apart))) === "unsat";
}

/** How long a question takes hangs on the order in which the solver happens to try: some short tries find what a long one misses. */
async function verdictOn(solver: Solver, opening: readonly string[], question: Term): Promise<"sat" | "unsat" | "unknown"> {
  for (let seed = 0; seed < MOST_TRIES; seed++) {
    const session = new Session(solver, [`(set-option :smt.random_seed ${seed})`, ...opening], [], STEPS_A_TRY);
    const verdict = await session.check([question]);
    if (verdict !== "unknown") return verdict;
  }
  return "unknown";
}

/** The translation takes figures to be no less than 0, and divisors too. */
function isSafe(policy: Policy): boolean {
  if (policy.params.some(({ value }) => typeof value === "number" && value < 0)) return false;
  const divisors = exprSites([policy.measures, policy.facts]).flatMap(({ expr }): Expr[] =>
    expr.op === "cutDivide" ? [expr.den] : [],
  );
  return !divisors.some((den) => mayFall(den, new Set()));
}
