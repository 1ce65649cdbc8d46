/** How a claim goes from the platform's export to its result: one table of stages, of the ways between them, and of who may go them. */
import { fail, formatMoney, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { RoleId } from "../authority/roles.ts";

export const CLAIM_STAGES = {
  received: "待受理",
  accepted: "已受理",
  returned: "退回补正",
  refused: "不予支持",
  approved: "予以支持",
} as const;

export type ClaimStage = keyof typeof CLAIM_STAGES;

export const CLAIM_STAGE_IDS = Object.keys(CLAIM_STAGES) as readonly ClaimStage[];

interface Way {
  readonly from: ClaimStage;
  readonly to: ClaimStage;
  readonly who: readonly RoleId[];
  /** A reason must be said; an amount must be named. */
  readonly reason?: true;
  readonly amount?: true;
  /** Only as long as the platform hasn't been told. */
  readonly untold?: true;
}

const officers: readonly RoleId[] = ["case-officer", "section-head"];
const heads: readonly RoleId[] = ["section-head"];

const WAYS: readonly Way[] = [
  { from: "received", to: "accepted", who: officers },
  { from: "received", to: "returned", who: officers, reason: true },
  { from: "received", to: "refused", who: heads, reason: true },
  { from: "accepted", to: "returned", who: officers, reason: true },
  { from: "accepted", to: "refused", who: heads, reason: true },
  { from: "accepted", to: "approved", who: heads, amount: true },
  // A decision is taken back, with a reason.
  { from: "refused", to: "accepted", who: heads, reason: true, untold: true },
  { from: "approved", to: "accepted", who: heads, reason: true, untold: true },
];

/** What the platform may still change by a newer export. */
export const isOpen = (state: ClaimStage): boolean => state === "received" || state === "returned";

/** Where somebody in these roles may take a claim from here. */
export const stagesAfter = (from: ClaimStage, roles: readonly RoleId[], told: boolean): readonly ClaimStage[] =>
  WAYS.filter((way) => way.from === from && way.who.some((role) => roles.includes(role)) && !(way.untold && told)).map(
    ({ to }) => to,
  );

export const mustSayWhy = (from: ClaimStage, to: ClaimStage): boolean =>
  WAYS.some((way) => way.from === from && way.to === to && way.reason === true);

export interface Deciding {
  readonly from: ClaimStage;
  readonly to: ClaimStage;
  readonly roles: readonly RoleId[];
  readonly reason: string | null;
  /** 分 */
  readonly approved: number | null;
  readonly claimed: number | null;
  readonly told: boolean;
}

/** `ok`: the way may be gone. */
export function checkDecision(deciding: Deciding): Outcome<null, Problem> {
  const { from, to, roles } = deciding;
  const refuse = (path: string, problem: string, expected: string) => fail<Problem>({ path, problem, expected });
  const way = WAYS.find((one) => one.from === from && one.to === to);
  if (way === undefined) {
    const next = WAYS.filter((one) => one.from === from).map((one) => CLAIM_STAGES[one.to]);
    return refuse(
      "state",
      `${CLAIM_STAGES[from]}的申报件不能改为${CLAIM_STAGES[to]}`,
      next.length > 0 ? `可以改为：${next.join("、")}` : "等平台重新提交",
    );
  }
  if (!way.who.some((role) => roles.includes(role)))
    return refuse("state", `${CLAIM_STAGES[to]}由科室负责人决定`, "请科室负责人办理");
  if (way.untold && deciding.told) return refuse("state", "结果已经导出给平台，不能撤回", "请与平台联系");
  if (way.reason && deciding.reason === null) return refuse("reason", "没有写原因", "一两句话，会随结果导出给平台");
  return amountFault(way, deciding);
}

function amountFault({ amount }: Way, { approved, claimed }: Deciding): Outcome<null, Problem> {
  const refuse = (problem: string, expected: string) => fail<Problem>({ path: "amount", problem, expected });
  if (!amount) return approved === null ? ok(null) : refuse("只有予以支持才写核定金额", "去掉金额");
  if (approved === null || approved === 0) return refuse("没有写核定金额", "大于 0 的金额，单位元");
  if (claimed !== null && approved > claimed)
    return refuse(`核定金额 ${formatMoney(approved)} 元超过申报的 ${formatMoney(claimed)} 元`, "不超过申报金额");
  return ok(null);
}
