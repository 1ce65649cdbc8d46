/** The hand-written explanation of the measures that add up: 2.2 and 2.3, with the deciding row of their tables. */
import type { ItemWhy, MeasureWhy, RuleNode, Why } from "@zhengdui/engine";
import { type Applied, type Frame, frameOf } from "./explain-frame.ts";
import { cloudTier, feeOf, softwareTier } from "./item-amounts.ts";
import type { CloudService, Dossier, Purchase } from "./shape.ts";
import * as n from "./why-nodes.ts";

const WAN = 1_000_000;

interface Sums {
  readonly total: RuleNode;
  readonly known: number;
  readonly possible: number;
  readonly pays: (sum: number) => number;
  readonly rowOf: (sum: number) => RuleNode;
  readonly leaves: (sum: number) => readonly Why[];
}

function sumWhy(f: Frame, who: Applied, items: readonly ItemWhy[], s: Sums): MeasureWhy {
  const known = s.pays(s.known);
  const value = who.holds === true ? known : 0;
  const possible = who.holds === false ? 0 : s.pays(s.possible);
  const amount = (): Why => n.why(f.amount, known, [n.leaf(s.rowOf(s.known), known), ...s.leaves(s.known)]);
  return {
    of: f.measure,
    holds: who.holds,
    who: who.whys,
    value,
    potential: possible > value ? possible : value,
    items,
    body: items.length === 0 ? n.NONE : [n.leaf(s.total, s.known), amount()],
    marks: n.NONE,
  };
}

const S = frameOf("二（二）", "softwarePurchases", "管理信息系统采购补助", "补助");
const s0 = {
  listed: n.condition(S.clause, "是列举的管理信息系统，或经认可列入“等”"),
  inYear: n.condition(S.clause, "付款在申报的政策年度"),
  unfunded: n.condition(S.clause, "这笔支出以前年度没有获得补助"),
  system: n.fact(S.list, "system", "系统"),
  accepted: n.truthFact(S.list, "accepted", "已认可"),
  paidOn: n.dateFact(S.list, "paidOn", "付款日"),
  funded: n.truthFact(S.list, "fundedEarlier", "以前已获补助"),
  systems: n.figure(S.clause, "列举管理系统", ["ERP", "SCM", "MES", "CRM"], { kind: "options", options: [] }),
  total: n.sumNode(S.clause, "软件投入", "softwarePurchases.softwarePaid.total"),
  sum: n.letNode(S.clause, "软件投入"),
};
const [s1, s2, s3, s4] = [50, 100, 200, 300].map((wan, i) => n.figure(S.clause, `软件${i + 1}档下限`, wan * WAN)) as [
  Why,
  Why,
  Why,
  Why,
];
const [p1, p2, p3, p4] = [5, 10, 20, 30].map((wan, i) => n.figure(S.clause, `软件${i + 1}档补助`, wan * WAN)) as [
  Why,
  Why,
  Why,
  Why,
];
const softwareRows = [
  "< 50万元",
  "[50万元..100万元)",
  "[100万元..200万元)",
  "[200万元..300万元)",
  "300万元",
  "300万元",
  "> 300万元",
].map((text) => n.rowNode(S.clause, text));

function softwareRow(d: Dossier, sum: number): RuleNode {
  const at = sum < 50 * WAN ? 0 : sum < 100 * WAN ? 1 : sum < 200 * WAN ? 2 : sum < 300 * WAN ? 3 : sum > 300 * WAN ? 6 : -1;
  return softwareRows[at >= 0 ? at : d.readings["three-million"] === "not" ? 5 : 4] as RuleNode;
}

function purchaseWhy(d: Dossier, p: Purchase, index: number): ItemWhy {
  const known = p.system !== "other" || p.accepted;
  const inYear = p.paidOn >= d.env.yearStart && p.paidOn <= d.env.yearEnd;
  const holds = known && inYear && !p.fundedEarlier;
  const marks: string[] = [];
  if (!inYear) marks.push("out-of-year");
  if (p.fundedEarlier) marks.push("funded-earlier");
  if (holds && p.paidOn < d.env.inForce) marks.push("retroactive");
  return {
    of: S.item,
    index,
    conditions: [
      n.why(s0.listed, known, [n.leaf(s0.system, p.system), s0.systems, n.leaf(s0.accepted, p.accepted)]),
      n.why(s0.inYear, inYear, [n.leaf(s0.paidOn, p.paidOn)]),
      n.why(s0.unfunded, !p.fundedEarlier, [n.leaf(s0.funded, p.fundedEarlier)]),
    ],
    lets: [],
    holds,
    marks: marks.length === 0 ? n.NONE : marks,
    value: p.softwarePaid,
    amount: n.leaf(S.item, p.softwarePaid),
  };
}

const systemNames = ["ERP", "SCM", "MES", "CRM", "other"] as const;

/** The sum of what counts, or the largest of one system. */
function softwareSum(d: Dossier, items: readonly ItemWhy[]): number {
  let sum = 0;
  if (d.readings["software-sum"] !== "largest") {
    for (const item of items) if (item.holds === true) sum += item.value;
    return sum;
  }
  for (const system of systemNames) {
    let own = 0;
    for (const item of items) if (item.holds === true && d.softwarePurchases[item.index]?.system === system) own += item.value;
    if (own > sum) sum = own;
  }
  return sum;
}

export function whySoftware(d: Dossier, who: Applied): MeasureWhy {
  const items = d.softwarePurchases.map((p, i) => purchaseWhy(d, p, i));
  const known = softwareSum(d, items);
  const taken = d.readings["three-million"] ?? "";
  return sumWhy(S, who, items, {
    total: s0.total,
    known,
    possible: known,
    pays: (sum) => softwareTier(d, sum),
    rowOf: (sum) => softwareRow(d, sum),
    leaves: (sum) => [n.leaf(s0.sum, sum), s1, s2, p1, s3, p2, s4, p3, n.leaf(n.threeMillionReading, taken), p4],
  });
}

const C = frameOf("二（三）", "cloudServices", "企业上云补助", "补助");
const c0 = {
  inYear: n.condition(C.clause, "服务期内有申报的政策年度的月份"),
  unfunded: n.condition(C.clause, "这笔支出以前年度没有获得补助"),
  from: n.fact(C.list, "serviceFrom", "服务起", { kind: "month" }),
  to: n.fact(C.list, "serviceTo", "服务止", { kind: "month" }),
  funded: n.truthFact(C.list, "fundedEarlier", "以前已获补助"),
  total: n.sumNode(C.clause, "年度服务费", "cloudServices.fee.total"),
  sum: n.letNode(C.clause, "年度服务费"),
};
const [c1, c2] = [5, 10].map((wan, i) => n.figure(C.clause, `上云${i + 1}档界限`, wan * WAN)) as [Why, Why];
const [q1, q2] = [3, 6].map((wan, i) => n.figure(C.clause, `上云${i + 1}档补助`, wan * WAN)) as [Why, Why];
const cloudRows = ["<= 5万元", "(5万元..10万元]", "> 10万元"].map((text) => n.rowNode(C.clause, text));

const cloudLeaves = (sum: number): readonly Why[] => [n.leaf(c0.sum, sum), c1, c2, q1, q2];
const cloudRow = (sum: number): RuleNode => cloudRows[sum > 10 * WAN ? 2 : sum > 5 * WAN ? 1 : 0] as RuleNode;

/** The month before which a service was over when the policy came into force. */
const IN_FORCE_MONTH = 2023 * 12 + 4;

function serviceWhy(d: Dossier, c: CloudService, index: number): ItemWhy {
  const first = d.year * 12;
  const inYear = c.serviceTo >= first && c.serviceFrom <= first + 11;
  const holds = inYear && !c.fundedEarlier;
  const marks: string[] = [];
  if (!inYear) marks.push("out-of-year");
  if (c.fundedEarlier) marks.push("funded-earlier");
  if (holds && c.serviceTo < IN_FORCE_MONTH) marks.push("retroactive");
  const worth = c.fundedEarlier ? feeOf(d, { ...c, fundedEarlier: false }) : feeOf(d, c);
  return {
    of: C.item,
    index,
    conditions: [
      n.why(c0.inYear, inYear, [n.leaf(c0.from, c.serviceFrom), n.leaf(c0.to, c.serviceTo)]),
      n.why(c0.unfunded, !c.fundedEarlier, [n.leaf(c0.funded, c.fundedEarlier)]),
    ],
    lets: [],
    holds,
    marks: marks.length === 0 ? n.NONE : marks,
    value: worth,
    amount: n.leaf(C.item, worth),
  };
}

export function whyCloud(d: Dossier, who: Applied): MeasureWhy {
  const items = d.cloudServices.map((c, i) => serviceWhy(d, c, i));
  let known = 0;
  for (const item of items) if (item.holds === true) known += item.value;
  return sumWhy(C, who, items, {
    total: c0.total,
    known,
    possible: known,
    pays: cloudTier,
    rowOf: cloudRow,
    leaves: cloudLeaves,
  });
}
