/** 就高不重复 for the speed peer: is any project contested at all, and if so, the best choice of keepers by depth-first trial. */
import { isIndustrial, isManufacturer } from "./firm-size.ts";
import {
  appOf,
  cloudTier,
  demonstrationOf,
  feeOf,
  fiveGYear,
  payable,
  platformOf,
  purchaseOf,
  quanzhouOf,
  softwareTier,
} from "./item-amounts.ts";
import type { Dossier } from "./shape.ts";

type Named = readonly { readonly project: string }[];

/** The lists that have items; reused from call to call, so that nothing is allocated. */
const filled: Named[] = [];

/** Might two lists, or a list and an outside award, name the same project? Items that don't count are looked at too: a false alarm is harmless. */
export function hasConflict(d: Dossier): boolean {
  filled.length = 0;
  if (d.demonstrationProjects.length > 0) filled.push(d.demonstrationProjects);
  if (d.fiveGProjects.length > 0) filled.push(d.fiveGProjects);
  if (d.industrialInternetProjects.length > 0) filled.push(d.industrialInternetProjects);
  if (d.softwarePurchases.length > 0) filled.push(d.softwarePurchases);
  if (d.cloudServices.length > 0) filled.push(d.cloudServices);
  if (d.platforms.length > 0) filled.push(d.platforms);
  if (d.industrialApps.length > 0) filled.push(d.industrialApps);
  if (d.outsideAwards.length > 0) filled.push(d.outsideAwards);
  for (let i = 0; i < filled.length; i++) {
    for (let j = i + 1; j < filled.length; j++) if (meet(filled[i] as Named, filled[j] as Named)) return true;
  }
  return false;
}

function meet(left: Named, right: Named): boolean {
  if (left.length * right.length > 100) {
    const projects = new Set(left.map((item) => item.project));
    return right.some((item) => projects.has(item.project));
  }
  for (let i = 0; i < left.length; i++) {
    const { project } = left[i] as Named[number];
    for (let j = 0; j < right.length; j++) if ((right[j] as Named[number]).project === project) return true;
  }
  return false;
}

const WAN = 1_000_000;
/** Where the sums of a choice stand: 2.2 has one for each system; then outside awards, and the local part of them. */
const SLOT = { "1.1": 0, "1.2": 1, "1.3": 2, "2.2": 3, "2.3": 8, "3.1": 9, "3.2": 10, outside: 11, local: 12 } as const;
const SLOTS = 13;
const systems = { ERP: 0, SCM: 1, MES: 2, CRM: 3, other: 4 } as const;

interface Claim {
  /** Claims of one claimant on one project stand or fall together. */
  readonly by: keyof typeof SLOT;
  readonly slot: number;
  readonly worth: number;
}

class Choice {
  private readonly claims = new Map<string, Claim[]>();

  add(project: string, by: Claim["by"], worth: number, slot: number = SLOT[by]): void {
    if (worth === 0) return;
    const list = this.claims.get(project);
    if (list === undefined) this.claims.set(project, [{ by, slot, worth }]);
    else list.push({ by, slot, worth });
  }

  /** `leaf` is called with the sums of every choice of keepers. */
  forEach(leaf: (sums: Float64Array) => void): void {
    const sums = new Float64Array(SLOTS);
    const contested: Claim[][][] = [];
    for (const claims of this.claims.values()) {
      const sides = bySide(claims);
      if (sides.length === 1) take(claims, sums);
      else contested.push(sides);
    }
    this.descend(contested, 0, sums, leaf);
  }

  private descend(contested: readonly Claim[][][], at: number, sums: Float64Array, leaf: (sums: Float64Array) => void): void {
    const sides = contested[at];
    if (sides === undefined) {
      leaf(sums);
      return;
    }
    for (const claims of sides) {
      const next = sums.slice();
      take(claims, next);
      this.descend(contested, at + 1, next, leaf);
    }
  }
}

function take(claims: readonly Claim[], sums: Float64Array): void {
  for (const { slot, worth } of claims) sums[slot] = (sums[slot] as number) + worth;
}

function bySide(claims: readonly Claim[]): Claim[][] {
  const sides: Claim[][] = [];
  for (const claim of claims) {
    // An award's local part goes with the award.
    const side = sides.find(([first]) => first?.by === claim.by || (first?.by === "outside" && claim.by === "local"));
    if (side === undefined) sides.push([claim]);
    else side.push(claim);
  }
  return sides;
}

function claimsOf(d: Dossier): Choice {
  const choice = new Choice();
  const a = d.applicant;
  if (a.kind === "enterprise" && a.registeredInJinjiang) {
    if (isManufacturer(a.industry)) {
      for (const p of d.demonstrationProjects) choice.add(p.project, "1.1", demonstrationOf(d, p));
      for (const p of d.softwarePurchases) choice.add(p.project, "2.2", purchaseOf(d, p), SLOT["2.2"] + systems[p.system]);
    }
    for (const p of d.fiveGProjects) choice.add(p.project, "1.2", quanzhouOf(d, p, 15, 10 * WAN));
    if (a.roles.includes("iiot-platform") || a.roles.includes("system-integrator"))
      for (const p of d.industrialInternetProjects) choice.add(p.project, "1.3", quanzhouOf(d, p, 5, 50 * WAN));
    if (a.aboveScale === true && isIndustrial(a.industry))
      for (const c of d.cloudServices) choice.add(c.project, "2.3", feeOf(d, c));
    for (const p of d.platforms) choice.add(p.project, "3.1", platformOf(d, p));
    for (const p of d.industrialApps) choice.add(p.project, "3.2", appOf(d, p));
  }
  const localOnly = d.readings["outside-level"] === "local-only";
  for (const award of d.outsideAwards) {
    if (award.returned || (localOnly && award.level === "higher")) continue;
    choice.add(award.project, "outside", award.amount);
    if (award.level === "local") choice.add(award.project, "local", award.amount);
  }
  return choice;
}

/** The deciding sum of 2.2. */
function softwareSum(d: Dossier, sums: Float64Array): number {
  const largest = d.readings["software-sum"] === "largest";
  let sum = 0;
  for (let i = SLOT["2.2"]; i < SLOT["2.3"]; i++) sum = largest ? Math.max(sum, sums[i] as number) : sum + (sums[i] as number);
  return sum;
}

/** What the seven measures with projects pay, in order, under these sums and what 2.2 pays alone; then standing, then its local part. */
function paid(d: Dossier, sums: Float64Array, softwareAlone: number): number[] {
  const at = (by: keyof typeof SLOT) => sums[SLOT[by]] as number;
  // Steps that fall (three-million: not) could pay more for less; nothing is granted above what the measure pays alone.
  const software = Math.min(softwareTier(d, softwareSum(d, sums)), softwareAlone);
  const cloud = cloudTier(at("2.3"));
  return [at("1.1"), fiveGYear(at("1.2")), at("1.3"), software, cloud, at("3.1"), at("3.2"), at("outside"), at("local")];
}

const OURS = 7;

/** More in all, then more standing, then less of it local, then more in the earliest measure. */
function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const total = (x: readonly number[]) => x.slice(0, OURS + 1).reduce((sum, amount) => sum + amount, 0);
  const more =
    total(a) - total(b) || (a[OURS] as number) - (b[OURS] as number) || (b[OURS + 1] as number) - (a[OURS + 1] as number);
  if (more !== 0) return more > 0;
  const first = a.findIndex((amount, i) => amount !== b[i]);
  return first >= 0 && (a[first] as number) > (b[first] as number);
}

/** Fills out[12] and out[13]; the amounts standing alone are there already. */
export function settleContested(d: Dossier, out: Float64Array): void {
  let best: number[] | null = null;
  claimsOf(d).forEach((sums) => {
    const tried = paid(d, sums, out[4] as number);
    if (best === null || isBetter(tried, best)) best = tried;
  });
  const chosen: readonly number[] = best ?? [];
  const fixed = (out[3] as number) + (out[8] as number) + (out[9] as number);
  const granted = fixed + chosen.slice(0, OURS).reduce((sum, amount) => sum + amount, 0);
  const standing = chosen[OURS] ?? 0;
  const localOnly = d.readings["outside-level"] === "local-only";
  const competing = d.outsideAwards.reduce(
    (sum, a) => sum + (a.returned || (localOnly && a.level === "higher") ? 0 : a.amount),
    0,
  );
  out[12] = granted;
  out[13] = granted > 0 && standing < competing ? Number.NaN : payable(d, granted, chosen[OURS + 1] ?? 0);
}
