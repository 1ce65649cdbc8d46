/** A model of two versions as an example: one applicant's dossier for each, with what each engine gives. */
import type { Example } from "../finding.ts";
import type { Model } from "../smt/session.ts";
import type { Pair } from "./difference.ts";
import { amountIn, dossierOf, type Joint, type Side } from "./joint-world.ts";

/** null: the intake of one of the two refuses its dossier. */
export function pairAt(joint: Joint, label: string, model: Model): Pair | null {
  const example = (side: Side): Example | null => {
    const amount = amountIn(side, model);
    return amount === null ? null : { label, dossier: dossierOf(side, model), amount };
  };
  const [before, after] = [example(joint.old), example(joint.new)];
  return before === null || after === null ? null : { label, old: before, new: after };
}
