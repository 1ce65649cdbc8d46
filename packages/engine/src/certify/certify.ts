/** The certificate of a settled round. Whatever it says is worked out anew from the dossiers; who checks it needs nothing of this program. */
import { formatMoney } from "@zhengdui/basics";
import engine from "../../package.json" with { type: "json" };
import type { Engine } from "../engine.ts";
import { type SettledRound, type SettlingEngine, writtenScore } from "../settle/settle.ts";
import type { CertificateSource, CertifiedApplicant, CertifiedGroup, RoundCertificate, WrittenStep } from "./certificate.ts";
import { certifyApplicant } from "./certify-applicant.ts";

const FEN = 100;

/** The part of an engine that a certificate needs. */
export interface CertifyingEngine extends SettlingEngine, Pick<Engine, "pose"> {}

export const engineVersion: string = engine.version;

export function certify(
  engine: CertifyingEngine,
  { year, dossiers, groups, settlement }: SettledRound,
  source: CertificateSource,
): RoundCertificate {
  const { policy } = engine;
  const selection = groups.map((group) => certifiedGroup(engine, group));
  const ranked = new Set(selection.flatMap((group) => group.ranked.map(({ at }) => `${group.measure} ${at}`)));
  const applicants = dossiers.map((dossier, i) => {
    const at = `dossiers[${i}]`;
    return certifyApplicant(policy, dossier, at, engine.pose(dossier), (id, item) => ranked.has(`${id} ${at}.${item}`));
  });
  return {
    format: "zhengdui-certificate-1",
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

function limitsOf(applicants: readonly CertifiedApplicant[]): Record<string, (readonly WrittenStep[])[]> {
  const found = new Map<string, Map<string, readonly WrittenStep[]>>();
  for (const claim of applicants.flatMap(({ claims }) => claims)) {
    if (claim.kind !== "sum") continue;
    const own = found.get(claim.measure) ?? new Map<string, readonly WrittenStep[]>();
    found.set(claim.measure, own.set(JSON.stringify(claim.steps), claim.steps));
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, own]) => [id, [...own.values()]]));
}

function sharedOf(applicants: readonly CertifiedApplicant[]): RoundCertificate["shared"] {
  const payees = new Map<string, Set<string>>();
  for (const { uscc, uses } of applicants)
    for (const { project, stated, use } of uses)
      if (stated && use === "kept") payees.set(project, (payees.get(project) ?? new Set()).add(uscc));
  const shared = [...payees].filter(([, own]) => own.size > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return shared.map(([project, own]) => ({ project, payees: [...own] }));
}

function certifiedGroup(
  { policy }: CertifyingEngine,
  { measure, industry, places, ranked }: SettledRound["groups"][number],
): CertifiedGroup {
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
