/** The certificate of a settled round. Whatever it says is worked out anew from the dossiers; who checks it needs nothing of this program. */
import type { Engine } from "../engine.ts";
import type { SettledRound, SettlingEngine } from "../settle/settle.ts";
import type { CertificateSource, RoundCertificate } from "./certificate.ts";
import { certifyApplicant } from "./certify-applicant.ts";

/** The part of an engine that a certificate needs. */
export interface CertifyingEngine extends SettlingEngine, Pick<Engine, "pose"> {}

export function certify(
  { policy, pose }: CertifyingEngine,
  { year, dossiers, settlement }: SettledRound,
  { sha256, digest }: CertificateSource,
): RoundCertificate {
  return {
    format: "zhengdui-certificate-2",
    policy: { id: policy.id, version: policy.version, hash: policy.hash },
    round: { sha256, year },
    totals: { granted: settlement.totals.granted, standing: settlement.totals.outsideStanding },
    applicants: dossiers.map((dossier) => certifyApplicant(policy, dossier, pose(dossier), digest)),
  };
}
