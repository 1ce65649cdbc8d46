/**
 * Whether an outside award is 本级 is asked in two places: the ceiling takes such awards off, and of combinations with equal sums the one is
 * taken in which less of them stand. Without a ceiling, and where every measure pays the sum of its items whatever else it pays, each project is
 * decided by itself: either its awards stand, all together, or ours are paid, and the larger sum decides, the awards where both are equal.
 */
import { hasProjects } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";

/** Is the level of an outside award without any effect? */
export function levelUnread(policy: Policy): boolean {
  const { combination, ceiling, measures } = policy;
  if (combination === null || ceiling !== null) return false;
  const competing = measures.filter(({ id, form }) => !(combination.except ?? []).includes(id) && hasProjects(policy, form));
  return competing.every(({ form }) => form.kind === "each" && form.yearCap === null);
}
