/**
 * Proves that a mutant changes nothing: no rule reads the figure, or original and mutant agree at every point of a complete partition of all
 * that they hang on, facts that the intake refuses left out. First the smallest expression around the change, then what it is part of, at last
 * the rule with its conditions. null: not proved, which says nothing about the mutant.
 */
import type { Expr } from "@zhengdui/feel";
import type { Check, Policy } from "@zhengdui/policy";
import { atomsOf, keyOf } from "./atoms.ts";
import { type AtPoint, atPoint, connected, type Figures, type Point } from "./evaluate-point.ts";
import { exprSites, isExpr } from "./expr-sites.ts";
import { readsFigure } from "./figure-mutants.ts";
import { levelUnread } from "./level-unread.ts";
import { type Mutant, mutated, type Path, replaced, valueAt } from "./mutant.ts";
import { inOneShape } from "./one-shape.ts";
import { type PartitionOf, pointsOf } from "./partition.ts";
import { listAt } from "./rooms.ts";
import { inlined, partsOfRule, type RulePart } from "./rule-outcomes.ts";

/** The reason, in Chinese. */
export function proofOfEquivalence(policy: Policy, mutant: Mutant): string | null {
  const { path } = mutant;
  if (path[0] === "params") return figureUnread(policy, Number(path[1]));
  if (path[0] === "inForce") return dayUnread(policy, String(mutant.value));
  if (path[0] !== "measures" && path[0] !== "combination" && path[0] !== "ceiling") return null;
  if (path[0] === "combination" && path[1] === "local" && levelUnread(policy)) return LEVEL_UNREAD;
  return proofByPoints(policy, mutant);
}

const LEVEL_UNREAD = "没有财政贡献上限，各项目的取舍互不牵连：外部奖补是哪一级的，不改变任何结果";

function figureUnread(policy: Policy, index: number): string | null {
  const name = policy.params[index]?.name ?? "";
  const read =
    [policy.measures, policy.combination, policy.ceiling, policy.facts].some((part) => readsFigure(part, name)) ||
    policy.measures.some(({ selection }) => JSON.stringify(selection ?? "").includes(JSON.stringify(name)));
  return read ? null : "没有规则读这个数";
}

function dayUnread(policy: Policy, day: string): string | null {
  const reads = (name: string): boolean =>
    exprSites([policy.measures, policy.combination, policy.ceiling, policy.facts]).some(
      ({ expr }) => expr.op === "env" && expr.name === name,
    );
  const sameMonth = policy.inForce.from.slice(0, 7) === day.slice(0, 7);
  return reads("inForce") || (reads("inForceMonth") && !sameMonth) ? null : "没有规则读施行日";
}

interface Sides {
  readonly policy: Policy;
  readonly changed: Policy;
  readonly list: string;
  readonly checks: readonly Check[];
  readonly group: Path;
}

function proofByPoints(policy: Policy, mutant: Mutant): string | null {
  const { path } = mutant;
  const changed = mutated(policy, mutant);
  const index = path[0] === "measures" ? Number(path[1]) : -1;
  const list = listAt(policy, { measure: policy.measures[index] ?? null }, path);
  const checks = [...policy.facts.lists, ...policy.facts.records].flatMap((g) =>
    g.id === list || !isList(policy, g.id) ? g.checks : [],
  );
  const sides: Sides = { policy, changed, list, checks, group: groupAt(policy, path) };
  const wholes = path.flatMap((_, i) => {
    const end = path.length - i;
    return end > sides.group.length && isExpr(valueAt(policy, path.slice(0, end))) ? [path.slice(0, end)] : [];
  });
  // A part that is gone can't be compared point by point.
  if (wholes.some((at) => !isExpr(valueAt(changed, at)))) return null;
  for (const [i, at] of wholes.entries()) {
    const last = i === wholes.length - 1;
    const use = last ? useOf(at) : "plain";
    const [before, after] = [policy, changed].map((p) => partAt(sides, p, at, path.slice(at.length), use));
    const points = before === undefined || after === undefined ? null : agree(sides, [before], [after]);
    if (points !== null) return `在所读事实的全部 ${points} 种情形下，两者的值相同`;
  }
  return wholes.length === 0 ? null : proofByRule(sides);
}

const isList = (policy: Policy, id: string): boolean => policy.facts.lists.some((l) => l.id === id);

function useOf(path: Path): RulePart["use"] {
  if (path.at(-1) === "amount") return "amount";
  return onlyTruth(path) ? "mark" : "plain";
}

/** Marks and choices are taken only where their test is true; not known is as good as false. */
const onlyTruth = (path: Path): boolean =>
  path.includes("marks") ||
  path.includes("measureMarks") ||
  path[0] === "combination" ||
  path[0] === "ceiling" ||
  path.includes("largest");

/** The form, the tally or the measure whose expressions are used together. */
function groupAt(policy: Policy, path: Path): Path {
  if (path[0] !== "measures") return path.slice(0, 1);
  const tally = path.indexOf("tallies");
  if (tally > 0) return path.slice(0, tally + 2);
  return path[2] === "form" && valueAt(policy, path.slice(0, 3)) !== undefined ? path.slice(0, 3) : path.slice(0, 2);
}

function partAt({ group }: Sides, policy: Policy, at: Path, changed: Path, use: RulePart["use"]): RulePart {
  const whole = besideLeftOut(valueAt(policy, at) as Expr, changed);
  return { expr: inlined(whole, valueAt(policy, group) as object), use, mark: null };
}

/** The other branch of a choice is the same on both sides, whatever it is: nothing need be known of it. */
function besideLeftOut(expr: Expr, [key, ...rest]: Path): Expr {
  if (key === undefined) return expr;
  const nothing = (e: Expr): Expr => ({ op: "null", type: e.type });
  const below = (expr as unknown as Record<string | number, unknown>)[key];
  const changed = isExpr(below) ? besideLeftOut(below, rest) : below;
  if (expr.op === "if" && key === "then") return { ...expr, then: changed as Expr, else: nothing(expr.else) };
  if (expr.op === "if" && key === "else") return { ...expr, else: changed as Expr, then: nothing(expr.then) };
  return isExpr(below) ? replaced(expr, [key], changed) : expr;
}

/** The changed parts of the rule, with the conditions that hang on the same atoms. */
function proofByRule(sides: Sides): string | null {
  const [before, after] = [sides.policy, sides.changed].map((p) => partsOfRule(valueAt(p, sides.group) as object as never));
  if (before === undefined || after === undefined || before.length !== after.length) return null;
  const differs = before.map((part, i) => keyOf(part.expr) !== keyOf((after[i] as RulePart).expr));
  // The change stands where the outcomes don't look.
  if (!differs.includes(true)) return null;
  const touched = new Set(
    atomsOf([...before, ...after].filter((_, i) => differs[i % before.length]).map((p) => p.expr)).map((a) => a.key),
  );
  const related = (part: RulePart, i: number): boolean =>
    differs[i] === true || (part.use === "condition" && atomsOf([part.expr]).some((a) => touched.has(a.key)));
  const points = agree(
    sides,
    before.filter(related),
    after.filter((_, i) => related(before[i] as RulePart, i)),
  );
  return points === null ? null : `连同同一规则的条件，在所读事实的全部 ${points} 种情形下，是否计入、注明和金额都相同`;
}

/** At how many points the outcomes are the same; null: they aren't everywhere, or there are too many points. */
function agree(sides: Sides, before: readonly RulePart[], after: readonly RulePart[]): number | null {
  const [old, now] = [figuresOf(sides.policy), figuresOf(sides.changed)];
  const [a, b] = [before.map((p) => shaped(p, old)), after.map((p) => shaped(p, now))];
  const keys = atomsOf([...a, ...b].map((p) => p.expr)).map(({ key }) => key);
  const tests = sides.checks.map(({ test }) => ({ test, read: atomsOf([test]).map(({ key }) => key) }));
  const within = tests.filter(({ read }) => read.every((key) => keys.includes(key))).map(({ test }) => test);
  const near = tests.filter(({ read }) => read.some((key) => keys.includes(key))).map(({ test }) => test);
  const found = agreeUnder(sides, within, [a, old], [b, now]);
  return found !== null || near.length === within.length ? found : agreeUnder(sides, near, [a, old], [b, now]);
}

type Side = readonly [readonly RulePart[], Figures];

/** `checks`: of a dossier that breaks one there is no outcome. */
function agreeUnder({ policy, list }: Sides, checks: readonly Expr[], [a, old]: Side, [b, now]: Side): number | null {
  const exprs = [...[...a, ...b].map((p) => p.expr), ...checks];
  const space: PartitionOf = { policy, list, figures: [old, now], exprs, atoms: atomsOf(exprs) };
  const points = pointsOf(space);
  if (points === null) return null;
  const [left, right] = [outcomeOf(a, old), outcomeOf(b, now)];
  const holds = checks.map((test) => atPoint(test, old));
  let count = 0;
  for (const point of points) {
    if (holds.some((test) => test(point) === false)) continue;
    count += 1;
    if (left(point) !== right(point)) return null;
  }
  // Where every point is refused nothing was compared.
  return count === 0 ? null : count;
}

const shaped = (part: RulePart, figures: Figures): RulePart => ({ ...part, expr: inOneShape(part.expr, figures) });

const figuresOf = (policy: Policy): Figures => new Map(policy.params.map(({ name, value }) => [name, value]));

/** Does it count, which marks has it, what is it worth; worth and marks of what doesn't count are nothing. */
function outcomeOf(parts: readonly RulePart[], figures: Figures): (point: Point) => string {
  const ready = parts.map((part) => ({ ...part, value: atPoint(part.expr, figures) }));
  const conditions = ready.filter((part) => part.use === "condition");
  const holds: AtPoint = connected(
    "and",
    conditions.map((c) => c.value),
  );
  return (point) => {
    const failed = conditions.filter((c) => c.mark !== null && c.value(point) === false).map((c) => c.mark);
    const counts = holds(point);
    if (counts === false) return JSON.stringify([counts, failed]);
    const marks = ready.filter((part) => part.use === "mark" && part.value(point) === true).map((part) => part.mark);
    const plain = ready.filter((part) => part.use === "plain").map((part) => part.value(point));
    // A table none of whose rows holds gives nothing, as one that says 0.
    const amounts = ready.filter((part) => part.use === "amount").map((part) => part.value(point) ?? 0);
    return JSON.stringify([counts, failed, marks, plain, amounts]);
  };
}
