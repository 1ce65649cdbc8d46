/** A policy made ready to use: amounts, explanation, assessment. The only door into evaluation; the back end behind it makes no difference to any value. */
import type { Outcome, Problem } from "@zhengdui/basics";
import type { Expr } from "@zhengdui/feel";
import type { Policy } from "@zhengdui/policy";
import { assemble } from "./assess/assess.ts";
import { createPayRule, type Payment } from "./ceiling.ts";
import { type Claims, claimsOf, projectOf } from "./claims.ts";
import { type Combined, createCombiner, OUTSIDE, uncontested } from "./combine.ts";
import type { Prepared, Row, Value } from "./dossier.ts";
import { generatePolicy } from "./evaluate/generate-policy.ts";
import { closuresKernel, createRunner, referenceKernel } from "./evaluate/run.ts";
import { createGaps, type GapsMaker } from "./gaps/gaps.ts";
import { createIntake } from "./intake/create-intake.ts";
import { mayLeaveRange } from "./intake/magnitude.ts";
import type { Closure, Figures } from "./kernel/closures.ts";
import { exactClosure } from "./kernel/exact-closure.ts";
import { OVERFLOW } from "./kernel/runtime.ts";
import { outline } from "./outline.ts";
import type { Result } from "./result.ts";
import { rowsOf } from "./rows.ts";
import type { Explanation, MeasureWhy } from "./why.ts";

export type Backend = "generated" | "closures" | "reference";

export interface Engine {
  readonly policy: Policy;
  /** Raw JSON → a dossier ready to compute, or every problem in it. */
  readonly read: (raw: unknown) => Outcome<Prepared, Problem>;
  /** out[0 … n−1]: amounts by measure, out[n]: granted, out[n+1]: payable (NaN: not to be paid yet); 分. */
  readonly amounts: (dossier: Prepared, out: Float64Array) => void;
  readonly explain: (dossier: Prepared) => Explanation;
  readonly combine: (dossier: Prepared, why: Explanation) => Combined;
  /** The choice posed in full, also where there is nothing to choose: what a certificate shows. */
  readonly pose: (dossier: Prepared) => Posed;
  /** `why`: of this very dossier, where it was explained before, or with measures left out that nobody can tell yet. */
  readonly assess: (dossier: Prepared, why?: Explanation) => Result;
}

export interface Posed {
  readonly claims: readonly Claims[];
  readonly combined: Combined;
  readonly payment: Payment;
}

export const figuresOf = (policy: Policy): Figures => new Map<string, Value>(policy.params.map((p) => [p.name, p.value]));

export const createEngine = (policy: Policy, backend: Backend): Engine => createEngineWith(policy, backend, createGaps);

/** With gaps made elsewhere: a page needs them later than the amounts. */
export function createEngineWith(policy: Policy, backend: Backend, makeGaps: GapsMaker): Engine {
  const figures = figuresOf(policy);
  const outlines = outline(policy);
  const exact = createRunner(policy, outlines, referenceKernel(figures));
  const generated = backend === "generated" ? generatePolicy(policy, outlines, figures) : null;
  const fast = generated?.explain ?? (backend === "closures" ? createRunner(policy, outlines, closuresKernel(figures)) : exact);
  const explain = (dossier: Prepared): Explanation =>
    guarded(
      () => fast(dossier),
      () => exact(dossier),
    );
  const combine = createCombiner(policy, figures);
  const pay = createPayRule(policy, figures);
  const gaps = makeGaps(policy, figures, outlines);
  const intake = createIntake(policy, holdsBy(figures));
  const claimed = (dossier: Prepared): Claims[] => claimsOf(policy, dossier, explain(dossier));
  const combineAll = (dossier: Prepared, out: Float64Array, claims: readonly Claims[]): void => {
    const combined = combine(dossier, claims);
    const toRepay = [...combined.awards.keys()].some((project) => keptByUs(combined, project));
    const payment = pay(dossier, combined, toRepay);
    for (const [i, claim] of claims.entries()) out[i] = claim.alone;
    out[claims.length] = payment.granted;
    out[claims.length + 1] = payment.payable ?? Number.NaN;
  };
  const settled = (dossier: Prepared, why: Explanation): Combined => {
    const claims = claimsOf(policy, dossier, why);
    return dossier.sharesProjects === false ? uncontested(claims) : combine(dossier, claims);
  };
  const assess = (dossier: Prepared, why: Explanation): Result =>
    assemble({ policy, pay, gaps }, dossier, why, settled(dossier, why));
  return {
    policy,
    read: (raw) => {
      const found = intake(raw);
      if (!found.ok) return found;
      const dossier = { ...found.value, sharesProjects: sharesProjects(policy, found.value) };
      return mayLeaveRange(policy.facts, dossier) &&
        isBeyond(
          () => explain(dossier),
          (why) => assess(dossier, why),
        )
        ? { ok: false, errors: [BEYOND] }
        : { ok: true, value: dossier };
    },
    explain,
    combine: settled,
    amounts(dossier, out) {
      if (generated === null) return combineAll(dossier, out, claimed(dossier));
      const { amounts, claims } = generated;
      guarded(
        () => (dossier.sharesProjects === false ? amounts(dossier, out) : combineAll(dossier, out, claims(dossier))),
        () => combineAll(dossier, out, claimed(dossier)),
      );
    },
    pose(dossier) {
      const claims = claimed(dossier);
      const combined = combine(dossier, claims);
      const toRepay = [...combined.awards.keys()].some((project) => keptByUs(combined, project));
      return { claims, combined, payment: pay(dossier, combined, toRepay) };
    },
    assess: (dossier, given) => assess(dossier, given ?? explain(dossier)),
  };
}

/** Nothing inexact is ever answered: where the sums leave the range of exact integers, the dossier isn't taken. */
function isBeyond(explain: () => Explanation, assess: (why: Explanation) => Result): boolean {
  try {
    const why = explain();
    const sum = (of: (measure: MeasureWhy) => number): number => why.reduce((total, measure) => total + of(measure), 0);
    assess(why);
    return (
      Math.max(
        sum(({ value }) => value),
        sum(({ potential }) => potential),
      ) > Number.MAX_SAFE_INTEGER
    );
  } catch (error) {
    if (error === OVERFLOW) return true;
    throw error;
  }
}

const BEYOND: Problem = {
  path: "",
  problem: "这份档案里的金额合计超出能够精确计算的范围",
  expected: "应为各项相乘、相加之后不超过 90 万亿元的金额：请核对是否多写了零，或把元写成了分",
};

/** Runs the fast back end; where a value left the exact range, the big-integer one answers instead. */
function guarded<T>(fast: () => T, exact: () => T): T {
  try {
    return fast();
  } catch (error) {
    if (error === OVERFLOW) return exact();
    throw error;
  }
}

/** Evaluates a check of the intake; each test is turned into a closure once. */
function holdsBy(figures: Figures): (test: Expr, dossier: Prepared, row: Row | null) => boolean | null {
  const closures = new Map<Expr, Closure>();
  return (test, dossier, row) => {
    let holds = closures.get(test);
    if (holds === undefined) {
      holds = exactClosure(test, figures);
      closures.set(test, holds);
    }
    return holds({ dossier, row, lets: {} }) as boolean | null;
  };
}

/** Ours kept on a project although an outside award for it has not been returned. */
function keptByUs(combined: Combined, project: string): boolean {
  const keeper = combined.keeper.get(project);
  return keeper !== undefined && keeper !== OUTSIDE;
}

/** Might one project be claimed twice? Only then is there anything to choose. */
function sharesProjects(policy: Policy, dossier: Prepared): boolean {
  if (policy.combination === null) return false;
  if (rowsOf(dossier, policy.combination.outside).length > 0) return true;
  const owner = new Map<string, string>();
  for (const list of policy.facts.lists) {
    if (list.projects === "none") continue;
    for (const row of rowsOf(dossier, list.id)) {
      const project = projectOf(row);
      if ((owner.get(project) ?? list.id) !== list.id) return true;
      owner.set(project, list.id);
    }
  }
  return false;
}
