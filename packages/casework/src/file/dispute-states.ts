/** A dispute about what an office supplied: open until it is upheld, which corrects the fact, or rejected with a reason. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";

export type DisputeState = "open" | "upheld" | "rejected";
export type DisputeVerdict = Exclude<DisputeState, "open">;

export const DISPUTE_LABELS: Readonly<Record<DisputeState, string>> = {
  open: "待处理",
  upheld: "成立，已更正",
  rejected: "不成立",
};

/** From each state to those that may follow. */
const NEXT: Readonly<Record<DisputeState, readonly DisputeState[]>> = { open: ["upheld", "rejected"], upheld: [], rejected: [] };

export interface Settlement {
  readonly verdict: DisputeVerdict;
  readonly answer: string;
  /** Whether a corrected value comes along. */
  readonly corrects: boolean;
  /** Whether who settles it is who had supplied what is disputed: to put it right he may, to stand by it is another's. */
  readonly own: boolean;
}

export function settleDispute(
  state: DisputeState,
  { verdict, answer, corrects, own }: Settlement,
): Outcome<DisputeVerdict, Problem> {
  if (!NEXT[state].includes(verdict))
    return fail({ path: "verdict", problem: `这项异议已处理：${DISPUTE_LABELS[state]}`, expected: "请刷新后再看" });
  if (answer.trim() === "") return fail({ path: "answer", problem: "没有写明答复", expected: "请写明成立或不成立的理由" });
  if (verdict === "rejected" && own)
    return fail({
      path: "verdict",
      problem: "有异议的数据是您登记的，不能由您认定异议不成立",
      expected: "请另一位经办人或科室负责人处理",
    });
  if (verdict === "upheld" && !corrects)
    return fail({ path: "correction", problem: "异议成立，却没有更正后的数据", expected: "请填写更正后的值" });
  if (verdict === "rejected" && corrects)
    return fail({ path: "correction", problem: "异议不成立，却填写了更正后的数据", expected: "请删去更正，或改为成立" });
  return ok(verdict);
}
