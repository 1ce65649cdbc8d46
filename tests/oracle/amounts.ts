/**
 * The twelve amounts, the granted total and what is payable, as a good engineer would write them for speed: safe integers of 分, loops,
 * nothing allocated unless a project is contested. The peer of the engine's generated code.
 */
import { hasConflict, settleContested } from "./contested.ts";
import { isIndustrial, isLarge, isManufacturer } from "./firm-size.ts";
import { isAtLeast } from "./formulas.ts";
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
import type { Dossier, ServedSme, Signed } from "./shape.ts";

const MEASURES = 12;
const WAN = 1_000_000;

/** out[0..11] the measures, out[12] granted, out[13] payable (NaN: not known yet), all in 分. */
export function amounts(d: Dossier, out: Float64Array): void {
  const a = d.applicant;
  const local = a.kind === "enterprise" && a.registeredInJinjiang;
  const provider = local && (a.roles.includes("iiot-platform") || a.roles.includes("system-integrator"));
  const maker = local && isManufacturer(a.industry);
  out[0] = maker && d.demonstrationProjects.length > 0 ? demonstrations(d) : 0;
  out[1] = local && d.fiveGProjects.length > 0 ? fiveG(d) : 0;
  out[2] = provider && d.industrialInternetProjects.length > 0 ? industrialInternet(d) : 0;
  out[3] = provider && d.servedSmes.length > 0 ? servedSmes(d) : 0;
  out[4] = maker && d.softwarePurchases.length > 0 ? software(d) : 0;
  out[5] = local && a.aboveScale === true && d.cloudServices.length > 0 && isIndustrial(a.industry) ? cloud(d) : 0;
  out[6] = local && d.platforms.length > 0 ? platforms(d) : 0;
  out[7] = local && d.industrialApps.length > 0 ? apps(d) : 0;
  out[8] = d.consulting.reports.length > 0 ? consulting(d) : 0;
  out[9] = a.kind === "association" && d.trainings.length > 0 ? trainings(d) : 0;
  out[10] = 0;
  out[11] = 0;
  settle(d, out);
}

function settle(d: Dossier, out: Float64Array): void {
  if (d.sharesProjects ?? hasConflict(d)) {
    settleContested(d, out);
    return;
  }
  let granted = 0;
  for (let i = 0; i < MEASURES; i++) granted += out[i] as number;
  let standingLocal = 0;
  for (const award of d.outsideAwards) if (!award.returned && award.level === "local") standingLocal += award.amount;
  out[12] = granted;
  out[13] = payable(d, granted, standingLocal);
}

function demonstrations(d: Dossier): number {
  let sum = 0;
  for (const p of d.demonstrationProjects) sum += demonstrationOf(d, p);
  return sum;
}

function fiveG(d: Dossier): number {
  let sum = 0;
  for (const p of d.fiveGProjects) sum += quanzhouOf(d, p, 15, 10 * WAN);
  return fiveGYear(sum);
}

function industrialInternet(d: Dossier): number {
  let sum = 0;
  for (const p of d.industrialInternetProjects) sum += quanzhouOf(d, p, 5, 50 * WAN);
  return sum;
}

function platforms(d: Dossier): number {
  let sum = 0;
  for (const p of d.platforms) sum += platformOf(d, p);
  return sum;
}

function apps(d: Dossier): number {
  let sum = 0;
  for (const p of d.industrialApps) sum += appOf(d, p);
  return sum;
}

/** true: an SME that counts; false: it doesn't; null: not known. Rows of another year or place are left out before. */
function isServedSme(s: ServedSme, anywhere: boolean): boolean | null {
  const large = isLarge(s.industry, s.employees, s.revenue, s.totalAssets);
  if (large === true) return false;
  return large === null || (!anywhere && s.inJinjiang === null) ? null : true;
}

function servedSmes(d: Dossier): number {
  const anywhere = d.readings["sme-place"] === "anywhere";
  const { yearStart, yearEnd } = d.env;
  const own = d.applicant.uscc;
  const seen = new Map<string, boolean>();
  let count = 0;
  for (const s of d.servedSmes) {
    if (s.inUseFrom > yearEnd || (s.inUseTo !== null && s.inUseTo < yearStart)) continue;
    if ((!anywhere && s.inJinjiang === false) || s.uscc === own) continue;
    const counts = isServedSme(s, anywhere) === true;
    const old = seen.get(s.uscc);
    if (old === undefined) {
      seen.set(s.uscc, counts);
      if (counts) count++;
    } else if (old && !counts) {
      seen.set(s.uscc, false);
      count--;
    }
  }
  return count >= 50 ? 30 * WAN : count >= 20 ? 20 * WAN : count >= 10 ? 10 * WAN : 0;
}

const systems = ["ERP", "SCM", "MES", "CRM", "other"] as const;

function software(d: Dossier): number {
  let sum = 0;
  if (d.readings["software-sum"] !== "largest") {
    for (const p of d.softwarePurchases) sum += purchaseOf(d, p);
    return softwareTier(d, sum);
  }
  for (const system of systems) {
    let own = 0;
    for (const p of d.softwarePurchases) if (p.system === system) own += purchaseOf(d, p);
    if (own > sum) sum = own;
  }
  return softwareTier(d, sum);
}

function cloud(d: Dossier): number {
  let sum = 0;
  for (const c of d.cloudServices) sum += feeOf(d, c);
  return cloudTier(sum);
}

function consulting(d: Dossier): number {
  const { team, freeOfCharge, reports, contracts } = d.consulting;
  const { roles, kind, registeredInJinjiang } = d.applicant;
  if (freeOfCharge !== true || roles.length === 0 || (kind === "enterprise" && !registeredInJinjiang)) return 0;
  const provider = (list: readonly string[]) => list.includes("iiot-platform") || list.includes("system-integrator");
  if (!provider(roles) && !provider(team)) return 0;
  if (!roles.includes("research-institute") && !team.includes("research-institute")) return 0;
  const reported = codes(d, reports);
  if (reported.size < 20) return 0;
  let signed = 0;
  for (const code of codes(d, contracts)) if (reported.has(code)) signed++;
  return 5 * signed >= reported.size ? 10 * WAN : 0;
}

function codes(d: Dossier, rows: readonly Signed[]): Set<string> {
  const found = new Set<string>();
  for (const row of rows) if (row.on >= d.env.yearStart && row.on <= d.env.yearEnd) found.add(row.uscc);
  return found;
}

function trainings(d: Dossier): number {
  const { trainingMinParticipants: people, trainingMinHours: hours } = d.settings;
  if (people === null || hours === null) return 0;
  let sum = 0;
  for (const t of d.trainings) {
    if (t.coOrganiser === null || t.heldOn < d.env.yearStart || t.heldOn > d.env.yearEnd) continue;
    if (t.participants >= people && isAtLeast(t.hours, hours)) sum += 5 * WAN;
  }
  return sum;
}
