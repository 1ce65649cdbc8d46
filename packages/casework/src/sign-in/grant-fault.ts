/** Whether a role may be given to an account: the rules of roles, and those of who gives. */
import { type Appointment, faultOf, isCurrent } from "../authority/may.ts";
import { conflictOf, ROLES, type Side } from "../authority/roles.ts";

export interface Grant {
  readonly granter: string;
  readonly account: { readonly id: string; readonly side: Side; readonly active: boolean };
  /** What it has or will have. */
  readonly appointments: readonly Appointment[];
  readonly wanted: Appointment;
}

/** Why not, in a sentence; null: it may. */
export function faultOfGrant({ granter, account, appointments, wanted }: Grant): string | null {
  const { label, side } = ROLES[wanted.role];
  if (account.id === granter) return "不能给自己授予角色，请由另一位安全管理员办理。";
  if (!account.active) return "账号已停用，先启用再授权。";
  if (side === "applicant") return `${label}由单位的法定代表人认领、邀请产生，不在这里授予。`;
  if (side !== account.side) return `这个账号不能担任${label}：申报、办理、外部机构和系统管理各用各的账号。`;
  const malformed = faultOf(wanted);
  if (malformed !== null) return malformed;
  const meeting = appointments.filter((one) => overlaps(one, wanted));
  const conflict = meeting.map(({ role }) => conflictOf(role, wanted.role)).find((words) => words !== null);
  if (conflict !== undefined) return conflict;
  const same = meeting.some(
    ({ role, unit, territory }) => role === wanted.role && unit === wanted.unit && territory === wanted.territory,
  );
  return same ? `这个账号在该期间已是${label}。` : null;
}

const overlaps = (one: Appointment, other: Appointment): boolean => isCurrent(one, other.from) || isCurrent(other, one.from);
