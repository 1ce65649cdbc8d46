/** Adds up the totals of a round's results, exactly: money strings in 元 become whole 分 and back. */
import type { Result, Totals } from "../result.ts";

export interface RoundTotals extends Totals {
  /** What can be paid now: Σ payable of the applicants for whom it is known. Equal to `payable` where it is known for all. */
  readonly payableKnown: string;
}

/** A sum of which one part isn't known is null; the round is provisional where one of its results is. */
export function totalsOf(results: readonly Result[]): RoundTotals {
  const sum = (key: "amount" | "granted" | "outsideStanding"): string => written(results.map(({ totals }) => totals[key]));
  const sumIfKnown = (key: "fiscalContribution" | "ceilingCut" | "payable"): string | null => {
    const known = results.flatMap(({ totals }) => totals[key] ?? []);
    return known.length === results.length ? written(known) : null;
  };
  return {
    amount: sum("amount"),
    granted: sum("granted"),
    outsideStanding: sum("outsideStanding"),
    fiscalContribution: sumIfKnown("fiscalContribution"),
    ceilingCut: sumIfKnown("ceilingCut"),
    payable: sumIfKnown("payable"),
    provisional: results.some(({ totals }) => totals.provisional),
    payableKnown: written(results.flatMap(({ totals }) => totals.payable ?? [])),
  };
}

/** "12.30" + "0.05" → "12.35" */
function written(amounts: readonly string[]): string {
  const fen = amounts.reduce((total, amount) => total + BigInt(amount.replace(".", "")), 0n);
  const digits = String(fen).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
