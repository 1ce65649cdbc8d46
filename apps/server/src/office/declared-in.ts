/** The facts that the office's policies declare of an applicant, worked out once for each set of policies. */
import { type DeclaredFact, declaredFacts } from "@zhengdui/casework";
import type { OfficeParts } from "./office-parts.ts";

const known = new WeakMap<OfficeParts["policies"], ReadonlyMap<string, DeclaredFact>>();

export function declaredIn({ policies }: OfficeParts): ReadonlyMap<string, DeclaredFact> {
  const before = known.get(policies);
  if (before !== undefined) return before;
  const declared = new Map(declaredFacts(policies).map((one) => [one.id, one] as const));
  known.set(policies, declared);
  return declared;
}
