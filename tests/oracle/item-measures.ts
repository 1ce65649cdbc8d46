/** The measures that pay item by item, by hand from the text: 1.1, 1.2, 1.3, 3.1, 3.2 and 5.1. */

import { isManufacturer } from "./firm-size.ts";
import { isAtLeast } from "./formulas.ts";
import type { App, Demonstration, Dossier, Platform, QuanzhouItem, Training } from "./shape.ts";
import {
  and,
  eachVerdict,
  inYear,
  isLocalEnterprise,
  isProvider,
  least,
  marksOf,
  share,
  type Verdict,
  type VerdictItem,
  yuan,
} from "./verdict.ts";

const listed = ["纺织", "鞋服", "食品", "建材", "机械", "医疗器械", "电子信息", "晴雨伞", "包装印刷"];

export function demonstration(d: Dossier): Verdict {
  const who = isLocalEnterprise(d) && isManufacturer(d.applicant.industry);
  const items = d.demonstrationProjects.map((p): VerdictItem => {
    const industry = listed.includes(p.industry) || p.acceptedIndustry;
    const built = inYear(d, p.inUseOn);
    const counts = and(industry, p.selected, built, p.promotes, !p.fundedEarlier);
    const whole = demonstrationShare(p);
    const failed = marksOf(
      [p.inUseOn !== null && !built, "out-of-year"],
      [p.selected === false, "not-selected"],
      [p.fundedEarlier, "funded-earlier"],
    );
    const good = marksOf([(p.inUseOn ?? 0) < d.env.inForce, "retroactive"], [whole > yuan(1_000_000), "capped"]);
    const worth = least(whole, yuan(1_000_000));
    return {
      id: p.id,
      project: p.project,
      holds: and(who, counts),
      worth,
      group: "",
      marks: counts === false ? failed : [...failed, ...good],
    };
  });
  return eachVerdict("1.1", items, null);
}

function demonstrationShare(p: Demonstration): bigint {
  const basis = BigInt(p.software) + BigInt(p.hardware);
  const ceiling = p.parkKeyProject ? 25n : 20n;
  const granted = p.grantedRate;
  if (granted === null || granted.n * 100n >= ceiling * granted.d) return (basis * ceiling) / 100n;
  return (basis * granted.n) / granted.d;
}

/** An exact part of a basis: n ÷ d 分. */
interface Part {
  readonly n: bigint;
  readonly d: bigint;
}

const percentOf = (percent: bigint, basis: number | null): Part | null =>
  basis === null ? null : { n: percent * BigInt(basis), d: 100n };
const cut = (part: Part): bigint => part.n / part.d;

interface Formulas {
  /** What is paid before the cap. */
  readonly amount: bigint;
  readonly marks: readonly string[];
}

/** A: the share of the recognised investment; B: half of Quanzhou's whole award. They differ where they are a 分 or more apart before the cut. */
function twoFormulas(d: Dossier, a: Part | null, subsidy: number | null): Formulas {
  const b = percentOf(50n, subsidy);
  if (a === null || b === null) return { amount: cut(a ?? b ?? { n: 0n, d: 1n }), marks: ["quanzhou-figure-missing"] };
  const apart = a.n * b.d - b.n * a.d;
  const marks = (apart < 0n ? -apart : apart) >= a.d * b.d ? ["two-formulas-differ"] : [];
  switch (d.readings["two-formulas"]) {
    case "quanzhou-half":
      return { amount: cut(b), marks };
    case "investment-share":
      return { amount: cut(a), marks };
    default:
      return { amount: least(cut(a), cut(b)), marks };
  }
}

interface Claim extends Formulas {
  readonly cap: bigint;
}

function claimed(d: Dossier, item: QuanzhouItem | App, who: boolean, landed: boolean, claim: Claim): VerdictItem {
  const ofYear = item.claimYear === d.year;
  const counts = ofYear && landed && !item.fundedEarlier;
  const failed = marksOf([!ofYear, "out-of-year"], [item.fundedEarlier, "funded-earlier"]);
  const good = counts ? [...claim.marks, ...marksOf([claim.amount > claim.cap, "capped"])] : [];
  const worth = least(claim.amount, claim.cap);
  return { id: item.id, project: item.project, holds: who && counts, worth, group: "", marks: [...failed, ...good] };
}

const investmentShare = (d: Dossier, p: QuanzhouItem, percent: bigint): Formulas =>
  twoFormulas(d, percentOf(percent, p.investment), p.quanzhouSubsidy);

export function fiveG(d: Dossier): Verdict {
  const who = isLocalEnterprise(d);
  const items = d.fiveGProjects.map((p) => claimed(d, p, who, true, { ...investmentShare(d, p, 15n), cap: yuan(100_000) }));
  return eachVerdict("1.2", items, yuan(500_000));
}

export function industrialInternet(d: Dossier): Verdict {
  const who = isLocalEnterprise(d) && isProvider(d);
  const items = d.industrialInternetProjects.map((p) =>
    claimed(d, p, who, true, { ...investmentShare(d, p, 5n), cap: yuan(500_000) }),
  );
  return eachVerdict("1.3", items, null);
}

export function platforms(d: Dossier): Verdict {
  const who = isLocalEnterprise(d);
  return eachVerdict(
    "3.1",
    d.platforms.map((p) => claimed(d, p, who, p.landed, platformClaim(d, p))),
    null,
  );
}

/** A leading enterprise's own industrial-internet platform, shared with SMEs: 20 % instead, and no half of Quanzhou's. */
function platformClaim(d: Dossier, p: Platform): Claim {
  const leading = p.kind === "industrial-internet" && p.byLeadingEnterprise && p.sharedWithSmes;
  if (leading) return { amount: share(20n, p.investment ?? 0), marks: [], cap: yuan(500_000) };
  return { ...investmentShare(d, p, 15n), cap: yuan(250_000) };
}

export function apps(d: Dossier): Verdict {
  const who = isLocalEnterprise(d);
  const items = d.industrialApps.map((p) => {
    const formulas = twoFormulas(d, p.serviceSpend === null ? null : appShare(p, p.serviceSpend), p.quanzhouSubsidy);
    return claimed(d, p, who, p.landed, { ...formulas, cap: yuan(50_000) });
  });
  return eachVerdict("3.2", items, null);
}

function appShare(p: App, spend: number): Part {
  const granted = p.grantedRate;
  if (granted === null || granted.n * 100n >= 15n * granted.d) return { n: 15n * BigInt(spend), d: 100n };
  return { n: BigInt(spend) * granted.n, d: granted.d };
}

export function trainings(d: Dossier): Verdict {
  const who = d.applicant.kind === "association";
  const { trainingMinParticipants: people, trainingMinHours: hours } = d.settings;
  const items = d.trainings.map((t: Training): VerdictItem => {
    const held = inYear(d, t.heldOn);
    const enough = and(people === null ? null : t.participants >= people, hours === null ? null : isAtLeast(t.hours, hours));
    const counts = and(t.coOrganiser !== null, held, enough);
    const early = counts !== false && t.heldOn < d.env.inForce;
    const marks = marksOf([!held, "out-of-year"], [early, "retroactive"]);
    return { id: t.id, project: t.id, holds: and(who, counts), worth: yuan(50_000), group: "", marks };
  });
  const unset = items.length > 0 && (people === null || hours === null);
  return eachVerdict("5.1", items, null, unset ? ["standard-not-set"] : []);
}
