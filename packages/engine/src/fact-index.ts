/** Finds the declaration of a fact by record or list, and key. */
import type { Fact, Policy } from "@zhengdui/policy";

export type FactIndex = ReadonlyMap<string, ReadonlyMap<string, Fact>>;

export function indexFacts(policy: Policy): FactIndex {
  const groups = [...policy.facts.records, ...policy.facts.lists];
  return new Map(groups.map((group) => [group.id, new Map(group.facts.map((fact) => [fact.key, fact]))]));
}
