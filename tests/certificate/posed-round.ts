/** Rounds of one applicant made from a bare allocation problem: a policy whose measures are its funds, a dossier whose items are its entries. */
import {
  type AllocationProblem,
  type CertifyingEngine,
  type Fund,
  OUTSIDE,
  type Prepared,
  type SettledRound,
} from "@zhengdui/engine";
import { allocate } from "../../packages/engine/src/allocate/allocate.ts";
import type { Posed } from "../../packages/engine/src/engine.ts";
import { creditCode } from "../arbitrary/credit-code.ts";

const nameOf = (project: number): string => `P${String(project).padStart(3, "0")}`;
const ZERO = "0".repeat(64);

function itemsOf(fund: Fund, m: number): Record<string, unknown>[] {
  return fund.entries.map((entry, i) => ({ id: `${m}-${i}`, project: nameOf(entry.project), projectStated: true }));
}

/** Of the entries alone: a fund can't pay anything without claims, nor be cut where all of them fit. */
export function posedProblem(problem: AllocationProblem): AllocationProblem {
  const funds = problem.funds.map((fund): Fund => {
    if (fund.kind === "each") {
      const sum = fund.entries.reduce((all, { amount }) => all + amount, 0);
      return { ...fund, cap: fund.cap !== null && sum > fund.cap ? fund.cap : null };
    }
    const zero = { ...fund, steps: fund.steps.map((step) => (step.from === 0 ? { ...step, value: 0 } : step)) };
    const alone = allocate({
      projects: problem.projects,
      funds: [{ ...zero, alone: Number.MAX_SAFE_INTEGER }],
      outside: [],
    }).total;
    return alone === 0 ? { kind: "each", cap: null, entries: [] } : { ...zero, alone };
  });
  return { ...problem, funds };
}

/** What certify and accountOfRound are given. */
export function posedRound(given: AllocationProblem): { engine: CertifyingEngine; settled: SettledRound } {
  const problem = posedProblem(given);
  const allocation = allocate(problem);
  const measures = problem.funds.map((fund, m) => ({
    id: `m${m}`,
    form: { kind: fund.kind, list: `list${m}` },
    selection: null,
  }));
  const lists = problem.funds.map((fund, m) => [`list${m}`, itemsOf(fund, m)] as const);
  const outside = problem.outside.flatMap(({ project, total, local }) => [
    { programme: "甲", project: nameOf(project), amount: total - local },
    { programme: "乙", project: nameOf(project), amount: local },
  ]);
  const dossier = {
    applicant: { uscc: creditCode(1), name: "示例企业" },
    outsideAwards: outside,
    ...Object.fromEntries(lists),
  } as unknown as Prepared;
  const awards = new Map<string, { index: number; programme: string; project: string; amount: number; local: boolean }[]>();
  for (const [index, award] of outside.entries())
    awards.set(award.project, [...(awards.get(award.project) ?? []), { ...award, index, local: award.programme === "乙" }]);
  const granted = allocation.granted.reduce((sum, one) => sum + one, 0);
  const kept = new Map(allocation.keeper.flatMap((keeper, p) => (keeper === null ? [] : [[nameOf(p), keeper] as const])));
  const held = [...awards.keys()].some((project) => kept.get(project) !== OUTSIDE);
  const posed = {
    claims: problem.funds.map((fund, m) => ({
      alone: fund.kind === "pool" ? fund.alone : (fund.cap ?? fund.entries.reduce((sum, { amount }) => sum + amount, 0)),
      rows: lists[m]?.[1] ?? [],
      values: fund.kind === "pool" ? fund.entries.map(({ basis }) => basis) : fund.entries.map(({ amount }) => amount),
    })),
    combined: {
      problem,
      allocation,
      granted: allocation.granted,
      keeper: kept,
      awards,
      projects: Array.from({ length: problem.projects }, (_, p) => nameOf(p)),
      competing: problem.funds.map(() => true),
    },
    payment: {
      granted,
      cut: 0,
      payable: granted === 0 ? 0 : held || !allocation.optimal ? null : granted,
      contribution: null,
      bound: false,
      otherAwards: 0,
      marks: held ? ["outside-award-to-repay"] : [],
    },
  } as unknown as Posed;
  const policy = {
    id: "problem",
    version: "1",
    hash: ZERO,
    params: [],
    measures,
    combination: { outside: "outsideAwards" },
    ceiling: null,
  };
  const engine = { policy, pose: () => posed } as unknown as CertifyingEngine;
  const text = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
  const totals = {
    granted: text(granted),
    outsideStanding: text(allocation.standing),
    payableKnown: text(posed.payment.payable ?? 0),
  };
  const settled = { year: 2023, dossiers: [dossier], groups: [], settlement: { totals } };
  return { engine, settled: settled as unknown as SettledRound };
}
