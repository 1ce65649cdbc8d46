/** One applicant's part of the certificate: keepers, claims with the use of every item, totals, and the proof. */
import type { Policy } from "@zhengdui/policy";
import { OUTSIDE } from "../allocation-problem.ts";
import type { Prepared } from "../dossier.ts";
import type { Posed } from "../engine.ts";
import type { Proof } from "../prove/proof.ts";
import { prove } from "../prove/prove.ts";
import { stagingOf } from "../prove/staging.ts";
import type { CertifiedApplicant, Fills, WrittenProof } from "./certificate.ts";
import { type Claimant, certifyClaim, rowName } from "./certify-claim.ts";
import { certifyOutside } from "./certify-outside.ts";

const written = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
const sumOf = (amounts: readonly number[]): bigint => amounts.reduce((all, one) => all + BigInt(one), 0n);

export function certifyApplicant(
  policy: Policy,
  dossier: Prepared,
  posed: Posed,
  digest: (text: string) => string,
): CertifiedApplicant {
  const { problem, allocation, granted, keeper, awards, competing } = posed.combined;
  const ids = policy.measures.map(({ id }) => id);
  const standing = [...awards.values()].flat().filter(({ project }) => keeper.get(project) === OUTSIDE);
  const apart = sumOf(granted.filter((_, m) => !competing[m]));
  const proved = Number.isSafeInteger(allocation.total) ? prove(problem, allocation.total) : null;
  const names = stagingOf(problem).rows.map((row) => rowName(ids, row));
  const claimants = policy.measures.map((measure, m): Claimant => ({ measure, m, dossier, posed, digest }));
  return {
    uscc: String(dossier.applicant.uscc),
    name: String(dossier.applicant.name),
    granted: written(sumOf(granted)),
    standing: written(sumOf(standing.map(({ amount }) => amount))),
    optimal: proved?.bound === allocation.total,
    bound: proved === null ? null : written(BigInt(proved.bound) + apart),
    keepers: [...keeper].map(([project, own]) => ({ project, keeper: ids[own] ?? "outside" })),
    claims: [...claimants.map(certifyClaim), certifyOutside(policy, dossier, posed, digest)],
    proof: proved === null ? null : writtenProof(proved.proof, names),
  };
}

function writtenProof({ order, prices, layers }: Proof, names: readonly string[]): WrittenProof {
  const line = (own: readonly number[]): Fills =>
    Object.fromEntries(own.flatMap((price, row) => (price === 0 ? [] : [[names[row] ?? "", String(price)] as const])));
  return { order, prices: prices.map(line), layers: layers.map((codes) => codes.join(" ")) };
}
