/** What isn't an expression: a cap dropped, a mark not given, an exception forgotten, a selection by another fact, another sum for the ceiling. */
import type { Policy } from "@zhengdui/policy";
import { childrenAt, isExpr } from "./expr-sites.ts";
import { exprWords } from "./expr-words.ts";
import { type Mutant, type MutationKind, type Path, valueAt } from "./mutant.ts";
import { listAt, placeAt, type Room } from "./rooms.ts";
import { factsOf } from "./swaps.ts";

interface Change {
  readonly kind: MutationKind;
  readonly path: Path;
  readonly value: unknown;
  readonly was: string;
  readonly became: string;
}

export function ruleMutants(policy: Policy, room: Room): Mutant[] {
  const whole = valueAt(policy, room.path) as object;
  const dropped: Change[] =
    room.measure === null ? [{ ...DROPPED, kind: "ceiling", path: room.path, value: null, was: "有这一条" }] : [];
  return [...dropped, ...changesIn(policy, room, whole, room.path)].map((change) => ({
    ...change,
    clause: room.clause,
    place: placeAt(policy, change.path),
    measures: room.measure === null ? [] : [room.measure.id],
  }));
}

const DROPPED = { became: "没有" } as const;

function changesIn(policy: Policy, room: Room, node: object, path: Path): Change[] {
  return childrenAt(node, path).flatMap(([child, at]) => {
    const own = changesOf(policy, room, child, at);
    return typeof child !== "object" || child === null || isExpr(child) ? own : [...own, ...changesIn(policy, room, child, at)];
  });
}

function changesOf(policy: Policy, room: Room, value: unknown, path: Path): Change[] {
  if (value === null) return [];
  const key = path.at(-1);
  const parent = path.at(-2);
  const list = listAt(policy, room, path);
  const words = isExpr(value) ? exprWords(value, { policy, list }) : String(value);
  const drop = (kind: MutationKind, was: string): Change[] => [{ ...DROPPED, kind, path, value: null, was }];
  if (typeof key === "string") {
    if (key.endsWith("Cap")) return drop("cap", words);
    if (key === "largest" || key === "within") return drop("forced", key === "largest" ? "只取最大一组" : `限于“${words}”之内`);
    if (key === "duplicateMark" || (key === "mark" && isCondition(policy, path))) return drop("mark", `注明 ${words}`);
    if (parent === "selection") return selectionChanges(policy, list, path, key, value);
    if (key === "contribution" || (key === "otherAwards" && value !== null))
      return moneyInstead(policy, path, value as FactPlace);
  }
  if (typeof key === "number" && (parent === "except" || parent === "tiers"))
    return [leftOut(policy, path, parent === "except" ? "ceiling" : "selection", words)];
  return [];
}

const isCondition = (policy: Policy, path: Path): boolean => {
  const owner = valueAt(policy, path.slice(0, -1));
  return typeof owner === "object" && owner !== null && "quote" in owner;
};

function leftOut(policy: Policy, path: Path, kind: MutationKind, words: string): Change {
  const at = path.slice(0, -1);
  const items = valueAt(policy, at) as readonly unknown[];
  return { ...DROPPED, kind, path: at, value: items.filter((_, i) => i !== path.at(-1)), was: `列有 ${words}` };
}

interface FactPlace {
  readonly record: string;
  readonly key: string;
}

function moneyInstead(policy: Policy, path: Path, { record, key }: FactPlace): Change[] {
  const facts = factsOf(policy, record);
  const labelOf = (one: string): string => facts.find((fact) => fact.key === one)?.label ?? one;
  const others = facts.filter((fact) => fact.key !== key && fact.type.kind === "money");
  return others.map((fact) => ({
    kind: "ceiling",
    path,
    value: { record, key: fact.key },
    was: labelOf(key),
    became: fact.label,
  }));
}

/** All in one group; ranked or decided by another fact of the same kind. The figure of places is a figure. */
function selectionChanges(policy: Policy, list: string, path: Path, key: string, value: unknown): Change[] {
  if (typeof value !== "string") return [];
  const facts = factsOf(policy, list);
  const own = facts.find((fact) => fact.key === value);
  if (own === undefined) return [];
  const change = (to: string, became: string): Change => ({ kind: "selection", path, value: to, was: own.label, became });
  const others = facts.filter((fact) => fact !== own && fact.type.kind === own.type.kind);
  return [...(key === "by" ? [change("", "不分组")] : []), ...others.map((fact) => change(fact.key, fact.label))];
}
