/** Inviting handlers and agents into a unit: how long a link counts, when it may be accepted, and where an appointment stands on a day. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Side } from "../authority/roles.ts";

export type InvitedRole = "handler" | "agent";

export const INVITATION_DAYS = 7;

export interface Period {
  /** YYYY-MM-DD, both inclusive. */
  readonly from: string;
  readonly to: string;
}

export function periodFaults({ from, to }: Period, today: string): Problem[] {
  if (to < from) return [{ path: "to", problem: "授权的截止日早于起始日", expected: "请改正授权期限" }];
  if (to < today) return [{ path: "to", problem: "授权的截止日已经过去", expected: "请填写今天或以后的日期" }];
  return [];
}

export interface InvitationFacts {
  readonly expired: boolean;
  readonly accepted: boolean;
  readonly revoked: boolean;
  readonly period: Period;
  readonly invitedBy: string;
  /** Whether the inviter still acts for the unit as its legal representative. */
  readonly represents: boolean;
}

export type InvitationFault = "accepted" | "revoked" | "expired" | "period" | "own" | "side" | "inviter";

const WORDS: Readonly<Record<InvitationFault, readonly [problem: string, expected: string]>> = {
  accepted: ["这份邀请已经用过", "一份邀请只能接受一次；请单位的法定代表人另发一份"],
  revoked: ["这份邀请已被撤回", "请与单位的法定代表人联系"],
  expired: ["这份邀请已过期", `邀请 ${INVITATION_DAYS} 天内有效；请单位的法定代表人另发一份`],
  inviter: ["发出邀请的人已不是这家单位的法定代表人", "请单位现在的法定代表人另发一份"],
  period: ["邀请的授权期限已过", "请单位的法定代表人另发一份"],
  own: ["不能接受自己发出的邀请", "请由被邀请的人用自己的账号接受"],
  side: ["工作人员的账号不能代表申报单位", "请用自己的申报人账号接受"],
};

export function acceptInvitation(
  facts: InvitationFacts,
  who: { readonly account: string; readonly side: Side },
  today: string,
): Outcome<Period, Problem & { readonly fault: InvitationFault }> {
  const fault = faultOfInvitation(facts, who, today);
  if (fault === null) return ok(facts.period);
  const [problem, expected] = WORDS[fault];
  return fail({ path: "token", problem, expected, fault });
}

function faultOfInvitation(
  facts: InvitationFacts,
  who: { readonly account: string; readonly side: Side },
  today: string,
): InvitationFault | null {
  if (facts.accepted) return "accepted";
  if (facts.revoked) return "revoked";
  if (facts.expired) return "expired";
  if (!facts.represents) return "inviter";
  if (facts.period.to < today) return "period";
  if (facts.invitedBy === who.account) return "own";
  return who.side === "applicant" ? null : "side";
}

export type AppointmentStanding = "current" | "upcoming" | "expired" | "ended" | "unconfirmed";

export function standingOf(
  one: { readonly from: string; readonly to: string | null; readonly ended: boolean; readonly confirmed: boolean },
  today: string,
): AppointmentStanding {
  if (one.ended) return "ended";
  if (!one.confirmed) return "unconfirmed";
  if (one.from > today) return "upcoming";
  return one.to !== null && one.to < today ? "expired" : "current";
}
