/** A mutant: the compiled policy with one figure, comparison or condition changed, and the words for what was changed. */
import type { Policy } from "@zhengdui/policy";

export type MutationKind =
  | "figure"
  | "boundary"
  | "inverted"
  | "forced"
  | "and-or"
  | "min-max"
  | "rounding"
  | "cap"
  | "arithmetic"
  | "swapped"
  | "mark"
  | "selection"
  | "ceiling"
  | "period";

/** Keys and indices from the policy down. */
export type Path = readonly (string | number)[];

export interface Mutant {
  readonly kind: MutationKind;
  /** "二（二）", or the clause of 就高不重复 or of the ceiling. */
  readonly clause: string;
  /** Where in the clause: the condition's text, the let's name, 金额, 上限 … */
  readonly place: string;
  readonly was: string;
  readonly became: string;
  readonly path: Path;
  /** What stands at the path now. */
  readonly value: unknown;
  /** Ids of the measures whose own rule is another now; empty where the change is in what measures have in common. */
  readonly measures: readonly string[];
}

/** `root` with `value` at `path`; everything beside the path is shared. */
export function replaced<T>(root: T, path: Path, value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  const below = replaced((root as Record<string | number, unknown>)[key], rest, value);
  if (Array.isArray(root)) return root.map((one, i) => (i === key ? below : one)) as T;
  return { ...root, [key]: below };
}

export function valueAt(root: unknown, path: Path): unknown {
  let at = root;
  for (const key of path) at = (at as Record<string | number, unknown> | null | undefined)?.[key];
  return at;
}

export const mutated = (policy: Policy, { path, value }: Pick<Mutant, "path" | "value">): Policy => replaced(policy, path, value);
