/** The account of a settled round, made anew from the dossiers like its certificate: all that was decided beside the choice between measures. */
import { formatMoney } from "@zhengdui/basics";
import engine from "../../package.json" with { type: "json" };
import type { CertifyingEngine } from "../certify/certify.ts";
import { type SettledRound, writtenScore } from "../settle/settle.ts";
import type { AccountedApplicant, AccountedGroup, AccountSource, RoundAccount, WrittenStep } from "./account.ts";
import { accountOfApplicant } from "./account-of-applicant.ts";

const FEN = 100;

export const engineVersion: string = engine.version;

export function accountOfRound(
  engine: CertifyingEngine,
  { year, dossiers, groups, settlement }: SettledRound,
  source: AccountSource,
): RoundAccount {
  const { policy } = engine;
  const selection = groups.map((group) => accountedGroup(engine, group));
  const ranked = new Set(selection.flatMap((group) => group.ranked.map(({ at }) => `${group.measure} ${at}`)));
  const applicants = dossiers.map((dossier, i) => {
    const at = `dossiers[${i}]`;
    return accountOfApplicant(policy, dossier, at, engine.pose(dossier), (id, item) => ranked.has(`${id} ${at}.${item}`));
  });
  return {
    format: "zhengdui-account-1",
    policy: { id: policy.id, version: policy.version, hash: policy.hash },
    engine: { version: source.engineVersion },
    round: { sha256: source.sha256, year },
    limits: limitsOf(applicants),
    selection,
    applicants,
    shared: sharedOf(applicants),
    totals: {
      granted: settlement.totals.granted,
      standing: settlement.totals.outsideStanding,
      payableKnown: settlement.totals.payableKnown,
    },
  };
}

function limitsOf(applicants: readonly AccountedApplicant[]): Record<string, (readonly WrittenStep[])[]> {
  const found = new Map<string, Map<string, readonly WrittenStep[]>>();
  for (const claim of applicants.flatMap(({ claims }) => claims)) {
    if (claim.kind !== "sum") continue;
    const own = found.get(claim.measure) ?? new Map<string, readonly WrittenStep[]>();
    found.set(claim.measure, own.set(JSON.stringify(claim.steps), claim.steps));
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, own]) => [id, [...own.values()]]));
}

function sharedOf(applicants: readonly AccountedApplicant[]): RoundAccount["shared"] {
  const payees = new Map<string, Set<string>>();
  for (const { uscc, uses } of applicants)
    for (const { project, stated, use } of uses)
      if (stated && use === "kept") payees.set(project, (payees.get(project) ?? new Set()).add(uscc));
  const shared = [...payees].filter(([, own]) => own.size > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return shared.map(([project, own]) => ({ project, payees: [...own] }));
}

function accountedGroup(
  { policy }: CertifyingEngine,
  { measure, industry, places, ranked }: SettledRound["groups"][number],
): AccountedGroup {
  const found = policy.measures.find(({ id }) => id === measure);
  const selection = found !== undefined && "selection" in found ? found.selection : null;
  const list = found !== undefined && "list" in found.form ? found.form.list : "";
  const budget =
    selection !== null && "budget" in selection ? policy.params.find(({ name }) => name === selection.budget) : undefined;
  const fen = typeof budget?.value === "number" ? Math.trunc(budget.value / 10 ** budget.scale) * FEN : null;
  return {
    measure,
    group: industry,
    by: budget === undefined ? "score" : "order",
    fact: selection === null ? "" : "budget" in selection ? selection.order : selection.score,
    decision: selection?.decided ?? "",
    groupedBy: selection?.by ?? "",
    places,
    budget: fen === null ? null : formatMoney(fen),
    ranked: ranked.map(({ candidate, place, selected }) => ({
      at: `dossiers[${candidate.dossier}].${list}[${candidate.row}]`,
      uscc: candidate.uscc,
      project: candidate.project,
      score: candidate.score === null ? null : String(writtenScore(candidate.score)),
      decided: candidate.decided,
      competes: candidate.decided === null ? candidate.competes : null,
      amount: budget === undefined ? null : formatMoney(candidate.amount),
      place,
      selected,
    })),
  };
}
