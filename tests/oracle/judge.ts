/** The whole of it, plainly: twelve verdicts, the choice of 就高不重复, the ceiling. Written by hand from the text, exact in big integers, never fast. */
import type { Prepared } from "@zhengdui/engine";
import { type Grant, grant } from "./grant.ts";
import { apps, demonstration, fiveG, industrialInternet, platforms, trainings } from "./item-measures.ts";
import { type Dossier, dossierOf } from "./shape.ts";
import { cloud, consulting, credit, servedSmes, software, talent } from "./sum-measures.ts";
import { sumOf, type Verdict } from "./verdict.ts";

export interface Judgement {
  readonly verdicts: readonly Verdict[];
  readonly grant: Grant;
  readonly totals: {
    readonly amount: bigint;
    readonly granted: bigint;
    readonly outsideStanding: bigint;
    readonly ceilingCut: bigint | null;
    readonly payable: bigint | null;
    readonly provisional: boolean;
  };
  readonly marks: readonly string[];
}

/** The twelve, in the policy's order. */
export const verdictsOf = (d: Dossier): readonly Verdict[] => [
  demonstration(d),
  fiveG(d),
  industrialInternet(d),
  servedSmes(d),
  software(d),
  cloud(d),
  platforms(d),
  apps(d),
  consulting(d),
  trainings(d),
  talent(d),
  credit,
];

export function judge(prepared: Prepared): Judgement {
  const d = dossierOf(prepared);
  const verdicts = verdictsOf(d);
  const granted = grant(d, verdicts);
  const amount = sumOf(verdicts.map((verdict) => verdict.amount));
  return { verdicts, grant: granted, ...settle(d, granted, amount) };
}

function settle(d: Dossier, choice: Grant, amount: bigint): Pick<Judgement, "totals" | "marks"> {
  const granted = sumOf(choice.granted);
  const ceiling = ceilingOf(d, choice);
  const below = ceiling === null ? null : ceiling < granted ? ceiling : granted;
  const marks: string[] = [];
  if (choice.toRepay) marks.push("outside-award-to-repay");
  if (below === null && granted > 0n) marks.push("ceiling-unknown");
  if (below !== null && below < granted) marks.push("ceiling-binds");
  const payable = granted === 0n ? 0n : choice.toRepay ? null : below;
  const ceilingCut = granted === 0n ? 0n : below === null ? null : granted - below;
  return {
    totals: { amount, granted, outsideStanding: choice.standing, ceilingCut, payable, provisional: payable === null },
    marks,
  };
}

/** The most that may be paid, never below 0; null: the contribution isn't known. Whoever isn't an enterprise isn't bound. */
function ceilingOf(d: Dossier, choice: Grant): bigint | null {
  const { kind, fiscalContribution, otherLocalAwards } = d.applicant;
  if (kind !== "enterprise") return sumOf(choice.granted);
  if (fiscalContribution === null) return null;
  const left = BigInt(fiscalContribution) - BigInt(otherLocalAwards) - choice.standingLocal;
  return left > 0n ? left : 0n;
}
