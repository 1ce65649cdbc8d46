/** Proofs that a forger would write for a choice of his liking: everything covered by that choice, nothing gone through, everything to the end. */
import type { CertifiedApplicant } from "@zhengdui/engine";

type Proof = NonNullable<CertifiedApplicant["proof"]>;

const MANY = 3_000;

/** By stage: how many ways there are, and which one the choice takes (of terms: the first, which asks for nothing or is a cap). */
function stagesOf({ keepers, claims }: CertifiedApplicant): { count: number; chosen: number }[] {
  const projects = keepers.map(({ project, keeper }) => {
    const own = claims.filter(({ items }) => items.some((item) => item.project === project && item.fills !== null));
    return { count: own.length, chosen: own.findIndex(({ by }) => by === keeper) };
  });
  return [...projects, ...claims.map(({ terms }) => ({ count: terms.length, chosen: 0 }))];
}

/** `isTrue`: a proof of the best choice would be one. */
export function forgedProofs(applicant: CertifiedApplicant): { name: string; isTrue: boolean; proof: Proof }[] {
  const stages = stagesOf(applicant);
  const order = [...stages.keys()];
  const covered = stages.map(({ count, chosen }) =>
    Array.from({ length: count }, (_, way) => (way === chosen ? 0 : chosen + 1)).join(" "),
  );
  const made = [
    { name: "all is covered by the choice", isTrue: false, proof: { order, prices: [], layers: covered } },
    { name: "nothing is gone through", isTrue: false, proof: { order, prices: [], layers: [] } },
  ];
  let ways = 1;
  const everything = stages.map(({ count }) => {
    ways = Math.min(MANY + 1, ways * count);
    return new Array<number>(ways).fill(0).join(" ");
  });
  return ways > MANY
    ? made
    : [...made, { name: "all to the end", isTrue: true, proof: { order, prices: [], layers: everything } }];
}
