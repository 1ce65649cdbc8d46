/** `selection:` of a measure: who is chosen where places (quota, score) or money (budget, order) are few. */
import type { Selection } from "@zhengdui/policy";
import { factArgs } from "../check/fact-args.ts";
import { WHOLE } from "../check/scope.ts";
import { scopeOf } from "./fact-types.ts";
import type { MeasureWorld } from "./measure-source.ts";
import type { RuleReader } from "./rule-reader.ts";

export const BY_SCORE = ["quota", "by", "score", "decided", "year", "rank", "tiers"];
export const FIRST_COME = ["budget", "by", "order", "decided", "year"];

/** null: there is none, or it has been complained of. */
export function readSelection(rule: RuleReader, world: MeasureWorld, of: string): Selection | null {
  const selection = rule.child("selection");
  const list = world.names.facts.lists.find((l) => l.id === of);
  if (selection === null || list === undefined) return null;
  const firstCome = selection.has("budget");
  selection.allow(firstCome ? FIRST_COME : BY_SCORE);
  const unknown = (path: readonly (string | number)[], name: string, of: string, known: readonly string[]): "" => {
    const args = factArgs(name, of, known);
    selection.report([...selection.path, ...path], { code: "unknown-fact", from: 0, to: WHOLE, args });
    return "";
  };
  const fact = (key: string): string => {
    const label = selection.text(key);
    const labels = list.facts.map((f) => f.label);
    return list.facts.find((f) => f.label === label)?.key ?? unknown([key], label, list.label, labels);
  };
  const figure = (path: readonly (string | number)[], name: string): string => {
    const names = world.names.params.filter((p) => typeof p.value === "number").map((p) => p.name);
    return names.includes(name) ? name : unknown(path, name, "政策的数", names);
  };
  const year = selection.expr("year", scopeOf(world.names, list, new Map()));
  const by = selection.has("by") ? fact("by") : "";
  const decided = fact("decided");
  if (year === null) return null;
  if (firstCome) return { budget: figure(["budget"], selection.text("budget")), by, order: fact("order"), decided, year };
  const base = { quota: figure(["quota"], selection.text("quota")), by, score: fact("score"), decided, year };
  if (!selection.has("rank")) return base;
  const tiers = selection.list("tiers").map((name, i) => figure(["tiers", i], String(name)));
  return { ...base, rank: { fact: fact("rank"), tiers } };
}
