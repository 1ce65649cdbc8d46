/** What is said of a person's authority in a unit: the role, where it stands, what proves it. */
import { isRoleId, ROLES } from "@zhengdui/casework";
import type { Got } from "./got.ts";

export type Person = Got<"/api/office/units/{uscc}/people">["people"][number];
export type Invitation = Got<"/api/office/units/{uscc}/invitations">["invitations"][number];

export const STANDING_WORDS: Readonly<Record<Person["standing"], string>> = {
  current: "有效",
  upcoming: "尚未开始",
  expired: "已到期",
  ended: "已停止",
  unconfirmed: "待核对",
};

export const INVITATION_WORDS: Readonly<Record<Invitation["state"], string>> = {
  open: "待接受",
  accepted: "已接受",
  revoked: "已撤回",
  expired: "已过期",
};

export const roleWords = (role: string): string => (isRoleId(role) ? ROLES[role].label : role);

/** What proves it: who represents a unit shows its licence, all others what the representative signed. */
export const deedWords = (role: string): string => (role === "legal-representative" ? "营业执照" : "授权委托书");
