/** The hand-written explanation of the measures that count: 2.1 and 4.1. Rows are counted, not shown one by one. */
import type { MeasureWhy, RuleNode, Why } from "@zhengdui/engine";
import { type Applied, and3, frameOf, type Truth } from "./explain-frame.ts";
import { isLarge } from "./firm-size.ts";
import type { Dossier, ServedSme, Signed } from "./shape.ts";
import * as n from "./why-nodes.ts";

const WAN = 1_000_000;

const countWhy = (of: RuleNode, known: number, possible: number): Why =>
  n.why(of, known, known === possible ? n.NONE : [n.leaf(of, possible)]);

const E = frameOf("二（一）", "servedSmes", "平台服务中小企业奖励", "奖励");
const e0 = {
  total: n.countNode(E.clause, "应用企业数", "servedSmes.count"),
  count: n.letNode(E.clause, "应用企业数"),
};
const [e1, e2, e3] = [10, 20, 50].map((count, i) => n.figure(E.clause, `应用企业${i + 1}档下限`, count)) as [Why, Why, Why];
const [r1, r2, r3] = [10, 20, 30].map((wan, i) => n.figure(E.clause, `应用企业${i + 1}档奖励`, wan * WAN)) as [Why, Why, Why];
const rewardRows = ["< 10家", "[10家..20家)", "[20家..50家)", ">= 50家"].map((text) => n.rowNode(E.clause, text));

const tierOf = (count: number): 0 | 1 | 2 | 3 => (count >= 50 ? 3 : count >= 20 ? 2 : count >= 10 ? 1 : 0);
const rewards = [0, 10 * WAN, 20 * WAN, 30 * WAN] as const;

function truthOf(s: ServedSme, anywhere: boolean): Truth {
  const large = isLarge(s.industry, s.employees, s.revenue, s.totalAssets);
  return and3(anywhere ? true : s.inJinjiang, large === null ? null : !large);
}

export function whyServedSmes(d: Dossier, who: Applied): MeasureWhy {
  const base = { of: E.measure, holds: who.holds, who: who.whys, items: n.NONE };
  if (d.servedSmes.length === 0) return { ...base, value: 0, potential: 0, body: n.NONE, marks: n.NONE };
  const anywhere = d.readings["sme-place"] === "anywhere";
  const truths = new Map<string, Truth>();
  let repeated = false;
  for (const s of d.servedSmes) {
    if (s.inUseFrom > d.env.yearEnd || (s.inUseTo !== null && s.inUseTo < d.env.yearStart)) continue;
    if ((!anywhere && s.inJinjiang === false) || s.uscc === d.applicant.uscc) continue;
    const old = truths.get(s.uscc);
    if (old !== undefined) repeated = true;
    const own = truthOf(s, anywhere);
    truths.set(s.uscc, old === undefined ? own : and3(old, own));
  }
  let known = 0;
  let possible = 0;
  for (const truth of truths.values()) {
    if (truth === true) known++;
    if (truth !== false) possible++;
  }
  const reward = rewards[tierOf(known)];
  const row = n.leaf(rewardRows[tierOf(known)] as RuleNode, reward);
  const amount = n.why(E.amount, reward, [row, n.leaf(e0.count, known), e1, e2, r1, e3, r2, r3]);
  return {
    ...base,
    value: who.holds === true ? reward : 0,
    potential: who.holds === false ? 0 : rewards[tierOf(possible)],
    body: [countWhy(e0.total, known, possible), amount],
    marks: repeated ? ["duplicate-id"] : n.NONE,
  };
}

const A = frameOf("四（一）", "consulting", "公益服务项目咨询补贴", "补贴");
const a0 = {
  reports: n.countNode(A.clause, "诊断企业数", "consulting.reports.count"),
  contracts: n.countNode(A.clause, "启动企业数", "consulting.contracts.count"),
  enough: n.condition(A.clause, "提供公益服务的企业达到数量"),
  started: n.condition(A.clause, "实质启动转型的企业达到比例"),
  reportsLet: n.letNode(A.clause, "诊断企业数"),
  contractsLet: n.letNode(A.clause, "启动企业数"),
  least: n.figure(A.clause, "公益服务企业数下限", 20),
  percent: n.percent(A.clause, "启动转型比例下限", 20),
  pays: n.figure(A.clause, "公益服务补贴", 10 * WAN),
};
const aidWhy = n.why(A.amount, 10 * WAN, [a0.pays]);

export function whyConsulting(d: Dossier, who: Applied): MeasureWhy {
  const { reports, contracts } = d.consulting;
  const base = { of: A.measure, holds: who.holds, who: who.whys, items: n.NONE };
  if (reports.length + contracts.length === 0) return { ...base, value: 0, potential: 0, body: n.NONE, marks: n.NONE };
  const marks = new Set<string>();
  const reported = codes(d, reports, marks, true);
  let signed = 0;
  for (const code of codes(d, contracts, marks, false)) if (reported.has(code)) signed++;
  const count = reported.size;
  const enough = count >= 20;
  const started = 5 * signed >= count;
  const value = who.holds === true && enough && started ? 10 * WAN : 0;
  const body = [
    countWhy(a0.reports, count, count),
    countWhy(a0.contracts, signed, signed),
    n.why(a0.enough, enough, [n.leaf(a0.reportsLet, count), a0.least]),
    n.why(a0.started, started, [n.leaf(a0.contractsLet, signed), a0.percent, n.leaf(a0.reportsLet, count)]),
    aidWhy,
  ];
  return { ...base, value, potential: value, body, marks: [...marks] };
}

function codes(d: Dossier, rows: readonly Signed[], marks: Set<string>, retroactive: boolean): Set<string> {
  const found = new Set<string>();
  for (const row of rows) {
    if (row.on < d.env.yearStart || row.on > d.env.yearEnd) {
      marks.add("out-of-year");
      continue;
    }
    if (retroactive && row.on < d.env.inForce) marks.add("retroactive");
    found.add(row.uscc);
  }
  return found;
}
