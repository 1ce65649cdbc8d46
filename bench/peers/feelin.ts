/** The peer feelin: measures 1.2, 2.2 and 2.3 as FEEL expressions over the same plain numbers, in 分. It parses at each evaluation: it has no other way. */
import { evaluate } from "feelin";
import type { ThreeAmounts, ThreeContext } from "./three-measures.ts";

const share = "floor(p.investment * 15 / 100)";
const half = "floor(p.subsidy / 2)";

const fiveG = `if not(local) then 0 else min(50000000, sum(append(for p in fiveG[claimYear = year and not(fundedEarlier)] return
  min(10000000, if p.subsidy = null then ${share} else if p.investment = null then ${half} else min(${share}, ${half})), 0)))`;

const software = `{
  sum: if not(maker) then 0 else sum(append(purchases[paidOn >= yearStart and paidOn <= yearEnd and not(fundedEarlier) and (system != "other" or accepted)].paid, 0)),
  amount: if sum >= 300000000 then 30000000 else if sum >= 200000000 then 20000000 else if sum >= 100000000 then 10000000 else if sum >= 50000000 then 5000000 else 0
}.amount`;

const cloud = `{
  total: if not(industrial) then 0 else sum(append(for c in services[from <= firstMonth + 11 and to >= firstMonth and not(fundedEarlier)] return
    floor(c.fee * (min(c.to, firstMonth + 11) - max(c.from, firstMonth) + 1) / (c.to - c.from + 1)), 0)),
  amount: if total > 10000000 then 6000000 else if total > 5000000 then 3000000 else 0
}.amount`;

const resultOf = (expression: string, context: ThreeContext): number => evaluate(expression, { ...context }).value as number;

export const feelinPeer = (context: ThreeContext): ThreeAmounts => ({
  fiveG: resultOf(fiveG, context),
  software: resultOf(software, context),
  cloud: resultOf(cloud, context),
});
