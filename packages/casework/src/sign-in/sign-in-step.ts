/** What is still to be done before somebody is in: one table of steps for every way of signing in. */
import { needsSecondFactor, type RoleId, type Side } from "../authority/roles.ts";

/** totp: a code. password: the one for a single use must be changed. enrol: staff without a second factor set one up. */
export type SignInStep = "totp" | "password" | "enrol";

/** `oidc`: the identity provider vouches for its own second factor; `demonstration`: invented persons on this machine alone. */
export type Factor = "password" | "totp" | "recovery" | "device" | "oidc" | "demonstration";

const strong: ReadonlySet<string> = new Set<Factor>(["totp", "recovery", "device", "oidc", "demonstration"]);

export const isStrong = (factors: readonly string[]): boolean => factors.some((factor) => strong.has(factor));

/** Whether one may not work without a second factor. */
export const mustBeStrong = (side: Side, roles: readonly RoleId[]): boolean =>
  side !== "applicant" || roles.some(needsSecondFactor);

export interface SignInStanding {
  readonly side: Side;
  readonly roles: readonly RoleId[];
  readonly factors: readonly string[];
  readonly hasTotp: boolean;
  readonly mustChange: boolean;
}

/** null: in. Whoever has a second factor gives it, applicants too. */
export function nextStep({ side, roles, factors, hasTotp, mustChange }: SignInStanding): SignInStep | null {
  if (hasTotp && !isStrong(factors)) return "totp";
  if (mustChange && !factors.includes("demonstration")) return "password";
  return mustBeStrong(side, roles) && !isStrong(factors) ? "enrol" : null;
}
