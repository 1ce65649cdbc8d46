/** The measures that add up or count, by hand from the text: 2.1, 2.2, 2.3 and 4.1; and 5.2, 6.1, which pay no formula. */
import { isIndustrial, isLarge, isManufacturer } from "./firm-size.ts";
import type { CloudService, Dossier, Purchase, ServedSme, Signed } from "./shape.ts";
import {
  and,
  inYear,
  isLocalEnterprise,
  isProvider,
  marksOf,
  poolVerdict,
  statusOf,
  type Truth,
  type Verdict,
  type VerdictItem,
  yuan,
} from "./verdict.ts";

export function servedSmes(d: Dossier): Verdict {
  const who = isLocalEnterprise(d) && isProvider(d);
  const anywhere = d.readings["sme-place"] === "anywhere";
  const rows = d.servedSmes.filter((s) => s.inUseFrom <= d.env.yearEnd && (s.inUseTo === null || s.inUseTo >= d.env.yearStart));
  const placed = rows.filter((s) => (anywhere || s.inJinjiang !== false) && s.uscc !== d.applicant.uscc);
  const codes = [...new Set(placed.map((s) => s.uscc))];
  const truths = codes.map((code) => and(...placed.filter((s) => s.uscc === code).map((s) => smeTruth(s, anywhere))));
  const sure = truths.filter((truth) => truth === true).length;
  const hoped = truths.filter((truth) => truth !== false).length;
  const amount = who ? smeReward(sure) : 0n;
  const potential = who ? smeReward(hoped) : 0n;
  const marks = codes.length < placed.length ? ["duplicate-id"] : [];
  return { id: "2.1", status: statusOf(d.servedSmes.length > 0, amount, potential), amount, potential, items: [], marks };
}

function smeTruth(s: ServedSme, anywhere: boolean): Truth {
  const large = isLarge(s.industry, s.employees, s.revenue, s.totalAssets);
  return and(large === null ? null : !large, anywhere ? true : s.inJinjiang);
}

function smeReward(count: number): bigint {
  if (count >= 50) return yuan(300_000);
  if (count >= 20) return yuan(200_000);
  return count >= 10 ? yuan(100_000) : 0n;
}

export function software(d: Dossier): Verdict {
  const who = isLocalEnterprise(d) && isManufacturer(d.applicant.industry);
  const items = d.softwarePurchases.map((p: Purchase): VerdictItem => {
    const paid = inYear(d, p.paidOn);
    const counts = (p.system !== "other" || p.accepted) && paid && !p.fundedEarlier;
    const early = counts && p.paidOn < d.env.inForce;
    const marks = marksOf([!paid, "out-of-year"], [p.fundedEarlier, "funded-earlier"], [early, "retroactive"]);
    return { id: p.id, project: p.project, holds: who && counts, worth: BigInt(p.softwarePaid), group: p.system, marks };
  });
  return poolVerdict("2.2", items, isLargestSystem(d), (sum) => softwareTier(d, sum));
}

export const isLargestSystem = (d: Dossier): boolean => d.readings["software-sum"] === "largest";

export function softwareTier(d: Dossier, sum: bigint): bigint {
  if (sum === yuan(3_000_000) && d.readings["three-million"] === "not") return 0n;
  if (sum >= yuan(3_000_000)) return yuan(300_000);
  if (sum >= yuan(2_000_000)) return yuan(200_000);
  if (sum >= yuan(1_000_000)) return yuan(100_000);
  return sum >= yuan(500_000) ? yuan(50_000) : 0n;
}

export function cloud(d: Dossier): Verdict {
  const who = and(isLocalEnterprise(d) && isIndustrial(d.applicant.industry), d.applicant.aboveScale);
  const items = d.cloudServices.map((c): VerdictItem => {
    const months = monthsInYear(c, d.year);
    const worth = (BigInt(c.fee) * BigInt(months)) / BigInt(c.serviceTo - c.serviceFrom + 1);
    const counts = months > 0 && !c.fundedEarlier;
    // 参照执行: a service that was over before the policy came into force.
    const early = counts && c.serviceTo < 2023 * 12 + 4;
    const marks = marksOf([months === 0, "out-of-year"], [c.fundedEarlier, "funded-earlier"], [early, "retroactive"]);
    return { id: c.id, project: c.project, holds: and(who, counts), worth, group: "", marks };
  });
  return poolVerdict("2.3", items, false, cloudTier);
}

export function cloudTier(sum: bigint): bigint {
  if (sum > yuan(100_000)) return yuan(60_000);
  return sum > yuan(50_000) ? yuan(30_000) : 0n;
}

function monthsInYear(c: CloudService, year: number): number {
  const from = Math.max(c.serviceFrom, year * 12);
  const to = Math.min(c.serviceTo, year * 12 + 11);
  return Math.max(0, to - from + 1);
}

export function consulting(d: Dossier): Verdict {
  const { team, freeOfCharge, reports, contracts } = d.consulting;
  const { roles, kind, registeredInJinjiang } = d.applicant;
  const all = [...roles, ...team];
  const joint = (all.includes("iiot-platform") || all.includes("system-integrator")) && all.includes("research-institute");
  const who = joint && freeOfCharge === true && roles.length > 0 && (kind !== "enterprise" || registeredInJinjiang);
  const codes = (rows: readonly Signed[]) => new Set(rows.filter((row) => inYear(d, row.on)).map((row) => row.uscc));
  const reported = codes(reports);
  const signed = [...codes(contracts)].filter((code) => reported.has(code)).length;
  const amount = who && reported.size >= 20 && 5 * signed >= reported.size ? yuan(100_000) : 0n;
  const claimed = reports.length + contracts.length > 0;
  const early = reports.some((row) => inYear(d, row.on) && row.on < d.env.inForce);
  const other = [...reports, ...contracts].some((row) => !inYear(d, row.on));
  const marks = marksOf([other, "out-of-year"], [early, "retroactive"]);
  return { id: "4.1", status: statusOf(claimed, amount, amount), amount, potential: amount, items: [], marks };
}

export function talent(d: Dossier): Verdict {
  const school = d.applicant.kind === "school";
  const status = d.talentProgrammes.length === 0 ? "not-claimed" : school ? "discretionary" : "not-eligible";
  return { id: "5.2", status, amount: 0n, potential: 0n, items: [], marks: [] };
}

export const credit: Verdict = { id: "6.1", status: "no-subsidy", amount: 0n, potential: 0n, items: [], marks: [] };
