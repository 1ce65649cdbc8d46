/**
 * Which facts an enterprise's file holds: those that the policies declare of the applicant, each once. No fact is named here but the two by which every
 * policy knows its applicant; they stand at the file's head and change by events.
 */
import type { Fact, Policy } from "@zhengdui/policy";

export interface DeclaredFact {
  /** The key in a dossier; where policies declare one key with different types, the later ones' are called `policy.key`. */
  readonly id: string;
  readonly fact: Fact;
  /** Whether the applicants state it themselves; otherwise an office supplies it, and what a unit states stands beside. */
  readonly byUnit: boolean;
  /** Ids of the policies that ask for it. */
  readonly policies: readonly string[];
}

const APPLICANT = "applicant";
const HEAD: ReadonlySet<string> = new Set(["uscc", "name"]);

/** Tax figures have a book of their own, which few may read; they are no part of the file. */
export const KEPT_APART = "财税";

export function declaredFacts(policies: readonly Policy[]): readonly DeclaredFact[] {
  const found = new Map<string, DeclaredFact>();
  for (const policy of policies) {
    const record = policy.facts.records.find(({ id }) => id === APPLICANT);
    for (const fact of record?.facts ?? []) {
      if (HEAD.has(fact.key) || fact.privacy === KEPT_APART) continue;
      const first = found.get(fact.key);
      const id = first === undefined || sameType(first.fact, fact) ? fact.key : `${policy.id}.${fact.key}`;
      const known = found.get(id);
      const asked = [...(known?.policies ?? []), policy.id];
      found.set(id, known ? { ...known, policies: asked } : { id, fact, byUnit: fact.source === record?.label, policies: asked });
    }
  }
  return [...found.values()];
}

const sameType = (one: Fact, other: Fact): boolean => JSON.stringify(one.type) === JSON.stringify(other.type);
