/** The hand-written explanation of the measures that follow Quanzhou's decisions: 1.2, 1.3, 3.1 and 3.2, node by node. */
import type { ItemWhy, MeasureWhy, Why } from "@zhengdui/engine";
import { type Applied, type Frame, frameOf, measureWhy, type Tried } from "./explain-frame.ts";
import { cutHalf, sharePercent, shareRate } from "./formulas.ts";
import type { App, Dossier, Platform, QuanzhouItem } from "./shape.ts";
import * as n from "./why-nodes.ts";

const WAN = 1_000_000;

/** What 1.2, 1.3, 3.1 and 3.2 have in common. */
const quanzhouNodes = (f: Frame, share: number, investmentKey: string, investmentLabel: string, byName: string) => ({
  ...f,
  inYear: n.condition(f.clause, "泉州市计划年度是申报的政策年度"),
  unfunded: n.condition(f.clause, "这笔支出以前年度没有获得补助"),
  landed: n.condition(f.clause, "落地晋江"),
  byShare: n.letNode(f.clause, byName),
  byHalf: n.letNode(f.clause, "按核定"),
  claimYear: n.fact(f.list, "claimYear", "计划年度", { kind: "year" }),
  funded: n.truthFact(f.list, "fundedEarlier", "以前已获补助"),
  landedFact: n.truthFact(f.list, "landed", "已落地"),
  investment: n.moneyFact(f.list, investmentKey, investmentLabel),
  subsidy: n.moneyFact(f.list, "quanzhouSubsidy", "泉州补助"),
  granted: n.fact(f.list, "grantedRate", "核定比例", { kind: "rate" }),
  percent: n.percent(f.clause, "补助比例", share),
  half: n.percent(f.clause, "核定比例", 50),
});
type Quanzhou = ReturnType<typeof quanzhouNodes>;

const G = quanzhouNodes(
  frameOf("一（二）", "fiveGProjects", "5G应用示范项目补贴", "补贴"),
  15,
  "investment",
  "认定投资",
  "按投入",
);
const I = quanzhouNodes(
  frameOf("一（三）", "industrialInternetProjects", "工业互联网示范项目补助", "补助"),
  5,
  "investment",
  "认定投资",
  "按投入",
);
const P = quanzhouNodes(
  frameOf("三（一）", "platforms", "大数据、工业互联网平台补助", "补助"),
  15,
  "investment",
  "认定投资",
  "按投入",
);
const A = quanzhouNodes(frameOf("三（二）", "industrialApps", "工业APP补助", "补助"), 15, "serviceSpend", "服务支出", "按支出");

/** By the reading taken; a missing figure gives way to the other. Both are cut to the 分 already. */
function chosen(d: Dossier, a: number | null, b: number | null): number {
  if (b === null) return a ?? 0;
  if (a === null) return b;
  const taken = d.readings["two-formulas"];
  if (taken === "quanzhou-half") return b;
  return taken === "investment-share" || a < b ? a : b;
}

function quanzhouMarks(tried: Tried, capped: boolean, missing: boolean, apart: boolean): readonly string[] {
  const marks: string[] = [];
  if (!tried.inYear) marks.push("out-of-year");
  if (tried.funded) marks.push("funded-earlier");
  if (tried.holds) {
    if (apart) marks.push("two-formulas-differ");
    if (missing) marks.push("quanzhou-figure-missing");
    if (capped) marks.push("capped");
  }
  return marks.length === 0 ? n.NONE : marks;
}

/** Hundredths of a 分: both formulas before the cut. */
const SCALE_UP = 100;

function plainItem(d: Dossier, q: Quanzhou, p: QuanzhouItem, index: number, percent: number, cap: number): ItemWhy {
  const inYear = p.claimYear === d.year;
  const holds = inYear && !p.fundedEarlier;
  const a = p.investment === null ? null : p.investment * percent;
  const b = p.quanzhouSubsidy === null ? null : p.quanzhouSubsidy * 50;
  const worth = chosen(d, p.investment === null ? null : sharePercent(p.investment, percent), cutHalf(p.quanzhouSubsidy));
  const apart = a !== null && b !== null && Math.abs(a - b) >= SCALE_UP;
  return {
    of: q.item,
    index,
    conditions: [
      n.why(q.inYear, inYear, [n.leaf(q.claimYear, p.claimYear)]),
      n.why(q.unfunded, !p.fundedEarlier, [n.leaf(q.funded, p.fundedEarlier)]),
    ],
    lets: [
      n.why(q.byShare, a, [q.percent, n.leaf(q.investment, p.investment)]),
      n.why(q.byHalf, b, [q.half, n.leaf(q.subsidy, p.quanzhouSubsidy)]),
    ],
    holds,
    marks: quanzhouMarks({ inYear, funded: p.fundedEarlier, holds }, worth > cap, a === null || b === null, apart),
    value: worth > cap ? cap : worth,
    amount: n.why(q.amount, worth, formulaLeaves(d, q, a, b)),
  };
}

const formulaLeaves = (d: Dossier, q: Quanzhou, a: number | null, b: number | null): Why[] => [
  n.leaf(q.byHalf, b),
  n.leaf(q.byShare, a),
  n.leaf(n.twoFormulasReading, d.readings["two-formulas"] ?? ""),
];

export function whyFiveG(d: Dossier, who: Applied): MeasureWhy {
  return measureWhy(
    G,
    who,
    d.fiveGProjects.map((p, i) => plainItem(d, G, p, i, 15, 10 * WAN)),
    50 * WAN,
  );
}

export function whyIndustrialInternet(d: Dossier, who: Applied): MeasureWhy {
  return measureWhy(
    I,
    who,
    d.industrialInternetProjects.map((p, i) => plainItem(d, I, p, i, 5, 50 * WAN)),
    Number.POSITIVE_INFINITY,
  );
}

const P0 = {
  leading: n.letNode(P.clause, "龙头平台"),
  kind: n.fact(P.list, "kind", "平台类型"),
  byLeading: n.truthFact(P.list, "byLeadingEnterprise", "龙头发起"),
  shared: n.truthFact(P.list, "sharedWithSmes", "共建共享"),
  percent: n.percent(P.clause, "龙头平台补助比例", 20),
};

export function whyPlatforms(d: Dossier, who: Applied): MeasureWhy {
  return measureWhy(
    P,
    who,
    d.platforms.map((p, i) => platformWhy(d, p, i)),
    Number.POSITIVE_INFINITY,
  );
}

function platformWhy(d: Dossier, p: Platform, index: number): ItemWhy {
  const inYear = p.claimYear === d.year;
  const holds = p.landed && inYear && !p.fundedEarlier;
  const leading = p.kind === "industrial-internet" && p.byLeadingEnterprise && p.sharedWithSmes;
  const a = p.investment === null ? null : p.investment * 15;
  const b = p.quanzhouSubsidy === null ? null : p.quanzhouSubsidy * 50;
  const share = p.investment === null ? null : sharePercent(p.investment, leading ? 20 : 15);
  const worth = leading ? (share ?? 0) : chosen(d, share, cutHalf(p.quanzhouSubsidy));
  const cap = leading ? 50 * WAN : 25 * WAN;
  const apart = !leading && a !== null && b !== null && Math.abs(a - b) >= SCALE_UP;
  return {
    of: P.item,
    index,
    conditions: [
      n.why(P.landed, p.landed, [n.leaf(P.landedFact, p.landed)]),
      n.why(P.inYear, inYear, [n.leaf(P.claimYear, p.claimYear)]),
      n.why(P.unfunded, !p.fundedEarlier, [n.leaf(P.funded, p.fundedEarlier)]),
    ],
    lets: [
      n.why(P0.leading, leading, [
        n.leaf(P0.kind, p.kind),
        n.leaf(P0.byLeading, p.byLeadingEnterprise),
        n.leaf(P0.shared, p.sharedWithSmes),
      ]),
      n.why(P.byShare, a, [P.percent, n.leaf(P.investment, p.investment)]),
      n.why(P.byHalf, b, [P.half, n.leaf(P.subsidy, p.quanzhouSubsidy)]),
    ],
    holds,
    marks: quanzhouMarks({ inYear, funded: p.fundedEarlier, holds }, worth > cap, !leading && (a === null || b === null), apart),
    value: worth > cap ? cap : worth,
    amount: n.why(P.amount, worth, [
      n.leaf(P0.leading, leading),
      n.leaf(P.investment, p.investment),
      P0.percent,
      ...formulaLeaves(d, P, a, b),
    ]),
  };
}

export function whyApps(d: Dossier, who: Applied): MeasureWhy {
  return measureWhy(
    A,
    who,
    d.industrialApps.map((p, i) => appWhy(d, p, i)),
    Number.POSITIVE_INFINITY,
  );
}

/** Are both formulas a 分 or more apart before the cut, under the rate in force? */
function areApart(p: App): boolean {
  if (p.serviceSpend === null || p.quanzhouSubsidy === null) return false;
  const rate = p.grantedRate;
  if (rate === null || rate.n * 100n >= 15n * rate.d) return Math.abs(p.serviceSpend * 15 - p.quanzhouSubsidy * 50) >= SCALE_UP;
  const apart = 2n * BigInt(p.serviceSpend) * rate.n - BigInt(p.quanzhouSubsidy) * rate.d;
  return (apart < 0n ? -apart : apart) >= 2n * rate.d;
}

function appWhy(d: Dossier, p: App, index: number): ItemWhy {
  const inYear = p.claimYear === d.year;
  const holds = p.landed && inYear && !p.fundedEarlier;
  const rate = p.grantedRate;
  const a =
    p.serviceSpend === null ? null : rate === null ? sharePercent(p.serviceSpend, 15) : shareRate(p.serviceSpend, 15, rate);
  const b = p.quanzhouSubsidy === null ? null : p.quanzhouSubsidy * 50;
  const worth = chosen(d, a, cutHalf(p.quanzhouSubsidy));
  const cap = 5 * WAN;
  return {
    of: A.item,
    index,
    conditions: [
      n.why(A.landed, p.landed, [n.leaf(A.landedFact, p.landed)]),
      n.why(A.inYear, inYear, [n.leaf(A.claimYear, p.claimYear)]),
      n.why(A.unfunded, !p.fundedEarlier, [n.leaf(A.funded, p.fundedEarlier)]),
    ],
    lets: [
      n.why(A.byShare, a, [n.leaf(A.granted, rate), A.percent, n.leaf(A.investment, p.serviceSpend)]),
      n.why(A.byHalf, b, [A.half, n.leaf(A.subsidy, p.quanzhouSubsidy)]),
    ],
    holds,
    marks: quanzhouMarks({ inYear, funded: p.fundedEarlier, holds }, worth > cap, a === null || b === null, areApart(p)),
    value: worth > cap ? cap : worth,
    amount: n.why(A.amount, worth, formulaLeaves(d, A, a, b)),
  };
}
