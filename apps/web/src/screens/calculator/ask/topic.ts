/** What the conversation is about at the moment. It stays while it is answered, though its questions disappear one by one. */
import type { Question } from "@zhengdui/engine";
import type { Fact, FactList, FactRecord, Policy } from "@zhengdui/policy";
import type { Path } from "../../../parts/form/json.ts";

export type Topic =
  | { readonly kind: "fact"; readonly of: string; readonly key: string }
  | { readonly kind: "lists"; readonly lists: readonly string[] }
  | { readonly kind: "rows"; readonly list: string };

export function topicOf(question: Question): Topic {
  switch (question.kind) {
    case "fact":
      return { kind: "fact", of: question.of, key: question.fact.key };
    case "lists":
      return { kind: "lists", lists: question.lists.map(({ id }) => id) };
    case "rows":
      return { kind: "rows", list: question.list };
  }
}

export const keyOf = (topic: Topic): string =>
  topic.kind === "fact" ? `${topic.of}.${topic.key}` : topic.kind === "rows" ? `${topic.list}[]` : topic.lists.join(" ");

export const pathOfList = (id: string): Path => id.split(".");

export interface Declared {
  readonly record: FactRecord;
  readonly fact: Fact;
}

export function declaredFact(policy: Policy, of: string, key: string): Declared | null {
  const record = policy.facts.records.find(({ id }) => id === of);
  const fact = record?.facts.find((each) => each.key === key);
  return record === undefined || fact === undefined ? null : { record, fact };
}

export const declaredList = (policy: Policy, id: string): FactList | null =>
  policy.facts.lists.find((list) => list.id === id) ?? null;
