/** Who sees which facts of a file, by the privacy class that the policy declares (密级). One table. */
import type { Scope } from "../authority/actions.ts";

/** 商密 is for the unit itself and those who handle and review; a town is neither. */
const SIGHT: Readonly<Record<string, readonly Scope[]>> = {
  公开: ["own", "territory", "all"],
  内部: ["own", "territory", "all"],
  商密: ["own", "all"],
};

/** A class that isn't in the table is seen by nobody. */
export const seesFact = (privacy: string, scope: Scope): boolean => SIGHT[privacy]?.includes(scope) ?? false;
