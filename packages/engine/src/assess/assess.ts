/** Explanation + 就高不重复 + ceiling → the result of the contract. */
import { formatMoney } from "@zhengdui/basics";
import type { Measure, Policy } from "@zhengdui/policy";
import type { PayRule } from "../ceiling.ts";
import { type Combined, OUTSIDE } from "../combine.ts";
import type { Prepared } from "../dossier.ts";
import type { GapResult, MeasureResult, Result, Status } from "../result.ts";
import { rowsOf } from "../rows.ts";
import type { Explanation, MeasureWhy } from "../why.ts";
import { conditionsOf } from "./conditions.ts";
import { itemsOf } from "./items.ts";

export interface AssessParts {
  readonly policy: Policy;
  readonly pay: PayRule;
  readonly gaps: (dossier: Prepared, measure: number, why: MeasureWhy) => readonly GapResult[];
}

export function assemble(parts: AssessParts, dossier: Prepared, why: Explanation, combined: Combined): Result {
  const { policy } = parts;
  const { measures } = policy;
  const items = measures.map((_, index) => itemsOf(dossier, { measures, index, why: why[index] as MeasureWhy, combined }));
  const payment = parts.pay(
    dossier,
    combined,
    items.some((i) => i.toRepay),
  );
  const results = measures.map((measure, index): MeasureResult => {
    const own = why[index] as MeasureWhy;
    const found = items[index] as (typeof items)[number];
    const marks = new Set([...own.marks, ...found.items.flatMap((i) => i.marks)]);
    return {
      id: measure.id,
      clause: measure.clause,
      title: measure.title,
      status: statusOf(measure, dossier, own),
      amount: formatMoney(own.value),
      granted: formatMoney(combined.granted[index] ?? 0),
      potential: formatMoney(own.potential),
      conditions: conditionsOf(measure, own),
      items: found.items,
      marks: [...marks],
      gaps: parts.gaps(dossier, index, own),
    };
  });
  const { contribution, cut, payable } = payment;
  return {
    policy: policy.id,
    policyVersion: policy.version,
    policyHash: policy.hash,
    year: dossier.year,
    applicant: { uscc: String(dossier.applicant.uscc), name: String(dossier.applicant.name) },
    measures: results,
    totals: {
      amount: formatMoney(why.reduce((sum, m) => sum + m.value, 0)),
      granted: formatMoney(payment.granted),
      outsideStanding: standingOf(combined),
      fiscalContribution: contribution === null ? null : formatMoney(contribution),
      ceilingCut: cut === null ? null : formatMoney(cut),
      payable: payable === null ? null : formatMoney(payable),
      provisional: payable === null,
    },
    givenUp: items.flatMap((i) => i.givenUp),
    marks: payment.marks,
  };
}

/** Ten outside awards may together leave the exact range of a double; then they are added up as big integers. */
function standingOf({ standing, awards, keeper }: Combined): string {
  if (standing <= Number.MAX_SAFE_INTEGER) return formatMoney(standing);
  const stand = [...awards].filter(([project]) => keeper.get(project) === OUTSIDE).flatMap(([, list]) => list);
  const fen = stand.reduce((sum, award) => sum + BigInt(award.amount), 0n);
  return `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
}

export function statusOf({ form }: Measure, dossier: Prepared, why: MeasureWhy): Status {
  if (form.kind === "no-subsidy") return "no-subsidy";
  const lists = form.kind === "tally" ? form.tallies.map((t) => t.list) : [form.list];
  if (lists.every((list) => rowsOf(dossier, list).length === 0)) return "not-claimed";
  if (form.kind === "discretionary") return why.holds === true ? "discretionary" : "not-eligible";
  if (why.value > 0) return "eligible";
  return why.potential > 0 ? "undetermined" : "not-eligible";
}
