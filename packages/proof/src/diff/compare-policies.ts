/** Sets two versions of a policy side by side, measure by measure. Regions are exact along one quantity; the rest is shown by examples. */
import type { Measure, Param, Policy } from "@zhengdui/policy";
import type { Unproved } from "../finding.ts";
import type { Solver } from "../smt/session.ts";
import { compare } from "../smt/terms.ts";
import { numberWords } from "../wording.ts";
import { conditionsOf } from "../world/measure-world.ts";
import type { MeasureDifference, Pair, PolicyDifference } from "./difference.ts";
import { createJoint, type Joint, type Version } from "./joint-world.ts";
import { pairAt } from "./pair-at.ts";
import { regionsOf } from "./regions.ts";

export async function comparePolicies(old: Version, now: Version, solver: Solver): Promise<PolicyDifference> {
  const unproved: Unproved[] = [];
  const measures: MeasureDifference[] = [];
  for (const before of old.policy.measures) {
    const after = now.policy.measures.find((m) => m.id === before.id);
    if (after === undefined) measures.push({ ...bare(before), kind: "removed" });
    else measures.push(await compareMeasure(old, now, before, after, solver, unproved));
  }
  const known = new Set(old.policy.measures.map((m) => m.id));
  for (const measure of now.policy.measures) if (!known.has(measure.id)) measures.push({ ...bare(measure), kind: "added" });
  return { measures, unproved };
}

const bare = ({ id, clause, title }: Measure): MeasureDifference => ({
  measure: id,
  clause,
  title,
  kind: "same",
  figures: [],
  conditions: [],
  regions: [],
  pairs: [],
});

async function compareMeasure(
  old: Version,
  now: Version,
  before: Measure,
  after: Measure,
  solver: Solver,
  unproved: Unproved[],
): Promise<MeasureDifference> {
  const figures = figureChanges(old.policy, now.policy, after.clause, before.clause);
  const conditions = conditionChanges(before, after);
  const described = { ...bare(after), figures, conditions };
  const texts = [before, after].map((m) => JSON.stringify(m));
  const alike = texts[0] === texts[1] && figures.length === 0;
  const joint = await createJoint(old, now, [before, after], solver);
  if (joint === null) {
    const formless = before.form.kind === after.form.kind;
    if (!formless) unproved.push({ clause: after.clause, what: "两版的金额", why: "两版的形式不同，不能逐项相比" });
    return { ...described, kind: alike ? "same" : "changed" };
  }
  const say = (what: string, why: string): void => {
    unproved.push({ clause: after.clause, what, why });
  };
  const [more, less] = [await joint.check(moves(joint, ">")), await joint.check(moves(joint, "<"))];
  if (more === "unsat" && less === "unsat") return { ...described, kind: alike ? "same" : "changed" };
  if (more === "unknown" || less === "unknown") say("两版的金额有没有不同", "求解器在限定的步数内没有答案");
  const { regions, pairs } = await regionsOf(joint, say);
  const others = [
    ...(regions.some((r) => r.change === "gain") ? [] : await movedPair(joint, ">", "得到更多")),
    ...(regions.some((r) => r.change === "loss") ? [] : await movedPair(joint, "<", "得到更少")),
  ];
  return { ...described, kind: "changed", regions, pairs: [...pairs, ...others] };
}

const moves = (joint: Joint, test: ">" | "<"): [string] => [
  compare(test, joint.new.world.terms.paid, joint.old.world.terms.paid),
];

async function movedPair(joint: Joint, test: ">" | "<", label: string): Promise<Pair[]> {
  const model = await joint.find(moves(joint, test));
  const pair = model === null ? null : pairAt(joint, label, model);
  return pair === null ? [] : [pair];
}

const figureWords = ({ value, scale, unit }: Param): string =>
  value === null ? "未定" : typeof value === "number" ? numberWords(value, scale, unit) : value.join("、");

function figureChanges(old: Policy, now: Policy, clause: string, before: string): string[] {
  const [was, is] = [old.params.filter((p) => p.clause === before), now.params.filter((p) => p.clause === clause)];
  const changes = is.flatMap((param) => {
    const other = was.find((p) => p.name === param.name);
    if (other === undefined) return [`${param.name}：新设 ${figureWords(param)}`];
    const [from, to] = [figureWords(other), figureWords(param)];
    return from === to ? [] : [`${param.name}：${from} → ${to}`];
  });
  const gone = was
    .filter((param) => !is.some((p) => p.name === param.name))
    .map((p) => `${p.name}：取消（原 ${figureWords(p)}）`);
  return [...changes, ...gone];
}

function conditionChanges(before: Measure, after: Measure): string[] {
  const [was, is] = [conditionsOf(before), conditionsOf(after)];
  const changes = is.flatMap((condition) => {
    const other = was.find((c) => c.text === condition.text);
    if (other === undefined) return [`新增条件“${condition.text}”`];
    return JSON.stringify(other.test) === JSON.stringify(condition.test) ? [] : [`条件“${condition.text}”的算法变了`];
  });
  return [...changes, ...was.filter((c) => !is.some((o) => o.text === c.text)).map((c) => `取消条件“${c.text}”`)];
}
